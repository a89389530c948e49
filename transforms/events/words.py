"""The small words of events from `seeds/event_words.csv` and `seeds/modalities.csv`: "near" brings in a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.word_sets import word_lists

Rows = Sequence[Mapping[str, str]]
ORDERED = frozenset({"place_prep", "goal_prep", "source_prep", "within_prep", "between_prep", "address_prep"})


@dataclass(frozen=True)
class EventWords:
    """Words by kind, as the table explains the kinds; of the tuples the first that is there holds."""

    place_prep: tuple[str, ...]
    goal_prep: tuple[str, ...]
    source_prep: tuple[str, ...]
    within_prep: tuple[str, ...]
    between_prep: tuple[str, ...]
    address_prep: tuple[str, ...]
    scene_prep: frozenset[str]
    cause_prep: frozenset[str]
    aside_prep: frozenset[str]
    setting_prep: frozenset[str]
    span_prep: frozenset[str]
    question: frozenset[str]
    purpose_prep: frozenset[str]
    limit_prep: frozenset[str]
    deed_prep: frozenset[str]
    party_prep: frozenset[str]
    claimed: frozenset[str]
    kept_particle: frozenset[str]
    vague: frozenset[str]
    telling_verb: frozenset[str]
    time_noun: frozenset[str]
    relative_place: frozenset[str]
    naming: frozenset[str]
    among: frozenset[str]
    them: frozenset[str]
    dead: frozenset[str]
    hurt: frozenset[str]
    held: frozenset[str]
    victim: frozenset[str]


class ModalWords(NamedTuple):
    """What the words of a clause say of its modality, by their place in it."""

    auxiliaries: Mapping[str, str]
    adverbs: Mapping[str, str]
    modifiers: Mapping[str, str]
    marks: frozenset[str]
    coming: frozenset[str]
    conditions: frozenset[str]
    negatives: frozenset[str]


def event_words(rows: Rows) -> EventWords:
    """From the rows of `event_words`; raises TypeError where a kind is missing or unknown."""
    lists = word_lists(rows)
    sets = {kind: frozenset(words) for kind, words in lists.items() if kind not in ORDERED}
    ordered = {kind: lists[kind] for kind in ORDERED}
    return EventWords(**ordered, **sets)  # type: ignore[arg-type]


def modal_words(rows: Rows) -> ModalWords:
    """From the rows of `modalities`."""

    def at(place: str) -> dict[str, str]:
        return {row["word"]: row["modality"] for row in rows if row["place"] == place}

    return ModalWords(
        auxiliaries=at("auxiliary"),
        adverbs=at("adverb"),
        modifiers=at("modifier"),
        marks=frozenset(at("mark")),
        coming=frozenset(at("coming")),
        conditions=frozenset(at("condition")),
        negatives=frozenset(at("party")),
    )
