-- One row per two tellings of an event that contradict each other: as a fact and denied, or as done and as planned.
-- In one article an event is one by its id, across the articles of a story by type, actor and recipient.
with tellings as (
    select
        article.story_id,
        event.article_id,
        event.event_id,
        event.event_row_id,
        event.event_type,
        event.actor_entity_id,
        event.recipient_entity_id,
        event.is_negated,
        event.modality,
        statement.speaker_surface
    from facts.events as event
    join staging.current_articles as article using (article_id)
    left join facts.statements as statement using (article_id, statement_id)
    where article.story_relation <> 'copy'
)

select
    one.story_id,
    'denial' as kind,
    one.event_type as about,
    one.event_row_id as row_id,
    other.event_row_id as other_row_id
from tellings as one
join tellings as other
    on other.story_id = one.story_id
    and other.event_type = one.event_type
    and other.actor_entity_id = one.actor_entity_id
    and other.recipient_entity_id = one.recipient_entity_id
    and other.speaker_surface is distinct from one.speaker_surface
where
    not one.is_negated
    and one.modality in ('happened', 'ongoing', 'alleged')
    and other.is_negated
    and other.modality in ('happened', 'ongoing', 'alleged')
union all
select
    one.story_id,
    'planned or done',
    one.event_type,
    one.event_row_id,
    other.event_row_id
from tellings as one
join tellings as other using (article_id, event_id)
where
    not one.is_negated
    and not other.is_negated
    and one.modality in ('happened', 'ongoing')
    and other.modality in ('planned', 'promised')
