"""Who holds which office of what, read from the words beside a person's name.

"Armenian Prime Minister Nikol Pashinyan", "the country’s first President Nursultan Nazarbayev",
"Jeff Rathke, the State Department Spokesperson", "the president of the Lombardy region, Roberto Maroni".
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.entities.labels import Labelled
from transforms.entities.lexicon import EntityLexicon, Office
from transforms.facts import Span

REACH = 130  # characters that are looked at on either side of a name
LINK = r"(?:of|for|at|in|with|to)"
FUNCTION_WORD = re.compile(
    r"\b(?:and|of|to|by|in|as|for|with|from|on|against|about|at|over|is|was|the|a|an|that|who)\b"
)
NO_LEAD = re.compile(
    r"\b(?:and|who|that|said|told|whose|by|to|from|with|against)\b"
    r"|(?<!one )(?<!any )(?<!some )\b(?:of|for)\s"  # "a nephew of the president" is none
)
OWNS = re.compile(r"['’]s?\s")
DESCRIBED = tuple(re.compile(rf"\b(\w+){gap}((?:[a-z][\w-]*\s){{{n}}})$") for n in (1, 2, 3) for gap in (r"\s", "-"))
SEPARATE = re.compile(r"[.;:!?\n“”\"]")


class Role(NamedTuple):
    """An office beside a person's name. Positions are indexes into the names; `where` covers all that states it."""

    holder: int
    office: Office
    words: Span
    where: Span
    object: int | None
    ordinal: int | None = None
    is_former: bool = False
    anaphor: Span | None = None


def find_roles(names: Sequence[Labelled], text: str, lexicon: EntityLexicon) -> Iterator[Role]:
    """The roles stated right before or after each person's name."""
    for index, name in enumerate(names):
        if name.label == "PERSON":
            role = _before(index, names, text, lexicon) or _after(index, names, text, lexicon)
            if role:
                yield role


def _before(index: int, names: Sequence[Labelled], text: str, lexicon: EntityLexicon) -> Role | None:
    start = names[index].start
    window = text[max(0, start - REACH) : start]
    cut = max(
        (m.end() for m in SEPARATE.finditer(window.rstrip(" ")) if not _abbreviates(window, m.start())), default=0
    )
    low = start - len(window) + cut
    for found in reversed(list(lexicon.office_pattern.finditer(text, low, start))):
        office = lexicon.offices[found[0].casefold()]
        between = text[found.end() : start]
        is_rank = found[0].casefold() in lexicon.words.ranks and found[0][0].isupper() and found.start() > low
        if office.relation and not is_rank and _leads_to_name(between, lexicon):
            return _role(index, found, names, text, lexicon)
    return None


def _abbreviates(window: str, at: int) -> bool:
    """A full stop that ends a title or initial ("Gen. ", "U.S. "), not a sentence."""
    return window[at] == "." and re.search(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})$", window[:at]) is not None


def _leads_to_name(between: str, lexicon: EntityLexicon) -> bool:
    """Nothing, a comma, forms of address, or a complement ("of the Lombardy region,") between office and name."""
    rest = re.sub(rf"^\s{LINK}\s[^,()]{{2,60}}(?:\([^)]*\))?,?\s*$|^\s?\([^)]*\),?\s*$", "", between)
    words = [w.casefold() for w in rest.replace(",", " ").split()]
    return all(w in lexicon.offices and not lexicon.offices[w].relation for w in words)


def _after(index: int, names: Sequence[Labelled], text: str, lexicon: EntityLexicon) -> Role | None:
    end = names[index].end
    window = text[end : end + REACH]
    opened = re.match(r",\s(?:who\s(?:is|was)\s)?|\s(?:is|was|became|becomes|remains)\s", window)
    if not opened:
        return None
    stop = min(
        (m.start() for m in SEPARATE.finditer(window) if not _abbreviates(window, m.start())), default=len(window)
    )
    comma = window.find(",", opened.end())
    last = end + min(stop, comma if comma > 0 else stop)
    offices = lexicon.office_pattern.finditer(text, end + opened.end(), last)
    found = next((o for o in offices if not OWNS.match(text, o.end())), None)  # "the president's lawyer" is a lawyer
    if not found:
        return None
    office = lexicon.offices[found[0].casefold()]
    lead = text[end + opened.end() : found.start()]
    if any(n.start == found.end() + 1 and n.label == "PERSON" for n in names):
        return None  # "Eva Holm, met Prime Minister Bo Lund": his
    if not office.relation or not _is_lead(lead, end + opened.end(), names):
        return None
    return _role(index, found, names, text, lexicon)


