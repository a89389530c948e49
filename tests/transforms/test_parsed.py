"""The shared view of a parse says what spaCy says, token by token and span by span."""

from typing import Any

import pytest
import spacy
from spacy.language import Language

from transforms.parsed import Doc

WORDS = ["text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "i", "idx", "whitespace_"]
FLAGS = ["is_punct", "is_space", "is_alpha", "like_num", "is_sent_start"]
TIES = ["head", "left_edge", "right_edge"]
GROUPS = ["children", "lefts", "rights", "subtree", "ancestors", "conjuncts"]
TEXTS = [
    pytest.param("Gunmen shot the mayor, his driver and two guards dead in Lome. Nobody was held.", id="coordination"),
    pytest.param("The bridge,\n\n which 12 men built in 1904, fell (nobody knows why).", id="breaks and clauses"),
    pytest.param("A hearing is set for Friday on the fire that the jury had asked about.", id="crossing branches"),
    pytest.param(" ", id="white space"),
    pytest.param("", id="nothing"),
]


def told(token: Any) -> dict[str, Any]:
    return (
        {name: getattr(token, name) for name in WORDS}
        | {name: bool(getattr(token, name)) for name in FLAGS}
        | {name: getattr(token, name).i for name in TIES}
        | {name: [other.i for other in getattr(token, name)] for name in GROUPS}
        | {"sent": (token.sent.start, token.sent.end), "length": len(token)}
    )


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_spacys(nlp: Language, text: str) -> None:
    parse = nlp(text)
    assert [told(token) for token in Doc(parse)] == [told(token) for token in parse]


@pytest.mark.parametrize("text", TEXTS)
def test_names_and_sentences_are_spacys(nlp: Language, text: str) -> None:
    parse, doc = nlp(text), Doc(nlp(text))
    assert [(s.start_char, s.end_char) for s in doc.sents] == [(s.start_char, s.end_char) for s in parse.sents]
    assert [(e.start, e.end, e.label_) for e in doc.ents] == [(e.start, e.end, e.label_) for e in parse.ents]


@pytest.mark.parametrize("mode", ["strict", "expand"])
@pytest.mark.parametrize("text", TEXTS)
def test_spans_by_character_are_spacys(nlp: Language, text: str, mode: str) -> None:
    parse, doc = nlp(text), Doc(nlp(text))

    def span(of: Any, start: int, end: int) -> tuple[int, int, int] | None:
        found = of.char_span(start, end, alignment_mode=mode)
        return (found.start, found.end, found.root.i) if found is not None and len(found) else None

    places = [(start, end) for start in range(len(text)) for end in range(start + 1, len(text) + 1)]
    assert [span(doc, *place) for place in places] == [span(parse, *place) for place in places]


def test_a_text_without_a_parse_is_one_sentence() -> None:
    doc = Doc(spacy.blank("en")("One. Two."))
    assert [(s.start, s.end) for s in doc.sents] == [(0, 4)]
