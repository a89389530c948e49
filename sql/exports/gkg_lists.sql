-- One row per article, list of the Global Knowledge Graph and entry: the entry as GDELT writes it.
-- list: `persons`, `organizations`, `names`, `locations`, `dates`, `themes`.
-- entry: The cell of the list with offsets.
-- plain: The entry without its offset; empty where the graph has no such list.
with named as (
    select
        mention.article_id,
        mention.char_start,
        mention.label,
        trim(regexp_replace(entity.canonical_name, '[,;#|\s\pC\p{Zl}\p{Zp}]+', ' ', 'g')) as name
    from facts.mentions as mention
    join facts.entities as entity using (entity_id)
    where mention.form = 'name'
),

themed as (
    select
        event.article_id,
        event.char_start,
        theme.theme
    from facts.events as event
    join exports.gkg_themes as theme
        on theme.event_type = event.event_type
        and theme.event_mode in ('', event.event_mode)
    where not event.is_negated
    union
    select
        quantity.article_id,
        quantity.char_start,
        theme.theme
    from facts.quantities as quantity
    join exports.gkg_themes as theme using (measure)
    where not quantity.is_negated
),

dated as (
    select
        article_id,
        char_start,
        case
            when starts_on = ends_on then concat_ws('#', 3, month(starts_on), day(starts_on), year(starts_on))
            when granularity = 'month' then concat_ws('#', 2, month(starts_on), 0, year(starts_on))
            when granularity = 'year' then concat_ws('#', 1, 0, 0, year(starts_on))
        end as day
    from facts.times
    where timex_type in ('DATE', 'TIME') and starts_on is not null
)

select article_id, 'persons' as list, char_start, name || ',' || char_start as entry, lower(name) as plain
from named
where label = 'PERSON'
union all
select article_id, 'organizations', char_start, name || ',' || char_start, lower(name)
from named
where label = 'ORG'
union all
select article_id, 'names', char_start, name || ',' || char_start, ''
from named
union all
select place.article_id, 'locations', place.char_start, ground.v2_cell || '#' || place.char_start, ground.v1_cell
from facts.places as place
join exports.geography as ground using (geonames_id)
union all
select article_id, 'dates', char_start, day || '#' || char_start, ''
from dated
where day is not null
union all
select article_id, 'themes', char_start, theme || ',' || char_start, theme
from themed
