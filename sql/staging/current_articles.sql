-- One row per current article: the newest version of its thread, with its place among the stories.
-- report: What copies and versions have in common: the thread that was first to tell it. A later version of a copy is
-- still the report that it copied.
-- kept: as a table, since every mart reads it.
with copied as (
    select
        link.thread,
        min(source.thread) as report
    from facts.stories as story
    join staging.article_links as link using (article_id)
    join staging.article_links as source on source.article_id = story.original_article_id
    where story.relation = 'copy'
    group by link.thread
)

select
    article.article_id,
    story.story_id,
    story.relation as story_relation,
    story.original_article_id,
    coalesce(copied.report, link.thread) as report,
    article.source_key,
    article.outlet,
    article.title,
    article.url,
    article.section,
    article.language,
    article.published_at,
    article.published_utc_at,
    article.published_precision,
    article.dateline_place,
    article.word_count
from facts.articles as article
left join facts.stories as story using (article_id)
left join staging.article_links as link using (article_id)
left join copied on copied.thread = link.thread
where article.is_current
