-- One row per entity that FollowTheMoney has a schema for: people, bodies, places.
-- schema: Of FollowTheMoney.
-- is_party: A legal entity, which may be involved in an event.
select
    entity.entity_id,
    entity.canonical_name,
    entity.wikidata_id,
    lower(country.iso2) as country,
    coalesce(exact.schema, general.schema) as schema,
    coalesce(exact.is_party, general.is_party) = '1' as is_party,
    ground.latitude,
    ground.longitude
from facts.entities as entity
left join exports.ftm_schemata as exact on exact.label = entity.label and exact.kind = entity.kind and exact.kind <> ''
left join exports.ftm_schemata as general on general.label = entity.label and general.kind = ''
left join exports.countries as country on country.iso3 = entity.country_code
left join staging.places_known as ground using (geonames_id)
where coalesce(exact.schema, general.schema) is not null
