"""What a run leaves to be seen in Prefect's pages: counts, what the newest articles claim, what was refused."""

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from explorer.newest import newest
from flows.replay import table
from flows.report import RunReport
from flows.schedules.artifact_keys import COUNTS, REJECTS, SUMMARY
from warehouse.errors import DatelineError
from warehouse.home import Home

REJECTS_SHOWN = 200


def show_run(home: Home, report: RunReport) -> None:
    """Three artifacts; a warehouse that cannot be read yet has no summary."""
    show_counts(report)
    refused = table(home).slice(0, REJECTS_SHOWN).to_pylist()
    create_table_artifact(key=REJECTS, table=refused, description=_about_rejects(home, table(home).num_rows))
    try:
        text = newest(home)
    except DatelineError:
        return
    create_markdown_artifact(key=SUMMARY, markdown=_summary(report, text), description=report.summary())


def show_counts(report: RunReport) -> None:
    """What was read, and the rows of every table."""
    counts = {
        "fetched": report.fetched_count,
        "loaded": report.loaded_count,
        "duplicate": report.duplicate_count,
        "rejected": report.rejected_count,
        **report.row_counts,
    }
    rows = [{"what": what, "count": count} for what, count in counts.items()]
    create_table_artifact(key=COUNTS, table=rows, description=report.summary())


def _summary(report: RunReport, text: str) -> str:
    refused = f"{report.rejected_count:,} rejected; see the artifact `{REJECTS}`." if report.rejected_count else ""
    warnings = [f"- {warning}" for warning in report.warnings]
    return "\n\n".join(filter(None, [f"# {report.summary()}", "\n".join(warnings), refused, text]))


def _about_rejects(home: Home, count: int) -> str:
    if not count:
        return "Nothing is refused."
    return (
        f"{count:,} on file, the newest first (at most {REJECTS_SHOWN} are shown). "
        f"`dateline rejects show REJECT_ID --home {home.path}` shows one with its input; "
        f"`dateline rejects replay REJECT_ID --home {home.path}`, or `--all`, reads what held it again."
    )
