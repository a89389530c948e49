-- One row per amount of money in a current article, with the nearest event of its sentence that can move money.
-- amount: The stated value, else the lower limit.
-- currency_code: ISO 4217.
-- actor_name: Who does it, by the name across articles, else as the article puts it.
-- recipient_name: To whom or to what.
-- event_row_id: The event, in `facts.events`; NULL where the sentence tells none.
-- event_type: What is done.
-- modality: In which way it is told.
-- speaker_surface: Who says so; NULL is the publisher's own voice.
with amounts as (
    select
        quantity.article_id,
        quantity.quantity_id,
        quantity.sentence_no,
        coalesce(quantity.value, quantity.value_low) as amount,
        quantity.value_low,
        quantity.value_high,
        quantity.bound,
        quantity.unit as currency_code,
        quantity.per_unit,
        quantity.direction,
        quantity.statement_id,
        quantity.surface,
        quantity.char_start,
        quantity.char_end,
        quantity.confidence
    from facts.quantities as quantity
    where quantity.kind = 'money' and not quantity.is_negated
)

select
    amount.article_id,
    amount.quantity_id,
    amount.amount,
    amount.value_low,
    amount.value_high,
    amount.bound,
    amount.currency_code,
    amount.per_unit,
    amount.direction,
    coalesce(actor.canonical_name, event.actor_surface) as actor_name,
    event.actor_entity_id,
    event.event_type,
    event.modality,
    coalesce(recipient.canonical_name, event.recipient_surface) as recipient_name,
    event.recipient_entity_id,
    event.event_row_id,
    statement.speaker_surface,
    article.story_id,
    article.outlet,
    article.published_at,
    amount.surface,
    amount.char_start,
    amount.char_end,
    amount.confidence
from amounts as amount
join staging.current_articles as article using (article_id)
left join facts.events as event
    on event.article_id = amount.article_id
    and event.sentence_no = amount.sentence_no
    and event.event_type in ('AGREE', 'AID', 'COOPERATE', 'SANCTION', 'TRADE')
    and not event.is_negated
left join facts.statements as statement
    on statement.article_id = amount.article_id and statement.statement_id = amount.statement_id
left join facts.entities as actor on actor.entity_id = event.actor_entity_id
left join facts.entities as recipient on recipient.entity_id = event.recipient_entity_id
qualify row_number() over (
    partition by amount.article_id, amount.quantity_id
    order by abs(event.char_start - amount.char_start), event.char_start, event.event_row_id
) = 1
order by
    article.published_utc_at,
    amount.article_id,
    amount.char_start,
    amount.quantity_id
