"""Events of an article: triggers with participants, time, place, modality and voice.

"On Wednesday, demonstrators stormed the town hall" -> PROTEST/riot, actor "demonstrators", recipient
"town hall", the Wednesday, happened.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.events.arguments import arguments
from transforms.events.lexicon import EventLexicon
from transforms.events.modality import modality
from transforms.events.phrases import phrase
from transforms.events.sameness import Telling, share_ids
from transforms.events.setting import place_of, times_by_anchor
from transforms.events.triggers import Found, find_triggers
from transforms.events.voice import in_voice
from transforms.facts import Event, Mention, Quantity, Span, Statement, Time
from transforms.identity import row_id
from transforms.statements.extract import innermost

MOST_PAIRS = 9
DONE_TO_OUTLETS = frozenset({"ASSAULT", "COERCE", "JUDGE", "ACCUSE", "TRADE"})


class Participant(NamedTuple):
    span: Span
    entity_id: str | None


class Scene(NamedTuple):
    """What every step needs to know of the article."""

    article: Article
    layout: Layout
    cast: Cast
    statements: Sequence[Statement]
    counted: Sequence[Span]
    lexicon: EventLexicon


def find_events(doc: Doc, scene: Scene, times: Sequence[Time]) -> Iterator[Event]:
    """One row per trigger mention and pair of participants, tellings of one event under one `event_id`."""
    found = [f for f in find_triggers(doc, scene.lexicon) if not _is_in_byline(f, scene)]
    carriers = {f.token.i: _carrier(f.token, scene.lexicon) for f in found}
    dates = times_by_anchor(doc, times, _anchors(found, carriers))
    tellings = [Telling(f.trigger.words[0], rows) for f in found if (rows := _rows(f, carriers, dates, scene))]
    yield from share_ids(tellings, scene.article.article_id, scene.cast)


def whole_spans(quantities: Sequence[Quantity]) -> list[Span]:
    """What casualty figures count, taken as one participant: "police and national guard troops"."""
    return [
        Span(q.counted_start, q.counted_end)
        for q in quantities
        if q.measure and q.counted_start is not None and q.counted_end is not None
    ]


def _is_in_byline(found: Found, scene: Scene) -> bool:
    return scene.layout.at(found.span.start).section_kind == "byline"


def _carrier(token: Token, lexicon: EventLexicon) -> Token | None:
    """The verb that carries an event noun, whose time and place are the event's: "protests were held on Monday"."""
    verb = token.head
    if token.pos_ not in {"NOUN", "PROPN"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    side = "subject" if token.dep_ in {"nsubj", "nsubjpass", "attr"} else "object" if token.dep_ == "dobj" else ""
    return verb if side and verb.lemma_.lower() in lexicon.light[side] else None


def _anchors(found: Sequence[Found], carriers: dict[int, Token | None]) -> dict[int, int]:
    """Tokens that a time may hang on, and the trigger that it then dates."""
    anchors = {}
    for f in found:
        carrier = carriers[f.token.i]
        if carrier is not None:
            anchors.setdefault(carrier.i, f.token.i)
        if f.object is not None:
            anchors.setdefault(f.object.i, f.token.i)
    return anchors | {f.token.i: f.token.i for f in found}


def _rows(found: Found, carriers: dict[int, Token | None], dates: dict[int, Time], scene: Scene) -> list[Event]:
    token, trigger = found.token, found.trigger
    heads = arguments(found, scene.lexicon, frozenset(scene.lexicon.nouns))
    actors = [p for p in _participants(heads.actors, scene) if not _is_outlet(p, scene)]
    recipients = _participants(heads.recipients, scene)
    if trigger.event_type not in DONE_TO_OUTLETS:
        recipients = [p for p in recipients if not _is_outlet(p, scene)]
    where = place_of(
        token, carriers[token.i], scene.cast, moves=trigger.event_type == "MOBILIZE" or trigger.event_mode == "visit"
    )
    when = dates.get(token.i)
    told = modality(token, scene.lexicon)
    statement = innermost(scene.statements, found.span.start, found.span.end)
    pairs = [(a, r) for a in actors or [None] for r in recipients or [None]][:MOST_PAIRS]
    rows = []
    for actor, recipient in pairs:
        voiced = in_voice(told, trigger.event_type, statement, actor.entity_id if actor else None, scene.cast)
        base = Event(
            event_row_id=row_id(scene.article.article_id, "events", *found.span, (actor, recipient)),
            event_id="",
            sentence_no=scene.layout.number(found.span.start),
            char_start=found.span.start,
            char_end=found.span.end,
            event_type=trigger.event_type,
            modality=voiced.value,
            is_negated=voiced.is_negated,
            event_mode=trigger.event_mode,
            cameo_code=trigger.cameo_code,
            quad_class=trigger.quad_class,
            place_entity_id=where.entity_id if where else None,
            statement_id=statement.statement_id if statement else None,
        )
        rows.append(_dated(_with_participants(base, actor, recipient), when))
    return rows


def _with_participants(event: Event, actor: Participant | None, recipient: Participant | None) -> Event:
    if actor:
        event = event._replace(actor_start=actor.span.start, actor_end=actor.span.end, actor_entity_id=actor.entity_id)
    if recipient:
        event = event._replace(
            recipient_start=recipient.span.start,
            recipient_end=recipient.span.end,
            recipient_entity_id=recipient.entity_id,
        )
    return event


def _dated(event: Event, when: Time | None) -> Event:
    if when is None:
        return event._replace(date_reason="not_stated")
    if when.starts_on is None and when.ends_on is None:
        return event._replace(date_reason=when.null_reason or "ambiguous")
    return event._replace(happened_on=when.starts_on, happened_to=when.ends_on, date_precision=when.granularity)


def _participants(heads: Sequence[Token], scene: Scene) -> list[Participant]:
    found: list[Participant] = []
    for head in heads:
        span = _span_of(head, scene)
        mention = _mention_of(head, span, scene.cast)
        if mention is not None and mention.char_start < span.start:
            span = Span(mention.char_start, max(span.end, mention.char_end)) if mention.form == "name" else span
        participant = Participant(span, mention.entity_id if mention else None)
        if participant not in found:
            found.append(participant)
    return found


def _span_of(head: Token, scene: Scene) -> Span:
    for span in scene.counted:
        if span.start <= head.idx < span.end:
            return span
    return phrase(head)


def _mention_of(head: Token, span: Span, cast: Cast) -> Mention | None:
    """The mention that the head names: one that ends with the head or covers the phrase, a name before a nominal."""
    end = head.idx + len(head)
    over = [m for m in cast.overlapping(head.idx, end) if m.char_end >= end]
    over = [
        m
        for m in over
        if m.char_end == end or (m.char_start <= span.start and m.char_end <= span.end) or m.char_start >= span.start
    ]
    known = [m for m in over if m.entity_id]
    return max(known or over, key=lambda m: (m.form == "name", m.char_end - m.char_start), default=None)


def _is_outlet(participant: Participant, scene: Scene) -> bool:
    entity = scene.cast.entities.get(participant.entity_id or "")
    return entity is not None and entity.kind == "media"
