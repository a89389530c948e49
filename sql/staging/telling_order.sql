-- One row per article version, its thread and what it follows there; stories are told in the order of `place`.
select
    article_id,
    thread,
    version_of,
    row_number() over (order by dated_at nulls last, ingested_at, article_id) as place
from staging.article_links
