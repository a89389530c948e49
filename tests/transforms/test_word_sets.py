"""The tables of small words: each word stands once in its kind, and the code knows the kinds that the table has."""

from collections import Counter

import pytest

from flows.seeds import read_tables
from transforms.events.modality import OF_MODIFIERS
from transforms.events.words import event_words, modal_words
from transforms.word_sets import word_lists, word_sets

TABLES = read_tables()
WITH_KINDS = ["entity_words", "event_words", "quantity_words", "statement_words", "time_cues"]


def test_words_by_kind() -> None:
    rows = [{"word": "in", "kind": "place"}, {"word": "to", "kind": "goal"}, {"word": "at", "kind": "place"}]
    assert word_lists(rows) == {"place": ("in", "at"), "goal": ("to",)}
    assert word_sets(rows) == {"place": frozenset({"in", "at"}), "goal": frozenset({"to"})}


@pytest.mark.parametrize("table", WITH_KINDS)
def test_a_word_stands_once_in_a_kind(table: str) -> None:
    counts = Counter((row["word"], row["kind"]) for row in TABLES[table])
    assert [pair for pair, count in counts.items() if count > 1] == []


def test_a_new_word_is_read_and_an_unknown_kind_is_refused() -> None:
    rows = TABLES["event_words"]
    assert event_words([*rows, {"word": "amid", "kind": "place_prep"}]).place_prep[-1] == "amid"
    with pytest.raises(TypeError, match="place_perp"):
        event_words([*rows, {"word": "amid", "kind": "place_perp"}])


def test_modalities_are_those_of_events_and_negation() -> None:
    assert {row["modality"] for row in TABLES["modalities"]} <= {*OF_MODIFIERS, "negated"}
    assert modal_words([{"word": "mooted", "place": "modifier", "modality": "planned"}]).modifiers == {
        "mooted": "planned"
    }
