"""An article as the extractors see it, and where its sentences lie once it is parsed."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from transforms.facts import Sentence, Span


@dataclass(frozen=True)
class Article:
    """One article version. Spans of title, standfirst, byline, date line lie in `text`; None where there is none."""

    article_id: str
    text: str
    body_start: int = 0
    title: Span | None = None
    standfirst: Span | None = None
    byline: Span | None = None
    date_line: Span | None = None
    outlet: str | None = None
    published_at: datetime | None = None
    published_precision: str | None = None
    dateline_place: str | None = None
    url: str | None = None
    language: str | None = None


class Layout:
    """The sentences of a parsed article, found by character offset."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = tuple(sentences)
        self._starts = [s.char_start for s in self.sentences]

    def at(self, char: int) -> Sentence:
        """The sentence that holds a character; between two sentences, the earlier one."""
        return self.sentences[max(0, bisect_right(self._starts, char) - 1)]

    def paragraph(self, number: int) -> Span:
        """From the first sentence of a paragraph that has one to the end of its last."""
        first = bisect_left(self.sentences, number, key=_paragraph)
        last = bisect_right(self.sentences, number, lo=first, key=_paragraph) - 1
        return Span(self.sentences[first].char_start, self.sentences[last].char_end)

    def number(self, char: int) -> int:
        """`sentence_no` of the sentence that holds a character."""
        return self.at(char).sentence_no


def _paragraph(sentence: Sentence) -> int:
    return sentence.paragraph_no
