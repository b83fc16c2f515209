-- ---
-- key: assessment
-- version: 1
-- item: 14
-- title: Ongoing, work-based vocational assessment
-- unit: indicators
-- counts: episode, start of a job, end of a job
-- rule: >
--   Beside a rating by people: of the episodes entered in 6 months and 30 days ago or more, those with a
--   first profile within 30 days, of two sessions and two sources or more; of the starts and ends of jobs
--   in 6 months, those with a version of the profile within 30 days.
-- window: 6 months
-- source: IPS-25, 7 January 2008, item 14; the product's counting rules
-- mark: partly_verified
-- finisher: indicators
-- options:
--   parts: {first_profile: share, kept_up: share}
-- ---
with first_in_time as (
  select distinct e.id as id
  from episodes e
  join vocational_profiles p on p.episode = e.id and p.number = 1
  where p.written_on <= e.entered_on + 30 and p.sessions >= 2 and p.sources >= 2
),
turns as (
  select j.id as job, j.episode as episode, j.started_on as day from jobs j where j.started_on > :m6
  union all
  select j.id as job, j.episode as episode, j.ended_on as day from jobs j where j.ended_on > :m6
),
kept_up as (
  select distinct u.job as job, u.day as day
  from turns u
  join vocational_profiles p on p.episode = u.episode and p.written_on >= u.day and p.written_on <= u.day + 30
)
select 'first_profile' as part, 'episode' as unit_kind, e.id as unit, e.entered_on as day, e.team as team,
  e.client as client, e.id as episode, case when f.id is null then 0 else 1 end as numerator, 1 as denominator,
  1 as counted
from episodes e
left join first_in_time f on f.id = e.id
where e.entered_on > :m6 and e.entered_on <= :t - 30
union all
select 'kept_up' as part, 'job' as unit_kind, u.job as unit, u.day as day, e.team as team, e.client as client,
  e.id as episode, case when k.job is null then 0 else 1 end as numerator, 1 as denominator, 1 as counted
from turns u
join episodes e on e.id = u.episode
left join kept_up k on k.job = u.job and k.day = u.day
