-- One row per place and day: what is said to have happened there on a day that the text states.
-- place_name: GeoNames name.
-- admin1: Division as GeoNames codes it.
-- happened_on: The day.
-- event_count: Events told; copies of an article tell them again.
-- conflict_count: Those of quad class 3 or 4.
-- story_count: Stories that tell them.
-- article_count: Articles that tell them.
-- event_types: Types of the events, sorted.
-- event_ids: The events, in `facts.events`.
-- article_ids: The articles.
select
    day.geonames_id,
    place.place_name,
    place.country_code,
    place.admin1,
    place.latitude,
    place.longitude,
    day.happened_on,
    count(distinct day.event_id) as event_count,
    count(distinct day.event_id) filter (where day.quad_class in (3, 4)) as conflict_count,
    count(distinct day.story_id) as story_count,
    count(distinct day.article_id) as article_count,
    list_sort(list(distinct day.event_type)) as event_types,
    list_sort(list(distinct day.event_id)) as event_ids,
    list_sort(list(distinct day.article_id)) as article_ids
from staging.event_days as day
left join staging.places_known as place using (geonames_id)
where
    day.geonames_id is not null
    and day.modality in ('happened', 'ongoing', 'alleged')
group by all
order by
    day.happened_on,
    place.place_name,
    day.geonames_id
