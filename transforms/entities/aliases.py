"""Short forms that an article defines itself: "Collective Security Treaty Organization (CSTO)"."""

import itertools
import re
from collections.abc import Sequence

from transforms.entities.labels import Labelled

SKIPPED = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "de", "et", "des", "du", "la"])
BETWEEN = re.compile(r"['’]?s?\s*[(\[]\s*(?:the\s+|or\s+|formerly\s+)?[\"“]?$")


def defined_aliases(names: Sequence[Labelled], text: str) -> dict[str, str]:
    """Short form -> long form, for each name that follows another in brackets and abbreviates it."""
    found: dict[str, str] = {}
    for first, second in itertools.pairwise(names):
        a, b = text[first.start : first.end], text[second.start : second.end]
        if _in_brackets(first, second, text):
            if abbreviates(b, a):
                found.setdefault(b, a)
            elif abbreviates(a, b):
                found.setdefault(a, b)
    return found


def _in_brackets(first: Labelled, second: Labelled, text: str) -> bool:
    closed = text[second.end : second.end + 2].strip('"” ')[:1] in {")", "]"}
    return closed and BETWEEN.fullmatch(text[first.end : second.start]) is not None


def abbreviates(short: str, long: str) -> bool:
    """Whether `short` consists of initials of `long`, in order, beginning with the first: "CSTO", "UNHCR"."""
    letters = [c.casefold() for c in short if c.isalnum()]
    words = re.findall(r"\w+", long)
    if not 2 <= len(letters) <= 8 or len(words) < 2 or sum(c.isupper() for c in short) < 2:
        return False
    heads = [w[0].casefold() for w in words]
    full = [w[0].casefold() for w in words if w.casefold() not in SKIPPED]
    return letters in (heads, full) or (letters[0] == heads[0] and _in_order(letters, heads))


def _in_order(letters: list[str], heads: list[str]) -> bool:
    """Most letters are initials, in order."""
    rest = iter(heads)
    return sum(letter in rest for letter in letters) >= max(2, len(letters) - 1)
