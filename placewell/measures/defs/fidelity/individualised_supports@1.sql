-- ---
-- key: individualised_supports
-- version: 1
-- item: 22
-- title: Individualised follow-along supports
-- unit: indicators
-- counts: open episode with a job running
-- rule: >
--   Beside a rating by people: for each open episode with a job of it running, how many kinds of support
--   the person had in 3 months: the phases of the contacts they attended. Shown as kinds over episodes.
-- window: 3 months
-- source: IPS-25, 7 January 2008, item 22; the product's counting rules
-- mark: from_memory
-- finisher: indicators
-- options:
--   parts: {kinds_of_support: share}
-- ---
with in_work as (
  select distinct j.episode as episode from jobs j where j.ended_on is null
),
told as (
  select c.episode as episode, count(distinct c.phase) as kinds
  from contacts c
  where c.began_on > :m3 and c.attendance = 'attended'
  group by c.episode
)
select 'kinds_of_support' as part, 'episode' as unit_kind, o.episode as unit, :t as day, o.team as team,
  o.client as client, o.episode as episode, coalesce(k.kinds, 0) as numerator, 1 as denominator, 1 as counted
from open_episodes o
join in_work w on w.episode = o.episode
left join told k on k.episode = o.episode
