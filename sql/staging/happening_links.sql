-- One row per article that shares a wide event with an earlier one: the first of the run of articles without a gap.
-- A gap is a time in which no article's days, with the days that the kind of event allows, reach the next article's.
with reached as (
    select
        *,
        max(last_on + days) over earlier as reached_on
    from staging.led_with
    where first_on is not null
    window earlier as (
        partition by event_type, event_mode, country_code
        order by first_on, article_id
        rows between unbounded preceding and 1 preceding
    )
),

runs as (
    select
        *,
        count(*) filter (where reached_on is null or reached_on < first_on) over (
            partition by event_type, event_mode, country_code
            order by first_on, article_id
        ) as run_no
    from reached
)

select distinct
    article_id,
    first_value(article_id) over (
        partition by event_type, event_mode, country_code, run_no
        order by first_on, article_id
    ) as first_article_id
from runs
qualify article_id <> first_article_id
