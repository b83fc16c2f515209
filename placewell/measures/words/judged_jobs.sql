-- Every job with its person and whether it is paid work and competitive.
select j.id as id, j.episode as episode, e.client as client, e.team as team, e.entered_on as entered_on,
  e.work_status_at_entry as work_status_at_entry, j.employer as employer, j.occupation_code as occupation_code,
  j.contract as contract, j.hours_per_week as hours_per_week, j.started_on as started_on, j.ended_on as ended_on,
  j.end_known_on as end_known_on,
  case when j.hours_per_week > 0 and (j.paid_by_employer = 1 or j.contract = 'self_employed') then 1 else 0 end as paid,
  case when j.meets_minimum_wage = 1 and j.open_to_anyone = 1
    and (j.paid_by_employer = 1 or j.contract = 'self_employed') then 1 else 0 end as competitive
from jobs j
join episodes e on e.id = j.episode
