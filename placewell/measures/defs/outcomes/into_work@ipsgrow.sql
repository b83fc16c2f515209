-- ---
-- key: into_work
-- version: ipsgrow
-- kind: outcome
-- title: People into work
-- unit: "people"
-- counts: first paid job of an episode
-- rule: >
--   People out of work at entry whose first paid job of the episode started in the period, each once.
-- window: period
-- source: IPS Grow data definitions; the product's counting rules
-- mark: from_memory
-- finisher: tally
-- options: {alike: client}
-- ---
select 'job' as unit_kind, f.id as unit, f.started_on as day, f.team as team, f.client as client, f.episode as episode,
  1 as numerator, 1 as denominator, 1 as counted
from first_paid_jobs f
where f.started_on >= :from and f.work_status_at_entry = 'out_of_work'
