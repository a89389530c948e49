"""Events of an article: triggers with participants, time, place, modality and voice.

"On Wednesday, demonstrators stormed the town hall" -> PROTEST/riot, actor "demonstrators", recipient
"town hall", the Wednesday, happened.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.events.arguments import Arguments, arguments
from transforms.events.causes import UNWILLED, told_type
from transforms.events.fields import Muted
from transforms.events.lending import lending_heads, lent
from transforms.events.lexicon import EventLexicon, Trigger
from transforms.events.modality import Modality, modality
from transforms.events.naming import Deed, named_later
from transforms.events.participants import Participant, is_outlet, participants, speaking
from transforms.events.phrases import is_new
from transforms.events.places import Setting, Where, is_scene, place_of
from transforms.events.retold import retold
from transforms.events.sameness import Telling, share_ids
from transforms.events.setting import day_of_occasion, times_by_anchor
from transforms.events.triggers import Found, find_triggers
from transforms.events.voice import in_voice, reported, speaks_of_itself
from transforms.facts import Event, Span, Statement, Time
from transforms.identity import row_id
from transforms.parsed import Doc, Token
from transforms.statements.extract import innermost

MOST_PAIRS = 9
NAMED_BODIES = frozenset({"ORG", "FAC", "PRODUCT", "WORK_OF_ART"})
TOLD_OF_SOMEBODY = frozenset({"DEATH", "INJURY", "THREATEN", "REQUEST", "SUPPORT", "DECIDE", "APPOINT"})
DONE_TO_OUTLETS = frozenset({"ASSAULT", "COERCE", "JUDGE", "ACCUSE", "TRADE"})


class Scene(NamedTuple):
    """What every step needs to know of the article. `counted`: spans that casualty figures count."""

    article: Article
    layout: Layout
    cast: Cast
    statements: Sequence[Statement]
    counted: Sequence[Span]
    lexicon: EventLexicon


class _Dated(NamedTuple):
    """The days of an event, or why there is none."""

    happened_on: date | None = None
    happened_to: date | None = None
    precision: str | None = None
    reason: str | None = None


class _Frame(NamedTuple):
    """How an event is told, where and when it was, and who says so."""

    told: Modality
    where: Where | None
    statement: Statement | None
    dated: _Dated


def find_events(doc: Doc, scene: Scene, times: Sequence[Time]) -> Iterator[Event]:
    """One row per trigger mention and pair of participants, tellings of one event under one `event_id`."""
    muted = Muted(scene.article, scene.layout, scene.lexicon.fields)
    found = [f for f in find_triggers(doc, scene.lexicon, muted) if not _is_aside(f, scene, times)]
    told = {f.token.i: f.trigger for f in found}
    deeds = _deeds(doc, found, told, scene.lexicon)
    found = [deed.found for deed in deeds]
    carriers = {f.token.i: _carrier(f.token, scene.lexicon) for f in found}
    published = scene.article.published_at
    today = published.date() if published else None
    dates = times_by_anchor(doc, times, _anchors(found, carriers), scene.lexicon.words, today)
    days = [dates.get(f.token.i) or lent(f, told, dates) for f in found]
    rows = [_rows(deed, carriers[deed.found.token.i], day, scene) for deed, day in zip(deeds, days, strict=True)]
    tellings = [Telling(row, deed.again) for deed, row in zip(deeds, rows, strict=True) if row]
    yield from share_ids(tellings, scene.article.article_id, scene.cast)


def _is_aside(found: Found, scene: Scene, times: Sequence[Time]) -> bool:
    """Words of a byline, of a date or a longer name: "March" is no march, "Oyl Mountain Rescue" no rescue."""
    span, token = found.span, found.token
    if scene.layout.at(span.start).section_kind == "byline":
        return True
    names = scene.cast.overlapping(token.idx, token.idx + len(token)) if token.pos_ == "PROPN" else ()
    if any(m.form == "name" and m.label in NAMED_BODIES and m.char_start < token.idx for m in names):
        return True
    return any(t.char_start <= span.start and span.end <= t.char_end for t in times)


def _deeds(doc: Doc, found: Sequence[Found], around: Mapping[int, Trigger], lexicon: EventLexicon) -> list[Deed]:
    """Triggers in the type that their causes make of them, with their participants, also those that are named later."""
    deeds = [Deed(f, arguments(f, lexicon)) for f in found]
    deeds = sorted([*deeds, *retold(doc, deeds, lexicon)], key=lambda deed: deed.found.token.i)
    later = named_later(doc, deeds, lexicon)
    return [
        Deed(
            f._replace(trigger=told_type(f, heads, around, lexicon)),
            heads._replace(recipients=[*heads.recipients, *later.get(f.token.i, ())]),
            again,
        )
        for f, heads, again in deeds
    ]


def _carrier(token: Token, lexicon: EventLexicon) -> Token | None:
    """The verb that carries an event noun, whose time and place are the event's: "protests were held on Monday"."""
    verb = token.head
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    told = next((c for c in token.rights if c.dep_ in {"acl", "relcl"} and _is_told(c, lexicon)), None)
    if told is not None or verb.pos_ not in {"VERB", "AUX"}:
        return told  # "the decision made by the council on Monday"
    side = "subject" if token.dep_ in {"nsubj", "nsubjpass", "attr"} else "object" if token.dep_ == "dobj" else ""
    if side and lexicon.carries(verb, side):
        return verb
    is_seen = side == "object" and lexicon.carries(verb, "witness")
    is_called = side == "object" and is_new(token) and lexicon.carries(verb, "caller")
    return verb if is_seen or is_called else None


