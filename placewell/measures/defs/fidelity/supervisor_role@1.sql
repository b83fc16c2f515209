-- ---
-- key: supervisor_role
-- version: 1
-- item: 8
-- title: Role of the employment supervisor
-- unit: roles of five
-- counts: specialist, supervisor, team, meeting
-- rule: >
--   From the record: (a) at most ten full-time specialists for each full-time supervisor; (b) 75 % of
--   specialists went to group or individual supervision in 10 of the 13 weeks; (c) every team that a
--   specialist works in had a meeting with a supervisor there in 3 months; (d) every specialist had field
--   mentoring in 3 months, new and struggling ones in each of the three; (e) results were reviewed and
--   goals set in 3 months.
-- window: 3 months
-- source: IPS-25, 7 January 2008, item 8; the product's counting rules
-- mark: partly_verified
-- finisher: supervisor_role
-- options: {b: {share: 75}, c: {share: 100}, d: {share: 100}, e: {some: 1}}
-- decimals: [fte]
-- ---
with supervised_weeks as (
  select distinct y.staff as staff, w.monday as monday
  from weeks w
  join meetings g on g.scheduled_on >= w.monday and g.scheduled_on <= w.monday + 6
  join meeting_attendance y on y.meeting = g.id
  where g.held = 1 and g.kind in ('group_supervision', 'individual_supervision')
),
supervised as (
  select k.staff as staff, count(k.monday) as weeks from supervised_weeks k group by k.staff
),
mentored_months as (
  select distinct y.staff as staff, m.month as month
  from months m
  join meetings g on g.scheduled_on > m.after and g.scheduled_on <= m.until
  join meeting_attendance y on y.meeting = g.id
  where g.held = 1 and g.kind = 'field_mentoring'
),
mentored as (
  select k.staff as staff, count(k.month) as months from mentored_months k group by k.staff
),
seen_teams as (
  select distinct g.team as team
  from meetings g
  join meeting_attendance y on y.meeting = g.id
  join supervisors v on v.staff = y.staff
  where g.held = 1 and g.kind = 'clinical_team' and g.scheduled_on > :m3
),
our_teams as (
  select distinct a.team as team from attached a join specialists sp on sp.staff = a.staff
)
select 'a' as part, 'staff' as unit_kind, sp.staff as unit, sp.staff as staff, cast(null as bigint) as team, :t as day,
  1 as numerator, 0 as denominator, 1 as counted, sp.fte as fte
from specialists sp
union all
select 'a' as part, 'staff' as unit_kind, v.staff as unit, v.staff as staff, cast(null as bigint) as team, :t as day,
  0 as numerator, 1 as denominator, 1 as counted, v.fte as fte
from supervisors v
union all
select 'b' as part, 'staff' as unit_kind, sp.staff as unit, sp.staff as staff, cast(null as bigint) as team, :w as day,
  case when k.weeks >= 10 then 1 else 0 end as numerator, 1 as denominator, 1 as counted,
  cast(null as bigint) as fte
from specialists sp
left join supervised k on k.staff = sp.staff
union all
select 'c' as part, 'team' as unit_kind, o.team as unit, cast(null as bigint) as staff, o.team as team, :m3 + 1 as day,
  case when s.team is null then 0 else 1 end as numerator, 1 as denominator, 1 as counted,
  cast(null as bigint) as fte
from our_teams o
left join seen_teams s on s.team = o.team
union all
select 'd' as part, 'staff' as unit_kind, sp.staff as unit, sp.staff as staff, cast(null as bigint) as team,
  :m3 + 1 as day,
  case when k.months >= 3 or (k.months >= 1 and sp.new_or_struggling = 0) then 1 else 0 end as numerator,
  1 as denominator, 1 as counted, cast(null as bigint) as fte
from specialists sp
left join mentored k on k.staff = sp.staff
union all
select 'e' as part, 'meeting' as unit_kind, g.id as unit, cast(null as bigint) as staff, g.team as team,
  g.scheduled_on as day, coalesce(g.goals_set, 0) as numerator, 1 as denominator, 1 as counted,
  cast(null as bigint) as fte
from meetings g
where g.kind = 'outcome_review' and g.held = 1 and g.scheduled_on > :m3
