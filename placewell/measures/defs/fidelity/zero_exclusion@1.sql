-- ---
-- key: zero_exclusion
-- version: 1
-- item: 9
-- title: Zero exclusion
-- unit: indicators
-- counts: referral, job that ended
-- rule: >
--   Evidence beside a rating by people, over 12 months: referrals decided against because somebody was
--   judged not ready, or for a diagnosis, substance use, offending or a history of engagement; how many
--   kinds of source referrals came from; and of the jobs that ended, those with help towards a next job
--   offered within 30 days.
-- window: 12 months
-- source: IPS-25, 7 January 2008, item 9; the product's counting rules
-- mark: partly_verified
-- finisher: indicators
-- options:
--   parts:
--     not_ready: count
--     diagnosis: count
--     substance_use: count
--     offending_history: count
--     engagement_history: count
--     kinds_of_source: kinds
--     next_job_help: share
-- ---
with by_source as (
  select r.id as id, min(r.id) over (partition by r.source) as sort, r.received_on as received_on, r.team as team,
    r.client as client
  from referrals r
  where r.received_on > :m12
)
select r.decision as part, 'referral' as unit_kind, r.id as unit, r.decided_on as day, r.team as team,
  r.client as client, cast(null as bigint) as episode, 1 as numerator, 1 as denominator, 1 as counted,
  cast(null as bigint) as sort
from referrals r
where r.decided_on > :m12
  and r.decision in ('not_ready', 'diagnosis', 'substance_use', 'offending_history', 'engagement_history')
union all
select 'kinds_of_source' as part, 'referral' as unit_kind, s.id as unit, s.received_on as day, s.team as team,
  s.client as client, cast(null as bigint) as episode, 1 as numerator, 1 as denominator, 1 as counted,
  s.sort as sort
from by_source s
union all
select 'next_job_help' as part, 'job' as unit_kind, j.id as unit, j.ended_on as day, e.team as team,
  e.client as client, e.id as episode,
  case when j.next_job_help_offered_on >= j.ended_on and j.next_job_help_offered_on <= j.ended_on + 30
    then 1 else 0 end as numerator, 1 as denominator, 1 as counted, cast(null as bigint) as sort
from jobs j
join episodes e on e.id = j.episode
where j.ended_on > :m12
