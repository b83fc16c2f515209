-- ---
-- key: access_first_direct_contact
-- version: mhsds
-- kind: outcome
-- title: "Access: first direct contact"
-- unit: "referrals"
-- counts: referral
-- rule: >
--   Referrals whose first attended contact face to face, by video or by telephone, in an episode that came
--   of the referral and on or after the day it was received, falls in the period.
-- window: period
-- source: Mental Health Services Data Set, direct contact; the product's counting rules
-- mark: partly_verified
-- finisher: tally
-- ---
select 'referral' as unit_kind, r.id as unit, min(c.began_on) as day, r.team as team, r.client as client,
  min(e.id) as episode, 1 as numerator, 1 as denominator, 1 as counted
from referrals r
join episodes e on e.referral = r.id
join contacts c on c.episode = e.id
where c.attendance = 'attended' and c.mode in ('face_to_face', 'video', 'telephone') and c.began_on >= r.received_on
group by r.id, r.team, r.client
having min(c.began_on) >= :from
