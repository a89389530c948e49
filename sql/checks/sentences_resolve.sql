-- One row per fact whose sentence is none of its article's.
-- severity: error
with used as (
    select 'mentions' as table_name, article_id, sentence_no, surface from facts.mentions
    union all
    select 'relations', article_id, sentence_no, surface from facts.relations
    union all
    select 'quantities', article_id, sentence_no, surface from facts.quantities
    union all
    select 'times', article_id, sentence_no, surface from facts.times
    union all
    select 'unread_numbers', article_id, sentence_no, surface from facts.unread_numbers
    union all
    select 'places', article_id, sentence_no, surface from facts.places
    union all
    select 'statements', article_id, sentence_no, surface from facts.statements
    union all
    select 'events', article_id, sentence_no, surface from facts.events
)

select
    table_name,
    article_id,
    sentence_no,
    surface
from used
anti join facts.sentences using (article_id, sentence_no)
