-- One row per article and feature that tells its happening apart: at most 40 names and rare words of headline and lead.
-- A name of one word is that word, so that it meets the word where nothing took it for a name; capitals show one too.
-- weight: A name counts twice, a country little; a word of the headline counts more than one of the lead.
-- is_telling: A name, but of a country; a word of a longer name does not tell beside that.
with names as (
    select
        mention.article_id,
        case
            when proposal.canonical_name like '% %' then 'name ' || mention.entity_id
            else 'word ' || regexp_replace(lower(proposal.canonical_name), '(s|ed|ing)$', '')
        end as feature,
        case
            when proposal.kind in ('country', 'people', 'igo', 'government') then 0.5
            when mention.label in ('PERSON', 'FAC', 'EVENT') or proposal.kind = 'city' then 2.0
            else 1.5
        end as weight
    from facts.mentions as mention
    join facts.entity_proposals as proposal using (article_id, entity_id)
    where
        mention.form = 'name'
        and coalesce(proposal.kind, '') <> 'media'
        and mention.label in ('PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'NORP')
),

parts as (
    select distinct
        article_id,
        unnest(regexp_extract_all(lower(alias), '[\p{L}]{4,}')) as word
    from facts.entity_proposals
    where alias like '% %' or label = 'NORP' or kind in ('country', 'people', 'igo', 'government', 'media')
),

capitals as (
    select distinct
        article_id,
        lower(unnest(regexp_extract_all(
            substring(text, body_start + 1, 900), '[\p{Ll},] (\p{Lu}\p{L}{3,})', 1
        ))) as word
    from facts.articles
),

spelled as (
    select article_id, 1.5 as weight, unnest(regexp_extract_all(lower(title), '[\p{L}]{4,}')) as word
    from facts.articles
    union all
    select article_id, 1.0, unnest(regexp_extract_all(lower(substring(text, body_start + 1, 900)), '[\p{L}]{4,}'))
    from facts.articles
),

features as (
    select article_id, feature, weight, weight > 1 as is_telling from names
    union all
    select
        spelled.article_id,
        'word ' || regexp_replace(spelled.word, '(s|ed|ing)$', ''),
        case when capital.word is not null and part.word is null then 1.75 else spelled.weight end,
        capital.word is not null and part.word is null
    from spelled
    anti join staging.common_words as common on common.word = spelled.word
    left join capitals as capital on capital.article_id = spelled.article_id and capital.word = spelled.word
    left join parts as part on part.article_id = spelled.article_id and part.word = spelled.word
),

ranked as (
    select article_id, feature, max(weight) as weight, bool_or(is_telling) as is_telling
    from features
    group by article_id, feature
    qualify row_number() over (partition by article_id order by max(weight) desc, hash(feature)) <= 40
)

select
    ranked.article_id,
    hash(ranked.feature) as feature,
    ranked.weight,
    ranked.is_telling,
    article.published_utc_at::date as published_on,
    coalesce((epoch(article.published_utc_at) // 604800)::integer, -1) as week
from ranked
join facts.articles as article using (article_id)
