-- One row per current article: the newest version of its thread, with its place among the stories.
select
    article.article_id,
    story.story_id,
    story.relation as story_relation,
    story.original_article_id,
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
where article.is_current
