"""What the artifacts of a run are called in Prefect; apart, since naming them needs no Prefect."""

COUNTS, SUMMARY, REJECTS = "run-counts", "run-summary", "run-rejects"
KEYS = (COUNTS, SUMMARY, REJECTS)
