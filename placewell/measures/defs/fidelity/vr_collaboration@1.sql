-- ---
-- key: vr_collaboration
-- version: 1
-- item: 6
-- title: Collaboration with the public employment service
-- unit: share of 13 weeks with a contact about a person
-- counts: week
-- rule: >
--   The weeks of the 13 in which somebody contacted the partner about a person, over 13, not rounded.
--   The rating is the highest of: 2 for one such week; 3 for a contact about a person in each of the
--   last three months; 4 for a month with a partner meeting held, or 10 weeks; 5 for a meeting in all
--   three months and 10 weeks.
-- window: 13 weeks
-- source: IPS-25, 7 January 2008, item 6; the product's counting rules
-- mark: partly_verified
-- finisher: vr_collaboration
-- why_words:
--   for_the_rating: A month is looked at for the rating only
-- ---
select 'week' as unit_kind, w.monday as day, '' as part,
  max(case when p.id is null then 0 else 1 end) as numerator, 1 as denominator, 1 as counted,
  case when 1 = 0 then '' end as why
from weeks w
left join partner_contacts p on p.made_on >= w.monday and p.made_on <= w.monday + 6 and p.episode is not null
group by w.monday
union all
select 'month' as unit_kind, m.after + 1 as day, 'contact' as part,
  max(case when p.id is null then 0 else 1 end) as numerator, 1 as denominator, 0 as counted, 'for_the_rating' as why
from months m
left join partner_contacts p on p.made_on > m.after and p.made_on <= m.until and p.episode is not null
group by m.after
union all
select 'month' as unit_kind, m.after + 1 as day, 'meeting' as part,
  max(case when g.id is null then 0 else 1 end) as numerator, 1 as denominator, 0 as counted, 'for_the_rating' as why
from months m
left join meetings g on g.scheduled_on > m.after and g.scheduled_on <= m.until and g.kind = 'partner' and g.held = 1
group by m.after
