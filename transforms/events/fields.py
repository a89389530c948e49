"""Fields whose vocabulary borrows words of conflict: in a football report nobody attacks anybody.

"City attacked from the kick-off and the striker beat the goalkeeper" tells no ASSAULT. Which words show
the field, which words cancel it and which types it mutes stands in `seeds/event_fields.csv`.
"""

import re
from collections.abc import Callable, Set
from functools import cache
from typing import NamedTuple

from transforms.article import Article, Layout

SIGNS_IN_PARAGRAPH = 2
SIGNS_IN_ARTICLE = 6
WORD = re.compile(r"[^\W\d_][\w'-]*")


class Field(NamedTuple):
    """`muted`: types that its words never tell; `own`: types that are told nowhere else."""

    signs: frozenset[str]
    against: frozenset[str]
    muted: frozenset[str]
    own: frozenset[str]


def muted_types(article: Article, layout: Layout, fields: tuple[Field, ...]) -> Callable[[int], Set[str]]:
    """A function from a character to the types that its paragraph cannot tell."""
    whole = cache(lambda: _words(article.text))
    ends = {s.paragraph_no: s.char_end for s in layout.sentences}
    starts = {s.paragraph_no: s.char_start for s in reversed(layout.sentences)}

    @cache
    def of_paragraph(number: int) -> frozenset[str]:
        words = _words(article.text[starts[number] : ends[number]])
        return frozenset().union(*(f.muted if _is_in(f, words, whole) else f.own for f in fields))

    return lambda char: of_paragraph(layout.at(char).paragraph_no)


def _is_in(field: Field, words: Set[str], whole: Callable[[], Set[str]]) -> bool:
    if words & field.against:
        return False
    return len(words & field.signs) >= SIGNS_IN_PARAGRAPH or len(whole() & field.signs) >= SIGNS_IN_ARTICLE


def _words(text: str) -> Set[str]:
    return set(WORD.findall(text.lower()))
