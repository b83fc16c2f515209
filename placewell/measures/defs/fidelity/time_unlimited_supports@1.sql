-- ---
-- key: time_unlimited_supports
-- version: 1
-- item: 23
-- title: Time-unlimited follow-along supports
-- unit: indicators
-- counts: job × stretch of time, end of a job
-- rule: >
--   Beside a rating by people, of the jobs started in 12 months that ran through each stretch: those with an
--   attended face-to-face contact in the 7 days before the start; on days 0 to 3; in each of the first four
--   7-day spans; in each later month up to the twelfth (30 days each, from day 30). And of the ends of
--   jobs that became known in 12 months, those with an attended contact within 3 days of that.
-- window: 12 months
-- source: IPS-25, 7 January 2008, item 23; the product's counting rules
-- mark: from_memory
-- finisher: indicators
-- options:
--   parts:
--     week_before: share
--     first_days: share
--     week_1: share
--     week_2: share
--     week_3: share
--     week_4: share
--     later_months: share
--     after_loss: share
-- ---
with stretches as (
  select 'week_before' as part, -7 as first_day, -1 as last_day
  union all select 'first_days' as part, 0 as first_day, 3 as last_day
  union all select 'week_1' as part, 0 as first_day, 6 as last_day
  union all select 'week_2' as part, 7 as first_day, 13 as last_day
  union all select 'week_3' as part, 14 as first_day, 20 as last_day
  union all select 'week_4' as part, 21 as first_day, 27 as last_day
  union all select 'later_months' as part, 30 as first_day, 59 as last_day
  union all select 'later_months' as part, 60 as first_day, 89 as last_day
  union all select 'later_months' as part, 90 as first_day, 119 as last_day
  union all select 'later_months' as part, 120 as first_day, 149 as last_day
  union all select 'later_months' as part, 150 as first_day, 179 as last_day
  union all select 'later_months' as part, 180 as first_day, 209 as last_day
  union all select 'later_months' as part, 210 as first_day, 239 as last_day
  union all select 'later_months' as part, 240 as first_day, 269 as last_day
  union all select 'later_months' as part, 270 as first_day, 299 as last_day
  union all select 'later_months' as part, 300 as first_day, 329 as last_day
  union all select 'later_months' as part, 330 as first_day, 359 as last_day
),
due as (
  select s.part as part, j.id as job, j.episode as episode, j.started_on + s.first_day as first_day,
    j.started_on + s.last_day as last_day
  from jobs j
  cross join stretches s
  where j.started_on > :m12 and j.started_on + s.last_day <= :t
    and (j.ended_on is null or j.ended_on > j.started_on + s.last_day)
),
met as (
  select distinct d.part as part, d.job as job, d.first_day as first_day
  from due d
  join contacts c on c.episode = d.episode and c.began_on >= d.first_day and c.began_on <= d.last_day
  where c.attendance = 'attended' and c.mode = 'face_to_face'
),
spoken as (
  select distinct j.id as job
  from jobs j
  join contacts c on c.episode = j.episode and c.began_on >= j.end_known_on and c.began_on <= j.end_known_on + 3
  where c.attendance = 'attended'
)
select d.part as part, 'job' as unit_kind, d.job as unit, d.first_day as day, e.team as team, e.client as client,
  e.id as episode, case when m.job is null then 0 else 1 end as numerator, 1 as denominator, 1 as counted
from due d
join episodes e on e.id = d.episode
left join met m on m.part = d.part and m.job = d.job and m.first_day = d.first_day
union all
select 'after_loss' as part, 'job' as unit_kind, j.id as unit, j.end_known_on as day, e.team as team,
  e.client as client, e.id as episode, case when s.job is null then 0 else 1 end as numerator, 1 as denominator,
  1 as counted
from jobs j
join episodes e on e.id = j.episode
left join spoken s on s.job = j.id
where j.end_known_on > :m12 and j.end_known_on <= :t - 3
