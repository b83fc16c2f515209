-- ---
-- key: sustained_26_weeks
-- version: single_job
-- kind: outcome
-- title: Sustained 26 weeks in one job
-- unit: "%"
-- counts: job
-- rule: >
--   Of the jobs, paid or not, that started in the period shifted back 182 days, the share that run on or
--   lasted 182 days or more, as a whole per cent, half-up.
-- window: period
-- source: IPS Grow; the product's counting rules
-- mark: from_memory
-- finisher: ratio
-- options: {times: 100}
-- ---
select 'job' as unit_kind, j.id as unit, j.started_on as day, j.team as team, j.client as client, j.episode as episode,
  case when j.ended_on is null or j.ended_on - j.started_on >= 182 then 1 else 0 end as numerator,
  1 as denominator, 1 as counted
from judged_jobs j
where j.started_on >= :from - 182 and j.started_on <= :to - 182
