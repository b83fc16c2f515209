-- ---
-- key: competitive_jobs
-- version: 1
-- item: 21
-- title: Competitive jobs
-- unit: "% of jobs"
-- counts: job that runs or started in 6 months
-- rule: >
--   Among jobs that run or that started in the last 6 months: those at the minimum wage or more, open to
--   anyone, paid by the employer or self-employed, and for neither a fixed term nor an apprenticeship,
--   over jobs, as a whole per cent, half-up. With fewer than 10 jobs running the rating is 1: that is
--   the form's rule about the size of a service, not about its jobs.
-- window: 6 months
-- source: IPS-25, 7 January 2008, item 21; the product's counting rules
-- mark: partly_verified
-- finisher: competitive_jobs
-- options: {times: 100}
-- ---
select 'job' as unit_kind, j.id as unit, j.started_on as day, j.team as team, j.client as client, j.episode as episode,
  case when j.competitive = 1 and j.contract not in ('fixed_term', 'apprenticeship') then 1 else 0 end as numerator,
  1 as denominator, 1 as counted, j.running as running
from jobs_looked_at j
