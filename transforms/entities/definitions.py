"""Definitions of short forms: "Collective Security Treaty Organization (CSTO)".

The initials tell exactly where the long form begins, which a model often misses.
"""

import re
from collections.abc import Iterator, Set

from transforms.facts import Span

BRACKETED = re.compile(r"\s\(([A-Z][A-Za-z.&]{1,7})\)")


def definitions(text: str, skipped: Set[str]) -> Iterator[tuple[Span, Span]]:
    """Long and short form of each definition in a text whose long form is written with capitals; see `abbreviates`."""
    for found in BRACKETED.finditer(text):
        long = _long_form(text[max(0, found.start() - 90) : found.start()], found[1], skipped)
        if long:
            yield Span(found.start() - len(long), found.start()), Span(*found.span(1))


def _long_form(before: str, short: str, skipped: Set[str]) -> str | None:
    """The words right before a bracket that the short form abbreviates, from the nearest word in capitals on."""
    words = list(re.finditer(r"[\w’'&-]+", before))
    for word in reversed(words[-10:]):
        long = before[word.start() :]
        if re.search(r"[.;:!?()\n]", long):
            return None
        starts_right = word[0][0].casefold() == short[0].casefold() and word[0][0].isupper()
        if starts_right and abbreviates(short, long, skipped) and words[-1][0][0].isupper():
            return long
    return None


def abbreviates(short: str, long: str, skipped: Set[str]) -> bool:
    """Whether `short` consists of initials of `long`, in order, beginning with the first: "CSTO", "UNHCR".

    `skipped` words need have no letter in it.
    """
    letters = [c.casefold() for c in short if c.isalnum()]
    words = re.findall(r"\w+", long)
    if not 2 <= len(letters) <= 8 or len(words) < 2 or sum(c.isupper() for c in short) < 2:
        return False
    heads = [w[0].casefold() for w in words]
    full = [w[0].casefold() for w in words if w.casefold() not in skipped]
    return letters in (heads, full) or (letters[0] == heads[0] and _in_order(letters, heads))


def spelled(long: str, skipped: Set[str]) -> tuple[str, str]:
    """The initials of a name, and those of its words but for small ones."""
    words = re.findall(r"\w+", long)
    full = [w for w in words if w.casefold() not in skipped]
    return "".join(w[0] for w in words).upper(), "".join(w[0] for w in full).upper()


def _in_order(letters: list[str], heads: list[str]) -> bool:
    """Most letters are initials, in order."""
    rest = iter(heads)
    return sum(letter in rest for letter in letters) >= max(2, len(letters) - 1)
