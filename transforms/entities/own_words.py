"""What the words of a name say about it, the same wherever it stands: "Bank of Norlund", "Radio Erevan"."""

import re
from collections.abc import Mapping, Sequence

from transforms.entities.lexicon import EntityLexicon
from transforms.entities.person_names import is_person_name
from transforms.places.gazetteer import Gazetteer

CAPITALS = re.compile(r"(?:[A-Z]\.?){2,6}$")
CERTAIN, LIKELY, HINT = 8.0, 3.0, 1.0
SHORT = 2.0  # capitals alone make no name that the model has not seen
BIG_TOWN = 100_000
WORLD_CITY = 2_000_000
HEAD_ENDS = frozenset(["of", "for"])
SHORTEST_OTHER = 4  # letters of another name for a large place


def own_evidence(text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> Mapping[str, float]:
    """What the words of a name say about it, the same wherever it stands."""
    words = text.split()
    lower = [word.casefold() for word in words]
    if is_outlet(text, lexicon):
        return {"ORG": CERTAIN}
    worded = _by_words(lower, lexicon)
    if worded:
        return {worded: CERTAIN}
    if len(words) > 1 and (first := lexicon.entry(words[0])) and first.label == "ORG" and first.kind == "company":
        return {"ORG": LIKELY}
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


def is_team(text: str, gazetteer: Gazetteer) -> bool:
    """A town and a plural: "Kano Pillars"."""
    head, last = text.rsplit(None, 1)
    town = gazetteer.find(head) if last.endswith("s") and last[0].isupper() and not last.endswith("ss") else ()
    return bool(town) and town[0].is_main and town[0].population >= BIG_TOWN and not gazetteer.find(text)


def is_outlet(text: str, lexicon: EntityLexicon) -> bool:
    """Two words and more that end as newspapers and broadcasters do, or begin as they do."""
    words = text.casefold().split()
    agency = " ".join(words[-2:]) in lexicon.words.agencies
    if len(words) > 2 and words[-1] in lexicon.address_words:
        return words[-2] in lexicon.outlet_words or words[-2] in lexicon.words.editions
    return len(words) > 1 and (words[-1] in lexicon.outlet_words or words[0] in lexicon.words.outlet_starts or agency)


def _by_words(words: Sequence[str], lexicon: EntityLexicon) -> str | None:
    """The label that a telling word gives: the head before "of", else the last word, else any."""
    if len(words) < 2:
        return None
    head = _head(words)
    if len(head) < len(words) and words[len(head)] == "for" and _is_house(head[-1], lexicon):
        return "ORG"
    for word, place in ((head[-1], "last"), (words[0], "first")):
        found = lexicon.name_words.get(word)
        if found and (found.position in ("any", place)):
            return found.label
    for word in words:
        found = lexicon.name_words.get(word)
        if found and found.position == "any":
            return found.label
    return None


def _is_house(word: str, lexicon: EntityLexicon) -> bool:
    """A word for a building, which stands for a body where a purpose follows: "Centre for Law"."""
    found = lexicon.name_words.get(word)
    return found is not None and found.label == "FAC"


def _head(words: Sequence[str]) -> Sequence[str]:
    """The words before the first "of" or "for": "Centre for Law"."""
    end = next((i for i, word in enumerate(words) if i and word in HEAD_ENDS), len(words))
    return words[:end]


def kind_of(text: str, label: str, lexicon: EntityLexicon) -> str | None:
    """The finer kind that a telling word gives."""
    if label == "ORG" and is_outlet(text, lexicon):
        return "media"
    words = text.casefold().split()
    head = _head(words)
    for word in (head[-1], *reversed(words)):
        found = lexicon.name_words.get(word)
        if found and found.label == label and found.kind:
            return found.kind
    return None
