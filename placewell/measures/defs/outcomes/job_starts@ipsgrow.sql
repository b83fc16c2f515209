-- ---
-- key: job_starts
-- version: ipsgrow
-- kind: outcome
-- title: Job starts
-- unit: "jobs"
-- counts: paid job
-- rule: >
--   All paid jobs that started in the period, of people out of work at entry.
-- window: period
-- source: IPS Grow data definitions; the product's counting rules
-- mark: from_memory
-- finisher: tally
-- ---
select 'job' as unit_kind, j.id as unit, j.started_on as day, j.team as team, j.client as client, j.episode as episode,
  1 as numerator, 1 as denominator, 1 as counted
from judged_jobs j
where j.paid = 1 and j.started_on >= :from and j.work_status_at_entry = 'out_of_work'
