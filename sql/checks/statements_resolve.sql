-- One row per statement id that no statement of the same article has.
-- severity: error
with used as (
    select 'quantities' as table_name, article_id, statement_id, surface from facts.quantities
    union all
    select 'events', article_id, statement_id, surface from facts.events
)

select
    table_name,
    article_id,
    statement_id,
    surface
from used
anti join facts.statements using (article_id, statement_id)
where statement_id is not null
