-- ---
-- key: days_to_first_job
-- version: 1
-- kind: outcome
-- title: Days to the first job
-- unit: "days"
-- counts: episode entered out of work
-- rule: >
--   Among all episodes entered out of work on or before the end of the period, by Kaplan–Meier:
--   the median days from entry to the first competitive job of the episode. Those not yet in work are censored at the end of the
--   period; an exit does not censor.
-- window: period
-- source: Trials of IPS; Kaplan and Meier 1958; the product's counting rules
-- mark: from_memory
-- finisher: median
-- ---
with first_competitive as (
  select j.episode as episode, min(j.started_on) as started_on
  from judged_jobs j
  where j.competitive = 1
  group by j.episode
)
select 'episode' as unit_kind, e.id as unit, e.entered_on as day, e.team as team, e.client as client, e.id as episode,
  case when f.episode is null then 0 else 1 end as numerator, 1 as denominator, 1 as counted,
  coalesce(f.started_on, :to) - e.entered_on as days
from episodes e
left join first_competitive f on f.episode = e.id
where e.work_status_at_entry = 'out_of_work'
