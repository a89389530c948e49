"""A statement while it is being read: content, cue and speaker in place, ids and days still to come."""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.parsed import Token
from transforms.statements.cues import Cue
from transforms.statements.phrases import Phrase
from transforms.statements.quotations import WORD, Quote

LOOSE = " \t\n\r.,;:–—-"


class Draft(NamedTuple):
    """One contiguous content; `main` is its main verb, `source` whom an outlet cites for it.

    `frame` says in which frame of the cue it stands behind it.
    """

    start: int
    end: int
    kind: str
    cue: Cue | None
    speaker: Phrase | None
    main: Token | None = None
    source: Phrase | None = None
    via: Phrase | None = None
    frame: str = ""


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A content without blanks and loose punctuation at its ends; marks of quotation and brackets stay."""
    while start < end and text[start] in LOOSE + ")]":
        start += 1
    while end > start and text[end - 1] in LOOSE:
        end -= 1
    if text[end : end + 1] == "." and text[end - 2 : end - 1] == ".":
        end += 1  # "U.S.", "p.m."
    return start, end


def kind_of(text: str, start: int, end: int, quotes: Sequence[Quote]) -> str:
    """`direct` when every word stands in quotation marks that open here, `mixed` when some, else `indirect`."""
    inner = [q for q in quotes if q.start < end and start < q.end and (start <= q.start or q.end < end)]
    if not inner:
        return "indirect"
    words = [start + m.start() for m in WORD.finditer(text[start:end])]
    within = sum(any(q.start <= word < q.end for q in inner) for word in words)
    return "direct" if words and within == len(words) else "mixed" if within else "indirect"


def widened(end: int, start: int, quotes: Sequence[Quote]) -> int:
    """The end of a content moved behind the closing mark of a quotation that it cuts."""
    cut = next((q for q in quotes if start <= q.start < end < q.end), None)
    return cut.end if cut else end
