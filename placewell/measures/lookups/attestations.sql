-- Statements valid at t, the latest of each component last.
select a.item as item, a.component as component, a.met as met, a.stated_on as stated_on, a.scale as scale
from attestations a
where a.valid_until is null or a.valid_until = :t
order by a.stated_on, a.id
