"""One event told several times in one article is one `event_id`; a repeat is no corroboration."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.cast import Cast
from transforms.facts import Event
from transforms.identity import row_id

MERGED_FIELDS = ("actor_entity_id", "recipient_entity_id", "place_entity_id")


class Telling(NamedTuple):
    """One telling of an event: the rows of a trigger mention, and what they are compared by."""

    rows: Sequence[Event]


def share_ids(tellings: Sequence[Telling], article_id: str, cast: Cast) -> Iterator[Event]:
    """The rows, with one `event_id` for tellings of one event; the id comes from the first telling."""
    groups: list[list[Telling]] = []
    for telling in tellings:
        group = next((g for g in groups if all(_may_be_same(t, telling, cast) for t in g) and _agree(g, telling)), None)
        if group is None:
            groups.append([telling])
        else:
            group.append(telling)
    for group in groups:
        first = group[0].rows[0]
        event_id = row_id(article_id, "event", first.char_start, first.char_end, first.event_type)
        for telling in group:
            yield from (row._replace(event_id=event_id) for row in telling.rows)


def _may_be_same(a: Telling, b: Telling, cast: Cast) -> bool:
    """Nothing contradicts: type and mode, named participants, place and day."""
    x, y = a.rows[0], b.rows[0]
    if (x.event_type, x.event_mode) != (y.event_type, y.event_mode) or x.is_negated != y.is_negated:
        return False
    if x.happened_on and y.happened_on and x.happened_on != y.happened_on:
        return False
    return all(_fits({getattr(r, f) for r in a.rows}, {getattr(r, f) for r in b.rows}, cast) for f in MERGED_FIELDS)


def _fits(left: set[str | None], right: set[str | None], cast: Cast) -> bool:
    """One side names nobody, or somebody is on both sides, or one is named after the other."""
    a, b = left - {None}, right - {None}
    if not a or not b or a & b:
        return True
    return any(_words(i, cast) & _words(j, cast) for i in a for j in b)


def _words(entity_id: str | None, cast: Cast) -> set[str]:
    entity = cast.entities.get(entity_id or "")
    return {w for w in entity.canonical_name.lower().split() if len(w) > 4} if entity else set()


def _agree(group: Sequence[Telling], telling: Telling) -> bool:
    """Something binds them: a participant or a place in common."""
    for field in MERGED_FIELDS:
        known = {getattr(row, field) for t in group for row in t.rows} - {None}
        if known & {getattr(row, field) for row in telling.rows}:
            return True
    return False
