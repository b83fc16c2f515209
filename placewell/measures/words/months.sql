-- The last three months, latest first: after one day, up to and with another.
select 1 as month, :m1 as after, :t as until
union all select 2 as month, :m2 as after, :m1 as until
union all select 3 as month, :m3 as after, :m2 as until
