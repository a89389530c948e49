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
from transforms.head_words import HeadWords
from transforms.instant import Instant

HEAD_UNITS, HEAD_CHARACTERS = 8, 6000
LONGEST_TITLE, LONGEST_STANDFIRST = 220, 600
BLOCK = re.compile(r"\S(?:.|\n(?![^\S\n]*(?:\n|\Z)))*")
LINE = re.compile(r"[^\s\ufeff].*")
FULL_STOP = re.compile(r"[.;:,][\"'”’)]*$")
ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$|\.\.\.$|…$")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")


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
    title = units[lead] if has_title and _has_title(units, lead) else None
    after = lead + 1 if title else lead
    anchor = _anchor(units, after)
    standfirst = _standfirst(units, after, anchor, is_titled=bool(title) or start > 0)
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
    for number, span in enumerate(_paragraphs(text, start, words)):
        if number == HEAD_UNITS:
            return
        line = text[span.start : span.end]
        is_first = number == 0 and has_title
        yield _Unit(span, line, _credit(line, words, is_first=is_first), date_line(text, span.start, words))


def _credit(line: str, words: HeadWords, *, is_first: bool) -> Byline | None:
    """The line as byline; the first line of a file only with a date (`By Land and Sea` is a headline)."""
    read = byline(line, words, needs_cue=is_first)
    return None if read and is_first and not (read.published or read.updated) else read


def _paragraphs(text: str, start: int, words: HeadWords) -> Iterator[Span]:
    """Blocks between blank lines; byline lines at the end of a block apart; some blocks line by line."""
    blocks = [Span(*match.span()) for match in BLOCK.finditer(text[: start + HEAD_CHARACTERS], start)]
    for block in blocks:
        lines = [_stripped(text, match.span()) for match in LINE.finditer(text, block.start, block.end)]
        credit_at = _credit_at(text, lines, words)
        if credit_at is not None:
            edges = [Span(part[0].start, part[-1].end) for part in (lines[:credit_at], lines[credit_at:]) if part]
            yield from edges
        elif _is_line_by_line([text[line.start : line.end] for line in lines], is_alone=len(blocks) == 1):
            yield from lines
        else:
            yield _stripped(text, block)


def _credit_at(text: str, lines: list[Span], words: HeadWords) -> int | None:
    """The line from which a short block is byline and dates: 1 for a headline, `By Ada Sample`, `3 May 2021`."""
    if not 2 <= len(lines) <= HEAD_UNITS:
        return None
    ends = range(len(lines))
    return next((at for at in ends if byline(text[lines[at].start : lines[-1].end], words, needs_cue=at == 0)), None)


def _is_line_by_line(lines: list[str], *, is_alone: bool) -> bool:
    """Whether the lines of a block are paragraphs, not one paragraph wrapped at a width."""
    if len(lines) < 2:
        return False
    head, follower = lines[0], lines[1]
    is_head_line = not SENTENCE_END.search(head) and len(head) <= 150 and len(follower) > max(120, 1.5 * len(head))
    are_sentences = is_alone and sum(bool(SENTENCE_END.search(line)) for line in lines[1:]) * 2 > len(lines) - 1
    return is_head_line or are_sentences


def _stripped(text: str, span: tuple[int, int]) -> Span:
    raw = text[span[0] : span[1]]
    kept = raw.strip("\ufeff \t\r\n\f\v\xa0")
    start = span[0] + raw.index(kept)
    return Span(start, start + len(kept))


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


def _standfirst(units: list[_Unit], after: int, anchor: int | None, *, is_titled: bool) -> Span | None:
    """What stands between headline and anchor; without an anchor, one short paragraph without a full stop."""
    if anchor is None:
        is_deck = is_titled and after < len(units) - 1 and _is_deck(units[after].text)
        return units[after].span if is_deck else None
    between = units[after:anchor]
    if not between or not is_titled or sum(len(unit.text) for unit in between) > LONGEST_STANDFIRST:
        return None
    return Span(between[0].span.start, between[-1].span.end)


def _is_deck(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and 5 <= len(text.split()) <= 40 and not SENTENCE_END.search(text)


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
    """From the place at the start of a paragraph to the dash behind it."""
    if not place:
        return None
    words = r"\s+".join(map(re.escape, place.split()))
    match = re.compile(rf"(?:^|\n)\s*({words}[^\n]{{0,80}}?(?:\s-{{1,2}}\s+|\s*[—–]\s*|:\s+))").search(
        text, max(0, start - 1)
    )
    return Span(*match.span(1)) if match else None
