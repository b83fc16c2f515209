-- ---
-- key: individualised_supports
-- version: 1
-- item: 22
-- title: Individualised follow-along supports
-- unit: indicators
-- counts: person in work × kind of support
-- rule: >
--   Beside a rating by people: for each person with a job running, how many kinds of support they had in
--   3 months. A kind is a phase of contact attended, or a purpose of a contact with an employer about
--   them. Shown as kinds, all told, over people in work.
-- window: 3 months
-- source: IPS-25, 7 January 2008, item 22; the product's counting rules
-- mark: from_memory
-- finisher: indicators
-- options:
--   parts: {kinds_of_support: share}
-- ---
with in_work as (
  select distinct e.client as client
  from jobs j
  join episodes e on e.id = j.episode
  where j.ended_on is null
),
kinds as (
  select distinct e.client as client, c.phase as kind
  from contacts c
  join episodes e on e.id = c.episode
  where c.began_on > :m3 and c.attendance = 'attended'
),
told as (
  select k.client as client, count(k.kind) as kinds from kinds k group by k.client
)
select 'kinds_of_support' as part, 'client' as unit_kind, w.client as unit, :t as day, w.client as client,
  coalesce(k.kinds, 0) as numerator, 1 as denominator, 1 as counted
from in_work w
left join told k on k.client = w.client
