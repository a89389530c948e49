"""Rows of a query as evidence: which article, which sentence, which characters.

A row names its evidence by `article_id`, `char_start`, `char_end`, or by an id that has them, such as
`quantity_id`. Pairs like `counted_start`, `counted_end` beside them become further highlights.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten

from explorer.corrected import corrections_of
from explorer.located import LISTS, SPAN, TABLE_OF_ID, located, sides
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.query import query

Row = Mapping[str, object]

# Columns that say where the evidence is; everything else is printed beside it.
PLUMBING = {*SPAN, "story_id", "surface", "sentence_no", "row_id", "article_ids", *TABLE_OF_ID, *LISTS}

HEADING_CHARACTERS = 80

ARTICLES_WITH_SENTENCES = """
with sentence_lists as (
    select article_id, list([char_start, char_end] order by sentence_no) as sentences
    from facts.sentences
    group by article_id
)
select article_id, title, outlet, url, text, published_at, published_tz, published_precision, sentences
from facts.articles
left join sentence_lists using (article_id)
where list_contains(?, article_id)
"""


@dataclass(frozen=True)
class Highlight:
    """A stretch of `Evidence.context`, and what it is: `evidence`, `counted`, `speaker`..."""

    start: int
    end: int
    role: str


@dataclass(frozen=True)
class Evidence:
    """One row: its article, the sentences that hold its span, the highlights in them, its other columns.

    `heading` names the article to a reader: its title, else its first words. `corrections` are sentences.
    """

    article_id: str
    heading: str
    title: str | None
    outlet: str | None
    published: str
    url: str | None
    context: str
    highlights: tuple[Highlight, ...]
    details: tuple[tuple[str, object], ...]
    corrections: tuple[str, ...] = ()


def evidence(home: Home, sql: str) -> list[Evidence]:
    """The rows of a query with their evidence, in the order of the query."""
    return evidence_of(home, list(located(home, query(home, sql).to_pylist())))


def evidence_of(home: Home, rows: Sequence[Row]) -> list[Evidence]:
    """The same for rows with `article_id`, `char_start` and `char_end`; one whose article is not there is left out."""
    articles = _articles(home, sorted({str(row["article_id"]) for row in rows}))
    known = [row for row in rows if str(row["article_id"]) in articles]
    corrected = corrections_of(home, known)
    return [_evidence(row, articles[str(row["article_id"])], told) for row, told in zip(known, corrected, strict=True)]


def _articles(home: Home, article_ids: Sequence[str]) -> dict[str, Row]:
    """Article rows by id, each with its sentences' spans."""
    found = query(home, ARTICLES_WITH_SENTENCES, [list(article_ids)])
    return {str(row["article_id"]): row for row in found.to_pylist()}


def _evidence(row: Row, article: Row, corrected: tuple[str, ...]) -> Evidence:
    text = str(article["text"])
    start, end = _context(article, _offset(row["char_start"]), _offset(row["char_end"]))
    return Evidence(
        article_id=str(article["article_id"]),
        heading=_text(article["title"]) or shorten(text, HEADING_CHARACTERS, placeholder=" …"),
        title=_text(article["title"]),
        outlet=_text(article["outlet"]),
        published=published(article),
        url=_text(article["url"]),
        context=text[start:end],
        highlights=tuple(_highlights(row, start, end)),
        details=tuple(_details(row)),
        corrections=corrected,
    )


def _context(article: Row, start: int, end: int) -> tuple[int, int]:
    """The sentences that hold the span, from the first to the last; the span itself where there are none."""
    spans = article["sentences"]
    pairs = [(a, b) for a, b in spans] if isinstance(spans, list) else []
    touched = [(a, b) for a, b in pairs if a < end and start < b]
    return min([start, *(a for a, _ in touched)]), max([end, *(b for _, b in touched)])


def _highlights(row: Row, start: int, end: int) -> Iterator[Highlight]:
    """The evidence and every `NAME_start`, `NAME_end` pair inside the context, as offsets into the context.

    The span of another side, which may be of another article, is evidence of its own.
    """
    elsewhere = {f"{stem}_start" for stem in sides(row)}
    for name in (name for name in row if name not in elsewhere):
        stem = name.removesuffix("_start")
        first, last = row[name], row.get(f"{stem}_end")
        if not name.endswith("_start") or not isinstance(first, int) or not isinstance(last, int):
            continue
        if start <= first < last <= end:
            yield Highlight(first - start, last - start, "evidence" if stem == "char" else stem)


def _details(row: Row) -> Iterator[tuple[str, object]]:
    plumbing = PLUMBING | {f"{stem}_{ending}" for stem in sides(row) for ending in ("article_id", "row_id")}
    for name, value in row.items():
        if name not in plumbing and not name.endswith(("_start", "_end")) and value is not None:
            yield name, value


def shown(value: object) -> str:
    """A cell as a reader writes it: whole numbers without `.0`, lists joined, midnight left out."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return f"{value:,.0f}"
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return str(value)


def published(article: Row) -> str:
    """When the article says that it was published: `2022-01-07 08:01 +06:00`, `2022-01-07`, `no date`."""
    instant = article["published_at"]
    if not isinstance(instant, datetime):
        return "no date"
    if article["published_precision"] == "day":
        return f"{instant:%Y-%m-%d}"
    return f"{instant:%Y-%m-%d %H:%M} {article['published_tz'] or ''}".rstrip()


def _offset(value: object) -> int:
    if not isinstance(value, int):
        raise DatelineError(f"char_start and char_end must be whole numbers, and one of them is {value!r}.")
    return value


def _text(value: object) -> str | None:
    return None if value is None else str(value)
