-- The teams that a member of staff works in at t.
select distinct a.staff as staff, a.team as team
from team_attachments a
where a.ended_on is null
