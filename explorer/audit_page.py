"""A sample of facts as one HTML page to judge them on: buttons beside each row, nothing fetched, nothing sent.

The page's only script makes a CSV of the answers, which the browser saves; the policy in the page allows that script
by its hash and no other.
"""

import json
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape

from explorer.evidence import Evidence
from explorer.page import STYLE, evidence_card
from warehouse.judgements import Drawn

BUTTONS = (("right", "right"), ("wrong", "wrong"), ("unsure", "cannot tell"))
OWN_STYLE = """
main section { margin-top: 2rem; } dt { white-space: nowrap; }
fieldset { border: 0; margin: .6rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 1.1rem;
  font: 14px/1.6 system-ui, sans-serif; } fieldset input[type=text] { flex: 1; min-width: 12rem; font: inherit; }
.bar { position: sticky; bottom: 0; background: var(--paper); border-top: 1px solid var(--rule); padding: .8rem 0;
  font: 14px/1.6 system-ui, sans-serif; } button { font: inherit; padding: .3rem 1rem; }
"""
SCRIPT = """
const columns = JSON.parse(document.getElementById("columns").textContent);
const cell = text => '"' + text.replaceAll('"', '""') + '"';
const answers = () => [...document.querySelectorAll("fieldset")].map(row => ({...row.dataset,
  judgement: row.querySelector("input[type=radio]:checked")?.value ?? "",
  note: row.querySelector("input[type=text]").value})).filter(answer => answer.judgement);
const told = () => document.getElementById("told").textContent = answers().length + " judged";
document.addEventListener("change", told);
document.getElementById("save").addEventListener("click", () => {
  const lines = [columns, ...answers().map(answer => columns.map(name => answer[name]))];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines.map(line => line.map(cell).join(",") + "\\n").join("")]));
  link.download = "judgements.csv";
  link.click();
});
"""


def page(drawn: Sequence[Drawn], shown: Sequence[Evidence], *, columns: Sequence[str]) -> str:
    """The whole page; `columns` are those of the CSV that it saves."""
    allowed = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{allowed}'"
    rows = "\n".join(_row(number, *pair) for number, pair in enumerate(zip(drawn, shown, strict=True)))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<title>Facts to judge</title>
<style>{STYLE}{OWN_STYLE}</style>
</head>
<body>
<header>
<h1>Facts to judge</h1>
<p class="dim">{len(drawn)} rows. Is what the row states what the article says? Save, then
<code>dateline audit --judgements judgements.csv</code>.</p>
</header>
<main>
{rows}
</main>
<p class="bar"><button id="save">Save judgements.csv</button> <span id="told">0 judged</span></p>
<script type="application/json" id="columns">{json.dumps(columns)}</script>
<script>{SCRIPT}</script>
</body>
</html>
"""


def _row(number: int, row: Drawn, shown: Evidence) -> str:
    data = (
        f'data-table="{escape(row.table_name)}" data-row_id="{escape(row.row_id)}" data-reading="{escape(row.reading)}"'
    )
    choices = "".join(
        f'<label><input type="radio" name="row{number}" value="{value}"> {label}</label>' for value, label in BUTTONS
    )
    origin = " · ".join(escape(part) for part in (shown.heading, shown.outlet, shown.published) if part)
    return f"""<section>
<p class="dim">{number + 1}. {escape(row.table_name)}: {escape(row.rule)}<br>{origin}</p>
{evidence_card(shown)}
<fieldset {data}>{choices}<input type="text" placeholder="note" aria-label="note"></fieldset>
</section>"""
