-- ---
-- key: work_incentives
-- version: 1
-- item: 12
-- title: Work incentives planning
-- unit: indicators
-- counts: job that started, change of hours or pay
-- rule: >
--   Beside a rating by people: of the jobs that started in 6 months, those with advice held by a trained
--   adviser or a specialist service on or before the start, or declined; of the changes of hours or pay
--   in 6 months, those with advice offered within 14 days.
-- window: 6 months
-- source: IPS-25, 7 January 2008, item 12; the product's counting rules
-- mark: partly_verified
-- finisher: indicators
-- options:
--   parts: {before_start: share, at_change: share}
-- ---
with advised as (
  select distinct j.id as id
  from jobs j
  join benefits_advice b on b.episode = j.episode and (b.job is null or b.job = j.id)
  where (b.held_on <= j.started_on and b.adviser in ('trained_adviser', 'specialist_service'))
    or (b.declined = 1 and b.offered_on <= j.started_on)
),
at_change as (
  select distinct c.id as id
  from job_changes c
  join jobs j on j.id = c.job
  join benefits_advice b on b.episode = j.episode
  where b.offered_on >= c.changed_on and b.offered_on <= c.changed_on + 14
)
select 'before_start' as part, 'job' as unit_kind, j.id as unit, j.started_on as day, e.team as team,
  e.client as client, e.id as episode, case when a.id is null then 0 else 1 end as numerator, 1 as denominator,
  1 as counted
from jobs j
join episodes e on e.id = j.episode
left join advised a on a.id = j.id
where j.started_on > :m6
union all
select 'at_change' as part, 'job_change' as unit_kind, c.id as unit, c.changed_on as day, e.team as team,
  e.client as client, e.id as episode, case when a.id is null then 0 else 1 end as numerator, 1 as denominator,
  1 as counted
from job_changes c
join jobs j on j.id = c.job
join episodes e on e.id = j.episode
left join at_change a on a.id = c.id
where c.changed_on > :m6
