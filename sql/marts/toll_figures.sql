-- One row per figure of a story (measure, scope, asserter, number), with the claims that state it.
-- scope: Who and where is counted.
-- asserter: The authorities of a country, or a speaker; NULL is the publishers' own voice.
-- amount: The number to compare by: its value, else its lower limit.
-- is_numbered: It is no vague plural.
-- is_closed: It belongs to no series: an addition, or a part that nothing sets apart from its whole.
-- known_from: The first day on which it was known.
-- first_at: When the first article that states it was published.
-- independent_source_count: Articles that state it, a report and its copies counted once.
-- article_count: Articles that state it.
-- quantity_ids: The figures, in `facts.quantities`.
-- article_ids: The articles.
select
    claim.story_id,
    claim.measure,
    claim.scope,
    claim.asserter,
    claim.value,
    claim.value_low,
    claim.value_high,
    claim.bound,
    coalesce(claim.value, claim.value_low) as amount,
    any_value(claim.value is not null or claim.value_high is not null) as is_numbered,
    bool_and(claim.is_closed) as is_closed,
    min(claim.known_on) as known_from,
    min(article.published_utc_at) as first_at,
    count(distinct article.report) as independent_source_count,
    count(distinct claim.article_id) as article_count,
    list_sort(list(distinct claim.quantity_id)) as quantity_ids,
    list_sort(list(distinct claim.article_id)) as article_ids
from marts.tolls as claim
join staging.current_articles as article using (article_id)
group by
    claim.story_id,
    claim.measure,
    claim.scope,
    claim.asserter,
    claim.value,
    claim.value_low,
    claim.value_high,
    claim.bound
