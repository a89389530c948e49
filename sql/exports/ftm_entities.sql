-- One row per entity of FollowTheMoney, with its properties.
with listed as (
    select
        entity_id,
        schema,
        prop,
        list(value order by value) as properties
    from exports.ftm_statements
    group by entity_id, schema, prop
)

select
    entity_id as id,
    schema,
    map_from_entries(list((prop, properties) order by prop)) as properties,
    ['dateline'] as datasets
from listed
group by entity_id, schema
order by id
