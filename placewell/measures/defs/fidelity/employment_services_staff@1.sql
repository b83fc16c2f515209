-- ---
-- key: employment_services_staff
-- version: 1
-- item: 2
-- title: Employment services staff
-- unit: "% of working time"
-- counts: specialist × complete week
-- rule: >
--   Of the minutes of the weeks whose log was closed, the share spent on employment services, as a
--   whole per cent, half-up. The weeks are those of the 13 in which somebody was in post on all seven
--   days and a specialist on the Monday; those who have left since count.
-- window: 13 weeks
-- coverage: Complete weeks out of the weeks in post
-- source: IPS-25, 7 January 2008, item 2; the product's counting rules
-- mark: verified
-- finisher: ratio
-- options: {times: 100, by_staff: rounded, leavers: shown, covered: counted}
-- why_words:
--   not_recorded: Nothing is recorded for this week; that is not a week of nothing
--   log_open: The week's log has not been closed
-- ---
select 'staff_week' as unit_kind, p.staff as unit, p.monday as day, p.staff as staff,
  coalesce(w.employment_minutes, 0) as numerator,
  coalesce(w.employment_minutes + w.other_minutes, 0) as denominator,
  coalesce(w.log_complete, 0) as counted,
  case when w.id is null then 'not_recorded' when w.log_complete = 0 then 'log_open' end as why,
  case when sp.staff is null then 0 else 1 end as in_post
from weeks_in_post p
left join staff_weeks w on w.staff = p.staff and w.week_starting = p.monday
left join specialists sp on sp.staff = p.staff
