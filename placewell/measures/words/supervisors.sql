-- Supervisors in post at t.
select s.id as staff, st.fte as fte
from staff s
join staff_terms st on st.staff = s.id
where s.ended_on is null and st.ended_on is null and st.role = 'supervisor'
