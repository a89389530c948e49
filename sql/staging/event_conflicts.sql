-- One row per two tellings of an event that contradict each other: as a fact and denied, or as done and as planned.
-- In one article an event is one by its id, across the articles of a story by type, actor and recipient; days that
-- are told must not differ. Of reports that tell it as done the first stands beside each that tells it as planned.
with tellings as (
    select
        article.story_id,
        article.published_utc_at,
        event.article_id,
        event.event_id,
        event.event_row_id,
        event.event_type,
        event.actor_entity_id,
        event.recipient_entity_id,
        event.is_negated,
        event.modality,
        event.happened_on,
        coalesce(event.happened_to, event.happened_on) as happened_to,
        statement.speaker_surface
    from facts.events as event
    join staging.current_articles as article using (article_id)
    left join facts.statements as statement using (article_id, statement_id)
    where article.story_relation <> 'copy'
),

facts as (
    select * from tellings where not is_negated and modality in ('happened', 'ongoing', 'alleged')
),

opposites as (
    select *, 'denial' as kind from tellings where is_negated and modality in ('happened', 'ongoing', 'alleged')
    union all
    select *, 'planned or done' from tellings where not is_negated and modality in ('planned', 'promised')
),

pairs as (
    select
        other.kind,
        one,
        other
    from facts as one
    join opposites as other using (article_id, event_id)
    union all
    select
        other.kind,
        one,
        other
    from facts as one
    join opposites as other
        on other.story_id = one.story_id
        and other.event_type = one.event_type
        and other.actor_entity_id = one.actor_entity_id
        and other.recipient_entity_id = one.recipient_entity_id
        and row(other.article_id, other.event_id) <> row(one.article_id, one.event_id)
        and coalesce(one.happened_on <= other.happened_to and other.happened_on <= one.happened_to, true)
    qualify
        other.kind = 'denial'
        or row_number() over (
            partition by other.event_row_id order by one.published_utc_at, one.article_id, one.event_row_id
        ) = 1
)

select
    one.story_id,
    kind,
    one.event_type as about,
    one.event_row_id as row_id,
    other.event_row_id as other_row_id
from pairs
where
    case kind
        when 'denial' then one.speaker_surface is distinct from other.speaker_surface
        else one.modality <> 'alleged'
    end
