-- One row per pair of outlets that tell a story in common, the first in the alphabet first.
-- other_outlet: The second outlet.
-- story_count: Stories that both tell.
-- shared_report_count: Reports that both print: one repeats the other, or both a third.
-- independent_story_count: Stories that each tells in a report of its own.
-- wires: Outlets that were first with the shared reports.
-- story_ids: The stories.
-- article_ids: The articles of both in these stories.
with tellings as (
    select
        article.outlet,
        article.story_id,
        article.report,
        article.article_id,
        source.outlet as wire
    from staging.current_articles as article
    left join facts.articles as source on source.article_id = article.original_article_id
        and article.story_relation = 'copy'
    where article.outlet is not null
),

paired as (
    select
        one.outlet,
        other.outlet as other_outlet,
        one.story_id,
        one.report = other.report as is_shared,
        one.report,
        coalesce(one.wire, other.wire) as wire,
        one.article_id,
        other.article_id as other_article_id
    from tellings as one
    join tellings as other
        on other.story_id = one.story_id
        and other.outlet > one.outlet
)

select
    outlet,
    other_outlet,
    count(distinct story_id) as story_count,
    count(distinct report) filter (where is_shared) as shared_report_count,
    count(distinct story_id) filter (where not is_shared) as independent_story_count,
    list_sort(list(distinct wire) filter (where is_shared and wire is not null)) as wires,
    list_sort(list(distinct story_id)) as story_ids,
    list_sort(list_distinct(list(article_id) || list(other_article_id))) as article_ids
from paired
group by outlet, other_outlet
order by outlet, other_outlet
