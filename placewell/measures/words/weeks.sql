-- The 13 weeks, by their Mondays.
select :w as monday
union all select :w + 7 as monday
union all select :w + 14 as monday
union all select :w + 21 as monday
union all select :w + 28 as monday
union all select :w + 35 as monday
union all select :w + 42 as monday
union all select :w + 49 as monday
union all select :w + 56 as monday
union all select :w + 63 as monday
union all select :w + 70 as monday
union all select :w + 77 as monday
union all select :w + 84 as monday
