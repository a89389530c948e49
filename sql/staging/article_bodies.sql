-- One row per article version: a hash of its body without white space, the same however its lines are wrapped.
-- The body begins with its first body sentence, so a headline or byline inside the text makes no difference.
-- A body under 100 characters has no hash: stock phrases are no copies of each other.
with starts as (
    select
        article_id,
        min(char_start) as body_start
    from facts.sentences
    where section_kind = 'body'
    group by article_id
),

bodies as (
    select
        article.article_id,
        lower(substring(article.text, coalesce(starts.body_start, article.body_start) + 1)) as body
    from facts.articles as article
    left join starts using (article_id)
),

squeezed as (
    select
        article_id,
        replace(replace(replace(replace(replace(
            body, ' ', ''), chr(10), ''), chr(13), ''), chr(9), ''), chr(160), '') as body
    from bodies
)

select
    article_id,
    case when length(body) >= 100 then md5(body) end as body_hash
from squeezed
