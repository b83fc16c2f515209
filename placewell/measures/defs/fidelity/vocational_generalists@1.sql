-- ---
-- key: vocational_generalists
-- version: 1
-- item: 3
-- title: Vocational generalists
-- unit: phases of six
-- counts: specialist in post for 6 months or more
-- rule: >
--   For each specialist who started 6 months ago or more: of the six phases (intake, engagement,
--   assessment, job search, job coaching, follow-along), those in which they had an attended contact in
--   the last 6 months about an episode that they held that day. 6 rate 5, 5 rate 4, 1 to 4 rate 3, none
--   2; the rating is the mean of the specialists' ratings.
-- window: 6 months
-- source: IPS-25, 7 January 2008, item 3; the product's counting rules
-- mark: partly_verified
-- finisher: vocational_generalists
-- why_words:
--   too_new: The specialist started less than 6 months ago
-- ---
with done as (
  select c.staff as staff, count(distinct c.phase) as phases
  from contacts c
  join episodes e on e.id = c.episode
  join allocations a on a.episode = c.episode and a.staff = c.staff and a.kind = 'key_worker'
  where c.began_on > :m6 and c.attendance = 'attended'
    and c.phase in ('intake', 'engagement', 'assessment', 'job_search', 'job_coaching', 'follow_along')
    and a.started_on <= c.began_on and (a.ended_on is null or a.ended_on > c.began_on)
    and (e.ended_on is null or e.ended_on > c.began_on)
    and (e.stepped_down_on is null or e.stepped_down_on > c.began_on)
  group by c.staff
)
select 'staff' as unit_kind, sp.staff as unit, sp.staff as staff, coalesce(d.phases, 0) as numerator, 1 as denominator,
  case when sp.started_on <= :m6 then 1 else 0 end as counted,
  case when sp.started_on > :m6 then 'too_new' end as why
from specialists sp
left join done d on d.staff = sp.staff
