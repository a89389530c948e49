"""What `dateline evidence` shows when it is asked nothing: every casualty claim, and who makes it."""

CASUALTY_CLAIMS = """
select
    tolls.article_id,
    tolls.quantity_id,
    tolls.char_start,
    tolls.char_end,
    tolls.measure,
    tolls.value,
    case when tolls.value is null then tolls.value_low end as value_low,
    case when tolls.value is null then tolls.value_high end as value_high,
    tolls.bound,
    tolls.counted,
    coalesce(tolls.speaker_surface, 'the article itself') as speaker,
    tolls.via_surface as via,
    quantities.counted_start,
    quantities.counted_end,
    statements.speaker_start,
    statements.speaker_end,
    statements.via_start,
    statements.via_end
from marts.tolls as tolls
join facts.quantities as quantities using (article_id, quantity_id)
left join facts.statements as statements
    on statements.article_id = quantities.article_id
    and statements.statement_id = quantities.statement_id
order by tolls.published_at, tolls.article_id, tolls.char_start, tolls.char_end, tolls.quantity_id
"""
