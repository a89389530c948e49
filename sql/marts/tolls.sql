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
    claim.story_id,
    claim.article_id,
    claim.quantity_id,
    claim.measure,
    claim.scope,
    claim.value,
    claim.value_low,
    claim.value_high,
    claim.bound,
    claim.counted,
    claim.speaker_surface,
    claim.via_surface,
    claim.published_at,
    claim.surface,
    claim.char_start,
    claim.char_end,
    claim.statement_id,
    claim.asserter,
    claim.place_name,
    claim.is_closed,
    claim.known_on,
    quantity.confidence
from staging.toll_claims as claim
join facts.quantities as quantity using (article_id, quantity_id)
where not claim.is_retracted
order by
    claim.published_utc_at,
    claim.article_id,
    claim.char_start,
    claim.char_end,
    claim.quantity_id
