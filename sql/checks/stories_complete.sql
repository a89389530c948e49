-- One row per article that is in no story, and per story that has not exactly one original.
-- severity: error
select
    'article without a story' as problem,
    article_id as id
from facts.articles
anti join facts.stories using (article_id)
union all
select
    'story without one original',
    story_id
from facts.stories
group by story_id
having count(*) filter (where relation = 'original') <> 1
