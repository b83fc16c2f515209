-- ---
-- key: caseload_size
-- version: 1
-- item: 1
-- title: Caseload size
-- unit: clients per full-time specialist
-- counts: specialist in post
-- rule: >
--   For each specialist in post, the open episodes that they hold as key worker, over their
--   whole-time equivalent. The figure is all episodes over all whole-time equivalents, half-up.
--   Episodes stepped down to a clinical team and people a specialist only covers for are not held.
-- window: as at
-- source: IPS-25, 7 January 2008, item 1; the product's counting rules
-- mark: verified
-- finisher: ratio
-- options: {times: 1, by_staff: exact}
-- decimals: [denominator]
-- ---
select 'staff' as unit_kind, sp.staff as unit, sp.staff as staff, count(h.episode) as numerator, sp.fte as denominator,
  1 as counted
from specialists sp
left join held h on h.staff = sp.staff
group by sp.staff, sp.fte
