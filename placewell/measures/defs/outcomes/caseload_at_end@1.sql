-- ---
-- key: caseload_at_end
-- version: 1
-- kind: outcome
-- title: Caseload at the end
-- unit: "episodes"
-- counts: open episode
-- rule: >
--   Episodes open at the end of the period: entered, not ended, not stepped down.
-- window: period
-- source: The product's counting rules
-- mark: from_memory
-- finisher: tally
-- ---
select 'episode' as unit_kind, o.episode as unit, :to as day, o.team as team, o.client as client, o.episode as episode,
  1 as numerator, 1 as denominator, 1 as counted
from open_episodes o
