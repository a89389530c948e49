-- One row per article version: its thread, and what it follows there.
-- A thread is a canonical address, else a key in a source. Its versions stand in the order of their own dates;
-- where one of them has none, in the order in which they were first read.
with versions as (
    select
        article_id,
        coalesce(canonical_url, source_id || chr(31) || source_key) as thread,
        coalesce(updated_at - (published_at - published_utc_at), updated_at, published_utc_at) as dated_at,
        ingested_at
    from facts.articles
),

ordered as (
    select
        article_id,
        thread,
        dated_at,
        ingested_at,
        case when bool_and(dated_at is not null) over (partition by thread) then dated_at end as placed_at
    from versions
)

select
    article_id,
    thread,
    dated_at,
    ingested_at,
    lag(article_id) over oldest_first as version_of,
    lead(article_id) over oldest_first is null as is_current
from ordered
window oldest_first as (partition by thread order by placed_at, ingested_at, article_id)
