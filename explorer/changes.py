"""What two extractors made of the same articles, as one HTML page: each fact added, lost or changed, in its sentence.

A changed fact shows what was and what is: `value 300 → 307`.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from explorer.evidence import Evidence, evidence_of, shown
from explorer.page import POLICY, STYLE, evidence_card
from warehouse.differences import Versions
from warehouse.home import Home

Row = Mapping[str, Any]
KINDS = ("added", "lost", "changed")
OWN_STYLE = """
table { border-collapse: collapse; margin-top: 1rem; font: 14px/1.6 system-ui, sans-serif; }
td, th { padding: .1rem 1.2rem .1rem 0; text-align: right; } td:first-child, th:first-child { text-align: left; }
.change { font: 13px/1.5 system-ui, sans-serif; color: var(--dim); margin-top: 1.1rem; }
.added { color: var(--counted); } .lost { color: var(--speaker); } .changed { color: var(--via); }
.change b { font-weight: 600; }
"""


def changes_page(home: Home, versions: Versions, rows: Sequence[Row]) -> str:
    """The whole page, from the rows of `warehouse.differences.difference`."""
    shown_rows = evidence_of(home, [_located(row) for row in rows])
    title = "What changed between two extractors"
    sections = "\n".join(_sections([*zip(rows, shown_rows, strict=True)]))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">
<title>{title}</title>
<style>{STYLE}{OWN_STYLE}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p class="dim">before: {escape(versions.before)}<br>after: {escape(versions.after)}<br>
{versions.article_count:,} {"article" if versions.article_count == 1 else "articles"} read by both.</p>
{_summary(rows)}
</header>
<main>
{sections}
</main>
</body>
</html>
"""


def _located(row: Row) -> dict[str, object]:
    place = {name: row[name] for name in ("article_id", "char_start", "char_end")}
    return {**place, **dict(_details(row))}


def _details(row: Row) -> Iterator[tuple[str, str]]:
    """What the fact states; of a changed one only what differs."""
    before, after = (json.loads(row[side] or "{}") for side in ("before", "after"))
    if row["change"] == "changed":
        for name in row["columns"]:
            yield name, f"{_shown(before[name])} → {_shown(after[name])}"
        return
    stated = after or before
    for name, value in stated.items():
        if value not in (None, [], False) and not name.endswith(("_start", "_end")):
            yield name, _shown(value)


def _shown(value: object) -> str:
    return "nothing" if value in (None, []) else shown(value)


def _summary(rows: Sequence[Row]) -> str:
    if not rows:
        return "<p>No fact was added, lost or changed.</p>"
    counts = Counter((row["table_name"], row["change"]) for row in rows)
    head = "".join(f"<th>{kind}</th>" for kind in ("table", *KINDS))
    lines = "\n".join(
        f"<tr><td>{escape(table)}</td>{''.join(f'<td>{counts[table, kind]:,}</td>' for kind in KINDS)}</tr>"
        for table in sorted({table for table, _ in counts})
    )
    return f"<table>\n<tr>{head}</tr>\n{lines}\n</table>"


def _sections(found: Sequence[tuple[Row, Evidence]]) -> Iterator[str]:
    """The changes under the headlines of their articles, in the order of the text."""
    for _, group in groupby(found, key=lambda pair: pair[1].article_id):
        items = list(group)
        head = items[0][1]
        origin = " · ".join(escape(part) for part in (head.outlet, head.published) if part)
        cards = "\n".join(
            f'<p class="change"><b class="{row["change"]}">{row["change"]}</b> {escape(row["table_name"])}</p>\n'
            f"{evidence_card(item)}"
            for row, item in items
        )
        yield f'<section>\n<h2>{escape(head.heading)}</h2>\n<p class="dim">{origin}</p>\n{cards}\n</section>'
