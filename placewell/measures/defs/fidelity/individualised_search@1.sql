-- ---
-- key: individualised_search
-- version: 1
-- item: 16
-- title: Individualised job search
-- unit: "% of employer contacts about a person"
-- counts: employer contact about a person, with an occupation group
-- rule: >
--   The share of employer contacts about a person whose occupation group was among that person's
--   preferences in force that day, as a whole per cent, half-up. 5 asks besides that 90 % of the
--   episodes counted have a job search plan; without, 4 is the highest.
-- window: 13 weeks
-- source: IPS-25, 7 January 2008, item 16; the product's counting rules
-- mark: from_memory
-- finisher: individualised_search
-- options: {times: 100}
-- why_words:
--   no_group: No occupation group was noted
-- ---
with planned as (
  select distinct p.episode as episode from plans p where p.kind = 'job_search_plan'
),
wanted as (
  select distinct c.id as id
  from employer_contacts c
  join job_preferences f on f.episode = c.episode and f.occupation_group = c.occupation_group
    and f.stated_on <= c.made_on and (f.superseded_on is null or f.superseded_on > c.made_on)
  where c.made_on >= :w
)
select 'employer_contact' as unit_kind, c.id as unit, c.made_on as day, c.staff as staff,
  e.team as team, e.client as client, e.id as episode,
  case when f.id is null then 0 else 1 end as numerator,
  case when c.occupation_group = '' then 0 else 1 end as denominator,
  case when c.occupation_group = '' then 0 else 1 end as counted,
  case when c.occupation_group = '' then 'no_group' end as why,
  case when p.episode is null then 0 else 1 end as has_plan
from employer_contacts c
join episodes e on e.id = c.episode
left join wanted f on f.id = c.id and c.occupation_group <> ''
left join planned p on p.episode = e.id
where c.made_on >= :w and c.made_on <= :w_end
