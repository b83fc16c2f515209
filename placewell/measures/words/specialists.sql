-- Specialists in post at t, with the terms they work under that day.
select s.id as staff, s.started_on as started_on, st.fte as fte, st.base as base,
  coalesce(st.new_or_struggling, 0) as new_or_struggling
from staff s
join staff_terms st on st.staff = s.id
where s.ended_on is null and st.ended_on is null
  and st.role in ('employment_specialist', 'senior_employment_specialist')
