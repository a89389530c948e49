-- One row per entity: for each property the value that most mentions support, the alphabet deciding a tie.
with proposals as (
    select
        entity_id,
        mention_count,
        unnest([
            {'property': 'label', 'vote': label},
            {'property': 'kind', 'vote': kind},
            {'property': 'canonical_name', 'vote': canonical_name},
            {'property': 'country_code', 'vote': country_code},
            {'property': 'geonames_id', 'vote': geonames_id::varchar},
            {'property': 'wikidata_id', 'vote': wikidata_id}
        ], recursive := true)
    from facts.entity_proposals
),

votes as (
    select
        entity_id,
        property,
        vote,
        sum(mention_count) as supporters
    from proposals
    where vote is not null
    group by all
),

winners as (
    select
        entity_id,
        property,
        arg_min(vote, row(-supporters, vote)) as vote
    from votes
    group by all
),

forms as (
    select
        entity_id,
        list_sort(list_distinct(list(alias) || list(canonical_name))) as aliases
    from facts.entity_proposals
    group by entity_id
)

select
    winner.entity_id,
    max(winner.vote) filter (where winner.property = 'label') as label,
    max(winner.vote) filter (where winner.property = 'kind') as kind,
    max(winner.vote) filter (where winner.property = 'canonical_name') as canonical_name,
    any_value(form.aliases) as aliases,
    max(winner.vote) filter (where winner.property = 'country_code') as country_code,
    (max(winner.vote) filter (where winner.property = 'geonames_id'))::integer as geonames_id,
    max(winner.vote) filter (where winner.property = 'wikidata_id') as wikidata_id
from winners as winner
join forms as form using (entity_id)
group by winner.entity_id
