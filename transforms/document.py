"""What a plain text says of itself at its head: headline, standfirst, byline, publication date, date line.

    FLOOD CUTS OFF VALLEY TOWN                        headline
    The only bridge is gone, the mayor says.          standfirst: between headline and byline or date line
    By Ada Sample - 3 March 2021, 14:05 GMT           byline
    RIVERTON, March 3 (Example Wire) - Rescuers ...   date line; body from here

Each part is recognised on its own signs, and a paragraph that shows none stays body.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.byline import Byline, byline
from transforms.date_line import DateLine, date_line
from transforms.facts import Span
from transforms.head_paragraphs import HEAD_CHARACTERS, HEAD_UNITS, SENTENCE_END, paragraphs
from transforms.head_words import HeadWords
from transforms.instant import Instant

LONGEST_TITLE, LONGEST_STANDFIRST = 220, 600
FULL_STOP = re.compile(r"[.;:,][\"'”’)]*$")
ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$|\.\.\.$|…$")


class Head(NamedTuple):
    """Spans and values that stand at the head; None where the text shows none."""

    title: Span | None = None
    standfirst: Span | None = None
    byline: Span | None = None
    authors: tuple[str, ...] = ()
    published: Instant | None = None
    updated: Instant | None = None
    date_line: Span | None = None
    dateline_place: str | None = None
    outlet: str | None = None


class HeadSpans(NamedTuple):
    """Where the parts of a stored article's head stand in its text."""

    title: Span | None
    standfirst: Span | None
    byline: Span | None
    date_line: Span | None


class _Unit(NamedTuple):
    span: Span
    text: str
    credit: Byline | None
    date_line: DateLine | None


def recognise(text: str, words: HeadWords, *, start: int = 0, has_title: bool = True) -> Head:
    """Read the head of a text from `start`. `has_title`: the headline may stand in the text (a plain text file)."""
    units = list(_units(text, start, words, has_title=has_title))
    lead = next((at for at, unit in enumerate(units) if not unit.credit), len(units))
    if lead == len(units):
        return Head()
    title = units[lead] if has_title and _has_title(units, lead) else None
    after = lead + 1 if title else lead
    anchor = _anchor(units, after)
    standfirst = _standfirst(units, after, anchor, has_title=bool(title), is_apart=start > 0)
    credit_at = anchor if anchor is not None else after
    credits = _run_of_credits(units, credit_at) or units[:lead]
    body_at = credit_at + len(_run_of_credits(units, credit_at)) if anchor is not None else after + bool(standfirst)
    return _head(title, standfirst, credits, units[body_at].date_line if body_at < len(units) else None)


def head_spans(
    text: str,
    *,
    body_start: int,
    title: str | None,
    standfirst: str | None = None,
    byline: str | None = None,
    dateline_place: str | None = None,
) -> HeadSpans:
    """The spans of what a row of `articles` holds, found again in its text; white space may differ."""
    title_span = Span(0, len(title or "")) if body_start else _find(text, title, 0)
    after = body_start or (title_span.end if title_span else 0)
    standfirst_span = _find(text, standfirst, after)
    byline_span = _find(text, byline, standfirst_span.end if standfirst_span else after) or _find(text, byline, 0)
    return HeadSpans(title_span, standfirst_span, byline_span, _find_date_line(text, dateline_place, after))


def _units(text: str, start: int, words: HeadWords, *, has_title: bool) -> Iterator[_Unit]:
    """The first paragraphs of the text, each read as byline and as date line."""
    for number, span in enumerate(paragraphs(text, start, words)):
        if number == HEAD_UNITS:
            return
        line = text[span.start : span.end]
        report = date_line(text, span.start, words)
        credit = None if report else _credit(line, words, is_first=number == 0 and has_title)
        yield _Unit(span, line, credit, report)


