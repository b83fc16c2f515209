-- The first paid job of each episode (the first recorded, when two start on one day).
select f.id as id, f.episode as episode, f.client as client, f.team as team, f.started_on as started_on,
  f.work_status_at_entry as work_status_at_entry
from (
  select j.id as id, j.episode as episode, j.client as client, j.team as team, j.started_on as started_on,
    j.work_status_at_entry as work_status_at_entry,
    row_number() over (partition by j.episode order by j.started_on, j.id) as nth
  from judged_jobs j
  where j.paid = 1
) f
where f.nth = 1
