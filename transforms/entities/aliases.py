"""Which names of an article are short forms of others, because it says so in brackets."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from transforms.entities.definitions import abbreviates, spelled
from transforms.entities.labels import Labelled
from transforms.entities.lexicon import EntityLexicon

SHORT = re.compile(r"(?:[A-Z]\.?){3,8}")
BETWEEN = re.compile(r"['’]?s?\s*[(\[]\s*(?:the\s+|or\s+|formerly\s+)?[\"“]?$")


def defined_aliases(names: Sequence[Labelled], text: str, lexicon: EntityLexicon) -> dict[str, str]:
    """Short form -> long form, for each name that follows another in brackets and abbreviates it."""
    found = _initials(names, text, lexicon)
    skipped = lexicon.words.no_initials
    for first, second in pairwise(names):
        a, b = text[first.start : first.end], text[second.start : second.end]
        if _in_brackets(first, second, text):
            if abbreviates(b, a, skipped) or _names_body(first, a, b, skipped):
                if _is_better_known(b, a, lexicon):
                    found[a] = b
                else:
                    found[b] = a
            elif abbreviates(a, b, skipped):
                found[a] = b
    return found


def _initials(names: Sequence[Labelled], text: str, lexicon: EntityLexicon) -> dict[str, str]:
    """Short forms that are exactly the initials of the only body of the article that they fit: "LHC"."""
    bodies = {text[n.start : n.end] for n in names if n.label == "ORG"}
    long = {body: initials for body in bodies if " " in body for initials in [spelled(body, lexicon.words.no_initials)]}
    found: dict[str, str] = {}
    for short in (b for b in bodies if SHORT.fullmatch(b) and lexicon.entry(b) is None):
        fitting = [body for body, initials in long.items() if short.replace(".", "") in initials]
        if len(fitting) == 1:
            found[short] = fitting[0]
    return found


def _is_better_known(short: str, long: str, lexicon: EntityLexicon) -> bool:
    """Whether the tables know whose a short form is, and of its long form do not: "Social Democrats (SPD)"."""
    known, other = lexicon.entry(short), lexicon.entry(long)
    return known is not None and known.country_code is not None and (other is None or other.country_code is None)


def _names_body(first: Labelled, long: str, short: str, skipped: Set[str]) -> bool:
    """Capitals that begin as the body before them does, whatever they skip ("Agricultural Corporation (ADMARC)").

    Or its initials in the order of another language: "General Directorate of Roads (DGR)".
    """
    if first.label != "ORG" or " " not in long or not (short.isupper() and short.isalpha()):
        return False
    turned = (sorted(short) == sorted(initials) for initials in spelled(long, skipped))
    return short[0] == long[0] or any(turned)


def _in_brackets(first: Labelled, second: Labelled, text: str) -> bool:
    closed = text[second.end : second.end + 2].strip('"” ')[:1] in {")", "]"}
    return closed and BETWEEN.fullmatch(text[first.end : second.start]) is not None
