-- One row per figure of a story (measure, scope, asserter, number): what was known when, and what became of it.
-- A later figure of the same measure, scope and asserter supersedes it, if it can be the same count: not less than
-- half of it, and no lower limit that it meets. Others stand side by side.
-- scope: Who and where is counted.
-- asserter: NULL is the publishers' own voice.
-- known_from: The first day on which it was known.
-- known_to: The day on which it was superseded or retracted, itself not included; NULL as long as it stands.
-- status: `standing`, `superseded` or `retracted`.
-- independent_source_count: Articles that state it, a report and its copies counted once.
-- is_closed: It belongs to no series: an addition, or a part that nothing sets apart from its whole.
-- quantity_ids: The figures, in `facts.quantities`.
-- article_ids: The articles.
with superseded as (
    select
        older.story_id,
        older.quantity_ids,
        min(newer.known_from) as ended_on
    from marts.toll_figures as older
    join marts.toll_figures as newer
        on newer.story_id = older.story_id
        and newer.measure = older.measure
        and newer.scope = older.scope
        and newer.asserter is not distinct from older.asserter
        and newer.amount <> older.amount
        and newer.amount >= older.amount / 2
        and not (newer.bound in ('at_least', 'more_than') and newer.amount < older.amount)
        and newer.known_from >= older.known_from
        and row(newer.known_from, newer.first_at) > row(older.known_from, older.first_at)
    where newer.is_numbered and not newer.is_closed and not older.is_closed
    group by all
),

retracted as (
    select
        figure.story_id,
        figure.quantity_ids,
        min(withdrawal.known_on) as ended_on
    from marts.toll_figures as figure
    join staging.toll_claims as withdrawal
        on withdrawal.is_retracted
        and withdrawal.story_id = figure.story_id
        and withdrawal.measure = figure.measure
        and coalesce(withdrawal.value, withdrawal.value_low) = figure.amount
        and withdrawal.known_on >= figure.known_from
        and (withdrawal.asserter is null or withdrawal.asserter = figure.asserter)
    group by all
)

select
    figure.story_id,
    figure.measure,
    figure.scope,
    figure.asserter,
    figure.value,
    figure.value_low,
    figure.value_high,
    figure.bound,
    figure.known_from,
    least(superseded.ended_on, retracted.ended_on) as known_to,
    case
        when retracted.ended_on <= coalesce(superseded.ended_on, retracted.ended_on) then 'retracted'
        when superseded.ended_on is not null then 'superseded'
        else 'standing'
    end as status,
    figure.independent_source_count,
    figure.article_count,
    figure.is_closed,
    figure.quantity_ids,
    figure.article_ids
from marts.toll_figures as figure
left join superseded using (story_id, quantity_ids)
left join retracted using (story_id, quantity_ids)
order by
    figure.story_id,
    figure.measure,
    figure.scope,
    figure.known_from,
    figure.amount,
    figure.quantity_ids
