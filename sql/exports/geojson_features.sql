-- One row per event row with a place: a feature of GeoJSON (RFC 7946), as text.
-- feature: The point of the place, and what is told of the event with the ids of its evidence.
select to_json({
    'type': 'Feature',
    'id': event_row_id,
    'geometry': {'type': 'Point', 'coordinates': [longitude, latitude]},
    'properties': {
        'event_type': event_type,
        'event_mode': event_mode,
        'modality': modality,
        'is_negated': is_negated,
        'actor': case when getvariable('with_text') or actor_entity_id is not null then actor_name end,
        'recipient': case when getvariable('with_text') or recipient_entity_id is not null then recipient_name end,
        'happened_on': first_on,
        'happened_to': last_on,
        'date_precision': date_precision,
        'place': place_name,
        'place_precision': place_precision,
        'country_code': country_code,
        'admin1': admin1,
        'geonames_id': geonames_id,
        'speaker': speaker,
        'words': case when getvariable('with_text') then surface end,
        'outlet': outlet,
        'url': url,
        'published_at': strftime(published_at, '%Y-%m-%dT%H:%M:%S'),
        'story_id': story_id,
        'article_id': article_id,
        'event_id': event_id,
        'event_row_id': event_row_id,
        'statement_id': statement_id,
        'char_start': char_start,
        'char_end': char_end
    }
})::varchar as feature
from exports.located_events
order by first_on nulls last, article_id, char_start, event_row_id
