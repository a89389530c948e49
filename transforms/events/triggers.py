"""Find what tells an event: a verb with its particle and object, or an event noun.

"pulled down the statue" -> (pulled, pull down); "sought help" -> (sought, seek + @aid), and "help" is used up.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from transforms.events.clauses import is_modifier, prepositional_object
from transforms.events.fields import Muted
from transforms.events.lexicon import EventLexicon, Trigger
from transforms.events.meanings import REACH, Clause, fits, particles_of, target_of
from transforms.events.phrases import modifiers
from transforms.facts import Span
from transforms.parsed import Doc, Token

VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
NO_EVENT_ENTITIES = frozenset({"PERSON", "DATE"})


class Found(NamedTuple):
    """A trigger in the text. `object` is the token that its meaning used up, if any."""

    token: Token
    trigger: Trigger
    span: Span
    object: Token | None
    particle: Token | None


def find_triggers(doc: Doc, lexicon: EventLexicon, muted: Muted) -> Iterator[Found]:
    """Triggers in text order; a noun that a verb's meaning used up gives none of its own.

    `muted` tells which types nothing can mean in a paragraph: no ASSAULT in a football report.
    """
    verbs: list[Found] = []
    nouns: list[tuple[Token, Sequence[Trigger]]] = []
    words = [token.lower_ for token in doc]
    for token, word in zip(doc, words, strict=True):
        part = token.pos_
        if part in VERBS:
            first = _hyphenated(token) if token.i and doc[token.i - 1].tag_ == "HYPH" else ""
            meanings = lexicon.of_verb(token, word, first)
            if meanings and not (token.dep_ == "amod" and token.tag_ == "VBG"):  # "an attacking style" is of a kind
                verbs.extend(_verb(token, meanings, words[token.i + 1 : token.i + 1 + REACH], lexicon, muted))
        elif part in NOUNS:
            first = _hyphenated(token) if token.i and doc[token.i - 1].tag_ == "HYPH" else ""
            if told := lexicon.of_noun(token, word, first):
                nouns.append((token, told))
    used = {f.object.i for f in verbs if f.object is not None}
    meant = {f.token.i: f.trigger for f in verbs}
    named = [f for token, meanings in nouns if token.i not in used for f in _noun(token, meanings, muted)]
    yield from sorted(verbs + [f for f in named if not _says_the_same(f, meant)], key=lambda f: f.token.i)


def _hyphenated(token: Token) -> str:
    """What a hyphen joins to a word: "test-" of "test-fired", "sit-" of "sit-in"; else nothing."""
    tokens, last = token.doc, token.i
    if last < 2 or tokens[last - 1].tag_ != "HYPH" or tokens[last - 1].whitespace_ or tokens[last - 2].whitespace_:
        return ""
    return f"{tokens[last - 2].lower_}-"


def _says_the_same(found: Found, told: Mapping[int, Trigger]) -> bool:
    """ "a bomb exploded", "an earthquake struck": the noun adds no event to a verb that asks for it."""
    above = told.get(found.token.head.i)
    if above is None or found.token.dep_ not in {"nsubj", "nsubjpass", "dobj", "attr"}:
        return False
    asked = not above.subjects.is_excluded and found.token.lemma_.lower() in above.subjects.nouns
    return above.event_type == found.trigger.event_type or (asked and above.roles != "-")


def _verb(
    token: Token, meanings: Sequence[Trigger], following: Sequence[str], lexicon: EventLexicon, muted: Muted
) -> Iterator[Found]:
    if token.dep_ == "pcomp" and token.head.lower_ == "without" and not token.rights:
        return  # "opened fire without warning"
    clause = Clause(token, lexicon)
    beginnings: set[str] = set()
    for trigger in meanings:
        particles: list[Token] = []
        if len(trigger.words) > 1:
            beginnings = beginnings or {word[:length] for word in following for length in (1, 2, 3)}
            if trigger.words[1][:3] not in beginnings:
                continue
            if not (particles := particles_of(token, trigger.words[1:])):
                continue
        particle = next((p for p in reversed(particles) if prepositional_object(p) is not None), None)
        particle = particle or next(iter(particles), None)
        target = target_of(clause, trigger, particle, lexicon)
        if not fits(trigger, clause, particle, target) or muted.mutes(trigger.event_type, token.idx):
            continue
        if not trigger.event_type:
            return  # an idiom: "shot to fame"
        used = target if trigger.is_used_up else None
        yield Found(token, trigger, _span(token, particles), used, particle)
        return


def _span(token: Token, particles: Sequence[Token]) -> Span:
    """The verb with what belongs to it: "shot the mayor dead" as a whole, but "warned | Chad against"."""
    last = token
    for particle in particles:
        if particle.i != last.i + 1 and particle.dep_ not in {"prt", "acomp", "oprd"}:
            break
        last = particle
    return Span(token.idx, last.idx + len(last))


def _noun(token: Token, meanings: Sequence[Trigger], muted: Muted) -> Iterator[Found]:
    if token.ent_type_ in NO_EVENT_ENTITIES or is_modifier(token):
        return
    around = modifiers(token)
    for trigger in meanings:
        if not trigger.objects.allows(around) or muted.mutes(trigger.event_type, token.idx):
            continue
        if len(trigger.words) > 1 and not particles_of(token, trigger.words[1:]):
            continue
        kinds = (c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "NOUN" and not _is_measure(c))
        start = min([token.idx, *(c.idx for c in kinds)])
        yield Found(token, trigger, Span(start, token.idx + len(token)), None, None)
        return


def _is_measure(noun: Token) -> bool:
    """The unit of what a noun lasts: "a 24-hour | strike"."""
    return any(c.dep_ == "nummod" for c in noun.lefts)
