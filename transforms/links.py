"""Ties between the rows of one article: which statement covers a number, which event a toll belongs to."""

from collections.abc import Sequence

from transforms.facts import Event, Place, Quantity, Statement
from transforms.statements.extract import innermost

# Events that hurt people, the stated cause before the bare death or injury.
CAUSES = ("ASSAULT", "DISASTER", "ACCIDENT", "PROTEST", "OUTBREAK", "COERCE", "DISPLACE", "DEATH", "INJURY", "RESCUE")


def link(
    quantities: Sequence[Quantity], statements: Sequence[Statement], events: Sequence[Event], places: Sequence[Place]
) -> tuple[list[Quantity], list[Event]]:
    """Quantities with `statement_id` and `event_id`, events with `geonames_id`."""
    ground = {p.entity_id: p.geonames_id for p in places if p.entity_id and p.geonames_id}
    placed = [e._replace(geonames_id=ground.get(e.place_entity_id or "")) for e in events]
    return [_linked(q, statements, placed) for q in quantities], placed


def _linked(quantity: Quantity, statements: Sequence[Statement], events: Sequence[Event]) -> Quantity:
    statement = innermost(statements, quantity.char_start, quantity.char_end)
    event = _event_of(quantity, events) if quantity.measure else None
    return quantity._replace(
        statement_id=statement.statement_id if statement else None, event_id=event.event_id if event else None
    )


def _event_of(quantity: Quantity, events: Sequence[Event]) -> Event | None:
    """The event that the counted people undergo; else the nearest event of the sentence that hurts people."""
    near = [e for e in events if e.sentence_no == quantity.sentence_no and e.event_type in CAUSES]
    start, end = quantity.char_start, max(quantity.char_end, quantity.counted_end or 0)
    undergone = [e for e in near if e.recipient_start is not None and e.recipient_end is not None
                 and e.recipient_start < end and e.recipient_end > start]  # fmt: skip
    return min(
        undergone or near,
        key=lambda e: (CAUSES.index(e.event_type) if not undergone else 0, abs(e.char_start - end)),
        default=None,
    )
