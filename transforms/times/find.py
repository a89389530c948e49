"""Finds time expressions as they are written: pieces, patterns, readers, joins."""

import re
from collections.abc import Iterator, Sequence

from transforms.article import Article, Layout
from transforms.times.expression import Expression
from transforms.times.join import Links, joined
from transforms.times.lexemes import Lexeme, lexemes
from transforms.times.lexicon import TimeLexicon
from transforms.times.ranges import shared
from transforms.times.readers import READERS

FOREIGN = re.compile(r"[^\w\s,()/@'’–—-]")
LONGEST_GAP = 16


def expressions(article: Article, layout: Layout, lexicon: TimeLexicon) -> list[Expression]:
    """The joined expressions of an article, in order; what stays a mere part of one is among them too."""
    pieces = lexemes(article.text, lexicon.vocabulary, _openings(article, layout))
    return _joined(list(_matched(pieces, lexicon)), article.text, lexicon.links)


def _openings(article: Article, layout: Layout) -> frozenset[int]:
    """Where no expression goes on: at a paragraph, and behind a date line ("May 3 - Twelve people" is no range)."""
    line_end = article.date_line.end if article.date_line else 0
    return frozenset(
        s.char_start
        for before, s in zip((None, *layout.sentences), layout.sentences, strict=False)
        if not before or before.paragraph_no != s.paragraph_no or before.char_start < line_end <= s.char_start
    )


def _matched(pieces: Sequence[Lexeme], lexicon: TimeLexicon) -> Iterator[Expression]:
    codes = "".join(piece.code for piece in pieces)
    place = 0
    while (place := lexicon.patterns.next_start(codes, place)) >= 0:
        for match in lexicon.patterns.at(codes, place, pieces):
            found = READERS[match.meaning](match)
            if found:
                yield from found
                place = match.after
                break
        else:
            place += 1


def _joined(found: list[Expression], text: str, links: Links) -> list[Expression]:
    def between(start: int, end: int) -> str:
        gap = text[start:end] if end - start <= LONGEST_GAP else "?"
        if FOREIGN.search(gap) or "\n\n" in gap:
            return "?"
        return " ".join(re.sub(r"['’]s\b", " ", gap).replace("–", "-").replace("—", "-").lower().split())

    return shared(joined(found, between, links), between, links["list"])
