-- ---
-- key: rapid_job_search
-- version: 1
-- item: 15
-- title: Rapid search for a competitive job
-- unit: days to the first employer contact
-- counts: episode entered out of work or as a student
-- rule: >
--   For each episode entered in the last 12 months by somebody out of work or a student, the days
--   from entry to its first face-to-face contact with an employer, whoever made it. The figure is the
--   mean over those that had one, half-up. 5 asks besides that employer contacts are tracked: some
--   specialist's log was reviewed in the 13 weeks; without, 4 is the highest.
-- also: >
--   Beside it stand the Kaplan–Meier median over all of them (those still waiting are censored at
--   exit or at the date) and the share contacted by day 30 of those followed 30 days or contacted sooner.
-- window: 12 months
-- source: IPS-25, 7 January 2008, item 15; the product's counting rules
-- mark: partly_verified
-- finisher: rapid_job_search
-- options: {times: 1}
-- why_words:
--   none_yet: No employer has been met about this person yet
-- ---
with met as (
  select e.id as episode, min(c.made_on) as met_on
  from episodes e
  join employer_contacts c on c.episode = e.id and c.made_on >= e.entered_on
  where c.mode = 'face_to_face'
  group by e.id
),
tracked as (
  select count(w.id) as weeks
  from staff_weeks w
  join specialists sp on sp.staff = w.staff
  where w.log_reviewed_on >= :w and w.log_reviewed_on <= :w_end
)
select 'episode' as unit_kind, e.id as unit, coalesce(m.met_on, e.entered_on) as day,
  e.team as team, e.client as client, e.id as episode,
  coalesce(m.met_on - e.entered_on, 0) as numerator,
  case when m.met_on is null then 0 else 1 end as denominator,
  case when m.met_on is null then 0 else 1 end as counted,
  case when m.met_on is null then 'none_yet' end as why,
  coalesce(m.met_on, e.ended_on, :t) - e.entered_on as followed,
  k.weeks as tracked
from episodes e
cross join tracked k
left join met m on m.episode = e.id
where e.entered_on > :m12 and e.work_status_at_entry in ('out_of_work', 'student')
