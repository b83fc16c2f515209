-- Jobs that run at t or started in the last 6 months.
select j.id as id, j.episode as episode, j.client as client, j.team as team, j.employer as employer,
  j.occupation_code as occupation_code, j.contract as contract, j.competitive as competitive, j.started_on as started_on,
  case when j.ended_on is null then 1 else 0 end as running
from judged_jobs j
where j.ended_on is null or j.started_on > :m6
