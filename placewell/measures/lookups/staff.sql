-- The identifiers of members of staff in the data package.
select s.id as id, s.key as key from staff s
