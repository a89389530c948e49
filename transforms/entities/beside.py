"""What stands beside a name says what it is: a title, "in", an age, "province", ", Texas", "..., a lender"."""

import re
from collections.abc import Mapping

from transforms.entities.boundaries import Name
from transforms.entities.lexicon import EntityLexicon
from transforms.entities.own_words import CERTAIN, HINT, LIKELY
from transforms.entities.person_names import is_person_name
from transforms.places.gazetteer import Gazetteer

HEAD = (
    r"(?:[\w-]+\s){0,4}?([\w-]+)(?=\s(?:in|of|on|at|near|for|that|which|who|whose|based|located|from|with|and)\b|[.,;])"
)
DEFINED = re.compile(rf"\s(?:is|was)\s(?:an?|the|one of the)\s{HEAD}")
INITIALS = re.compile(r"[A-Z]{3,8}")
BRACKET = re.compile(r"\b[A-Z][a-z]+\s[A-Z][a-z]+\s\($")
ARTICLE = re.compile(r"\b(?:an?|the)\s$", re.IGNORECASE)
APPOSED = re.compile(r",\s(?:the|an?|its|[A-Z][\w.]*['’]s)\s")
DESCRIBED = re.compile(rf",\s(?:an?|the)\s{HEAD}")
OWNED = re.compile(r"(?:\b(?:its|his|her|their)|['’]s?)\s((?:[\w-]+\s){0,3}[\w-]+),\s$", re.IGNORECASE)
PLACED_THE = re.compile(r"\b(?:at|near|outside|inside)\sthe\s$")
NO_NOUN = re.compile(r"\s(?:on|in|at|for|and|to|with|by|from|as|was|is|after|before|during)\b|[.,;:)\n]|$")
WORD_BEHIND = re.compile(r"\s([\w.]+)")
COMMA = re.compile(r",\s(?=[A-Z])")
IN_BRACKETS, CLOSED = re.compile(r"\s\(\s?"), re.compile(r"\s?\)")
TEAM_ROW = re.compile(r"(?:\s+[\d./+-]+){3,}[^\S\n]*(?:\n|$)")  # "Aisby 12 8 3 1 25"
SHARE_WON = re.compile(r"\s\d{1,3}\s\d{1,3}\s\.\d{3}\b")  # "Aisby 14 4 .778"
RESULT_ROW = re.compile(r"\s\d{1,3}\s[A-Z][^\W\d][^\n\d,]{1,30}\s\d{1,3}[^\S\n]*(?:\n|$)")  # "Aisby 2 Oyl 0"
FIRST_OF_RESULT, END_OF_RESULT = re.compile(r"[A-Z][^\n\d,]{1,30}\s\d{1,3}\s"), re.compile(r"\s\d{1,3}[^\S\n]*(?:\n|$)")
GOALS = re.compile(r"\s\d{1,2}[-–]\d{1,2}\b(?!\s\d)")
UNKNOWN_PLACE = 1.2  # more than what the model says of a name that nobody knows
PLACES = frozenset(["GPE", "LOC"])

Tally = dict[str, float]


def add(tally: Tally, evidence: Mapping[str, float]) -> None:
    """Lay evidence on what is there."""
    for label, weight in evidence.items():
        tally[label] = tally.get(label, 0.0) + weight


