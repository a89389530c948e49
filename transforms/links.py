"""Ties between the rows of one article: which statement covers a number, which event a toll belongs to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from transforms.facts import Event, Place, Quantity, Statement
from transforms.statements.extract import innermost

# Stated causes of harm, the surest first; a bare death or injury comes after all of them.
CAUSES = ("DISASTER", "ACCIDENT", "ASSAULT", "OUTBREAK", "PROTEST")
OUTCOMES = ("ASSAULT", "COERCE", "DISPLACE", "RESCUE", "DEATH", "INJURY")
OUTCOME_CODES = frozenset({"182", "186"})  # CAMEO: injure, kill
REAL = frozenset({"happened", "ongoing", "alleged"})
# What is done to people on purpose is its own event, whatever stands beside it.
OWN = {"detained": ("COERCE",), "kidnapped": ("ASSAULT",), "hostage": ("ASSAULT",), "evacuated": ("DISPLACE", "RESCUE")}


def link(
    quantities: Sequence[Quantity], statements: Sequence[Statement], events: Sequence[Event], places: Sequence[Place]
) -> tuple[list[Quantity], list[Event]]:
    """Quantities with `statement_id` and `event_id`, events with `geonames_id`."""
    ground = {p.entity_id: p.geonames_id for p in places if p.entity_id and p.geonames_id}
    placed = [e._replace(geonames_id=ground[e.place_entity_id]) if e.place_entity_id in ground else e for e in events]
    by_sentence: dict[int, list[Event]] = defaultdict(list)
    for event in placed:
        by_sentence[event.sentence_no].append(event)
    return [_linked(q, statements, by_sentence) for q in quantities], placed


def _linked(
    quantity: Quantity, statements: Sequence[Statement], by_sentence: Mapping[int, Sequence[Event]]
) -> Quantity:
    statement = innermost(statements, quantity.char_start, quantity.char_end)
    event = _event_of(quantity, by_sentence.get(quantity.sentence_no, ())) if quantity.measure else None
    if statement is None and event is None:
        return quantity
    return quantity._replace(
        statement_id=statement.statement_id if statement else None, event_id=event.event_id if event else None
    )


def _event_of(quantity: Quantity, sentence: Sequence[Event]) -> Event | None:
    """The stated cause, else the event that the counted people undergo, else the nearest that hurts people.

    "Nine were killed when a bus overturned" -> overturned; "gunmen killed nine" -> killed; "nine died" -> died.
    """
    end = max(quantity.char_end, quantity.counted_end or 0)
    undergone = [e for e in sentence if e.event_type in (*CAUSES, *OUTCOMES) and _undergoes(quantity, e, end)]
    own = [e for e in (undergone or sentence) if e.event_type in OWN.get(quantity.measure or "", ())]
    done = [e for e in undergone if e.event_type in CAUSES and e.actor_start is not None]
    if own or done:
        return _nearest(own or done, end)
    causes = [e for e in sentence if e not in undergone and _is_cause(e)]
    if causes:
        return min(causes, key=lambda e: (CAUSES.index(e.event_type), e.recipient_start is not None, _distance(e, end)))
    return _nearest(undergone or [e for e in sentence if e.event_type in OUTCOMES], end)


def _is_cause(event: Event) -> bool:
    """A blast or a protest that took place; another toll of the sentence ("and wounding six") is none."""
    is_outcome = event.cameo_code in OUTCOME_CODES
    return event.event_type in CAUSES and not (is_outcome or event.is_negated) and event.modality in REAL


def _undergoes(quantity: Quantity, event: Event, end: int) -> bool:
    if event.recipient_start is None or event.recipient_end is None:
        return False
    return event.recipient_start < end and event.recipient_end > quantity.char_start


def _nearest(events: Sequence[Event], place: int) -> Event | None:
    return min(events, key=lambda e: _distance(e, place), default=None)


def _distance(event: Event, place: int) -> int:
    return abs(event.char_start - place)
