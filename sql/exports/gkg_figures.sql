-- One row per article, list of the Global Knowledge Graph and figure or quotation: the entry as GDELT writes it.
-- list: `counts`, `amounts`, `quotations`.
-- entry: The cell of the list with offsets; what a figure counts is in the article's words only where text may go out.
-- plain: The entry without its offset; empty where the graph has no such list.
with figures as (
    select
        quantity.article_id,
        quantity.char_start,
        quantity.measure,
        quantity.is_negated,
        coalesce(event.geonames_id, place.geonames_id) as geonames_id,
        if(quantity.value = floor(quantity.value), quantity.value::bigint::varchar, quantity.value::varchar) as amount,
        quantity.value >= 0 and quantity.value = floor(quantity.value) as is_count,
        trim(regexp_replace(
            if(getvariable('with_text'), coalesce(quantity.counted, quantity.unit, ''), coalesce(quantity.unit, '')),
            '[,;#|\s\pC\p{Zl}\p{Zp}]+', ' ', 'g'
        )) as object
    from facts.quantities as quantity
    left join (
        select
            article_id,
            event_id,
            min(geonames_id) as geonames_id,
            min(place_entity_id) as place_entity_id
        from facts.events
        group by article_id, event_id
    ) as event using (article_id, event_id)
    left join facts.entities as place on place.entity_id = event.place_entity_id
    where abs(quantity.value) < 1e15 and not list_contains(quantity.flags, 'retracted')
)

select
    figure.article_id,
    'counts' as list,
    figure.char_start,
    concat_ws('#', type.count_type, amount, object, coalesce(ground.v1_cell, '######'), figure.char_start) as entry,
    concat_ws('#', type.count_type, amount, object, coalesce(ground.v1_cell, '######')) as plain
from figures as figure
join exports.gkg_counts as type using (measure)
left join exports.geography as ground using (geonames_id)
where figure.is_count and not figure.is_negated
union all
select article_id, 'amounts', char_start, concat_ws(',', amount, object, char_start), ''
from figures
where not is_negated
union all
select
    article_id,
    'quotations',
    char_start,
    concat_ws(
        '|', char_start, char_end - char_start, coalesce(cue, ''),
        regexp_replace(surface, '[#|\s\pC\p{Zl}\p{Zp}]+', ' ', 'g')
    ),
    ''
from facts.quotes
where getvariable('with_text')
