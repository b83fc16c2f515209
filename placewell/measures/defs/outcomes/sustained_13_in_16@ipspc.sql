-- ---
-- key: sustained_13_in_16
-- version: ipspc
-- kind: outcome
-- title: Sustained 13 of 16 weeks
-- unit: "%"
-- counts: first paid job of an episode
-- rule: >
--   Of the first paid jobs of episodes that started in the period shifted back 112 days, the share with at
--   least 13 of 16 seven-day spans from the start in which the jobs of the episode that ran on a day of the
--   span came to 7 hours a week or more, as a whole per cent, half-up.
-- window: period
-- source: Department for Work and Pensions, IPS in Primary Care, December 2023; the product's counting rules
-- mark: verified
-- finisher: ratio
-- options: {times: 100}
-- ---
with starts as (
  select f.id as id, f.episode as episode, f.client as client, f.team as team, f.started_on as started_on
  from first_paid_jobs f
  where f.started_on >= :from - 112 and f.started_on <= :to - 112
),
spans as (
  select 0 as nth union all select 7 as nth union all select 14 as nth union all select 21 as nth
  union all select 28 as nth union all select 35 as nth union all select 42 as nth union all select 49 as nth
  union all select 56 as nth union all select 63 as nth union all select 70 as nth union all select 77 as nth
  union all select 84 as nth union all select 91 as nth union all select 98 as nth union all select 105 as nth
),
worked as (
  select s.id as id, n.nth as nth
  from starts s
  cross join spans n
  join judged_jobs j on j.episode = s.episode and j.started_on <= s.started_on + n.nth + 6
    and (j.ended_on is null or (j.ended_on > s.started_on + n.nth and j.ended_on > j.started_on))
  group by s.id, n.nth
  having sum(j.hours_per_week) >= 70000000000
),
weeks_worked as (
  select w.id as id, count(w.nth) as spans from worked w group by w.id
)
select 'job' as unit_kind, s.id as unit, s.started_on as day, s.team as team, s.client as client, s.episode as episode,
  case when k.spans >= 13 then 1 else 0 end as numerator, 1 as denominator, 1 as counted
from starts s
left join weeks_worked k on k.id = s.id
