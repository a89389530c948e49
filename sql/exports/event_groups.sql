-- One row per event of GDELT's: the tellings of one deed, with how often and in how many reports it is told.
-- source_count: Independent reports: a report and its copies are one.
with firsts as (
    select
        *,
        row_number() over (
            partition by global_event_id
            order by batch, article_id, char_start, event_row_id
        ) as telling_no
    from exports.codable_events
),

counted as (
    select
        global_event_id,
        bool_or(is_root)::integer as is_root,
        count(distinct (article_id, char_start)) as mention_count,
        count(distinct report) as source_count,
        count(distinct article_id) as article_count
    from exports.codable_events
    group by global_event_id
)

select
    first.global_event_id,
    first.batch,
    first.article_id,
    first.cameo_code,
    first.happened_on,
    first.month_of,
    first.year_of,
    first.actor_entity_id,
    first.recipient_entity_id,
    first.actor_words,
    first.recipient_words,
    first.ground_id,
    counted.is_root,
    counted.mention_count,
    counted.source_count,
    counted.article_count
from firsts as first
join counted using (global_event_id)
where first.telling_no = 1
