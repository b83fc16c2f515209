-- Specialist × week of the 13: in post on all seven days, a specialist on the Monday.
select s.id as staff, w.monday as monday, st.fte as fte
from weeks w
join staff s on s.started_on <= w.monday and (s.ended_on is null or s.ended_on > w.monday + 6)
join staff_terms st on st.staff = s.id and st.started_on <= w.monday
  and (st.ended_on is null or st.ended_on > w.monday)
where st.role in ('employment_specialist', 'senior_employment_specialist')
