-- One row per statement with a speaker: who that is across articles, of which country, and whether a public authority.
-- The country is the entity's, else that of an office it holds, else of a place in the words that name it, else the
-- only country that the article names.
-- kept: as a table, since several marts read it.
with offices as (
    select
        relation.article_id,
        relation.subject_entity_id as speaker_id,
        max(object.country_code) as country_code
    from facts.relations as relation
    join facts.entities as object on object.entity_id = relation.object_entity_id
    where object.country_code is not null and relation.role_surface is not null
    group by all
),

only_countries as (
    select
        article_id,
        max(country_code) as country_code
    from facts.places
    group by article_id
    having count(distinct country_code) = 1
),

told as (
    select
        article_id,
        statement_id,
        coalesce(speaker_entity_id, statement_id) as speaker_id,
        speaker_entity_id,
        speaker_surface
    from facts.statements
    where speaker_surface is not null
)

select
    told.article_id,
    told.statement_id,
    coalesce(
        entity.canonical_name,
        told.speaker_surface || case when told.speaker_entity_id is null then ' (' || told.article_id || ')' else '' end
    ) as speaker_name,
    coalesce(
        entity.country_code, office.country_code, word.country_code, only_countries.country_code
    ) as country_code,
    coalesce(entity.kind in ('government', 'police', 'military', 'official', 'court'), false)
        or office.country_code is not null
        or coalesce(word.is_authority, false) as is_authority
from told
left join facts.entities as entity on entity.entity_id = told.speaker_entity_id
left join offices as office using (article_id, speaker_id)
left join staging.speaker_words as word using (article_id, speaker_id)
left join only_countries using (article_id)
