-- One row per quantity whose value lies outside its own limits.
-- severity: warning
select
    article_id,
    quantity_id,
    value,
    value_low,
    value_high,
    bound
from facts.quantities
where
    kind <> 'score'
    and (value_low > value_high or (bound = 'exact' and (value_low <> value or value_high <> value)))
