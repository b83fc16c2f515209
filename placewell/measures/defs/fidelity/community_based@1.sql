-- ---
-- key: community_based
-- version: 1
-- item: 24
-- title: Community-based services
-- unit: "% of scheduled working time"
-- counts: specialist × complete week
-- rule: >
--   Of the minutes of complete weeks, the share spent in the community, as a whole per cent, half-up.
--   Each specialist in post is rated by their own share; the rating is the mean. Weeks of those who have
--   left since count in the figure.
-- window: 13 weeks
-- coverage: Complete weeks with their community minutes noted, out of the weeks in post
-- source: IPS-25, 7 January 2008, item 24; the product's counting rules
-- mark: partly_verified
-- finisher: mean_of_specialists
-- options: {times: 100, by_staff: rounded, covered: counted}
-- why_words:
--   not_recorded: Nothing is recorded for this week; that is not a week of nothing
--   log_open: The week's log has not been closed
--   no_community_minutes: Time in the community was not noted
-- ---
select 'staff_week' as unit_kind, p.staff as unit, p.monday as day, p.staff as staff,
  coalesce(w.community_minutes, 0) as numerator,
  case when w.community_minutes is null then 0 else w.employment_minutes + w.other_minutes end as denominator,
  case when w.log_complete = 1 and w.community_minutes is not null then 1 else 0 end as counted,
  case when w.id is null then 'not_recorded' when w.log_complete = 0 then 'log_open'
    when w.community_minutes is null then 'no_community_minutes' end as why,
  case when sp.staff is null then 0 else 1 end as in_post
from weeks_in_post p
left join staff_weeks w on w.staff = p.staff and w.week_starting = p.monday
left join specialists sp on sp.staff = p.staff
