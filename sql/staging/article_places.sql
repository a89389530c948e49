-- One row per article that names a place: where it plays and where its date line puts it; governments do not count.
-- The country most named, there the town or division most named; the date line decides between equals.
with grounded as (
    select
        place.article_id,
        place.name,
        place.country_code,
        place.admin1,
        place.char_start,
        place.feature_class = 'P' or place.feature_code like 'ADM%' as is_below_country,
        lower(place.surface) = lower(split_part(article.dateline_place, ',', 1)) as is_dateline
    from facts.places as place
    join facts.articles as article using (article_id)
    where
        place.country_code is not null
        and place.null_reason is distinct from 'actor'
),

datelines as (
    select
        article_id,
        arg_min(country_code, char_start) as dateline_country_code,
        arg_min(admin1, char_start) as dateline_admin1
    from grounded
    where is_dateline
    group by article_id
),

countries as (
    select
        article_id,
        country_code
    from grounded
    group by
        article_id,
        country_code
    qualify rank() over (partition by article_id order by count(*) desc, bool_or(is_dateline) desc) = 1
),

foremost as (
    select
        article_id,
        if(count(*) = 1, min(country_code), null) as country_code
    from countries
    group by article_id
),

named as (
    select
        grounded.article_id,
        grounded.name,
        grounded.admin1
    from grounded
    join foremost using (article_id, country_code)
    where
        grounded.is_below_country
        and grounded.name is not null
    group by
        grounded.article_id,
        grounded.name,
        grounded.admin1
    qualify rank() over (
        partition by grounded.article_id
        order by count(*) desc, bool_or(grounded.is_dateline) desc
    ) = 1
)

select
    foremost.article_id,
    foremost.country_code,
    if(foremost.country_code is null, 'ambiguous', null) as place_reason,
    if(count(distinct named.name) = 1, min(named.name), null) as place_name,
    if(count(distinct named.admin1) = 1, min(named.admin1), null) as admin1,
    datelines.dateline_country_code,
    datelines.dateline_admin1
from foremost
left join named using (article_id)
left join datelines using (article_id)
group by all
