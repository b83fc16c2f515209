-- Episodes open at t.
select e.id as episode, e.client as client, e.team as team, e.entered_on as entered_on
from episodes e
where e.ended_on is null and e.stepped_down_on is null
