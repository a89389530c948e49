-- One row per outlet: what it publishes, how much of it is its own, who copies it.
-- article_count: Current articles.
-- first_published_at: The oldest of them.
-- last_published_at: The newest of them.
-- story_count: Stories that they belong to.
-- copy_count: Articles that repeat a report of another outlet.
-- copied_count: Articles of other outlets that repeat one of its reports.
-- wires: Outlets whose reports it repeats.
-- statement_count: Statements attributed to someone.
-- speaker_count: Speakers that it names.
-- toll_count: Casualty claims.
-- article_ids: The articles.
with copies as (
    select
        copy.outlet,
        copy.article_id,
        source.outlet as wire
    from staging.current_articles as copy
    join facts.articles as source on source.article_id = copy.original_article_id
    where copy.story_relation = 'copy' and source.outlet <> copy.outlet
),

copied as (
    select
        wire as outlet,
        count(*) as copied_count
    from copies
    group by wire
),

statements as (
    select
        article_id,
        count(*) as statement_count
    from facts.statements
    group by article_id
),

speakers as (
    select
        article.outlet,
        count(distinct statement.speaker_entity_id) as speaker_count
    from facts.statements as statement
    join staging.current_articles as article using (article_id)
    group by article.outlet
),

tolls as (
    select
        article_id,
        count(*) as toll_count
    from marts.tolls
    group by article_id
)

select
    article.outlet,
    count(*) as article_count,
    min(article.published_at) as first_published_at,
    max(article.published_at) as last_published_at,
    count(distinct article.story_id) as story_count,
    count(copy.article_id) as copy_count,
    any_value(coalesce(copied.copied_count, 0)) as copied_count,
    list_sort(list(distinct copy.wire) filter (where copy.wire is not null)) as wires,
    sum(coalesce(statement.statement_count, 0))::bigint as statement_count,
    any_value(coalesce(speaker.speaker_count, 0)) as speaker_count,
    sum(coalesce(toll.toll_count, 0))::bigint as toll_count,
    list_sort(list(article.article_id)) as article_ids
from staging.current_articles as article
left join copies as copy using (article_id)
left join statements as statement using (article_id)
left join tolls as toll using (article_id)
left join speakers as speaker on speaker.outlet = article.outlet
left join copied on copied.outlet = article.outlet
where article.outlet is not null
group by article.outlet
order by article.outlet
