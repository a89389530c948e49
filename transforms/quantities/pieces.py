"""A sentence cut into words, numerals and signs that know where they stand.

The model's tokens are not used for this: it splits "10km" and "£2,000" one way and "2.5bn" another.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

DIGITS = r"""
    (?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d,])(?:\.\d+)?   # 1 234 567
  | \d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?                            # 1,234,567.8 and 12,34,567
  | \d+(?:[.,]\d+)?(?:[eE][+-]?\d+(?!\w))?                                # 12, 12.5, 1,5, 1.2e6
  | (?<![\w.])\.\d+
"""
PIECE = re.compile(
    rf"(?=\S)(?:(?P<fraction>[¼-¾⅐-⅞])|(?P<word>[^\W\d_]+)|(?P<digits>{DIGITS})|(?P<sign>\S))", re.VERBOSE
)


T = TypeVar("T")
NUMBER = re.compile(r"[\d¼-¾⅐-⅞]")
WORD = re.compile(r"[^\W\d_]+")


class Piece(NamedTuple):
    """`kind`: digits, fraction (one character), word or sign; `low` is the text in lower case."""

    start: int
    end: int
    text: str
    low: str
    kind: str


class Phrases(dict[str, T]):
    """Phrases, their pieces apart by one blank, with what they mean; their first and last pieces, which few share."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        super().__init__(phrases)
        self.starts = frozenset(phrase.split(" ", 1)[0] for phrase in phrases)
        self.ends = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in phrases)


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of `text[start:end]`, offsets counting from the start of `text`."""
    found = PIECE.finditer(text, start, end)
    return [Piece(*m.span(), word := m[0], word.lower(), m.lastgroup or "sign") for m in found]


def may_count(text: str, words: frozenset[str]) -> bool:
    """Whether a text has a digit or one of some words, so that reading its numbers is worth the time."""
    return NUMBER.search(text) is not None or not words.isdisjoint(WORD.findall(text.lower()))


def glued(line: Sequence[Piece], at: int) -> bool:
    """Whether piece `at` follows its neighbour without white space."""
    return 0 < at < len(line) and line[at - 1].end == line[at].start


def phrase_at(line: Sequence[Piece], at: int, phrases: frozenset[str], longest: int) -> int:
    """The index after the longest phrase that begins at piece `at`; `at` itself where none does."""
    for length in range(min(longest, len(line) - at), 0, -1):
        if " ".join(p.low for p in line[at : at + length]) in phrases:
            return at + length
    return at
