-- One row per table and rule that was judged, and per table as a whole (rule NULL): how often it is right.
-- A table's precision weighs its judged rules by their rows, since a sample takes more of the rare ones. The interval
-- is Wilson's (1927) for 95 %; for a table with the number of judgements that weighing leaves (Kish 1965).
with judged as (
    select
        table_name,
        rule,
        count(*) filter (where verdict = 'right') as right_count,
        count(*) filter (where verdict = 'wrong') as wrong_count,
        count(*) filter (where verdict = 'unsure') as unsure_count
    from staging.judgements_in_force
    group by table_name, rule
),

sizes as (
    select table_name, rule, count(*) as row_count
    from staging.audited_rows semi join judged using (table_name, rule)
    group by table_name, rule
),

rules as (
    select
        judged.table_name,
        judged.rule,
        coalesce(sizes.row_count, 0) as row_count,
        judged.right_count,
        judged.wrong_count,
        judged.unsure_count,
        (judged.right_count + judged.wrong_count)::double as n,
        judged.right_count / nullif(judged.right_count + judged.wrong_count, 0) as precision_value
    from judged
    left join sizes using (table_name, rule)
),

tables as (
    select
        table_name,
        sum(row_count) as row_count,
        sum(right_count) as right_count,
        sum(wrong_count) as wrong_count,
        sum(unsure_count) as unsure_count,
        pow(sum(greatest(row_count, 1)) filter (where n > 0), 2)
            / nullif(sum(pow(greatest(row_count, 1), 2) / n) filter (where n > 0), 0) as n,
        sum(greatest(row_count, 1) * precision_value order by rule)
            / nullif(sum(greatest(row_count, 1)) filter (where n > 0), 0) as precision_value
    from rules
    group by table_name
),

measured as (
    select * from rules
    union all by name
    select * from tables
)

select
    table_name,
    rule,
    row_count::bigint as row_count,
    (right_count + wrong_count)::bigint as judged_count,
    right_count::bigint as right_count,
    wrong_count::bigint as wrong_count,
    unsure_count::bigint as unsure_count,
    round(precision_value, 4) as precision_value,
    case when n > 0 then
        greatest(0, round(
            (precision_value + 1.9208 / n
                - 1.96 * sqrt(precision_value * (1 - precision_value) / n + 0.9604 / (n * n)))
            / (1 + 3.8416 / n), 4
        ))
    end as precision_low,
    case when n > 0 then
        least(1, round(
            (precision_value + 1.9208 / n
                + 1.96 * sqrt(precision_value * (1 - precision_value) / n + 0.9604 / (n * n)))
            / (1 + 3.8416 / n), 4
        ))
    end as precision_high
from measured