def evidence_around(name: Name, text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> Tally:
    """What stands before and after a name: a title, "in", an age, "province", ", Texas"."""
    before, after = text[max(0, name.start - 40) : name.start], text[name.end : name.end + 20]
    found: Tally = {}
    if (
        after_title(before, lexicon)
        or lexicon.words.of_a_person.match(after)
        or _has_office_behind(text, name.end, lexicon)
    ):
        add(found, {"PERSON": LIKELY})
    if (owned := OWNED.search(before)) and _is_for_people(owned[1], lexicon):
        add(found, {"PERSON": LIKELY})
    if _is_called_after(name, before, text, lexicon):
        add(found, {"FAC": LIKELY + 2 * HINT})
    words = before.casefold().split() if before[-1:].isspace() else []
    tail = words[:-1] if words[-1:] == ["the"] else words
    for count in (1, 2):
        label = lexicon.words_before.get(" ".join(tail[-count:]))
        if label:
            add(found, {label: CERTAIN if label == "PRODUCT" else LIKELY})  # "the tanker Eva Holm" is nobody
    follows = WORD_BEHIND.match(after)
    behind = follows[1].casefold() if follows else ""
    if label := lexicon.words_after.get(behind) or lexicon.words_after.get(behind.rstrip(".")):
        whole = label == "FAC" and " " in text[name.start : name.end]  # "Adam Holm airport" is no person
        add(found, {label: CERTAIN if label == "-" or whole else LIKELY})
    if tail and tail[-1] in lexicon.words.place_preps:
        known = bool(gazetteer.find(text[name.start : name.end]))
        is_inside = tail[-1] in lexicon.words.inside_preps
        bare = tail is words and is_inside and after[:1] not in {"'", "’"}
        add(found, {"GPE": (LIKELY if is_inside else HINT) if known else UNKNOWN_PLACE if bare else HINT / 2})
    add(found, _defined_as(name, text, lexicon))
    if after[:1] == ")" and INITIALS.fullmatch(text, name.start, name.end) and BRACKET.search(before):
        add(found, {"ORG": LIKELY})
    add(found, _as_athlete_or_team(name, text, lexicon))
    inside = COMMA.match(after)
    entry = lexicon.at(text, name.end + inside.end()) if inside else None
    if (
        entry
        and entry.kind in {"country", "region"}
        and entry.label in PLACES
        and gazetteer.find(text[name.start : name.end])
    ):
        add(found, {"GPE": LIKELY})
    return found


def _is_called_after(name: Name, before: str, text: str, lexicon: EntityLexicon) -> bool:
    """ "The" right before somebody's whole name that no noun follows: "at the Karl Berg on Friday" is a building."""
    if " " not in text[name.start : name.end] or not PLACED_THE.search(before):
        return False
    return NO_NOUN.match(text, name.end) is not None and is_person_name(text[name.start : name.end], lexicon)


def _is_for_people(words: str, lexicon: EntityLexicon) -> bool:
    """ "Its director, Eva Holm" and "his wife, Eva": what is owned is an office or a word before people's names."""
    last = words.rsplit(None, 1)[-1].casefold()
    return after_title(words + " ", lexicon) or lexicon.words_before.get(last) == "PERSON"


def _as_athlete_or_team(name: Name, text: str, lexicon: EntityLexicon) -> Tally:
    """ "Eva Holm (Norway) beat ..." is a person, "Aisby 2-0" and a town in a table of results a team."""
    if opened := IN_BRACKETS.match(text, name.end):
        country = lexicon.at(text, opened.end())
        if country and country.kind == "country" and CLOSED.match(text, opened.end() + len(country.text)):
            return {"PERSON": LIKELY} if " " in text[name.start : name.end] else {}
    if name.entry and name.entry.kind == "country":
        return {}
    line = text[text.rfind("\n", 0, name.start) + 1 : name.start]
    is_row = TEAM_ROW.match(text, name.end) and not any(c.isalpha() for c in line)
    if is_row or SHARE_WON.match(text, name.end):
        return {"ORG": CERTAIN + HINT}
    if RESULT_ROW.match(text, name.end) and not line.strip():
        return {"ORG": CERTAIN + HINT}
    if END_OF_RESULT.match(text, name.end) and FIRST_OF_RESULT.fullmatch(line):
        return {"ORG": CERTAIN + HINT}
    return {"ORG": LIKELY} if GOALS.match(text, name.end) else {}


def _defined_as(name: Name, text: str, lexicon: EntityLexicon) -> Tally:
    """What is said of a name: "Bontnewydd is a small village", "Norlund, a lender in Oslo"; not of "a Lett"."""
    for pattern, weight in ((DEFINED, CERTAIN), (DESCRIBED, LIKELY + 2 * HINT)):
        said = pattern.match(text, name.end)
        label = lexicon.defining.get(said[1].casefold()) if said else None
        if label and not (label == "PERSON" and _is_of_things(name, text, lexicon)):
            return {label: weight}
    return {}


def _is_of_things(name: Name, text: str, lexicon: EntityLexicon) -> bool:
    if INITIALS.fullmatch(text, name.start, name.end):
        return True
    words = text[name.start : name.end].casefold().split()
    article = ARTICLE.search(text[max(0, name.start - 5) : name.start])
    return article is not None or any(word in lexicon.name_words for word in words)


def _has_office_behind(text: str, end: int, lexicon: EntityLexicon) -> bool:
    """An office in apposition: "..., the longtime mayor of ...", "..., a Harbour Bank economist"."""
    lead = APPOSED.match(text, end)
    found = lexicon.office_pattern.search(text, lead.end(), lead.end() + 30) if lead else None
    return found is not None and lead is not None and "," not in text[lead.end() : found.start()]


def after_title(before: str, lexicon: EntityLexicon) -> bool:
    """Whether an office or form of address ends right before a name."""
    words = before.split()
    if not words or not before[-1:].isspace() or words[-1].casefold() not in lexicon.office_ends:
        return False
    return any(" ".join(words[-n:]).casefold() in lexicon.offices for n in range(1, lexicon.longest_office + 1))
