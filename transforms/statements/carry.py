"""What one statement passes on to the next: who "it" or "she" is that goes on speaking, and the day of the speech."""

from collections.abc import Iterable, Iterator

from transforms.article import Layout
from transforms.cast import Cast
from transforms.facts import Statement

SPOKEN = frozenset({"say", "claim", "deny", "confirm", "promise", "warn", "accuse", "ask", "report"})
PERSONS = frozenset({"he", "she"})
BODIES = frozenset({"it"})


def carried(statements: Iterable[Statement], text: str, layout: Layout, cast: Cast) -> Iterator[Statement]:
    """Rows in order, each completed from the one before it where the same speaker goes on."""
    before: Statement | None = None
    for row in statements:
        now = row
        if before and row.sentence_no <= _last_sentence(before, layout) + 1:
            now = _same_day(_same_speaker(now, before, text, cast), before)
        yield now
        if before is None or now.char_end > before.char_end:
            before = now


def _same_speaker(row: Statement, before: Statement, text: str, cast: Cast) -> Statement:
    """A pronoun that the cast leaves open is the speaker of the sentence before, if that can be what it means."""
    if row.speaker_entity_id or row.speaker_start is None or before.speaker_entity_id is None:
        return row
    pronoun = text[row.speaker_start : row.speaker_end].lower()
    entity = cast.entities.get(before.speaker_entity_id)
    fits = PERSONS if entity and entity.label == "PERSON" else BODIES
    return row._replace(speaker_entity_id=before.speaker_entity_id) if entity and pronoun in fits else row


def _same_day(row: Statement, before: Statement) -> Statement:
    """The day of the sentence before, when its speaker goes on and the text gives no other."""
    known = before.said_on is not None and row.said_on_reason == "not_stated" and row.cue_class in SPOKEN
    if known and row.speaker_entity_id and row.speaker_entity_id == before.speaker_entity_id:
        return row._replace(said_on=before.said_on, said_on_reason=None)
    return row


def _last_sentence(statement: Statement, layout: Layout) -> int:
    return layout.number(max(statement.char_end - 1, statement.cue_start or 0))
