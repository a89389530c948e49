-- One row per current article: what it is, and how much was read out of it.
-- story_relation: How it stands to the other articles of its story.
-- place_name: Where it plays: the town or region most named in that country; NULL where none leads.
-- country_code: The country most named, as itself or by a place in it.
-- admin1: Division of that place, as GeoNames codes it.
-- place_reason: Why there is no country: `not_stated`, or `ambiguous` where several are named equally often.
-- dateline_country_code: Country of the place in its date line.
-- dateline_admin1: Division of the place in its date line.
-- sentence_count: Sentences in it.
-- mention_count: Mentions of entities.
-- entity_count: Entities that are mentioned.
-- quantity_count: Stated numbers.
-- toll_count: Casualty claims among them.
-- time_count: Time expressions.
-- place_count: Mentions resolved to the ground.
-- statement_count: Statements attributed to someone.
-- quote_count: Statements that give the speaker's own words.
-- event_count: Events told.
with counts as (
    select article_id, 'sentence' as what, count(*) as n from facts.sentences group by article_id
    union all
    select article_id, 'mention', count(*) from facts.mentions group by article_id
    union all
    select article_id, 'entity', count(distinct entity_id) from facts.mentions group by article_id
    union all
    select article_id, 'quantity', count(*) from facts.quantities group by article_id
    union all
    select article_id, 'toll', count(*) from marts.tolls group by article_id
    union all
    select article_id, 'time', count(*) from facts.times group by article_id
    union all
    select article_id, 'place', count(geonames_id) from facts.places group by article_id
    union all
    select article_id, 'statement', count(*) from facts.statements group by article_id
    union all
    select article_id, 'quote', count(*) from facts.quotes group by article_id
    union all
    select article_id, 'event', count(distinct event_id) from facts.events group by article_id
)

select
    article.article_id,
    article.story_id,
    article.story_relation,
    article.original_article_id,
    article.source_key,
    article.outlet,
    article.title,
    article.url,
    article.language,
    article.published_at,
    article.published_precision,
    article.dateline_place,
    ground.dateline_country_code,
    ground.dateline_admin1,
    ground.place_name,
    ground.country_code,
    ground.admin1,
    if(ground.article_id is null, 'not_stated', ground.place_reason) as place_reason,
    article.word_count,
    coalesce(sum(counts.n) filter (where counts.what = 'sentence'), 0)::bigint as sentence_count,
    coalesce(sum(counts.n) filter (where counts.what = 'mention'), 0)::bigint as mention_count,
    coalesce(sum(counts.n) filter (where counts.what = 'entity'), 0)::bigint as entity_count,
    coalesce(sum(counts.n) filter (where counts.what = 'quantity'), 0)::bigint as quantity_count,
    coalesce(sum(counts.n) filter (where counts.what = 'toll'), 0)::bigint as toll_count,
    coalesce(sum(counts.n) filter (where counts.what = 'time'), 0)::bigint as time_count,
    coalesce(sum(counts.n) filter (where counts.what = 'place'), 0)::bigint as place_count,
    coalesce(sum(counts.n) filter (where counts.what = 'statement'), 0)::bigint as statement_count,
    coalesce(sum(counts.n) filter (where counts.what = 'quote'), 0)::bigint as quote_count,
    coalesce(sum(counts.n) filter (where counts.what = 'event'), 0)::bigint as event_count
from staging.current_articles as article
left join counts using (article_id)
left join staging.article_places as ground using (article_id)
group by all
order by
    article.published_at,
    article.article_id
