"""What a name is called: from the tables, its own words, the words around it, and the rest of the document.

The model alone takes Almaty for a person in one sentence and for a city in the next; one name keeps one label.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from transforms.entities.beside import PLACES, Tally, add, evidence_around
from transforms.entities.boundaries import Name
from transforms.entities.lexicon import EntityLexicon
from transforms.entities.own_words import CERTAIN, HINT, LIKELY, is_team, kind_of, own_evidence
from transforms.entities.people import bare_surname, words_of
from transforms.entities.person_names import is_one_persons
from transforms.places.gazetteer import Gazetteer

LIST = re.compile(r",\s(?:and\s)?|\sand\s|\s&\s")
HIS = re.compile(r"[^.;:!?\n“”\"]{0,80}?\b(?:he|his|him|himself|she|her|herself)\b")
TITLES = frozenset(["WORK_OF_ART", "LAW", "PRODUCT"])
UNSURE = frozenset(["ORG", "GPE", "NORP", "PRODUCT", "FAC", "WORK_OF_ART"])
UNQUOTED = 0.4  # the model takes many an unknown name for a title; titles stand in quotation marks
UNKNOWN = 0.15  # of single words without a whole name, few that the model takes for people are people
LEAST = 0.3  # evidence without which a name is left out
SHARED = 4.0  # a surname outweighs a town of that name, not "in" before it
TOWN = 15_000


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
            found.append(Labelled(name.start, name.end, label, kind_of(surface, label, lexicon)))
    return found


def _votes(names: Sequence[Name], text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> dict[str, Tally]:
    votes: dict[str, Tally] = {}
    for name in names:
        surface = text[name.start : name.end]
        if surface not in votes:
            own = {name.entry.label: CERTAIN} if name.entry else own_evidence(surface, lexicon, gazetteer)
            votes[surface] = dict(own)
        add(votes[surface], evidence_around(name, text, lexicon, gazetteer))
        if name.label:
            add(votes[surface], _from_model(name, text, lexicon, gazetteer))
        if name.label in TITLES and lexicon.words.speaks.match(text, name.end):
            add(votes[surface], {"PERSON": HINT})
        if name.label in UNSURE and (his := HIS.match(text, name.end)):
            between = any(o.start > name.start and o.end < his.end() and o.label == "PERSON" for o in names)
            add(votes[surface], {} if between else {"PERSON": 1.5 * HINT})
    return votes


def _from_model(name: Name, text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> Mapping[str, float]:
    """The model's label; "the" before one word is no person ("the Longhorns"), a town's name and a plural a team."""
    alone = " " not in text[name.start : name.end]
    if not alone and is_team(text[name.start : name.end], gazetteer):
        return {"ORG": LIKELY}
    if name.label == "PERSON" and alone and text[max(0, name.start - 5) : name.start].casefold().endswith(" the "):
        return {"ORG": HINT}
    if name.label == "PERSON" and alone and not is_one_persons(text[name.start : name.end], lexicon):
        if lexicon.words.speaks.match(text, name.end) or HIS.match(text, name.end):
            return {"PERSON": HINT}
        places = gazetteer.find(text[name.start : name.end])
        is_town = bool(places) and places[0].is_main and places[0].population >= TOWN
        return {"GPE": HINT} if is_town else {"PERSON": UNKNOWN}
    if name.label == "NORP" and (towns := gazetteer.find(text[name.start : name.end])):
        return {"GPE": HINT} if towns[0].is_main and towns[0].population >= TOWN else {"NORP": HINT}
    is_quoted = text[max(0, name.start - 1) : name.start] in {"“", '"', "‘", "'"}
    return {name.label: HINT if name.label != "WORK_OF_ART" or is_quoted else UNQUOTED}


def _share_in_lists(votes: dict[str, Tally], names: Sequence[Name], text: str) -> None:
    """Members of a list are of one kind: what is sure of a neighbour hints at each."""
    sure = {s: max(t, key=lambda k: (t[k], k)) for s, t in votes.items() if t and max(t.values()) >= LIKELY}
    for first, second in pairwise(names):
        a, b = text[first.start : first.end], text[second.start : second.end]
        if LIST.fullmatch(text, first.end, second.start):
            for surface, other in ((a, b), (b, a)):
                if other in sure and surface not in sure and sure[other] != "NORP":
                    add(votes[surface], {sure[other]: HINT * 1.5})


def _share_surnames(votes: dict[str, Tally], lexicon: EntityLexicon) -> None:
    """A single word that ends or begins a person's name is that person, if not too much speaks for a place."""
    shared: set[str] = set()
    given: set[str] = set()
    families: set[str] = set()
    for text, tally in votes.items():
        words = words_of(text, lexicon)
        if len(words) > 1 and tally and max(tally, key=lambda k: (tally[k], k)) == "PERSON":
            last = words[-1]
            shared.update((last, last[0].upper() + last[1:], bare_surname(last), words[0]))
            given.add(words[0])
            families.add(last)
    for text, tally in votes.items():
        entry = lexicon.entry(text) if text in families else None
        if entry and entry.kind == "country" and entry.label == "GPE" and tally.get("GPE", 0.0) < CERTAIN + LIKELY:
            add(tally, {"PERSON": CERTAIN + LIKELY})  # "Jordan said" after "Thomas Jordan", without "in Jordan"
        elif text in shared and tally.get("PERSON", 0.0) >= LIKELY:
            add(tally, {"PERSON": 2 * SHARED})  # "Holland, 27, ..." beside Tom Holland
        elif text in shared:
            add(tally, {"PERSON": CERTAIN if text in given and text in lexicon.given_names else SHARED})


def _share_firms(votes: dict[str, Tally], lexicon: EntityLexicon) -> None:
    """The first word of a firm's name is that firm: "Norlund" of "Norlund Motors", but for people and places."""
    firms = {
        text.split()[0] for text, tally in votes.items() if " " in text and tally and _is_firm(text, tally, lexicon)
    }
    for text in firms & votes.keys():
        if lexicon.entry(text) is None and max(votes[text].values(), default=0.0) < LIKELY:
            add(votes[text], {"ORG": SHARED})


def _is_firm(text: str, tally: Tally, lexicon: EntityLexicon) -> bool:
    return max(tally, key=lambda k: (tally[k], k)) == "ORG" and kind_of(text, "ORG", lexicon) == "company"
