-- One row per article: the lists of the Global Knowledge Graph, each as the cell that GDELT writes.
-- counts: Counts, and so for each list: without offsets, every entry once.
-- counts_at: Counts, and so for each list: with offsets, in the order of the text.
with entries as (
    select article_id, list, char_start, entry, plain
    from exports.gkg_lists
    union all
    select article_id, list, char_start, entry, plain
    from exports.gkg_figures
),

plains as (
    select
        article_id,
        list,
        plain,
        min(char_start) as char_start
    from entries
    where plain <> ''
    group by article_id, list, plain
),

plain_cells as (
    select
        article_id,
        string_agg(plain, ';' order by char_start, plain) filter (where list = 'counts') as counts,
        string_agg(plain, ';' order by char_start, plain) filter (where list = 'themes') as themes,
        string_agg(plain, ';' order by char_start, plain) filter (where list = 'locations') as locations,
        string_agg(plain, ';' order by char_start, plain) filter (where list = 'persons') as persons,
        string_agg(plain, ';' order by char_start, plain) filter (where list = 'organizations') as organizations
    from plains
    group by article_id
)

select
    article_id,
    any_value(plain.counts) as counts,
    any_value(plain.themes) as themes,
    any_value(plain.locations) as locations,
    any_value(plain.persons) as persons,
    any_value(plain.organizations) as organizations,
    string_agg(entry, ';' order by char_start, entry) filter (where list = 'counts') as counts_at,
    string_agg(entry, ';' order by char_start, entry) filter (where list = 'themes') as themes_at,
    string_agg(entry, ';' order by char_start, entry) filter (where list = 'locations') as locations_at,
    string_agg(entry, ';' order by char_start, entry) filter (where list = 'persons') as persons_at,
    string_agg(entry, ';' order by char_start, entry) filter (where list = 'organizations') as organizations_at,
    string_agg(entry, ';' order by char_start, entry) filter (where list = 'dates') as dates_at,
    string_agg(entry, ';' order by char_start, entry) filter (where list = 'names') as names_at,
    string_agg(entry, ';' order by char_start, entry) filter (where list = 'amounts') as amounts_at,
    string_agg(entry, '#' order by char_start, entry) filter (where list = 'quotations') as quotations_at
from (select distinct article_id, list, char_start, entry from entries) as distinct_entry
left join plain_cells as plain using (article_id)
group by article_id
