-- Contacts of specialists with employers in the 13 weeks, in any mode.
select c.id as id, c.employer as employer, c.staff as staff, c.made_on as made_on, c.mode as mode,
  c.planned as planned, c.hiring_authority as hiring_authority, c.purpose as purpose
from employer_contacts c
where c.staff is not null and c.made_on >= :w and c.made_on <= :w_end