def _is_lead(lead: str, start: int, names: Sequence[Labelled]) -> bool:
    """What may stand between a name and its office in apposition: an article, a name, a few describing words."""
    for name in names:
        if start <= name.start < start + len(lead):
            lead = lead.replace(lead[name.start - start : name.end - start], "")
            break
    return len(lead.split()) <= 4 and not NO_LEAD.search(lead)


def _role(index: int, found: re.Match[str], names: Sequence[Labelled], text: str, lexicon: EntityLexicon) -> Role:
    (start, end), office = found.span(), lexicon.offices[found[0].casefold()]
    start, ordinal, is_former = _qualified(text, start, lexicon)
    thing, thing_start = object_before(start, names, text)
    if thing is not None and text[names[thing].end : names[thing].end + 1] == " ":
        thing_start, order, was = _qualified(text, thing_start, lexicon)  # "former Russian President"
        start = thing_start if thing_start < names[thing].start else start
        ordinal, is_former = ordinal or order, is_former or was
    anaphor = None if thing is not None else _anaphor_before(start, text, lexicon)
    if thing is None and anaphor is None:
        thing, end = _object_after(end, index, names, text)
    first = min(start, thing_start if thing is not None else start, anaphor.start if anaphor else start)
    where = Span(min(first, names[index].start), max(end, names[index].end))
    return Role(index, office, Span(start, end), where, thing, ordinal, is_former, anaphor)


def _qualified(text: str, start: int, lexicon: EntityLexicon) -> tuple[int, int | None, bool]:
    """Start of the words before an office that say which holder, the order they give, and whether he is past."""
    ordinal, is_former = None, False
    while word := re.search(r"(\w+)[\s-]+$", text[max(0, start - 20) : start]):
        known = lexicon.role_words.get(word[1].casefold())
        if not known:
            break
        ordinal = known.ordinal or ordinal
        is_former = is_former or known.state == "former"
        start -= len(word[0])
    if ordinal is None and not is_former:
        return _described(text, start, lexicon)
    return start, ordinal, is_former


def _described(text: str, start: int, lexicon: EntityLexicon) -> tuple[int, int | None, bool]:
    """The same, over a few describing words: "a former national security adviser", "first female president"."""
    low = max(0, start - 60)
    for pattern in DESCRIBED:
        found = pattern.search(text[low:start])
        known = lexicon.role_words.get(found[1].casefold()) if found else None
        is_ordinal = known is not None and found is not None and known.ordinal and found[0][len(found[1])] != "-"
        if found and known and (is_ordinal or known.state == "former") and not FUNCTION_WORD.search(found[2]):
            return low + found.start(), known.ordinal, known.state == "former"
    return start, None, False


def object_before(start: int, names: Sequence[Labelled], text: str) -> tuple[int | None, int]:
    """The name that ends right before an office, with or without a possessive ending."""
    for i in range(len(names) - 1, -1, -1):
        name = names[i]
        if name.end <= start and name.label != "PERSON":
            gap = text[name.end : start]
            if re.fullmatch(r"(?:['’]s?)?\s+(?:[a-z]+\s){0,2}", gap) and not FUNCTION_WORD.search(gap):
                return i, name.start
            break
    return None, start


def _anaphor_before(start: int, text: str, lexicon: EntityLexicon) -> Span | None:
    """ "the country’s" before an office."""
    found = re.search(r"\b(?:the|this|that|his|her|their)\s(\w+)['’]s?\s+$", text[max(0, start - 40) : start], re.I)
    if not found or found[1].casefold() not in lexicon.anaphors:
        return None
    low = start - len(found[0])
    return Span(low, low + found[0].rindex(found[1]) + len(found[1]))


def _object_after(end: int, holder: int, names: Sequence[Labelled], text: str) -> tuple[int | None, int]:
    """The first name in "of the Lombardy region", "for the Indonesian military", and where those words end."""
    found = re.compile(rf"\s{LINK}\s(?:large\sat\s)?(?:the\s|its\s|an?\s)?").match(text, end)
    if not found:
        return None, end
    for i, name in enumerate(names):
        if i != holder and found.end() <= name.start <= found.end() + 25 and name.label != "PERSON":
            lead = text[found.end() : name.start]
            if len(lead.split()) <= 2 and "," not in lead:
                return i, name.end
    word = re.compile(r"(?:[A-Z]\w+(?:\s(?:and\s)?[A-Z]\w+){0,2})").match(text, found.end())
    if (word and word.end() <= names[holder].start) or (word and found.end() > names[holder].end):
        return None, word.end()
    return None, end
