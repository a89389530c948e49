"""From head tokens to participants: the span that names them and the entity behind it."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from transforms.cast import Cast
from transforms.events.lexicon import EventLexicon
from transforms.events.phrases import phrase, prepositional
from transforms.facts import Mention, Quantity, Span, Statement
from transforms.parsed import Token

NOT_PARTIES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
LONGEST_NAME = 8
BODIES = frozenset({"ORG", "GPE", "NORP"})
PRONOUNS = dict.fromkeys(("he", "she", "i"), frozenset({"PERSON"})) | {
    "it": BODIES,
    "we": BODIES | {"PERSON"},
    "they": BODIES | {"GROUP"},
}


class Participant(NamedTuple):
    """A span of the article and its entity, where it is known."""

    span: Span
    entity_id: str | None


def whole_spans(quantities: Sequence[Quantity]) -> list[Span]:
    """What casualty figures count, taken as one participant: "police and national guard troops"."""
    return [
        Span(q.counted_start, q.counted_end)
        for q in quantities
        if q.measure and q.counted_start is not None and q.counted_end is not None and "sum" not in q.flags
    ]


def participants(
    heads: Sequence[Token], cast: Cast, counted: Sequence[Span], lexicon: EventLexicon
) -> list[Participant]:
    """Participants in order, each once; a head in a counted span stands for it all, a vague word for nobody."""
    vague = lexicon.words.vague
    found: list[Participant] = []
    for head in heads:
        span = next((s for s in counted if s.start <= head.idx < s.end), None) or phrase(head, lexicon.is_charge)
        mention = _mention_of(head, span, cast)
        if mention is None and (head.ent_type_ in NOT_PARTIES or _is_vague(head, vague)):
            continue
        if mention is None and head.tag_ == "PRP$":
            continue
        if mention is not None and mention.form == "name":
            span = _name_span(head, span, mention)
        participant = Participant(span, mention.entity_id if mention else None)
        if participant not in found:
            found.append(participant)
    return found


def _is_vague(head: Token, vague: Set[str]) -> bool:
    """ "one", "some of them", but not "one of its boats"."""
    return head.lower_ in vague and not any(t.pos_ in {"NOUN", "PROPN"} for t in prepositional(head, ("of",)))


def _name_span(head: Token, span: Span, name: Mention) -> Span:
    """The phrase with all of the name; a person behind a long office is the name alone: "head of state | Ada Roe"."""
    if name.label == "PERSON" and any(t.pos_ == "ADP" for c in head.lefts for t in c.subtree):
        return Span(name.char_start, name.char_end)
    more = (t for t in head.doc[head.i + 1 : head.i + LONGEST_NAME] if t.idx < name.char_end)
    if name.char_start > span.start or (name.char_start == span.start and any(t.tag_ == "CC" for t in more)):
        return span
    return Span(name.char_start, max(span.end, name.char_end))  # "Doctors | Without Borders"


def is_outlet(participant: Participant | None, cast: Cast) -> bool:
    """Whether it is a media outlet, which is no party to what it reports."""
    entity = cast.entities.get(participant.entity_id or "") if participant else None
    return entity is not None and entity.kind == "media"


def speaking(party: Participant | None, statement: Statement | None, cast: Cast, text: str) -> Participant | None:
    """An unresolved pronoun inside a statement is its speaker, if the kind fits: "Norway said it would send".

    An "it" that stands for nobody is no participant.
    """
    if party is None or party.entity_id:
        return party
    word = text[slice(*party.span)].lower()
    speaker = cast.entities.get(statement.speaker_entity_id or "") if statement else None
    if speaker is not None and speaker.label in PRONOUNS.get(word, frozenset()):
        return party._replace(entity_id=speaker.entity_id)
    return None if word == "it" else party


def _mention_of(head: Token, span: Span, cast: Cast) -> Mention | None:
    """The mention that ends with the head or lies round the phrase; a name before a nominal, the longer first."""
    end = head.idx + len(head)
    ending = [m for m in cast.overlapping(head.idx, end) if m.char_end >= end]
    fitting = [m for m in ending if m.char_end == end or m.char_start <= span.start or m.char_end <= span.end]
    known = [m for m in fitting if m.entity_id]
    return max(known or fitting, key=lambda m: (m.form == "name", m.char_end - m.char_start), default=None)