def _credit(line: str, words: HeadWords, *, is_first: bool) -> Byline | None:
    """The line as byline; the first line of a file only with a date (`By Land and Sea` is a headline)."""
    read = byline(line, words, needs_cue=is_first)
    return None if read and is_first and not (read.published or read.updated) else read


def _has_title(units: list[_Unit], at: int) -> bool:
    """Whether the paragraph is a headline: short, no full stop (or a byline behind it), with text after it."""
    if at >= len(units) - 1 or units[at].date_line or len(units[at].text) > LONGEST_TITLE:
        return False
    text = units[at].text
    has_stop = bool(FULL_STOP.search(text)) and not ABBREVIATION.search(text)
    is_credited = any(unit.credit for unit in units[at + 1 : at + 3])
    return any(map(str.isalpha, text)) and text.count("\n") < 3 and (not has_stop or is_credited)


def _anchor(units: list[_Unit], after: int) -> int | None:
    """The first byline or date line behind the headline, at most two paragraphs of standfirst between."""
    near = range(after, min(after + 3, len(units)))
    return next((at for at in near if units[at].credit or units[at].date_line), None)


def _standfirst(units: list[_Unit], after: int, anchor: int | None, *, has_title: bool, is_apart: bool) -> Span | None:
    """What stands between headline and anchor; without an anchor, one short paragraph without a full stop.

    The second only below a headline in the text itself: bodies of records are often cut in the middle of sentences.
    """
    if anchor is None:
        is_deck = has_title and after < len(units) - 1 and _is_deck(units[after].text, units[after + 1].text)
        return units[after].span if is_deck else None
    between = units[after:anchor]
    if not between or not (has_title or is_apart) or sum(len(unit.text) for unit in between) > LONGEST_STANDFIRST:
        return None
    return Span(between[0].span.start, between[-1].span.end)


def _is_deck(text: str, follower: str) -> bool:
    is_short = len(text) <= LONGEST_TITLE and 5 <= len(text.split()) <= 40
    return is_short and not SENTENCE_END.search(text) and not follower[:1].islower()


def _run_of_credits(units: list[_Unit], at: int) -> list[_Unit]:
    """The bylines and lines of dates that follow each other from `at`."""
    end = at
    while end < len(units) and units[end].credit:
        end += 1
    return units[at:end]


def _head(title: _Unit | None, standfirst: Span | None, credits: list[_Unit], line: DateLine | None) -> Head:
    read = [unit.credit for unit in credits if unit.credit]
    names = any(credit.has_names for credit in read)
    published = next((credit.published for credit in read if credit.published), None)
    return Head(
        title=title.span if title else None,
        standfirst=standfirst,
        byline=Span(credits[0].span.start, credits[-1].span.end) if names else None,
        authors=tuple(author for credit in read for author in credit.authors),
        published=published or (line.published if line else None),
        updated=next((credit.updated for credit in read if credit.updated), None),
        date_line=line.span if line else None,
        dateline_place=line.place if line else None,
        outlet=next((credit.outlet for credit in read if credit.outlet), None) or (line.outlet if line else None),
    )


def _find(text: str, part: str | None, start: int) -> Span | None:
    if not part or not part.split():
        return None
    pattern = r"\s+".join(map(re.escape, part.split()))
    match = re.compile(pattern).search(text, start, start + HEAD_CHARACTERS)
    return Span(*match.span()) if match else None


def _find_date_line(text: str, place: str | None, start: int) -> Span | None:
    """From the place at the start of a paragraph to the dash behind it, and the day behind that if it ends the line."""
    if not place:
        return None
    words = r"\s+".join(map(re.escape, place.split()))
    day = r"(?:[^\n.]{0,60}\d{4}(?=[^\S\n]*(?:\n|\Z)))?"
    pattern = rf"(?:^|\n)\s*({words}[^\n]{{0,80}}?(?:[^\S\n]-{{1,2}}\s+|[^\S\n]*[—–]\s*|:\s+){day})"
    match = re.compile(pattern).search(text, max(0, start - 1))
    return Span(*match.span(1)) if match else None
