-- One row per mention of an event in a document: the 16 columns of GDELT's Mentions 2.0, in their order.
select
    telling.global_event_id,
    event.batch as event_time_date,
    telling.batch as mention_time_date,
    document.source_collection as mention_type,
    document.source_name as mention_source_name,
    document.document as mention_identifier,
    min(telling.sentence_no) + 1 as sentence_id,
    coalesce(min(telling.actor_start), -1) as actor1_char_offset,
    coalesce(min(telling.recipient_start), -1) as actor2_char_offset,
    telling.char_start as action_char_offset,
    1 as in_raw_text,
    round(max(telling.confidence) * 100)::integer as confidence,
    any_value(document.char_count) as mention_doc_len,
    '' as mention_doc_tone,
    '' as mention_doc_translation_info,
    '' as extras
from exports.codable_events as telling
join exports.event_groups as event using (global_event_id)
join exports.documents as document on document.article_id = telling.article_id
group by all
order by telling.global_event_id, mention_time_date, mention_identifier, action_char_offset
