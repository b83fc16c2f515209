-- ---
-- key: access_first_meaningful_contact
-- version: ipsgrow8
-- kind: outcome
-- title: "Access: first meaningful contact"
-- unit: "episodes"
-- counts: episode
-- rule: >
--   Episodes whose first attended contact with the client falls in the period.
-- window: period
-- source: IPS Grow data definitions, eighth edition; the product's counting rules
-- mark: from_memory
-- finisher: tally
-- ---
select 'episode' as unit_kind, e.id as unit, min(c.began_on) as day, e.team as team, e.client as client, e.id as episode,
  1 as numerator, 1 as denominator, 1 as counted
from contacts c
join episodes e on e.id = c.episode
where c.attendance = 'attended' and c.with_whom like '%client%'
group by e.id, e.team, e.client
having min(c.began_on) >= :from
