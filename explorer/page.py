"""Evidence as one HTML page that needs nothing else: no script, no font, no address fetched.

Every value is escaped; a link is made only of an http(s) address. A content security policy in the
page forbids what the page does not use, should a value ever slip through.
"""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from explorer.evidence import Evidence, shown
from explorer.pieces import pieces

STYLE = """
:root { color-scheme: light dark; --ink: #1c1b19; --dim: #6b6760; --paper: #faf8f4; --card: #ffffff; --rule: #e4dfd6;
  --mark: #ffe08a; --counted: #2f6f4f; --speaker: #8a3b12; --via: #35558c; --other: #777; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8e1; --dim: #a39d93; --paper: #171614; --card: #211f1c;
  --rule: #37332d; --mark: #6b5312; --counted: #7fc8a2; --speaker: #f0a27a; --via: #9dbcf2; --other: #999; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 17px/1.6 Charter, "Iowan Old Style", Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.05rem; line-height: 1.35; margin: 2.2rem 0 .1rem; }
p { margin: 0; }
.corrected { color: var(--via); font: italic 14px/1.5 system-ui, sans-serif; margin-top: .4rem; }
.dim, dt, .legend { color: var(--dim); font: 13px/1.5 system-ui, sans-serif; }
section article { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: .9rem 1.1rem;
  margin-top: .7rem; }
dl { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; margin: 0 0 .5rem; font: 14px/1.5 system-ui, sans-serif; }
dl div { display: flex; gap: .4rem; } dd { margin: 0; font-weight: 600; }
blockquote { margin: 0; white-space: pre-line; }
mark { color: inherit; background: none; border-bottom: 2px solid var(--other); }
mark.evidence { background: var(--mark); border-color: transparent; border-radius: 2px; padding: .05em .1em; }
mark.counted { border-color: var(--counted); } mark.speaker { border-color: var(--speaker); }
mark.via { border-color: var(--via); } .legend mark { color: var(--ink); }
a { color: inherit; }
@media print { body { background: none; } section article { break-inside: avoid; } }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(found: Sequence[Evidence], *, title: str, sql: str) -> str:
    """The whole page; rows that follow each other in one article stand under one headline."""
    sections = "\n".join(_section(list(items)) for _, items in groupby(found, key=lambda item: item.article_id))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">
<title>{escape(title)}</title>
<style>{STYLE}</style>
</head>
<body>
<header>
<h1>{escape(title)}</h1>
<p class="dim">{len(found)} {"row" if len(found) == 1 else "rows"}, each with the words that say so.</p>
{_legend(found)}
</header>
<main>
{sections}
</main>
<footer><details class="dim"><summary>The query</summary><pre>{escape(sql.strip())}</pre></details></footer>
</body>
</html>
"""


def _legend(found: Sequence[Evidence]) -> str:
    roles = dict.fromkeys(h.role for item in found for h in item.highlights)
    return f'<p class="legend">{" ".join(_mark(role, frozenset({role})) for role in roles)}</p>' if roles else ""


def _section(items: Sequence[Evidence]) -> str:
    head = items[0]
    heading = escape(head.heading)
    if head.url and head.url.startswith(("https://", "http://")):
        heading = f'<a href="{escape(head.url)}" rel="noreferrer noopener">{heading}</a>'
    origin = " · ".join(escape(part) for part in (head.outlet, head.published) if part)
    cards = "\n".join(evidence_card(item) for item in items)
    return f'<section>\n<h2>{heading}</h2>\n<p class="dim">{origin}</p>\n{cards}\n</section>'


def evidence_card(item: Evidence) -> str:
    """One row: its columns, its sentence, its corrections."""
    details = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(shown(value))}</dd></div>" for name, value in item.details
    )
    sentence = "".join(_mark(text, roles) for text, roles in pieces(item.context, item.highlights))
    corrected = "".join(f'<p class="corrected">corrected: {escape(told)}</p>\n' for told in item.corrections)
    return f"<article>\n<dl>{details}</dl>\n<blockquote>{sentence}</blockquote>\n{corrected}</article>"


def _mark(text: str, roles: frozenset[str]) -> str:
    if not roles:
        return escape(text)
    names = escape(" ".join(sorted(roles)))
    return f'<mark class="{names}" title="{names}">{escape(text)}</mark>'
