-- One row per casualty claim: a number of people to whom something happened, in a current article.
-- A figure in a headline or standfirst counts only when the body has none of that measure; what the text denies
-- or withdraws is no claim.
-- scope: Who and where is counted: `all`, `security forces`, `in Almaty`, `all in 1998` of an earlier year...
-- speaker_surface: Who says so, as the article names them; NULL is the publisher's own voice.
-- via_surface: The outlet that reported it, when that is not the publisher.
-- statement_id: The statement that holds the claim; NULL is the publisher's own voice.
-- asserter: Who stands behind it: the authorities of a country, or the speaker; NULL is the publisher.
-- place_name: Where it counts, when that is less than the whole story.
-- is_closed: It belongs to no series: an addition, or a part that nothing sets apart from its whole.
-- known_on: The day since when it is known: when it was said, else when it was published.
select
    story_id,
    article_id,
    quantity_id,
    measure,
    scope,
    value,
    value_low,
    value_high,
    bound,
    counted,
    speaker_surface,
    via_surface,
    published_at,
    surface,
    char_start,
    char_end,
    statement_id,
    asserter,
    place_name,
    is_closed,
    known_on
from staging.toll_claims
where not is_retracted
order by
    published_utc_at,
    article_id,
    char_start,
    char_end,
    quantity_id
