-- One row per contradiction in a story: between figures of a toll, tellings of an event, holders of an office.
-- kind: `toll`, `denial`, `planned or done` or `role`.
-- about: The toll, event type or office.
-- says: The words of one side.
-- speaker_surface: Who says so on one side; NULL is the publisher's own voice.
-- row_id: The row of one side, in `facts.quantities`, `facts.events` or `facts.relations`.
-- other_says: The words of the other side.
-- other_speaker: Who says so on the other side; NULL is the publisher's own voice.
-- other_row_id: The row of the other side.
-- other_article_id: The article of the other side.
-- other_start: First character of the other side's words.
-- other_end: One past the last of them.
with conflicts as (
    select
        'toll' as kind,
        story_id,
        measure || ' (' || scope || ')' as about,
        row_id,
        other_row_id
    from marts.toll_conflicts
    union all
    select kind, story_id, about, row_id, other_row_id from staging.event_conflicts
    union all
    select 'role', story_id, about, row_id, other_row_id from staging.role_conflicts
),

sides as (
    select quantity_id as row_id, article_id, statement_id, surface, char_start, char_end from facts.quantities
    union all
    select event_row_id, article_id, statement_id, surface, char_start, char_end from facts.events
    union all
    select relation_id, article_id, null, surface, char_start, char_end from facts.relations
),

told as (
    select
        side.row_id,
        side.article_id,
        side.surface,
        side.char_start,
        side.char_end,
        statement.speaker_surface
    from sides as side
    left join facts.statements as statement using (article_id, statement_id)
)

select
    conflict.kind,
    conflict.story_id,
    conflict.about,
    one.surface as says,
    one.speaker_surface,
    other.surface as other_says,
    other.speaker_surface as other_speaker,
    conflict.row_id,
    one.article_id,
    one.char_start,
    one.char_end,
    conflict.other_row_id,
    other.article_id as other_article_id,
    other.char_start as other_start,
    other.char_end as other_end
from conflicts as conflict
join told as one using (row_id)
join told as other on other.row_id = conflict.other_row_id
order by
    conflict.story_id,
    conflict.kind,
    conflict.about,
    conflict.row_id,
    conflict.other_row_id
