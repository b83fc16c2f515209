-- ---
-- key: team_contact
-- version: 1
-- item: 5
-- title: Integration through frequent team contact
-- unit: components of five
-- counts: specialist × team, specialist, month
-- rule: >
--   From the record: (a) 75 % of the pairs of specialist and team went to 75 % of that team's meetings
--   held in the 13 weeks; (d) every specialist's desk is where one of their teams sits; (e) in each of
--   the last three months a clinical team meeting raised somebody not yet referred. (b) and (c) are
--   stated with evidence.
-- window: 13 weeks
-- source: IPS-25, 7 January 2008, item 5; the product's counting rules
-- mark: partly_verified
-- finisher: components
-- options: {a: {share: 75}, d: {share: 100}, e: {share: 100}}
-- ---
with team_meetings as (
  select g.id as id, g.team as team
  from meetings g
  where g.team is not null and g.held = 1 and g.scheduled_on >= :w and g.scheduled_on <= :w_end
),
came as (
  select a.staff as staff, a.team as team, count(g.id) as held, count(y.id) as attended
  from attached a
  join specialists sp on sp.staff = a.staff
  left join team_meetings g on g.team = a.team
  left join meeting_attendance y on y.meeting = g.id and y.staff = a.staff
  group by a.staff, a.team
),
desks as (
  select sp.staff as staff, max(case when t.base = sp.base and sp.base <> '' then 1 else 0 end) as shared
  from specialists sp
  left join attached a on a.staff = sp.staff
  left join clinical_teams t on t.id = a.team
  group by sp.staff
)
select 'a' as part, 'staff' as unit_kind, c.staff as unit, c.staff as staff, c.team as team,
  :w as day, case when c.held > 0 and 4 * c.attended >= 3 * c.held then 1 else 0 end as numerator, 1 as denominator,
  1 as counted
from came c
union all
select 'd' as part, 'staff' as unit_kind, k.staff as unit, k.staff as staff, cast(null as bigint) as team,
  :t as day, k.shared as numerator, 1 as denominator, 1 as counted
from desks k
union all
select 'e' as part, 'month' as unit_kind, cast(null as bigint) as unit, cast(null as bigint) as staff,
  cast(null as bigint) as team, m.after + 1 as day,
  max(case when g.id is null then 0 else 1 end) as numerator, 1 as denominator, 1 as counted
from months m
left join meetings g on g.scheduled_on > m.after and g.scheduled_on <= m.until
  and g.kind = 'clinical_team' and g.held = 1 and g.not_yet_referred_raised > 0
group by m.after
