-- One row per event of a current article with a figure of people killed: the claims about it.
-- value: The figure that stands last, where it is one.
-- low: The lowest that a claim allows.
-- high: The highest that a claim allows; empty is open.
select
    article_id,
    event_id,
    arg_max(value, char_start) as value,
    min(value_low)::bigint as low,
    if(bool_or(value_high is null), null, max(value_high))::bigint as high
from facts.quantities
where
    measure = 'killed'
    and event_id is not null
    and not is_negated
    and not list_contains(flags, 'retracted')
    and subset_of_quantity_id is null
group by article_id, event_id
