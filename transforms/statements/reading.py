"""What the readers of quotations look at, gathered once per article."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from transforms.article import Layout
from transforms.statements.cues import Cue
from transforms.statements.lexicon import StatementWords
from transforms.statements.quotations import Quote, find_quotes, paragraphs


class Reading(NamedTuple):
    """What quotation attribution looks at: the article, its cues by token, its quotations, the words beside cues."""

    doc: Doc
    text: str
    cues: Mapping[int, Cue]
    starts: Sequence[int]
    quotes: Sequence[Quote]
    paragraphs: Sequence[tuple[int, int]]
    words: StatementWords


def read(doc: Doc, text: str, layout: Layout, cues: Sequence[Cue], words: StatementWords) -> Reading:
    """Cues by the number of their token, starts of all tokens, quotations and paragraphs of an article."""
    starts = [token.idx for token in doc]
    by_token = {cue.token.i: cue for cue in cues}
    return Reading(doc, text, by_token, starts, find_quotes(text, layout), list(paragraphs(layout)), words)


def tokens(reading: Reading, start: int, end: int) -> Sequence[Token]:
    """Tokens that begin in a stretch of text."""
    first, last = bisect_left(reading.starts, start), bisect_left(reading.starts, end)
    return list(reading.doc[first:last]) if first < last else []
