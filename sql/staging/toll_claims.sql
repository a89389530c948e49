-- One row per casualty claim or withdrawal of one: whom and where it counts, who asserts it, since when it is known.
-- is_closed: The figure belongs to no series: an addition, or a part that nothing sets apart from its whole.
-- kept: as a table, since several marts read it.
with years as (
    select
        figure.quantity_id,
        max(time.ends_on) as ended_on
    from staging.toll_figures as figure
    join facts.times as time using (article_id, sentence_no)
    where time.timex_type = 'DATE'
    group by figure.quantity_id
),

placed as (
    select
        figure.*,
        groups.scope as who,
        groups.is_further,
        place.place_name,
        case
            when years.ended_on < figure.published_at::date - 180 then year(years.ended_on)
        end as earlier_year,
        speaker.speaker_name,
        speaker.country_code,
        speaker.is_authority,
        statement.speaker_surface,
        statement.via_surface,
        statement.said_on
    from staging.toll_figures as figure
    join staging.toll_groups as groups using (quantity_id)
    left join staging.toll_places as place using (quantity_id)
    left join years using (quantity_id)
    left join facts.statements as statement using (article_id, statement_id)
    left join staging.speakers as speaker using (article_id, statement_id)
),

kept as (
    select
        story_id,
        measure,
        place_name
    from placed
    where place_name is not null
    group by story_id, measure, place_name
    qualify
        bool_or(subset_of_quantity_id is not null)
        or count(*) over (partition by story_id, measure) > 1
)

select
    placed.* exclude (place_name),
    kept.place_name,
    concat_ws(
        ' ',
        case when placed.who = 'all' and kept.place_name is not null then null else placed.who end,
        'in ' || kept.place_name,
        'in ' || placed.earlier_year
    ) as scope,
    placed.is_further
        or (placed.subset_of_quantity_id is not null and placed.who = 'all' and kept.place_name is null) as is_closed,
    case
        when placed.statement_id is null or placed.speaker_name is null then null
        when placed.is_authority and placed.country_code is not null then 'authorities of ' || placed.country_code
        else placed.speaker_name
    end as asserter,
    least(placed.said_on, placed.published_at::date) as known_on
from placed
left join kept using (story_id, measure, place_name)
