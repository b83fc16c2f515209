-- Open episodes at t with the specialist who holds them.
select a.staff as staff, o.episode as episode, o.client as client, o.team as team
from open_episodes o
join allocations a on a.episode = o.episode
where a.kind = 'key_worker' and a.ended_on is null
