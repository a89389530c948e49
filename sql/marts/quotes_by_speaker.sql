-- One row per quotation (direct or mixed) in a current article whose speaker is named, ordered by speaker.
-- speaker_name: The speaker's name across articles; as the article puts it where the entity is not known.
-- speaker_label: Whether the speaker is a person, an organisation...
-- speaker_kind: Finer, such as `government` or `media`.
-- kind: How the words are given: `direct` or `mixed`.
-- statement_id: The quotation, in `facts.statements`.
-- is_copy: The article repeats another one, so the quotation is no further source.
select
    coalesce(speaker.canonical_name, statement.speaker_surface) as speaker_name,
    statement.speaker_entity_id,
    speaker.label as speaker_label,
    speaker.kind as speaker_kind,
    statement.speaker_surface,
    statement.speaker_role,
    statement.via_surface,
    statement.kind,
    statement.cue,
    statement.cue_class,
    statement.said_on,
    article.published_at,
    article.outlet,
    article.story_id,
    coalesce(article.story_relation = 'copy', false) as is_copy,
    statement.article_id,
    statement.statement_id,
    statement.surface,
    statement.char_start,
    statement.char_end
from facts.quotes as statement
join staging.current_articles as article using (article_id)
left join facts.entities as speaker on speaker.entity_id = statement.speaker_entity_id
where statement.speaker_surface is not null
order by
    speaker_name,
    article.published_utc_at,
    statement.article_id,
    statement.char_start
