-- One row per casualty claim: a number of people to whom something happened, in a current article.
-- A figure in a headline or standfirst counts only when the body has none of that measure; what the text denies
-- or withdraws is no claim. For now the scope is what is counted, in lower case.
-- scope: Who is counted, and where.
-- speaker_surface: Who says so, as the article names them; NULL is the publisher's own voice.
-- via_surface: The outlet that reported it, when that is not the publisher.
with figures as (
    select
        quantity.article_id,
        quantity.quantity_id,
        quantity.measure,
        quantity.value,
        quantity.value_low,
        quantity.value_high,
        quantity.bound,
        quantity.counted,
        quantity.statement_id,
        quantity.surface,
        quantity.char_start,
        quantity.char_end,
        sentence.section_kind in ('title', 'standfirst') as is_heading
    from facts.quantities as quantity
    join facts.sentences as sentence using (article_id, sentence_no)
    where
        quantity.measure is not null
        and quantity.kind = 'count'
        and coalesce(quantity.unit, 'person') = 'person'
        and not quantity.is_negated
        and not list_contains(quantity.flags, 'retracted')
)

select
    article.story_id,
    figure.article_id,
    figure.quantity_id,
    figure.measure,
    lower(figure.counted) as scope,
    figure.value,
    figure.value_low,
    figure.value_high,
    figure.bound,
    figure.counted,
    statement.speaker_surface,
    statement.via_surface,
    article.published_at,
    figure.surface,
    figure.char_start,
    figure.char_end
from figures as figure
join staging.current_articles as article using (article_id)
left join facts.statements as statement using (article_id, statement_id)
qualify not figure.is_heading or bool_and(figure.is_heading) over (partition by figure.article_id, figure.measure)
order by
    article.published_utc_at,
    figure.article_id,
    figure.char_start,
    figure.char_end,
    figure.quantity_id
