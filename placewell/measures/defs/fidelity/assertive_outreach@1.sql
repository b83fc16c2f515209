-- ---
-- key: assertive_outreach
-- version: 1
-- item: 25
-- title: Assertive engagement and outreach
-- unit: indicators
-- counts: episode that went 14 days without an attended contact, exit
-- rule: >
--   Beside components stated with evidence: of the episodes that went 14 days or more without an attended
--   contact in the last 6 months, those with attempts to reach the person logged in that time; by a
--   clinician; two or more at home or in the community; by specialist and clinician together. And the
--   exits in 6 months for missed appointments or a time limit.
-- window: 6 months
-- source: IPS-25, 7 January 2008, item 25; the product's counting rules
-- mark: partly_verified
-- finisher: indicators
-- options:
--   parts: {attempts_logged: share, clinician_tried: share, two_visits: share, tried_together: share,
--     exits_against_outreach: count}
-- ---
with alive as (
  select e.id as id, e.client as client, e.team as team,
    case when e.entered_on > :m6 then e.entered_on else :m6 + 1 end as first_day,
    case when e.stepped_down_on < e.ended_on then e.stepped_down_on
      else coalesce(e.ended_on, e.stepped_down_on, :t + 1) end as end_day
  from episodes e
  where (e.ended_on is null or e.ended_on > :m6 + 1) and (e.stepped_down_on is null or e.stepped_down_on > :m6 + 1)
),
days as (
  select a.id as id, a.first_day - 1 as day from alive a
  union select a.id as id, a.end_day as day from alive a
  union select c.episode as id, c.began_on as day
  from contacts c
  join alive a on a.id = c.episode
  where c.attendance = 'attended' and c.began_on >= a.first_day and c.began_on < a.end_day
),
gaps as (
  select d.id as id, d.day - lag(d.day) over (partition by d.id order by d.day) - 1 as without from days d
),
away as (
  select distinct g.id as id from gaps g where g.without >= 14
),
tried as (
  select c.episode as id, count(c.id) as attempts,
    sum(case when c.attempt_by in ('clinician', 'joint') then 1 else 0 end) as by_clinician,
    sum(case when c.place in ('home', 'community') then 1 else 0 end) as visits,
    sum(case when c.attempt_by = 'joint' then 1 else 0 end) as together
  from contacts c
  where c.began_on > :m6 and c.attempt_by <> ''
  group by c.episode
),
parts as (
  select 'attempts_logged' as part union all select 'clinician_tried' as part
  union all select 'two_visits' as part union all select 'tried_together' as part
)
select p.part as part, 'episode' as unit_kind, e.id as unit, e.first_day as day, e.team as team, e.client as client,
  e.id as episode,
  case when p.part = 'attempts_logged' and t.attempts >= 1 then 1
    when p.part = 'clinician_tried' and t.by_clinician >= 1 then 1
    when p.part = 'two_visits' and t.visits >= 2 then 1
    when p.part = 'tried_together' and t.together >= 1 then 1 else 0 end as numerator,
  1 as denominator, 1 as counted
from alive e
join away g on g.id = e.id
cross join parts p
left join tried t on t.id = e.id
union all
select 'exits_against_outreach' as part, 'episode' as unit_kind, e.id as unit, e.ended_on as day, e.team as team,
  e.client as client, e.id as episode, 1 as numerator, 1 as denominator, 1 as counted
from episodes e
where e.ended_on > :m6 and e.end_reason in ('missed_appointments', 'time_limit')
