-- One row per article version: a hash of its body, the same however its lines are wrapped.
-- The body begins with its first body sentence, so a headline or byline inside the text makes no difference.
-- A body under 200 characters has no hash: stock phrases are no copies of each other.
with bodies as (
    select
        article.article_id,
        substring(article.text, coalesce(min(sentence.char_start), article.body_start) + 1) as body
    from facts.articles as article
    left join facts.sentences as sentence
        on sentence.article_id = article.article_id
        and sentence.section_kind = 'body'
    group by
        article.article_id,
        article.text,
        article.body_start
),

normalised as (
    select
        article_id,
        trim(regexp_replace(lower(nfc_normalize(body)), '\s+', ' ', 'g')) as body
    from bodies
)

select
    article_id,
    case when length(body) >= 200 then md5(body) end as body_hash
from normalised
