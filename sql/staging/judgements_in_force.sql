-- One row per judged row: its newest judgement, as long as the row still states what was judged.
-- A row that a correction has changed or hidden since counts as it was judged: the rule made it so.
with newest as (
    select *
    from ops.judgements
    qualify row_number() over (partition by table_name, row_id order by judged_at desc, judgement_id) = 1
),

corrected as (
    select distinct
        table_name,
        row_id
    from ops.corrections
    where withdrawn_at is null
),

standing as (
    select newest.judgement_id
    from staging.audited_rows as audited
    join newest using (table_name, row_id, reading)
)

select
    newest.judgement_id,
    newest.table_name,
    newest.row_id,
    newest.rule,
    newest.verdict
from newest
left join standing using (judgement_id)
left join corrected using (table_name, row_id)
where
    standing.judgement_id is not null
    or corrected.row_id is not null
