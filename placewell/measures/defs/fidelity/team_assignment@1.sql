-- ---
-- key: team_assignment
-- version: 1
-- item: 4
-- title: Integration through team assignment
-- unit: "% of the caseload from the specialist's teams"
-- counts: specialist in post with a caseload
-- rule: >
--   For each specialist in post who holds episodes, the share of them whose clinical team is one of
--   those that the specialist is attached to. A specialist without a team rates 1, one with three or
--   more 2; the others by the share. The rating is the mean of the specialists' ratings.
-- window: as at
-- source: IPS-25, 7 January 2008, item 4; the product's counting rules
-- mark: partly_verified
-- finisher: team_assignment
-- options: {times: 100, by_staff: rounded}
-- why_words:
--   no_caseload: The specialist holds no episode
-- ---
with teams_of as (
  select a.staff as staff, count(a.team) as teams from attached a group by a.staff
),
shared as (
  select h.staff as staff, count(h.episode) as episodes, count(a.team) as from_own_teams
  from held h
  left join attached a on a.staff = h.staff and a.team = h.team
  group by h.staff
)
select 'staff' as unit_kind, sp.staff as unit, sp.staff as staff,
  coalesce(s.from_own_teams, 0) as numerator, coalesce(s.episodes, 0) as denominator,
  case when s.episodes is null then 0 else 1 end as counted,
  case when s.episodes is null then 'no_caseload' end as why,
  coalesce(t.teams, 0) as teams
from specialists sp
left join shared s on s.staff = sp.staff
left join teams_of t on t.staff = sp.staff
