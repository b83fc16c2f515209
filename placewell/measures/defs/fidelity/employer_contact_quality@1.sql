-- ---
-- key: employer_contact_quality
-- version: 1
-- item: 18
-- title: "Job development: quality of employer contact"
-- unit: indicators
-- counts: employer met
-- rule: >
--   Beside a rating by people: of the employers met face to face in the last 90 days, those met by plan
--   at least twice.
-- window: 3 months
-- source: IPS-25, 7 January 2008, item 18; the product's counting rules
-- mark: partly_verified
-- finisher: indicators
-- options:
--   parts: {met_twice_by_plan: share}
-- ---
select 'met_twice_by_plan' as part, 'employer' as unit_kind, c.employer as unit, max(c.made_on) as day,
  case when sum(coalesce(c.planned, 0)) >= 2 then 1 else 0 end as numerator, 1 as denominator, 1 as counted
from employer_contacts c
where c.mode = 'face_to_face' and c.made_on > :t - 90
group by c.employer
