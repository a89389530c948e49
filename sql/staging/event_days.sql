-- One row per event row of a current article and day on which it is stated to happen; vaguer dates have no row.
-- An event of more than 31 days is put on its first day only. Denied events are left out.
-- kept: as a table, since several marts read it.
select
    event.article_id,
    event.event_id,
    event.event_row_id,
    event.event_type,
    event.quad_class,
    event.modality,
    event.actor_entity_id,
    event.recipient_entity_id,
    event.place_entity_id,
    coalesce(event.geonames_id, place.geonames_id) as geonames_id,
    article.story_id,
    unnest(generate_series(
        event.happened_on::timestamp,
        case
            when event.happened_to - event.happened_on between 1 and 30 then event.happened_to
            else event.happened_on
        end::timestamp,
        interval 1 day
    ))::date as happened_on
from facts.events as event
join staging.current_articles as article using (article_id)
left join facts.entities as place on place.entity_id = event.place_entity_id
where
    event.happened_on is not null
    and (event.date_precision in ('day', 'hour', 'minute') or event.happened_to = event.happened_on)
    and not event.is_negated
