-- The jobs of items 19 to 21, with what tells one kind of job and employer from another.
select l.id as id, l.occupation_code as occupation_code, l.employer as employer, m.sector as sector,
  l.contract as contract, l.started_on as started_on, l.running as running, l.client as client,
  j.meets_minimum_wage as meets_minimum_wage, j.open_to_anyone as open_to_anyone, j.paid_by_employer as paid_by_employer
from jobs_looked_at l
join jobs j on j.id = l.id
left join employers m on m.id = l.employer
