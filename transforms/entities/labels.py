"""What a name is called: from the tables, its own words, the words around it, and the rest of the document.

The model alone takes Almaty for a person in one sentence and for a city in the next; one name keeps one label.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from transforms.entities.boundaries import Name
from transforms.entities.lexicon import EntityLexicon
from transforms.entities.people import bare_surname, words_of
from transforms.entities.person_names import is_one_persons, is_person_name
from transforms.places.gazetteer import Gazetteer

CAPITALS = re.compile(r"(?:[A-Z]\.?){2,6}$")
LIST = re.compile(r",\s(?:and\s)?|\sand\s|\s&\s")
HEAD = (
    r"(?:[\w-]+\s){0,4}?([\w-]+)(?=\s(?:in|of|on|at|near|for|that|which|who|whose|based|located|from|with|and)\b|[.,;])"
)
DEFINED = re.compile(rf"\s(?:is|was)\s(?:an?|the|one of the)\s{HEAD}")
INITIALS = re.compile(r"[A-Z]{3,8}")
BRACKET = re.compile(r"\b[A-Z][a-z]+\s[A-Z][a-z]+\s\($")
ARTICLE = re.compile(r"\b(?:an?|the)\s$", re.IGNORECASE)
APPOSED = re.compile(r",\s(?:the|an?|its)\s")
DESCRIBED = re.compile(rf",\san?\s{HEAD}")
HIS = re.compile(r"[^.;:!?\n“”\"]{0,80}?\b(?:he|his|him|himself|she|her|herself)\b")
WORD_BEHIND = re.compile(r"\s([\w.]+)")
COMMA = re.compile(r",\s(?=[A-Z])")
TITLES = frozenset(["WORK_OF_ART", "LAW", "PRODUCT"])
UNSURE = frozenset(["ORG", "GPE", "NORP", "PRODUCT", "FAC", "WORK_OF_ART"])
PLACES = frozenset(["GPE", "LOC"])
CERTAIN, LIKELY, HINT = 8.0, 3.0, 1.0
UNQUOTED = 0.4  # the model takes many an unknown name for a title; titles stand in quotation marks
UNKNOWN = 0.15  # of single words without a whole name, few that the model takes for people are people
LEAST = 0.3  # evidence without which a name is left out
SHARED = 4.0  # a surname outweighs a town of that name, not "in" before it
SHORT = 2.0  # capitals alone make no name that the model has not seen
BIG_TOWN = 100_000
TOWN = 15_000
WORLD_CITY = 2_000_000
SHORTEST_OTHER = 4  # letters of another name for a large place


Tally = dict[str, float]


class Labelled(NamedTuple):
    """A name with its label, finer kind and country, as far as its own words tell."""

    start: int
    end: int
    label: str
    kind: str | None
    country_code: str | None = None


def label_names(names: Sequence[Name], text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> list[Labelled]:
    """Every name with the label that most of the evidence in the document gives it; names without any are left out."""
    votes = _votes(names, text, lexicon, gazetteer)
    _share_in_lists(votes, names, text)
    _share_surnames(votes, lexicon)
    _share_firms(votes, lexicon)
    found = []
    for name in names:
        surface = text[name.start : name.end]
        tally = votes[surface]
        label = max(tally, key=lambda k: (tally[k], k), default="")
        if name.entry and (label == name.entry.label or name.entry.label not in PLACES):
            found.append(Labelled(name.start, name.end, name.entry.label, name.entry.kind, name.entry.country_code))
        elif label not in {"", "-"} and tally[label] >= (LEAST if name.label else LIKELY):
            found.append(Labelled(name.start, name.end, label, _kind(surface, label, lexicon)))
    return found


def _votes(names: Sequence[Name], text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> dict[str, Tally]:
    votes: dict[str, Tally] = {}
    for name in names:
        surface = text[name.start : name.end]
        if surface not in votes:
            own = {name.entry.label: CERTAIN} if name.entry else _own_evidence(surface, lexicon, gazetteer)
            votes[surface] = dict(own)
        _add(votes[surface], _evidence_around(name, text, lexicon, gazetteer))
        if name.label:
            _add(votes[surface], _from_model(name, text, lexicon, gazetteer))
        if name.label in TITLES and lexicon.words.speaks.match(text, name.end):
            _add(votes[surface], {"PERSON": HINT})
        if name.label in UNSURE and (his := HIS.match(text, name.end)):
            between = any(o.start > name.start and o.end < his.end() and o.label == "PERSON" for o in names)
            _add(votes[surface], {} if between else {"PERSON": 1.5 * HINT})
    return votes


def _from_model(name: Name, text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> Mapping[str, float]:
    """The model's label; "the" before one word is no person ("the Longhorns"), a town's name and a plural a team."""
    alone = " " not in text[name.start : name.end]
    if not alone and _is_team(text[name.start : name.end], gazetteer):
        return {"ORG": LIKELY}
    if name.label == "PERSON" and alone and text[max(0, name.start - 5) : name.start].casefold().endswith(" the "):
        return {"ORG": HINT}
    if name.label == "PERSON" and alone and not is_one_persons(text[name.start : name.end], lexicon):
        if lexicon.words.speaks.match(text, name.end) or HIS.match(text, name.end):
            return {"PERSON": HINT}
        places = gazetteer.find(text[name.start : name.end])
        is_town = bool(places) and places[0].is_main and places[0].population >= TOWN
        return {"GPE": HINT} if is_town else {"PERSON": UNKNOWN}
    is_quoted = text[max(0, name.start - 1) : name.start] in {"“", '"', "‘", "'"}
    return {name.label: HINT if name.label != "WORK_OF_ART" or is_quoted else UNQUOTED}


def _own_evidence(text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> Mapping[str, float]:
    """What the words of a name say about it, the same wherever it stands."""
    words = text.split()
    lower = [word.casefold() for word in words]
    if is_outlet(text, lexicon):
        return {"ORG": CERTAIN}
    worded = _by_words(lower, lexicon)
    if worded:
        return {worded: CERTAIN}
    if is_person_name(text, lexicon) and not gazetteer.find(text):
        return {"PERSON": LIKELY}
    is_short = len(words) == 1 and CAPITALS.match(text) is not None
    if label := _large_place(text, is_short and len(text) < 5, lexicon, gazetteer):
        return {label: LIKELY}
    return {"ORG": SHORT} if is_short else {}


def _large_place(text: str, is_initials: bool, lexicon: EntityLexicon, gazetteer: Gazetteer) -> str | None:
    """GPE or LOC of a large place, by its usual name or, for the largest, a former or foreign one ("Bombay")."""
    places = gazetteer.find(text)
    if not places or is_initials:
        return None
    by_another_name = len(text) >= SHORTEST_OTHER and text not in lexicon.given_names
    if places[0].population >= (BIG_TOWN if places[0].is_main else WORLD_CITY) and (
        places[0].is_main or by_another_name
    ):
        return "GPE" if places[0].feature_class in "AP" else "LOC"
    return None


def _is_team(text: str, gazetteer: Gazetteer) -> bool:
    """A town and a plural: "Kano Pillars"."""
    head, last = text.rsplit(None, 1)
    town = gazetteer.find(head) if last.endswith("s") and last[0].isupper() and not last.endswith("ss") else ()
    return bool(town) and town[0].is_main and town[0].population >= BIG_TOWN and not gazetteer.find(text)


def _add(tally: Tally, evidence: Mapping[str, float]) -> None:
    for label, weight in evidence.items():
        tally[label] = tally.get(label, 0.0) + weight


def is_outlet(text: str, lexicon: EntityLexicon) -> bool:
    """Two words and more that end as newspapers and broadcasters do, or begin with Radio."""
    words = text.casefold().split()
    agency = words[-2:] in (["news", "agency"], ["press", "agency"])
    if len(words) > 2 and words[-1] in lexicon.address_words:
        return words[-2] in lexicon.outlet_words or words[-2] in lexicon.words.editions
    return len(words) > 1 and (words[-1] in lexicon.outlet_words or words[0] == "radio" or agency)


def _by_words(words: Sequence[str], lexicon: EntityLexicon) -> str | None:
    """The label that a telling word gives: the head before "of", else the last word, else any."""
    if len(words) < 2:
        return None
    head = words[: words.index("of")] if "of" in words[1:] else words
    for word, place in ((head[-1], "last"), (words[0], "first")):
        found = lexicon.name_words.get(word)
        if found and (found.position in ("any", place)):
            return found.label
    for word in words:
        found = lexicon.name_words.get(word)
        if found and found.position == "any":
            return found.label
    return None


def _evidence_around(name: Name, text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> Tally:
    """What stands before and after a name: a title, "in", an age, "province", ", Texas"."""
    before, after = text[max(0, name.start - 40) : name.start], text[name.end : name.end + 20]
    found: Tally = {}
    if (
        after_title(before, lexicon)
        or lexicon.words.of_a_person.match(after)
        or _has_office_behind(text, name.end, lexicon)
    ):
        _add(found, {"PERSON": LIKELY})
    words = before.casefold().split() if before[-1:].isspace() else []
    tail = words[:-1] if words[-1:] == ["the"] else words
    for count in (1, 2):
        label = lexicon.words_before.get(" ".join(tail[-count:]))
        if label:
            _add(found, {label: LIKELY})
    follows = WORD_BEHIND.match(after)
    if follows and (label := lexicon.words_after.get(follows[1].casefold())):
        _add(found, {label: CERTAIN if label == "-" else LIKELY})
    if tail and tail[-1] in lexicon.words.place_preps:
        known = bool(gazetteer.find(text[name.start : name.end]))
        _add(found, {"GPE": LIKELY if known and tail[-1] in {"in", "near"} else HINT if known else 0.5})
    _add(found, _defined_as(name, text, lexicon))
    if after[:1] == ")" and INITIALS.fullmatch(text, name.start, name.end) and BRACKET.search(before):
        _add(found, {"ORG": LIKELY})
    inside = COMMA.match(after)
    entry = lexicon.at(text, name.end + inside.end()) if inside else None
    if (
        entry
        and entry.kind in {"country", "region"}
        and entry.label in PLACES
        and gazetteer.find(text[name.start : name.end])
    ):
        _add(found, {"GPE": LIKELY})
    return found


def _defined_as(name: Name, text: str, lexicon: EntityLexicon) -> Tally:
    """What is said of a name: "Bontnewydd is a small village", "Norlund, a lender in Oslo"; not of "a Lett"."""
    for pattern, weight in ((DEFINED, CERTAIN), (DESCRIBED, LIKELY)):
        said = pattern.match(text, name.end)
        label = lexicon.defining.get(said[1].casefold()) if said else None
        if label and not (label == "PERSON" and _is_of_things(name, text, lexicon)):
            return {label: weight}
    return {}


def _is_of_things(name: Name, text: str, lexicon: EntityLexicon) -> bool:
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


def _share_in_lists(votes: dict[str, Tally], names: Sequence[Name], text: str) -> None:
    """Members of a list are of one kind: what is sure of a neighbour hints at each."""
    sure = {s: max(t, key=lambda k: (t[k], k)) for s, t in votes.items() if t and max(t.values()) >= LIKELY}
    for first, second in pairwise(names):
        a, b = text[first.start : first.end], text[second.start : second.end]
        if LIST.fullmatch(text, first.end, second.start):
            for surface, other in ((a, b), (b, a)):
                if other in sure and surface not in sure and sure[other] != "NORP":
                    _add(votes[surface], {sure[other]: HINT * 1.5})


def _share_surnames(votes: dict[str, Tally], lexicon: EntityLexicon) -> None:
    """A single word that ends or begins a person's name is that person, if not too much speaks for a place."""
    shared: set[str] = set()
    given: set[str] = set()
    for text, tally in votes.items():
        words = words_of(text, lexicon)
        if len(words) > 1 and tally and max(tally, key=lambda k: (tally[k], k)) == "PERSON":
            last = words[-1]
            shared.update((last, last[0].upper() + last[1:], bare_surname(last), words[0]))
            given.add(words[0])
    for text, tally in votes.items():
        if text in shared:
            _add(tally, {"PERSON": CERTAIN if text in given and text in lexicon.given_names else SHARED})


def _share_firms(votes: dict[str, Tally], lexicon: EntityLexicon) -> None:
    """The first word of a firm's name is that firm: "Norlund" of "Norlund Motors", but for people and places."""
    firms = {
        text.split()[0] for text, tally in votes.items() if " " in text and tally and _is_firm(text, tally, lexicon)
    }
    for text in firms & votes.keys():
        if lexicon.entry(text) is None and max(votes[text].values(), default=0.0) < LIKELY:
            _add(votes[text], {"ORG": SHARED})


def _is_firm(text: str, tally: Tally, lexicon: EntityLexicon) -> bool:
    return max(tally, key=lambda k: (tally[k], k)) == "ORG" and _kind(text, "ORG", lexicon) == "company"


def _kind(text: str, label: str, lexicon: EntityLexicon) -> str | None:
    """The finer kind that a telling word gives."""
    if label == "ORG" and is_outlet(text, lexicon):
        return "media"
    words = text.casefold().split()
    head = words[: words.index("of")] if "of" in words[1:] else words
    for word in (head[-1], *reversed(words)):
        found = lexicon.name_words.get(word)
        if found and found.label == label and found.kind:
            return found.kind
    return None
