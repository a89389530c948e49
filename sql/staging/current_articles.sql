-- One row per current article: the newest version of its thread, with its place among the stories.
-- report: What copies and versions have in common: the thread that was first to tell it.
-- kept: as a table, since every mart reads it.
select
    article.article_id,
    story.story_id,
    story.relation as story_relation,
    story.original_article_id,
    coalesce(source.thread, link.thread) as report,
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
left join staging.article_links as source
    on story.relation = 'copy' and source.article_id = story.original_article_id
where article.is_current
