-- ---
-- key: job_tenure
-- version: 1
-- kind: outcome
-- title: How long jobs last
-- unit: "days"
-- counts: job
-- rule: >
--   The Kaplan–Meier median days of jobs started in the 24 months to the end of the period; jobs that run on
--   are censored there.
-- window: 24 months
-- source: Kaplan and Meier 1958; the product's counting rules
-- mark: from_memory
-- finisher: median
-- ---
select 'job' as unit_kind, j.id as unit, j.started_on as day, j.team as team, j.client as client, j.episode as episode,
  case when j.ended_on is null then 0 else 1 end as numerator, 1 as denominator, 1 as counted,
  coalesce(j.ended_on, :to) - j.started_on as days
from judged_jobs j
where j.started_on > :m24
