-- One row per run whose records do not add up: fetched = loaded + duplicate + rejected.
-- severity: error
select
    run_id,
    fetched_count,
    loaded_count,
    duplicate_count,
    rejected_count
from ops.runs
where
    kind = 'run'
    and fetched_count <> loaded_count + duplicate_count + rejected_count
