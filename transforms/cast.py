"""Who and what an article names: its mentions in order and the entities behind them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from transforms.facts import Mention


class Entity(NamedTuple):
    """An entity as one article knows it. `kind`: media government igo ngo military police company country city..."""

    entity_id: str
    label: str
    kind: str | None
    canonical_name: str
    country_code: str | None = None
    geonames_id: int | None = None
    wikidata_id: str | None = None


class Cast:
    """Mentions sorted by place, found by span; entities by id."""

    def __init__(self, mentions: Iterable[Mention], entities: Mapping[str, Entity]) -> None:
        self.mentions = tuple(sorted(mentions, key=lambda m: (m.char_start, -m.char_end)))
        self.entities = dict(entities)
        self._starts = [m.char_start for m in self.mentions]
        self._longest = max((m.char_end - m.char_start for m in self.mentions), default=0)

    def overlapping(self, start: int, end: int) -> Iterator[Mention]:
        """Mentions that share a character with a span, in order."""
        for mention in self.mentions[bisect_left(self._starts, start - self._longest) :]:
            if mention.char_start >= end:
                return
            if mention.char_end > start:
                yield mention

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie wholly in a span, in order."""
        return [m for m in self.overlapping(start, end) if start <= m.char_start and m.char_end <= end]

    def covering(self, char: int) -> Mention | None:
        """The longest mention over a character."""
        found = self.overlapping(char, char + 1)
        return max(found, key=lambda m: m.char_end - m.char_start, default=None)

    def entity(self, mention: Mention | None) -> Entity | None:
        """The entity behind a mention; None where it is not known."""
        return self.entities.get(mention.entity_id) if mention and mention.entity_id else None
