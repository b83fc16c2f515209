-- ---
-- key: employment_rate
-- version: ipsgrow2024
-- kind: outcome
-- title: Employment rate of those who started
-- unit: "%"
-- counts: episode entered out of work
-- rule: >
--   Of the episodes entered in the period by people out of work, the share in which a paid job has started
--   by the end of it, as a whole per cent, half-up.
-- window: period
-- source: IPS Grow data definitions, 2024; the product's counting rules
-- mark: from_memory
-- finisher: ratio
-- options: {times: 100}
-- ---
select 'episode' as unit_kind, e.id as unit, e.entered_on as day, e.team as team, e.client as client, e.id as episode,
  case when f.id is null then 0 else 1 end as numerator, 1 as denominator, 1 as counted
from episodes e
left join first_paid_jobs f on f.episode = e.id
where e.entered_on >= :from and e.work_status_at_entry = 'out_of_work'
