-- One row per figure of a toll that names where it counts, below the level of a country.
-- It is the first place behind the figure and before the next number, else the last before it with no number between.
-- A speaker's own place is not meant.
with figures as (
    select
        figure.quantity_id,
        figure.article_id,
        figure.sentence_no,
        figure.char_start,
        figure.char_end,
        lag(figure.char_end, 1, 0) over in_order as previous_end,
        lead(figure.char_start, 1, 2147483647) over in_order as next_start
    from staging.toll_figures as figure
    window in_order as (partition by figure.article_id, figure.sentence_no order by figure.char_start, figure.char_end)
),

places as (
    select
        place.article_id,
        place.sentence_no,
        place.char_start,
        place.name
    from facts.places as place
    anti join facts.statements as statement
        on statement.article_id = place.article_id
        and place.char_start between statement.speaker_start and statement.speaker_end
    where
        place.name is not null
        and (place.feature_class = 'P' or place.feature_code like 'ADM%')
)

select
    figure.quantity_id,
    coalesce(
        arg_min(place.name, place.char_start) filter (where place.char_start > figure.char_start),
        arg_max(place.name, place.char_start) filter (where place.char_start < figure.char_start)
    ) as place_name
from figures as figure
join places as place
    on place.article_id = figure.article_id
    and place.sentence_no = figure.sentence_no
    and place.char_start between figure.previous_end and figure.next_start
group by figure.quantity_id
