-- ---
-- key: employer_contact_frequency
-- version: 1
-- item: 17
-- title: "Job development: frequent employer contact"
-- unit: face-to-face employer contacts per full-time specialist per week
-- counts: specialist × eligible week
-- rule: >
--   Face-to-face contacts with employers over whole-time equivalents, in weeks that are complete and in
--   which the specialist was away for less than half of the contracted week (2.5 days full time), not
--   rounded. Each specialist is rated: by the bands read as lower bounds; 5 too for two contacts a week
--   for each of one or two people looking for work; then no more than 3 where the supervisor reads the
--   log only monthly and 2 where not at all (a log read in 75 % of the weeks is weekly). The rating is
--   the mean. Specialists with nobody looking for work are left out.
-- window: 13 weeks
-- coverage: Complete weeks out of the weeks in post
-- source: IPS-25, 7 January 2008, item 17; the product's counting rules
-- mark: partly_verified
-- finisher: employer_contact_frequency
-- options: {covered: covered, by_staff: exact}
-- decimals: [denominator]
-- why_words:
--   not_recorded: Nothing is recorded for this week; that is not a week of nothing
--   log_open: The week's log has not been closed
--   away: The specialist was away for half of the week or more
--   no_seekers: The specialist holds nobody who looks for work
-- ---
with looking as (
  select s.staff as staff, count(s.episode) as seekers from seekers s group by s.staff
),
met as (
  select p.staff as staff, p.monday as monday, count(c.id) as contacts
  from weeks_in_post p
  join employer_contacts c on c.staff = p.staff and c.made_on >= p.monday and c.made_on <= p.monday + 6
  where c.mode = 'face_to_face' and c.made_on >= :w
  group by p.staff, p.monday
)
select 'staff_week' as unit_kind, p.staff as unit, p.monday as day, p.staff as staff,
  coalesce(m.contacts, 0) as numerator, p.fte as denominator,
  case when w.log_complete = 1 and 2 * coalesce(w.leave_days, 0) < 5 * p.fte
    and (sp.staff is null or k.seekers > 0) then 1 else 0 end as counted,
  case when w.id is null then 'not_recorded' when w.log_complete = 0 then 'log_open'
    when 2 * coalesce(w.leave_days, 0) >= 5 * p.fte then 'away'
    when sp.staff is not null and k.seekers is null then 'no_seekers' end as why,
  coalesce(w.log_complete, 0) as covered,
  w.log_reviewed_on as reviewed_on,
  case when sp.staff is null then 0 else 1 end as in_post,
  coalesce(k.seekers, 0) as seekers
from weeks_in_post p
left join staff_weeks w on w.staff = p.staff and w.week_starting = p.monday
left join specialists sp on sp.staff = p.staff
left join looking k on k.staff = p.staff
left join met m on m.staff = p.staff and m.monday = p.monday
