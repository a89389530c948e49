-- One row per entity id that no row of facts.entities has.
-- severity: error
with used as (
    select article_id, 'mentions' as table_name, entity_id from facts.mentions
    union all
    select article_id, 'relations', subject_entity_id from facts.relations
    union all
    select article_id, 'relations', object_entity_id from facts.relations
    union all
    select article_id, 'quantities', counted_entity_id from facts.quantities
    union all
    select article_id, 'places', entity_id from facts.places
    union all
    select article_id, 'statements', speaker_entity_id from facts.statements
    union all
    select article_id, 'statements', via_entity_id from facts.statements
    union all
    select article_id, 'events', actor_entity_id from facts.events
    union all
    select article_id, 'events', recipient_entity_id from facts.events
    union all
    select article_id, 'events', place_entity_id from facts.events
)

select
    table_name,
    article_id,
    entity_id
from used
anti join facts.entities using (entity_id)
where entity_id is not null
