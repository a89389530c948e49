-- One row per actor, recipient, event type, modality and stated day: who is said to have done what to whom.
-- actor_name: The actor's name across articles.
-- actor_country_code: ISO 3166-1 alpha-3 of the actor.
-- recipient_name: The recipient's name across articles.
-- recipient_country_code: ISO 3166-1 alpha-3 of the recipient.
-- happened_on: The day.
-- independent_source_count: Reports that say so; a report and its copies are one.
-- article_count: Articles that say so.
-- event_ids: The events, in `facts.events`.
-- article_ids: The articles.
select
    day.actor_entity_id,
    actor.canonical_name as actor_name,
    actor.country_code as actor_country_code,
    day.recipient_entity_id,
    recipient.canonical_name as recipient_name,
    recipient.country_code as recipient_country_code,
    day.event_type,
    day.quad_class,
    day.modality,
    day.happened_on,
    count(distinct article.report) as independent_source_count,
    count(distinct day.article_id) as article_count,
    list_sort(list(distinct day.event_id)) as event_ids,
    list_sort(list(distinct day.article_id)) as article_ids
from staging.event_days as day
join staging.current_articles as article using (article_id)
join facts.entities as actor on actor.entity_id = day.actor_entity_id
join facts.entities as recipient on recipient.entity_id = day.recipient_entity_id
group by all
order by
    day.happened_on,
    actor_name,
    recipient_name,
    day.actor_entity_id,
    day.recipient_entity_id,
    day.event_type,
    day.modality
