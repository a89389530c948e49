"""Fields whose vocabulary borrows words of conflict: in a football report nobody attacks anybody.

"City attacked from the kick-off and the striker beat the goalkeeper" tells no ASSAULT. Which words show
the field, which words cancel it and which types it mutes stands in `seeds/event_fields.csv`.
"""

import re
from collections.abc import Set
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


class Muted:
    """The types that the paragraphs of an article cannot tell, looked up when a trigger first asks."""

    def __init__(self, article: Article, layout: Layout, fields: tuple[Field, ...]) -> None:
        self._text, self._layout, self._fields = article.text, layout, fields
        self._of_paragraph: dict[int, Set[str]] = {}
        self._whole: Set[str] | None = None

    def mutes(self, event_type: str, char: int) -> bool:
        """Whether the paragraph that holds a character cannot tell an event of that type."""
        if not any(event_type in f.muted or event_type in f.own for f in self._fields):
            return False
        number = self._layout.at(char).paragraph_no
        if number not in self._of_paragraph:
            words = _words(self._text[slice(*self._layout.paragraph(number))])
            told = (f.muted if self._is_in(f, words) else f.own for f in self._fields)
            self._of_paragraph[number] = frozenset().union(*told)
        return event_type in self._of_paragraph[number]

    def _is_in(self, field: Field, words: Set[str]) -> bool:
        signs, against = len(words & field.signs), len(words & field.against)
        if against and 2 * signs < 5 * against + 1:
            return False
        if signs >= SIGNS_IN_PARAGRAPH:
            return True
        if self._whole is None:
            self._whole = _words(self._text)
        return len(self._whole & field.signs) >= SIGNS_IN_ARTICLE


def _words(text: str) -> Set[str]:
    return set(WORD.findall(text.lower()))
