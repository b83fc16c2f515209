-- The first contact of each episode at which the client was met or spoken to.
select c.episode as episode, min(c.began_on) as began_on
from contacts c
where c.attendance = 'attended'
group by c.episode
