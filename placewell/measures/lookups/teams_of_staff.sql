-- Who works in which teams at t: a specialist with one team only belongs to it.
select a.staff as staff, a.team as team from attached a
