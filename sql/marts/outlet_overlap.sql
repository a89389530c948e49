-- One row per pair of outlets that tell a story in common, the first in the alphabet first.
-- other_outlet: The second outlet.
-- story_count: Stories that both tell.
-- shared_report_count: Reports that both print: one repeats the other, or both a third.
-- independent_story_count: Stories that each tells in a report of its own.
-- wires: Outlets that were first with the shared reports.
-- story_ids: The stories.
-- article_ids: The articles of both in these stories.
with reports as (
    select
        article.outlet,
        article.story_id,
        article.report,
        list(article.article_id) as article_ids,
        list(distinct source.outlet) filter (where source.outlet is not null) as wires
    from staging.current_articles as article
    left join facts.articles as source on source.article_id = article.original_article_id
        and article.story_relation = 'copy'
    where article.outlet is not null
    group by article.outlet, article.story_id, article.report
),

tellings as (
    select
        outlet,
        story_id,
        list(report) as reports,
        flatten(list(article_ids)) as article_ids
    from reports
    group by outlet, story_id
),

stories as (
    select
        one.outlet,
        other.outlet as other_outlet,
        count(*) as story_count,
        count(*) filter (
            where len(one.reports) > 1 or len(other.reports) > 1 or one.reports[1] <> other.reports[1]
        ) as independent_story_count,
        list_sort(list(one.story_id)) as story_ids,
        list_sort(flatten(list(one.article_ids || other.article_ids))) as article_ids
    from tellings as one
    join tellings as other
        on other.story_id = one.story_id
        and other.outlet > one.outlet
    group by one.outlet, other.outlet
),

shared as (
    select
        one.outlet,
        other.outlet as other_outlet,
        count(*) as shared_report_count,
        list_sort(list_distinct(flatten(list(
            coalesce(one.wires, []::varchar[]) || coalesce(other.wires, []::varchar[])
        )))) as wires
    from reports as one
    join reports as other
        on other.report = one.report
        and other.story_id = one.story_id
        and other.outlet > one.outlet
    group by one.outlet, other.outlet
)

select
    story.outlet,
    story.other_outlet,
    story.story_count,
    coalesce(shared.shared_report_count, 0) as shared_report_count,
    story.independent_story_count,
    nullif(shared.wires, []) as wires,
    story.story_ids,
    story.article_ids
from stories as story
left join shared using (outlet, other_outlet)
order by story.outlet, story.other_outlet