def _is_told(verb: Token, lexicon: EventLexicon) -> bool:
    """ "the decision made in Oyl", "a meeting he held in Oyl", "the murder, which occurred in Oyl"."""
    is_subject = verb.dep_ == "relcl" and any(c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ == "WDT" for c in verb.lefts)
    return lexicon.carries(verb, "subject" if is_subject else "object")


def _anchors(found: Sequence[Found], carriers: Mapping[int, Token | None]) -> dict[int, int]:
    """Tokens that a time may hang on, and the trigger that it then dates."""
    anchors: dict[int, int] = {}
    for f in found:
        for token in (carriers[f.token.i], f.object):
            if token is not None:
                anchors.setdefault(token.i, f.token.i)
    anchors |= {f.token.i: f.token.i for f in found}
    return {head: head for head in lending_heads(found)} | anchors


def _rows(deed: Deed, carrier: Token | None, when: Time | None, scene: Scene) -> list[Event]:
    found, heads = deed.found, deed.heads
    if not any(heads) and not _stands_alone(found):
        return []
    trigger = found.trigger
    moves = trigger.event_type == "MOBILIZE" or trigger.event_mode == "visit"
    around_it = Setting(scene.cast, scene.lexicon.words, trigger.event_type, moves, scene.lexicon.light["witness"])
    where = place_of(found.token, carrier, around_it)
    told = _not_yet(modality(found.token, scene.lexicon), when, scene)
    is_noun = found.token.pos_ not in {"VERB", "AUX"}
    said_on = day_of_occasion(found.span, scene.statements, scene.article.text) if is_noun else None
    statement = innermost(scene.statements, found.span.start, found.span.end)
    voice = None if _is_given(found.token, statement, scene) else statement
    rows = []
    for named, recipient in _pairs(found, heads, scene):
        actor = speaking(named, statement, scene.cast, scene.article.text)
        is_own = speaks_of_itself(actor.span if actor else None, voice, scene.article.text)
        own = told._replace(is_first_person=True) if is_own else told
        voiced = in_voice(own, trigger.event_type, voice, actor.entity_id if actor else None, scene.cast)
        frame = _Frame(voiced, where, statement, _dated(when, said_on))
        rows.append(_row(found, scene, (actor, recipient), frame))
    return rows


def _not_yet(told: Modality, when: Time | None, scene: Scene) -> Modality:
    """What is dated behind the day of writing is planned: "she flies to Oyl on Saturday"."""
    published = scene.article.published_at
    if when is None or when.starts_on is None or published is None or told.value not in {"happened", "ongoing"}:
        return told
    return told._replace(value="planned") if when.starts_on > published.date() else told


def _is_given(token: Token, statement: Statement | None, scene: Scene) -> bool:
    """What an outlet itself reports, and what a denial takes for granted.

    "denied that a man died in | the raid", "did not say how many | died"
    """
    text, words = scene.article.text, scene.lexicon.words
    if token.dep_ == "amod" and token.tag_ == "VBN":
        return True  # "in the besieged city", whoever says so
    if statement is None or statement.cue_class != "deny":
        return reported(statement, scene.cast, text, scene.lexicon.outlets)
    if text[statement.char_start : statement.char_end].split(maxsplit=1)[0].lower() in words.question:
        return True
    return token.dep_ == "pobj" and token.head.lower_ in words.aside_prep | words.setting_prep


