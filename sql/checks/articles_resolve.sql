-- One row per article id that no row of facts.articles has.
-- severity: error
with used as (
    select 'sentences' as table_name, article_id from facts.sentences
    union all
    select 'mentions', article_id from facts.mentions
    union all
    select 'entity_proposals', article_id from facts.entity_proposals
    union all
    select 'relations', article_id from facts.relations
    union all
    select 'quantities', article_id from facts.quantities
    union all
    select 'times', article_id from facts.times
    union all
    select 'unread_numbers', article_id from facts.unread_numbers
    union all
    select 'places', article_id from facts.places
    union all
    select 'statements', article_id from facts.statements
    union all
    select 'events', article_id from facts.events
    union all
    select 'articles', version_of from facts.articles
    union all
    select 'stories', article_id from facts.stories
    union all
    select 'stories', original_article_id from facts.stories
)

select
    table_name,
    article_id
from used
anti join facts.articles using (article_id)
where article_id is not null
