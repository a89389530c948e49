"""Sentences keep to their paragraphs, and the story begins behind its date line."""

import pytest
from spacy.language import Language

from transforms.article import Article
from transforms.facts import Span
from transforms.parse import read

LINE = "LAGOS, Jan 3 (Wire) -"
CASES = [
    ("date-line", f"{LINE} Two men drowned.", Span(0, len(LINE)), [LINE, "Two men drowned."]),
    ("without", "Two men drowned. A third swam.", None, ["Two men drowned.", "A third swam."]),
    ("paragraphs", "Rain fell\n\nTwo men drowned", None, ["Rain fell", "Two men drowned"]),
]


@pytest.mark.parametrize(("text", "line", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentences(nlp: Language, text: str, line: Span | None, expected: list[str]) -> None:
    ((_, _, layout),) = read(nlp, [Article(article_id="a", text=text, date_line=line)], {})
    assert [text[s.char_start : s.char_end] for s in layout.sentences] == expected
