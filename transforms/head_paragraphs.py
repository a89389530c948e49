"""The first paragraphs of a text, whether blank lines part them or line ends alone.

`Bridge shut / By Ada Sample / 3 May 2021` in one block gives two: the headline, and the byline with its date.
"""

import re
from collections.abc import Iterator

from transforms.byline import byline
from transforms.date_line import date_line
from transforms.facts import Span
from transforms.head_words import HeadWords

HEAD_UNITS, HEAD_CHARACTERS = 8, 6000
BLOCK = re.compile(r"\S(?:.|\n(?![^\S\n]*(?:\n|\Z)))*")
LINE = re.compile(r"[^\s\ufeff].*")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")


def paragraphs(text: str, start: int, words: HeadWords) -> Iterator[Span]:
    """Blocks between blank lines; byline lines at the end of a block apart; some blocks line by line."""
    blocks = [Span(*match.span()) for match in BLOCK.finditer(text[: start + HEAD_CHARACTERS], start)]
    for block in blocks:
        lines = [_stripped(text, match.span()) for match in LINE.finditer(text, block.start, block.end)]
        report_at = _report_at(text, lines, words)
        yield from _head_parts(text, lines[:report_at], words, is_alone=len(blocks) == 1)
        if report_at < len(lines):
            yield Span(lines[report_at].start, lines[-1].end)


def _report_at(text: str, lines: list[Span], words: HeadWords) -> int:
    """The line of a block, not its first, that opens the report with a date line; behind the last where none does."""
    near = range(1, min(len(lines), HEAD_UNITS))
    return next((at for at in near if date_line(text, lines[at].start, words)), len(lines))


def _head_parts(text: str, lines: list[Span], words: HeadWords, *, is_alone: bool) -> Iterator[Span]:
    credit_at = _credit_at(text, lines, words)
    if credit_at is not None:
        yield from (Span(part[0].start, part[-1].end) for part in (lines[:credit_at], lines[credit_at:]) if part)
    elif _is_line_by_line([text[line.start : line.end] for line in lines], is_alone=is_alone):
        yield from lines
    elif lines:
        yield Span(lines[0].start, lines[-1].end)


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
