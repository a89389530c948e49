"""What the readers of quotations look at, gathered once per article."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from transforms.article import Layout
from transforms.parsed import Doc, Token
from transforms.statements.cues import Cue
from transforms.statements.lexicon import CueLexicon, Harm, StatementWords
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
    harm: Harm


def read(doc: Doc, text: str, layout: Layout, cues: Sequence[Cue], lexicon: CueLexicon) -> Reading:
    """Cues by the number of their token, starts of all tokens, quotations and paragraphs of an article."""
    by_token = {cue.token.i: cue for cue in cues}
    quotes, breaks = find_quotes(text, layout), list(paragraphs(layout))
    return Reading(doc, text, by_token, doc.starts, quotes, breaks, lexicon.beside, lexicon.harm)


def tokens(reading: Reading, start: int, end: int) -> Sequence[Token]:
    """Tokens that begin in a stretch of text."""
    first, last = bisect_left(reading.starts, start), bisect_left(reading.starts, end)
    return reading.doc[first:last] if first < last else []
