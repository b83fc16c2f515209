-- Agreed ratings of reviews, the latest review last.
select s.item as item, s.rating as rating, r.id as review, r.key as key, r.scored_on as scored_on, r.scale as scale
from fidelity_reviews r
join fidelity_scores s on s.review = r.id
order by r.scored_on, r.id
