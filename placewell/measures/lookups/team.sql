-- The identifiers of clinical teams in the data package.
select t.id as id, t.key as key from clinical_teams t
