-- ---
-- key: employment_rate
-- version: quarterly
-- kind: outcome
-- title: Employment rate of the caseload
-- unit: "%"
-- counts: person with an open episode
-- rule: >
--   Of the people with an open episode on any day of the period, the share for whom a competitive job, of
--   any of their episodes, ran on any day of it, as a whole per cent, half-up. By team and by
--   specialist a person belongs to the episode entered last of those.
-- window: period
-- source: IPS learning community, quarterly employment rate; the product's counting rules
-- mark: from_memory
-- finisher: ratio
-- options: {times: 100}
-- ---
with present as (
  select e.client as client, e.id as episode, e.team as team,
    row_number() over (partition by e.client order by e.entered_on desc, e.id desc) as nth
  from episodes e
  where (e.ended_on is null or (e.ended_on > :from and e.ended_on > e.entered_on))
    and (e.stepped_down_on is null or (e.stepped_down_on > :from and e.stepped_down_on > e.entered_on))
),
working as (
  select distinct j.client as client
  from judged_jobs j
  where j.competitive = 1 and (j.ended_on is null or (j.ended_on > :from and j.ended_on > j.started_on))
)
select 'client' as unit_kind, p.client as unit, :to as day, p.team as team, p.client as client, p.episode as episode,
  case when w.client is null then 0 else 1 end as numerator, 1 as denominator, 1 as counted
from present p
left join working w on w.client = p.client
where p.nth = 1
