-- One row per speaker of a statement, whether the entity that speaks or a person named in the words for it.
-- "Nurdaulet Askarbek of Kazakhstan's Prosecutor General's Office" tells of the man what "he" does not.
with spans as (
    select
        statement.article_id,
        statement.statement_id,
        statement.speaker_entity_id,
        statement.speaker_start,
        statement.speaker_end,
        lower(concat_ws(' ', statement.speaker_surface, statement.speaker_role, speaker.canonical_name)) as spelled
    from facts.statements as statement
    left join facts.entities as speaker on speaker.entity_id = statement.speaker_entity_id
    where statement.speaker_surface is not null
),

told as (
    select
        span.article_id,
        span.statement_id,
        span.speaker_entity_id,
        span.speaker_start,
        span.speaker_end,
        list_has_any(regexp_extract_all(span.spelled, '[\p{L}]+'), authority.words) as is_authority,
        max(place.country_code) as country_code
    from spans as span
    cross join (select list(word) || list(word || 's') as words from staging.authority_words) as authority
    left join facts.places as place
        on place.article_id = span.article_id
        and place.char_start >= span.speaker_start
        and place.char_end <= span.speaker_end
    group by all
)

select
    article_id,
    coalesce(speaker_entity_id, statement_id) as speaker_id,
    bool_or(is_authority) as is_authority,
    max(country_code) as country_code
from (
    select * from told
    union all by name
    select
        told.* replace (mention.entity_id as speaker_entity_id)
    from told
    join facts.mentions as mention
        on mention.article_id = told.article_id
        and mention.label = 'PERSON'
        and mention.char_start >= told.speaker_start
        and mention.char_end <= told.speaker_end
    where mention.entity_id <> told.speaker_entity_id
)
group by all
