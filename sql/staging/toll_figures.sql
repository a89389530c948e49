-- One row per number of people to whom something happened, in a current article: a claim or the withdrawal of one.
-- A figure in a headline or standfirst counts only when the body has none of that measure; denials are left out.
with figures as (
    select
        quantity.*,
        sentence.section_kind in ('title', 'standfirst') as is_heading
    from facts.quantities as quantity
    join facts.sentences as sentence using (article_id, sentence_no)
    where
        quantity.measure is not null
        and quantity.kind = 'count'
        and coalesce(quantity.unit, 'person') = 'person'
        and not quantity.is_negated
)

select
    article.story_id,
    article.story_relation,
    article.original_article_id,
    article.published_at,
    article.published_utc_at,
    figure.article_id,
    figure.quantity_id,
    figure.sentence_no,
    figure.measure,
    figure.value,
    figure.value_low,
    figure.value_high,
    figure.bound,
    figure.counted,
    figure.subset_of_quantity_id,
    figure.statement_id,
    figure.surface,
    figure.char_start,
    figure.char_end,
    list_contains(figure.flags, 'retracted') as is_retracted
from figures as figure
join staging.current_articles as article using (article_id)
qualify not figure.is_heading or bool_and(figure.is_heading) over (partition by figure.article_id, figure.measure)
