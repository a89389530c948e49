-- One row per event that happened or is said to have, in a current article, and party to it.
-- name: Type and mode.
-- sentence: The sentence that tells it first.
select
    event.article_id,
    event.event_id,
    min(concat_ws(' ', event.event_type, event.event_mode)) as name,
    arg_min(event.modality, event.char_start) as modality,
    min(event.happened_on) as happened_on,
    max(coalesce(event.happened_to, event.happened_on)) as happened_to,
    min(place.canonical_name) as place_name,
    min(place.country) as country,
    list_sort(list_distinct(list(party.entity_id) filter (where party.entity_id is not null))) as parties,
    arg_min(sentence.surface, event.char_start) as sentence
from facts.events as event
join staging.current_articles as article using (article_id)
left join facts.sentences as sentence using (article_id, sentence_no)
left join exports.ftm_things as place on place.entity_id = event.place_entity_id
left join exports.ftm_things as party
    on party.is_party
    and party.entity_id in (event.actor_entity_id, event.recipient_entity_id)
where event.modality in ('happened', 'ongoing', 'alleged') and not event.is_negated
group by event.article_id, event.event_id