def _stands_alone(found: Found) -> bool:
    """Whether it tells something where nobody takes part: "a bomb exploded", "protests" do, "a decision" does not.

    So does what is said to be done to a thing: "the curfew was lifted".
    """
    if found.token.pos_ in {"VERB", "AUX"}:
        is_done = found.object is not None and found.object.dep_ == "nsubjpass"
        return found.trigger.roles in {"o", "-"} or is_done
    return found.trigger.event_type not in TOLD_OF_SOMEBODY


def _pairs(found: Found, heads: Arguments, scene: Scene) -> list[tuple[Participant | None, Participant | None]]:
    """Every actor with every recipient; an outlet takes part only in what is done to it, an event acts on nobody."""
    words = scene.lexicon.words
    agents = [] if found.trigger.event_type in UNWILLED else _agents(found, heads, scene.lexicon)
    actors = participants(agents, scene.cast, scene.counted, scene.lexicon)
    is_assault = found.trigger.event_type == "ASSAULT"
    harmed = [t for t in heads.recipients if not (is_assault and is_scene(t, scene.cast, words))]
    recipients = participants(harmed, scene.cast, scene.counted, scene.lexicon)
    recipients = [_beyond(p, found.span, scene.article.text) for p in recipients]
    actors = [p for p in actors if not is_outlet(p, scene.cast)]
    if found.trigger.event_type not in DONE_TO_OUTLETS:
        others = [p for p in recipients if not is_outlet(p, scene.cast)]
        if found.trigger.event_type == "CONSULT" and recipients and not others:
            return []  # an interview is no meeting: "the owner, speaking to Radio Oyl"
        recipients = others
    left: list[Participant | None] = [*actors] or [None]
    right: list[Participant | None] = [*recipients] or [None]
    return list(product(left, right))[:MOST_PAIRS]


def _beyond(party: Participant, trigger: Span, text: str) -> Participant:
    """Without the end of the trigger: "shot dead | Ada Roe", of which the parse makes a dead Ada Roe."""
    if not trigger.start < party.span.start < trigger.end < party.span.end:
        return party
    rest = text[trigger.end : party.span.end]
    return party._replace(span=Span(party.span.end - len(rest.lstrip()), party.span.end))


def _agents(found: Found, heads: Arguments, lexicon: EventLexicon) -> list[Token]:
    """Who can act: no event and no weapon ("a shell hit the school"), and "violence that killed two" kills as little.

    Nor does the place in front of a participle: "exploded in a hotel, killing two".
    """
    things = lexicon.classes["weapon"]
    if found.trigger.event_type == "ASSAULT":
        things |= lexicon.classes["abstract"] | (lexicon.classes["road_vehicle"] - lexicon.parties)
        verb = found.token.head if found.token.dep_ == "conj" else found.token
        things |= lexicon.classes["property"] if verb.dep_ == "acl" else frozenset()
    return [t for t in heads.actors if not lexicon.is_deed(t) and (t.pos_ != "NOUN" or t.lemma_.lower() not in things)]


def _row(found: Found, scene: Scene, pair: tuple[Participant | None, Participant | None], frame: _Frame) -> Event:
    trigger, (actor, recipient), (told, where, statement, dated) = found.trigger, pair, frame
    return Event(
        event_row_id=row_id(scene.article.article_id, "events", *found.span, pair),
        event_id="",
        sentence_no=scene.layout.number(found.span.start),
        char_start=found.span.start,
        char_end=found.span.end,
        event_type=trigger.event_type,
        event_mode=trigger.event_mode,
        cameo_code=trigger.cameo_code,
        quad_class=trigger.quad_class,
        actor_start=actor.span.start if actor else None,
        actor_end=actor.span.end if actor else None,
        actor_entity_id=actor.entity_id if actor else None,
        recipient_start=recipient.span.start if recipient else None,
        recipient_end=recipient.span.end if recipient else None,
        recipient_entity_id=recipient.entity_id if recipient else None,
        place_entity_id=where.entity_id if where else None,
        happened_on=dated.happened_on,
        happened_to=dated.happened_to,
        date_precision=dated.precision,
        date_reason=dated.reason,
        modality=told.value,
        is_negated=told.is_negated,
        statement_id=statement.statement_id if statement else None,
    )


def _dated(when: Time | None, said_on: date | None) -> _Dated:
    if when is None:
        return _Dated(said_on, said_on, "day") if said_on is not None else _Dated(reason="not_stated")
    if when.starts_on is None and when.ends_on is None:
        return _Dated(reason=when.null_reason or "ambiguous")
    return _Dated(when.starts_on, when.ends_on, when.granularity)
