-- Who held each episode as key worker, from when: the last one begun by a day owns what happened then.
select a.episode as episode, a.staff as staff, a.started_on as started_on
from allocations a
where a.kind = 'key_worker' and (a.ended_on is null or a.ended_on > a.started_on)
