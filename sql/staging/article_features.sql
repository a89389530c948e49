-- One row per article and feature that tells its happening apart: at most 40 names and rare words of headline and lead.
-- weight: A name counts twice, a country little; a word of the headline counts more than one of the lead.
with names as (
    select distinct
        mention.article_id,
        'name ' || mention.entity_id as feature,
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

passages as (
    select
        article_id,
        unnest([
            {'passage': title, 'weight': 1.5},
            {'passage': substring(text, body_start + 1, 900), 'weight': 1.0}
        ], recursive := true)
    from facts.articles
),

spelled as (
    select
        article_id,
        weight,
        unnest(regexp_extract_all(lower(passage), '[\p{L}]{4,}')) as word
    from passages
),

words as (
    select
        spelled.article_id,
        'word ' || regexp_replace(spelled.word, '(s|ed|ing)$', '') as feature,
        max(spelled.weight) as weight
    from spelled
    anti join staging.common_words as common on common.word = spelled.word
    group by all
),

ranked as (
    select
        article_id,
        feature,
        weight
    from (
        select * from names
        union all
        select * from words
    )
    qualify row_number() over (partition by article_id order by weight desc, hash(feature)) <= 40
)

select
    ranked.article_id,
    hash(ranked.feature) as feature,
    max(ranked.weight) as weight,
    bool_or(starts_with(ranked.feature, 'name ') and ranked.weight > 1) as is_telling,
    article.published_utc_at::date as published_on,
    coalesce((epoch(article.published_utc_at) // 604800)::integer, -1) as week
from ranked
join facts.articles as article using (article_id)
group by all
