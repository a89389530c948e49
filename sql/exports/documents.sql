-- One row per current article: the document as GDELT writes it.
-- batch: The quarter of an hour in which it was read, as GDELT names its updates.
-- published: The day or instant of publication; empty where the article states none.
-- source_collection: 1 for a page of the web, 2 for what has no address.
-- source_name: Host of the address, else the outlet.
-- document: The address, else the article's key in its source.
-- lead_no: The paragraph in which the body begins.
with leads as (
    select
        article_id,
        min(paragraph_no) as lead_no
    from facts.sentences
    where section_kind = 'body'
    group by article_id
)

select
    article.article_id,
    current.report,
    current.story_id,
    strftime(time_bucket(interval 15 minutes, article.ingested_at), '%Y%m%d%H%M%S') as batch,
    coalesce(strftime(article.published_utc_at, '%Y%m%d%H%M%S'), '') as published,
    if(coalesce(article.url, article.canonical_url) is null, 2, 1) as source_collection,
    coalesce(
        nullif(
            regexp_extract(
                lower(coalesce(article.canonical_url, article.url)), '^https?://(?:www\.)?([^/:?#]+)', 1
            ), ''
        ),
        regexp_replace(article.outlet, '[\s\pC\p{Zl}\p{Zp}]+', ' ', 'g'),
        ''
    ) as source_name,
    regexp_replace(
        coalesce(article.url, article.canonical_url, article.source_key), '[\s\pC\p{Zl}\p{Zp}]', '%20', 'g'
    ) as document,
    article.text_hash,
    article.char_count,
    article.word_count,
    article.title,
    nullif(array_to_string(article.authors, ';'), '') as author_list,
    lead.lead_no
from staging.current_articles as current
join facts.articles as article using (article_id)
left join leads as lead using (article_id)
