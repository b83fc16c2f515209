-- ---
-- key: access_profile_started
-- version: ipsgrow6
-- kind: outcome
-- title: "Access: vocational profile started"
-- unit: "episodes"
-- counts: episode
-- rule: >
--   Episodes whose first vocational profile was written in the period.
-- window: period
-- source: IPS Grow data definitions, sixth edition; the product's counting rules
-- mark: from_memory
-- finisher: tally
-- ---
select 'episode' as unit_kind, e.id as unit, p.written_on as day, e.team as team, e.client as client, e.id as episode,
  1 as numerator, 1 as denominator, 1 as counted
from vocational_profiles p
join episodes e on e.id = p.episode
where p.number = 1 and p.written_on >= :from
