-- One row per entity: how GDELT writes it as an actor.
-- country: CAMEO code of its country; of a person without one, the country whose office is held.
-- actor_type: CAMEO type by its kind, of a person by the office.
-- actor_code: `KAZGOV`, `IGOUNO`: group or country, then type.
with offices as (
    select
        held.subject_entity_id as entity_id,
        min(type.type) as type,
        min(code.cameo) as cameo
    from facts.relations as held
    join exports.actor_types as type on type.property = 'relation' and type.value = held.relation
    join facts.entities as body on body.entity_id = held.object_entity_id
    left join exports.country_codes as code on code.iso3 = body.country_code
    where
        held.is_former is not true
        and (body.label = 'GPE' or body.kind in ('government', 'court', 'police', 'military'))
    group by held.subject_entity_id
),

coded as (
    select
        entity.entity_id,
        upper(entity.canonical_name) as actor_name,
        coalesce(nullif(code.cameo, ''), office.cameo, '') as country,
        coalesce(known.known_group, '') as known_group,
        coalesce(type.type, office.type, '') as actor_type,
        entity.label = 'GPE' and entity.geonames_id is not null as is_place,
        entity.geonames_id
    from facts.entities as entity
    left join exports.country_codes as code on code.iso3 = entity.country_code
    left join exports.known_groups as known using (canonical_name)
    left join exports.actor_types as type on type.property = 'kind' and type.value = entity.kind
    left join offices as office on office.entity_id = entity.entity_id and entity.label = 'PERSON'
)

select
    *,
    case
        when known_group <> '' then actor_type || known_group
        else country || actor_type
    end as actor_code
from coded
