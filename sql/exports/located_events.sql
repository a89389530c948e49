-- One row per event row of a current article whose place is known on the ground.
-- place_precision: `country`, `division` or `place`: the coordinates are a point in the middle of it.
-- speaker: Who says so by name; empty is the publisher's own voice or nobody by name.
select
    event.*,
    event.happened_on::varchar as first_on,
    coalesce(event.happened_to, event.happened_on)::varchar as last_on,
    ground.latitude::double as latitude,
    ground.longitude::double as longitude,
    case
        when ground.geo_type = 1 then 'country'
        when ground.geo_type in (2, 5) then 'division'
        else 'place'
    end as place_precision,
    speaker.canonical_name as speaker,
    article.url
from marts.event_timeline as event
join exports.geography as ground using (geonames_id)
join facts.articles as article using (article_id)
left join facts.statements as statement on statement.statement_id = event.statement_id
left join facts.entities as speaker on speaker.entity_id = statement.speaker_entity_id
where ground.latitude <> ''
