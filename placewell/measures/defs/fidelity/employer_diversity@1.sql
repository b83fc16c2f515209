-- ---
-- key: employer_diversity
-- version: 1
-- item: 20
-- title: Diversity of employers
-- unit: "% of jobs"
-- counts: job that runs or started in 6 months
-- rule: >
--   Among jobs that run or that started in the last 6 months, those of every episode: distinct employers, each job without one its own,
--   over jobs, as a whole per cent, half-up.
-- window: 6 months
-- source: IPS-25, 7 January 2008, item 20; the product's counting rules
-- mark: from_memory
-- finisher: ratio
-- options: {times: 100, alike: alike}
-- ---
with grouped as (
  select j.id as id, j.started_on as started_on, j.episode as episode, j.client as client, j.team as team,
    case when j.employer is null then j.id else min(j.id) over (partition by j.employer) end as alike
  from jobs_looked_at j
)
select 'job' as unit_kind, g.id as unit, g.started_on as day, g.team as team, g.client as client, g.episode as episode,
  case when g.alike = g.id then 1 else 0 end as numerator, 1 as denominator, 1 as counted, g.alike as alike
from grouped g
