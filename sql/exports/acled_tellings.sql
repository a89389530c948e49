-- One row per telling of an event that ACLED has a type for, the first of each event numbered 1.
-- armed: Both parties bear arms.
with parties as (
    select
        telling.*,
        actor.canonical_name as actor_name,
        recipient.canonical_name as recipient_name,
        one.inter as actor_inter,
        two.inter as recipient_inter,
        coalesce(one.is_armed = '1' and two.is_armed = '1', false) as is_armed
    from exports.codable_events as telling
    left join facts.entities as actor on actor.entity_id = telling.actor_entity_id
    left join facts.entities as recipient on recipient.entity_id = telling.recipient_entity_id
    left join exports.acled_actors as one on one.kind = actor.kind
    left join exports.acled_actors as two on two.kind = recipient.kind
),

typed as (
    select
        party.*,
        type.disorder_type,
        type.acled_event_type,
        type.sub_event_type
    from parties as party
    join exports.acled_types as type
        on type.event_type = party.event_type
        and type.event_mode in ('', coalesce(party.event_mode, ''))
        and type.parties in ('', if(party.is_armed, 'armed', ''))
    qualify row_number() over (
        partition by party.article_id, party.event_row_id
        order by type.event_mode desc, type.parties desc
    ) = 1
)

select
    *,
    row_number() over (
        partition by global_event_id order by batch, article_id, char_start, event_row_id
    ) as telling_no
from typed
