-- One row per figure of a toll: whom it counts, such as `all`, `security forces`, or a label of the asserter's own.
-- A label in quotation marks is the asserter's: nobody else counts the same people.
with figures as (
    select
        figure.quantity_id,
        regexp_replace(lower(figure.counted), '\d+[- ](year|month|week|day)s?[- ]old', '', 'g') as counted,
        regexp_extract(
            substring(article.text, figure.char_end + 1, 60), '^\s[“"‘'']([^”"’'']+)[”"’'']', 1
        ) as label
    from staging.toll_figures as figure
    join facts.articles as article using (article_id)
),

words as (
    select
        quantity_id,
        unnest(regexp_extract_all(counted, '[\p{L}-]+')) as word
    from figures
    where counted is not null
),

known as (
    select
        word.quantity_id,
        word.word,
        coalesce(exact.scope, plural.scope) as scope
    from words as word
    left join staging.toll_scopes as exact on exact.word = word.word
    left join staging.toll_scopes as plural on plural.word || 's' = word.word
),

groups as (
    select
        quantity_id,
        list_sort(list(distinct scope) filter (where scope not in ('', 'all', 'further'))) as named,
        bool_or(coalesce(scope = 'all', false)) as is_all,
        bool_or(coalesce(scope = 'further', false)) as is_further,
        string_agg(distinct word, ' ' order by word) filter (where scope is null) as unknown
    from known
    group by quantity_id
)

select
    figure.quantity_id,
    coalesce(groups.is_further, false) as is_further,
    case
        when figure.label <> '' then lower(figure.label)
        when figure.counted is null then 'all'
        when len(groups.named) > 0 and groups.unknown is null then array_to_string(groups.named, ' and ')
        when len(groups.named) > 0 then array_to_string(groups.named, ' and ') || ' (' || groups.unknown || ')'
        when groups.is_all and groups.unknown is null then 'all'
        else trim(figure.counted)
    end as scope
from figures as figure
left join groups using (quantity_id)
