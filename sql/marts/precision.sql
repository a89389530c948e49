-- One row per table and rule of which people have judged rows, and per table as a whole: how often it is right.
-- rule: The rule, as far as rows tell: their kinds and flags; NULL is the whole table, its rules weighed by their rows.
-- table_name: Table of `facts`.
-- row_count: Rows that the rule has made.
-- judged_count: Rows that were found right or wrong; the last judgement of a row counts.
-- right_count: Those that were found right.
-- wrong_count: Those that were found wrong.
-- unsure_count: Those of which the text does not tell; they count for nothing.
-- precision_value: The share of right ones (0 to 1).
-- precision_low: Lower end of its 95 % interval (Wilson).
-- precision_high: Upper end of it.
-- judgement_ids: The judgements, in `ops.judgements`.
with judgements as (
    select
        table_name,
        rule,
        list_sort(list(judgement_id)) as judgement_ids
    from staging.judgements_in_force
    group by grouping sets ((table_name, rule), (table_name))
)

select
    measured.table_name,
    measured.rule,
    measured.row_count,
    measured.judged_count,
    measured.right_count,
    measured.wrong_count,
    measured.unsure_count,
    measured.precision_value,
    measured.precision_low,
    measured.precision_high,
    judgement.judgement_ids
from staging.rule_precisions as measured
left join judgements as judgement
    on judgement.table_name = measured.table_name
    and judgement.rule is not distinct from measured.rule
order by measured.table_name, measured.rule nulls first
