-- One row per event row that GDELT can tell: it has a CAMEO code and a party, and it happened or is said to have.
-- first_on: The first day of the time that the text gives, whatever its length.
-- last_on: The last day of it.
-- happened_on: The day, where the text gives it; vaguer dates leave only their month or year.
-- global_event_id: The same for tellings of one deed by one party to another on one day; without a day or without
--     parties by name, only within a story.
with dated as (
    select
        event.*,
        event.happened_on as first_on,
        coalesce(event.happened_to, event.happened_on) as last_on,
        document.batch,
        document.report,
        document.story_id,
        event.date_precision in ('day', 'part_of_day', 'hour', 'minute')
            or event.happened_to = event.happened_on as is_day,
        coalesce(event.geonames_id, place.geonames_id) as ground_id,
        coalesce(sentence.section_kind <> 'body' or sentence.paragraph_no = document.lead_no, false) as is_root
    from facts.events as event
    join exports.documents as document using (article_id)
    left join facts.sentences as sentence using (article_id, sentence_no)
    left join facts.entities as place on place.entity_id = event.place_entity_id
    where
        event.cameo_code is not null
        and event.modality in ('happened', 'ongoing', 'alleged')
        and not event.is_negated
        and coalesce(event.actor_surface, event.recipient_surface) is not null
)

select
    article_id,
    event_row_id,
    event_id,
    event_type,
    event_mode,
    modality,
    statement_id,
    date_precision,
    first_on,
    last_on,
    sentence_no,
    char_start,
    actor_start,
    recipient_start,
    confidence,
    batch,
    report,
    cameo_code,
    actor_entity_id,
    recipient_entity_id,
    case when getvariable('with_text') and actor_entity_id is null then
        regexp_replace(actor_surface, '[\s\pC\p{Zl}\p{Zp}]+', ' ', 'g')
    end as actor_words,
    case when getvariable('with_text') and recipient_entity_id is null then
        regexp_replace(recipient_surface, '[\s\pC\p{Zl}\p{Zp}]+', ' ', 'g')
    end as recipient_words,
    ground_id,
    is_root,
    case when is_day then happened_on end as happened_on,
    case
        when is_day or date_trunc('month', happened_on) = date_trunc('month', happened_to) then happened_on
    end as month_of,
    case when is_day or year(happened_on) = year(happened_to) then happened_on end as year_of,
    ('0x' || substring(md5(concat_ws(
        '|',
        cameo_code,
        case when is_day then happened_on end,
        coalesce(actor_entity_id, lower(actor_surface), '-'),
        coalesce(recipient_entity_id, lower(recipient_surface), '-'),
        coalesce(ground_id, 0),
        if(is_day and actor_entity_id is not null and recipient_entity_id is not null, '', story_id)
    )), 1, 13))::bigint as global_event_id
from dated
