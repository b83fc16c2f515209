-- ---
-- key: vocational_unit
-- version: 1
-- item: 7
-- title: Vocational unit
-- unit: indicators
-- counts: specialist, supervisor, week, allocation
-- rule: >
--   Evidence beside a rating by people: specialists with a whole-time equivalent of 0.9 or more and
--   supervisors, in post; weeks of the 13 with group supervision held; cover allocations begun in 12 months.
-- window: 12 months
-- source: IPS-25, 7 January 2008, item 7; the product's counting rules
-- mark: partly_verified
-- finisher: indicators
-- options:
--   parts: {full_time_specialists: count, supervisors: count, weeks_with_group_supervision: count, cover_allocations: count}
-- ---
select 'full_time_specialists' as part, 'staff' as unit_kind, sp.staff as unit, :t as day, sp.staff as staff,
  cast(null as bigint) as team, cast(null as bigint) as client, cast(null as bigint) as episode,
  1 as numerator, 1 as denominator, 1 as counted
from specialists sp
where sp.fte >= 9000000000
union all
select 'supervisors' as part, 'staff' as unit_kind, v.staff as unit, :t as day, v.staff as staff,
  cast(null as bigint) as team, cast(null as bigint) as client, cast(null as bigint) as episode,
  1 as numerator, 1 as denominator, 1 as counted
from supervisors v
union all
select 'weeks_with_group_supervision' as part, 'week' as unit_kind, cast(null as bigint) as unit, w.monday as day,
  cast(null as bigint) as staff, cast(null as bigint) as team, cast(null as bigint) as client,
  cast(null as bigint) as episode, max(case when g.id is null then 0 else 1 end) as numerator,
  1 as denominator, 1 as counted
from weeks w
left join meetings g on g.scheduled_on >= w.monday and g.scheduled_on <= w.monday + 6
  and g.kind = 'group_supervision' and g.held = 1
group by w.monday
union all
select 'cover_allocations' as part, 'allocation' as unit_kind, a.id as unit, a.started_on as day, a.staff as staff,
  e.team as team, e.client as client, e.id as episode, 1 as numerator, 1 as denominator, 1 as counted
from allocations a
join episodes e on e.id = a.episode
where a.kind = 'cover' and a.started_on > :m12
