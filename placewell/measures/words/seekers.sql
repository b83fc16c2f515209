-- Held episodes at t in which no job of that episode runs.
select h.staff as staff, h.episode as episode
from held h
where not exists (select 1 as one from jobs j where j.episode = h.episode and j.ended_on is null)
