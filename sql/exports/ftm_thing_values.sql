-- One row per thing or link of FollowTheMoney, property, value and article that says so.
with named as (
    select
        thing.entity_id,
        thing.schema,
        thing.country,
        thing.wikidata_id,
        thing.latitude,
        thing.longitude,
        thing.canonical_name,
        proposal.alias,
        proposal.article_id
    from facts.entity_proposals as proposal
    join exports.documents as document using (article_id)
    join exports.ftm_things as thing using (entity_id)
)

select entity_id, schema, if(schema = 'Address', 'full', 'name') as property, canonical_name as value, article_id
from named
union all
select entity_id, schema, 'name', canonical_name, article_id
from named
union all
select entity_id, schema, 'alias', alias, article_id
from named
where alias <> canonical_name
union all
select entity_id, schema, 'country', country, article_id
from named
union all
select entity_id, schema, 'wikidataId', wikidata_id, article_id
from named
union all
select entity_id, schema, 'latitude', latitude::varchar, article_id
from named
where schema = 'Address'
union all
select entity_id, schema, 'longitude', longitude::varchar, article_id
from named
where schema = 'Address'
union all
select relation_id, schema, subject_property, subject_entity_id, article_id
from exports.ftm_links
union all
select relation_id, schema, object_property, object_entity_id, article_id
from exports.ftm_links
union all
select relation_id, schema, role_property, replace(relation, '_', ' '), article_id
from exports.ftm_links
union all
select relation_id, schema, 'status', 'former', article_id
from exports.ftm_links
where is_former and schema in ('Directorship', 'Membership', 'Employment', 'UnknownLink')
union all
select relation_id, schema, 'proof', article_id, article_id
from exports.ftm_links
