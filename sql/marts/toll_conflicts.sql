-- One row per two figures of one toll (story, measure, scope) that cannot both be true.
-- They became known at most two days apart, and there was a time when both stood.
-- One voice that gives two figures in one article counts twice or tells of two days; it does not contradict itself.
-- Approximate figures may be a tenth off; figures more than four times apart hardly count the same people.
-- scope: Who and where is counted.
-- low_high: The highest that the smaller figure allows.
-- high_low: The least that the larger figure allows.
-- low_asserter: Who asserts the smaller figure; NULL is the publishers' own voice.
-- high_asserter: Who asserts the larger one.
-- row_id: A claim of the smaller figure, in `facts.quantities`.
-- other_row_id: A claim of the larger one.
with limits as (
    select
        story_id,
        measure,
        scope,
        asserter,
        article_ids,
        quantity_ids[1] as row_id,
        known_from,
        known_to,
        coalesce(value, value_low, value_high) as amount,
        case when bound = 'approximate' then value - value / 10 else coalesce(value_low, 0) end as low,
        case
            when bound = 'approximate' then value + value / 10
            when bound in ('at_least', 'more_than') then 'infinity'::double
            else coalesce(value_high, 'infinity'::double)
        end as high
    from marts.toll_timeline
    where not is_closed
)

select
    one.story_id,
    one.measure,
    one.scope,
    one.high as low_high,
    other.low as high_low,
    one.asserter as low_asserter,
    other.asserter as high_asserter,
    one.row_id,
    other.row_id as other_row_id
from limits as one
join limits as other
    on other.story_id = one.story_id
    and other.measure = one.measure
    and other.scope = one.scope
    and other.low > one.high
    and other.amount / 4 <= one.amount
    and abs(other.known_from - one.known_from) <= 2
    and (other.asserter is distinct from one.asserter or not list_has_any(other.article_ids, one.article_ids))
    and (one.known_to is null or other.known_from < one.known_to)
    and (other.known_to is null or one.known_from < other.known_to)
order by
    one.story_id,
    one.measure,
    one.scope,
    one.high,
    other.low,
    one.row_id,
    other.row_id
