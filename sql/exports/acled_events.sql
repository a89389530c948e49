-- One row per event: the columns of ACLED, then what ACLED has no column for.
-- time_precision: 1 a day, 2 a week, 3 a month; empty with the date where the text gives none.
-- geo_precision: 1 a town, 2 a division, 3 a country.
with sources as (
    select
        telling.global_event_id,
        string_agg(distinct document.source_name, '; ' order by document.source_name) as source,
        count(distinct telling.report) as independent_source_count,
        arg_max(dead.value, row(document.published, telling.article_id)) as fatalities,
        min(dead.low) as fatalities_low,
        if(bool_or(dead.low is not null and dead.high is null), null, max(dead.high)) as fatalities_high,
        string_agg(distinct telling.article_id, '; ' order by telling.article_id) as article_ids,
        string_agg(distinct telling.event_row_id, '; ' order by telling.event_row_id) as event_row_ids
    from exports.acled_tellings as telling
    join exports.documents as document using (article_id)
    left join exports.acled_fatalities as dead using (article_id, event_id)
    group by telling.global_event_id
),

timed as (
    select
        *,
        case
            when happened_on is not null then 1
            when last_on - first_on < 7 then 2
            when last_on - first_on < 31 then 3
        end as time_precision
    from exports.acled_tellings
    where telling_no = 1
)

select
    concat(place.country_code, event.global_event_id) as event_id_cnty,
    if(event.time_precision is null, null, event.first_on) as event_date,
    if(event.time_precision is null, null, year(event.first_on)) as year,
    event.time_precision,
    event.disorder_type,
    event.acled_event_type as event_type,
    event.sub_event_type,
    coalesce(event.actor_name, event.actor_words) as actor1,
    event.actor_inter as inter1,
    coalesce(event.recipient_name, event.recipient_words) as actor2,
    event.recipient_inter as inter2,
    code.iso_number as iso,
    country.name as country,
    case when ground.geo_type in (2, 5) then place.place_name end as admin1,
    case when ground.geo_type <> 1 then place.place_name end as location,
    place.latitude,
    place.longitude,
    case when ground.geo_type = 1 then 3 when ground.geo_type in (2, 5) then 2 when ground.geo_type > 0 then 1 end
        as geo_precision,
    nullif(source.source, '') as source,
    null as source_scale,
    case when getvariable('with_text') then sentence.surface end as notes,
    source.fatalities::bigint as fatalities,
    event.modality,
    event.date_precision,
    place.admin1 as admin1_code,
    source.fatalities_low,
    source.fatalities_high,
    source.independent_source_count,
    source.article_ids,
    source.event_row_ids
from timed as event
join sources as source using (global_event_id)
left join facts.sentences as sentence using (article_id, sentence_no)
left join staging.places_known as place on place.geonames_id = event.ground_id
left join exports.geography as ground on ground.geonames_id = event.ground_id
left join exports.country_codes as code on code.iso3 = place.country_code
left join exports.countries as country on country.iso3 = place.country_code
order by event_date nulls last, event_id_cnty
