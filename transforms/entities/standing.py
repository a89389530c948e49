"""What stands for something named elsewhere, and where it stands: the ground on which antecedents are looked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.article import Article, Layout
from transforms.cast import Entity
from transforms.entities.labels import Labelled
from transforms.entities.lexicon import EntityLexicon
from transforms.entities.roles import Role
from transforms.once import once
from transforms.parsed import Doc, Token

SUBJECTS = frozenset(["nsubj", "nsubjpass"])


class Standing(NamedTuple):
    """A name with its entity: in which sentence, and whether it is that sentence's subject."""

    name: Labelled
    entity: Entity
    sentence_no: int
    is_subject: bool


@dataclass(frozen=True)
class Stage:
    """A parsed article and the names on it so far."""

    doc: Doc
    tokens: Sequence[Token]
    text: str
    article: Article
    layout: Layout
    lexicon: EntityLexicon
    names: Sequence[Labelled]
    entities: Sequence[Entity | None]
    roles: Sequence[Role]

    def is_name(self, char: int) -> bool:
        """Whether a name stands over a character."""
        after = bisect_right(self._starts, char)
        return after > 0 and char < self.names[after - 1].end

    def near(self, start: int, end: int) -> Iterator[tuple[Labelled, Entity | None]]:
        """The names that touch a stretch of text, with their entities, in order."""
        for at in range(bisect_left(self._ends, start), len(self.names)):
            if self.names[at].start > end:
                return
            yield self.names[at], self.entities[at]

    def object_of(self, role: Role) -> Entity | None:
        """The entity of what an office belongs to."""
        return self.entities[role.object] if role.object is not None else None

    def standing(self, stands: Sequence["Stand"] = ()) -> list[Standing]:
        """Every name, and whatever else is given, with its entity, in order."""
        others = ((Labelled(s.start, s.end, s.label, None), s.entity) for s in stands)
        found = [self._stands(name, entity) for name, entity in others if entity]
        return sorted([*self._named, *found], key=lambda s: s.name.start)

    @once
    def _starts(self) -> list[int]:
        return [name.start for name in self.names]

    @once
    def _ends(self) -> list[int]:
        return [name.end for name in self.names]

    @once
    def _named(self) -> list[Standing]:
        named = zip(self.names, self.entities, strict=True)
        return [self._stands(name, entity) for name, entity in named if entity]

    def _stands(self, name: Labelled, entity: Entity) -> Standing:
        span = self.doc.char_span(name.start, name.end, alignment_mode="expand")
        is_subject = span is not None and _leader(span.root).dep_ in SUBJECTS
        return Standing(name, entity, self.layout.number(name.start), is_subject)


def before(at: int, first_sentence: int, standing: Sequence[Standing]) -> list[Standing]:
    """What stands before a place, from a sentence on, in order."""
    found: list[Standing] = []
    for i in range(bisect_left(standing, at, key=lambda s: s.name.start) - 1, -1, -1):
        if standing[i].sentence_no < first_sentence:
            break
        if standing[i].name.end <= at:
            found.append(standing[i])
    return found[::-1]


def _leader(token: Token) -> Token:
    """The first member of a coordination or apposition: NATO is a subject too in "The EU and NATO agreed"."""
    while token.dep_ in {"conj", "appos"} and token.head is not token:
        token = token.head
    return token


class Stand(NamedTuple):
    """A nominal or pronoun: its span, label, form, and what it stands for (None: not clear)."""

    start: int
    end: int
    label: str
    form: str
    entity: Entity | None
