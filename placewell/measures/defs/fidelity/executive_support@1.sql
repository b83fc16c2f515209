-- ---
-- key: executive_support
-- version: 1
-- item: 11
-- title: Executive team support
-- unit: components of five
-- counts: meeting
-- rule: >
--   From the record: (c) a steering group meeting was held with an executive there, (e) at least two
--   meetings held raised barriers, both in the last 12 months. (a), (b) and (d) are stated with evidence.
-- window: 12 months
-- source: IPS-25, 7 January 2008, item 11; the product's counting rules
-- mark: partly_verified
-- finisher: components
-- options: {c: {some: 1}, e: {some: 2}}
-- ---
select 'c' as part, 'meeting' as unit_kind, g.id as unit, g.team as team, g.scheduled_on as day,
  coalesce(g.executive_present, 0) as numerator, 1 as denominator, 1 as counted
from meetings g
where g.kind = 'steering_group' and g.held = 1 and g.scheduled_on > :m12
union all
select 'e' as part, 'meeting' as unit_kind, g.id as unit, g.team as team, g.scheduled_on as day,
  1 as numerator, 1 as denominator, 1 as counted
from meetings g
where g.held = 1 and g.barriers_raised > 0 and g.scheduled_on > :m12
