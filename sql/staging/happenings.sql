-- One row per article and wide event (unrest, election) that it leads with in a country: what, where, which days.
-- Wide events are named in seeds/shared_happenings.csv. The days are those stated, else the day of publication.
with ordered as (
    select
        article_id,
        sentence_no,
        section_kind,
        row_number() over (partition by article_id, section_kind order by sentence_no) as section_no
    from facts.sentences
),

countries as (
    select
        article_id,
        country_code
    from facts.places
    where country_code is not null
    group by article_id, country_code
    qualify row_number() over (partition by article_id order by count(*) desc, min(char_start)) = 1
)

select
    event.article_id,
    event.event_type,
    event.event_mode,
    country.country_code,
    happening.days::integer as days,
    coalesce(min(event.happened_on), any_value(article.published_at)::date) as first_on,
    coalesce(
        max(coalesce(event.happened_to, event.happened_on)), any_value(article.published_at)::date
    ) as last_on
from facts.events as event
join staging.shared_happenings as happening
    on happening.event_type = event.event_type
    and happening.event_mode in ('', event.event_mode)
join ordered
    on ordered.article_id = event.article_id
    and ordered.sentence_no = event.sentence_no
    and (ordered.section_kind in ('title', 'standfirst') or ordered.section_no <= 3)
join countries as country on country.article_id = event.article_id
join facts.articles as article on article.article_id = event.article_id
where not event.is_negated
group by all
