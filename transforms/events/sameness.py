"""One event told several times in one article is one `event_id`; a repeat is no corroboration."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.cast import Cast
from transforms.facts import Event
from transforms.identity import row_id

MERGED_FIELDS = ("actor_entity_id", "recipient_entity_id", "place_entity_id")


class Telling(NamedTuple):
    """One telling of an event: the rows of a trigger mention, and what they are compared by.

    `again`: where the trigger stands of which it says itself that it tells the same: "claimed responsibility".
    """

    rows: Sequence[Event]
    again: int | None = None


def share_ids(tellings: Sequence[Telling], article_id: str, cast: Cast) -> Iterator[Event]:
    """The rows, with one `event_id` for tellings of one event; the id comes from the first telling."""
    groups: list[list[Telling]] = []
    alike: dict[tuple[str, str | None, bool], list[list[Telling]]] = defaultdict(list)
    for telling in tellings:
        first = telling.rows[0]
        near = alike[first.event_type, first.event_mode, first.is_negated]
        group = next((g for g in near if _points_at(telling, g)), None) or next(
            (g for g in near if all(_may_be_same(t, telling, cast) for t in g) and _agree(g, telling)), None
        )
        if group is None:
            group = [telling]
            groups.append(group)
            near.append(group)
        else:
            group.append(telling)
    for group in groups:
        first = group[0].rows[0]
        event_id = row_id(article_id, "event", first.char_start, first.char_end, first.event_type)
        for telling in group:
            yield from (row._replace(event_id=event_id) for row in telling.rows)


def _points_at(telling: Telling, group: Sequence[Telling]) -> bool:
    return telling.again is not None and any(t.rows[0].char_start == telling.again for t in group)


def _may_be_same(a: Telling, b: Telling, cast: Cast) -> bool:
    """Nothing contradicts: named participants, place and day; type, mode and polarity are the same already."""
    x, y = a.rows[0], b.rows[0]
    if x.happened_on and y.happened_on and x.happened_on != y.happened_on:
        return False
    return all(_fits(_known(a.rows, f), _known(b.rows, f), cast, is_actor=f == MERGED_FIELDS[0]) for f in MERGED_FIELDS)


def _known(rows: Sequence[Event], field: str) -> set[str]:
    return {getattr(row, field) for row in rows} - {None}


def _fits(left: set[str], right: set[str], cast: Cast, *, is_actor: bool) -> bool:
    """One side names nobody, or somebody is on both sides, or one is named after the other.

    A group without a name may be anybody's: "France sent troops", "troops were sent".
    """
    if not left or not right or left & right:
        return True
    if is_actor and _is_unnamed(left, cast) != _is_unnamed(right, cast):
        return True
    return any(_words(i, cast) & _words(j, cast) for i in left for j in right)


def _is_unnamed(entity_ids: set[str], cast: Cast) -> bool:
    return all((entity := cast.entities.get(i)) is not None and entity.label == "GROUP" for i in entity_ids)


def _words(entity_id: str, cast: Cast) -> set[str]:
    entity = cast.entities.get(entity_id)
    return {w for w in entity.canonical_name.lower().split() if len(w) > 4} if entity else set()


def _agree(group: Sequence[Telling], telling: Telling) -> bool:
    """Something binds them: a participant or a place in common."""
    for field in MERGED_FIELDS:
        if _known([row for t in group for row in t.rows], field) & _known(telling.rows, field):
            return True
    return False
