-- One row per event told in a current article (a trigger and a pair of participants), dated ones first.
-- actor_name: The actor's name across articles, else as the article puts it.
-- recipient_name: The recipient's name across articles, else as the article puts it.
-- place_name: GeoNames name of where it happened, else the entity's name.
-- country_code: Country of that place, where it is resolved.
-- admin1: Division of that place, as GeoNames codes it.
-- event_id: The event told; its mentions in one article share it.
-- speaker_surface: Who says so; NULL is the publisher's own voice.
select
    event.happened_on,
    event.happened_to,
    event.date_precision,
    event.event_type,
    event.event_mode,
    event.cameo_code,
    event.quad_class,
    coalesce(actor.canonical_name, event.actor_surface) as actor_name,
    event.actor_entity_id,
    coalesce(recipient.canonical_name, event.recipient_surface) as recipient_name,
    event.recipient_entity_id,
    coalesce(ground.place_name, place.canonical_name) as place_name,
    coalesce(ground.country_code, site.country_code) as country_code,
    coalesce(ground.admin1, site.admin1) as admin1,
    event.place_entity_id,
    coalesce(event.geonames_id, place.geonames_id) as geonames_id,
    event.modality,
    event.is_negated,
    statement.speaker_surface,
    article.published_at,
    article.outlet,
    article.story_id,
    event.article_id,
    event.event_id,
    event.event_row_id,
    event.statement_id,
    event.surface,
    event.char_start,
    event.char_end,
    event.confidence
from facts.events as event
join staging.current_articles as article using (article_id)
left join facts.statements as statement using (article_id, statement_id)
left join facts.entities as actor on actor.entity_id = event.actor_entity_id
left join facts.entities as recipient on recipient.entity_id = event.recipient_entity_id
left join facts.entities as place on place.entity_id = event.place_entity_id
left join staging.entity_grounds as site on site.entity_id = event.place_entity_id
left join staging.places_known as ground on ground.geonames_id = coalesce(event.geonames_id, place.geonames_id)
order by
    event.happened_on nulls last,
    article.published_utc_at,
    event.article_id,
    event.char_start,
    event.event_row_id
