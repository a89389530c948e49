-- One row per actor, day, event type and modality: what an actor is said to have done on a day that the text states.
-- actor_name: The actor's name across articles.
-- actor_label: Whether the actor is a person, an organisation...
-- actor_country_code: ISO 3166-1 alpha-3 of the actor.
-- happened_on: The day.
-- event_count: Events told; copies of an article tell them again.
-- story_count: Stories that tell them.
-- article_count: Articles that tell them.
-- event_ids: The events, in `facts.events`.
-- article_ids: The articles.
select
    day.actor_entity_id,
    actor.canonical_name as actor_name,
    actor.label as actor_label,
    actor.country_code as actor_country_code,
    day.happened_on,
    day.event_type,
    day.modality,
    count(distinct day.event_id) as event_count,
    count(distinct day.story_id) as story_count,
    count(distinct day.article_id) as article_count,
    list_sort(list(distinct day.event_id)) as event_ids,
    list_sort(list(distinct day.article_id)) as article_ids
from staging.event_days as day
join facts.entities as actor on actor.entity_id = day.actor_entity_id
group by all
order by
    day.happened_on,
    actor_name,
    day.actor_entity_id,
    day.event_type,
    day.modality
