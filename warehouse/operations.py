"""Tables of schema `ops`: each projects files of the home, so nothing lives only in DuckDB."""

import pyarrow as pa

from warehouse.schema import INSTANT, INT, REAL, TEXT, TEXTS, Table, column, table

COUNT = pa.int64()

WAREHOUSE = table("warehouse", "warehouse file: it marks the file as ours", ["layout"], [
    column("layout", TEXT, "Hash of the declared tables, the SQL and the code that built the file.", required=True),
    column("table_hashes", pa.map_(TEXT, TEXT), "Content hash of every table of `facts` and `marts`.", required=True),
], schema="ops")  # fmt: skip

RUNS = table("runs", "run that changed something", ["run_id"], [
    column("run_no", INT, "Number in the ledger, from 1.", required=True),
    column("run_id", TEXT, "The run.", required=True),
    column("kind", TEXT, "What was run.", required=True, allowed="run reextract"),
    column("started_at", INSTANT, "Start (UTC).", required=True),
    column("finished_at", INSTANT, "End of extraction (UTC).", required=True),
    column("extractor", TEXT, "The extractor that was used.", required=True),
    column("sources", TEXTS, "The sources given.", required=True),
    column("fetched_count", COUNT, "Records that the sources gave.", required=True),
    column("loaded_count", COUNT, "New article versions.", required=True),
    column("duplicate_count", COUNT, "Versions that were known already.", required=True),
    column("rejected_count", COUNT, "Records that could not be read.", required=True),
    column("seconds", REAL, "How long it took.", required=True),
    column("table_hashes", pa.map_(TEXT, TEXT), "Content hash of every table after it.", required=True),
], schema="ops")  # fmt: skip

BATCHES = table("batches", "finished batch", ["batch_no"], [
    column("batch_no", INT, "Number in the ledger, from 1; the newest batch of an article wins.", required=True),
    column("batch_id", TEXT, "The batch.", required=True),
    column("run_id", TEXT, "The run that asked for it.", required=True),
    column("extractor", TEXT, "The extractor that read it.", required=True),
    column("chunk_hash", TEXT, "Hash of the chunk of articles.", required=True),
    column("article_count", COUNT, "Articles in it.", required=True),
    column("reject_count", COUNT, "Articles of it that could not be read.", required=True),
    column("row_counts", pa.map_(TEXT, COUNT), "Rows written, by table.", required=True),
    column("seconds", REAL, "How long extraction took.", required=True),
], schema="ops")  # fmt: skip

REJECTS = table("rejects", "refused record", ["reject_id"], [
    column("reject_id", TEXT, "Hash of source, key, line, reason and payload.", required=True),
    column("run_id", TEXT, "The run that met it first.", required=True),
    column("first_seen_at", INSTANT, "When that was (UTC)."),
    column("last_seen_at", INSTANT, "When it was met last (UTC)."),
    column("stage", TEXT, "Where it was refused.", required=True, allowed="read language extract"),
    column("source_uri", TEXT, "File or address.", required=True),
    column("source_key", TEXT, "Key in the source."),
    column("line", INT, "Line in the file, from 1."),
    column("reason", TEXT, "Why, in one sentence.", required=True),
    column("payload", TEXT, "The input, ready to be replayed."),
], schema="ops")  # fmt: skip

SOURCES = table("sources", "source that was watched", ["source_id"], [
    column("source_id", TEXT, "Name or URI of the source.", required=True),
    column("source_uri", TEXT, "Its address.", required=True),
    column("checked_at", INSTANT, "When it was last asked (UTC)."),
    column("changed_at", INSTANT, "When it last gave something new (UTC)."),
    column("next_due_at", INSTANT, "When it is to be asked again (UTC)."),
    column("etag", TEXT, "Its last entity tag."),
    column("last_modified", TEXT, "Its last date of change, as it states it."),
    column("failure_count", INT, "Failures since it last answered."),
    column("last_error", TEXT, "Its last error."),
    column("daily_counts", pa.map_(TEXT, COUNT), "Articles given, by day (UTC) on which it was asked.", required=True),
], schema="ops")  # fmt: skip

SIGHTINGS = table("sightings", "meeting with a known version", ["article_id", "source_id", "source_uri", "run_id"], [
    column("article_id", TEXT, "The version.", required=True),
    column("source_id", TEXT, "Source that gave it.", required=True),
    column("source_uri", TEXT, "File or address that held it.", required=True),
    column("seen_at", INSTANT, "When (UTC).", required=True),
    column("run_id", TEXT, "The run that met it.", required=True),
], schema="ops")  # fmt: skip

CORRECTIONS = table("corrections", "correction by a user", ["correction_id", "corrected_at"], [
    column("correction_id", TEXT, "Derived id.", required=True),
    column("article_id", TEXT, "The version that it corrects, where the id of the row tells it."),
    column("table_name", TEXT, "Table of the corrected row; `aliases` for a row of `aliases.csv`.", required=True),
    column("row_id", TEXT, "Id of the corrected row, or the name that `aliases.csv` corrects.", required=True),
    column("action", TEXT, "What is done to it.", required=True, allowed="change hide merge split relabel"),
    column("column_name", TEXT, "Column that changes."),
    column("value", TEXT, "Its new value; of a merge or split, the entity that it becomes."),
    column("reason", TEXT, "Why, in the author's words.", required=True),
    column("author", TEXT, "Who corrected it.", required=True),
    column("corrected_at", INSTANT, "When (UTC).", required=True),
    column("details", TEXT, "The form that is split off, or what a row of `aliases.csv` states, as JSON."),
    column("withdrawn_at", INSTANT, "Since when it is no longer in force (UTC); NULL as long as it is."),
], schema="ops")  # fmt: skip

JUDGEMENTS = table("judgements", "judgement of a fact by a person", ["judgement_id"], [
    column("judgement_id", TEXT, "Derived id.", required=True),
    column("table_name", TEXT, "Table of the judged row.", required=True),
    column("row_id", TEXT, "Id of the judged row, else its key.", required=True),
    column("rule", TEXT, "The rule that made it, as far as the row told.", required=True),
    column("reading", TEXT, "What the row stated; the judgement counts as long as it states that.", required=True),
    column("article_id", TEXT, "The article version.", required=True),
    column("verdict", TEXT, "What was found.", required=True, allowed="right wrong unsure"),
    column("note", TEXT, "Why, in the author's words."),
    column("author", TEXT, "Who judged it.", required=True),
    column("judged_at", INSTANT, "When (UTC).", required=True),
], schema="ops")  # fmt: skip

OPS: dict[str, Table] = {t.name: t for t in (
    WAREHOUSE, RUNS, BATCHES, REJECTS, SOURCES, SIGHTINGS, CORRECTIONS, JUDGEMENTS,
)}  # fmt: skip
