"""Which names of an article are short forms of others, because it says so in brackets."""

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.entities.definitions import abbreviates
from transforms.entities.labels import Labelled
from transforms.entities.lexicon import EntityLexicon

BETWEEN = re.compile(r"['’]?s?\s*[(\[]\s*(?:the\s+|or\s+|formerly\s+)?[\"“]?$")


def defined_aliases(names: Sequence[Labelled], text: str, lexicon: EntityLexicon) -> dict[str, str]:
    """Short form -> long form, for each name that follows another in brackets and abbreviates it."""
    found: dict[str, str] = {}
    skipped = lexicon.words.no_initials
    for first, second in pairwise(names):
        a, b = text[first.start : first.end], text[second.start : second.end]
        if _in_brackets(first, second, text):
            if abbreviates(b, a, skipped):
                found.setdefault(b, a)
            elif abbreviates(a, b, skipped):
                found.setdefault(a, b)
    return found


def _in_brackets(first: Labelled, second: Labelled, text: str) -> bool:
    closed = text[second.end : second.end + 2].strip('"” ')[:1] in {")", "]"}
    return closed and BETWEEN.fullmatch(text[first.end : second.start]) is not None
