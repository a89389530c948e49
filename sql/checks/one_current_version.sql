-- One row per thread of articles that has not exactly one current version.
-- severity: error
select
    link.thread,
    count(*) filter (where article.is_current) as current_count
from staging.article_links as link
join facts.articles as article using (article_id)
group by link.thread
having count(*) filter (where article.is_current) <> 1
