"""The pieces of a sentence as the readers of numbers look at them: what role a word can play at a place."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from transforms.quantities.beside import QuantityWords
from transforms.quantities.pieces import Piece


class Numeral(NamedTuple):
    """A number over the pieces `[first, last)`. `form`: digits, words, fraction, ordinal, vague or few."""

    first: int
    last: int
    value: float
    form: str
    scaled: float = 1.0  # the last scale word, which a neighbour in a range may share


class Cursor:
    """Questions about the piece at a place; a place outside the sentence answers no."""

    def __init__(self, line: Sequence[Piece], words: Mapping[str, Mapping[str, float]], beside: QuantityWords) -> None:
        self.line = line
        self.words = words
        self.beside = beside

    def role(self, at: int, role: str) -> float | None:
        """The value that piece `at` has in a role, if it can play it."""
        if not 0 <= at < len(self.line):
            return None
        roles = self.words.get(self.line[at].low)
        return roles.get(role) if roles else None

    def is_sign(self, at: int, signs: str) -> bool:
        return 0 <= at < len(self.line) and self.line[at].text in signs and self.line[at].kind == "sign"

    def is_word(self, at: int, *words: str) -> bool:
        return 0 <= at < len(self.line) and self.line[at].low in words

    def is_group(self, at: int) -> bool:
        """A word that multiplies: hundred, million, dozen."""
        return any(self.role(at, role) is not None for role in ("hundred", "scale")) or self.is_word(at, "dozen")


def digits(text: str) -> float:
    """The value of a numeral: "1,234.5", "1 234", "12,34,567"; a comma before one or two digits is a point."""
    plain = "".join(c for c in text if not c.isspace())
    head, comma, tail = plain.rpartition(",")
    if comma and "," not in head and "." not in plain and len(tail) < 3:
        return float(f"{head}.{tail}")
    return float(plain.replace(",", ""))
