"""Find what tells an event: a verb with its particle and object, or an event noun.

"pulled down the statue" -> (pulled, pull down); "sought help" -> (sought, seek + @aid), and "help" is used up.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from spacy.tokens import Doc, Token

from transforms.events.clauses import agent_or_subject, amount_nouns, direct_object, is_modifier, prepositional_object
from transforms.events.lexicon import AMOUNT, ANY, EventLexicon, Trigger, lemmas
from transforms.events.phrases import prepositional
from transforms.facts import Span

VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
PARTICLES = frozenset({"prt", "prep", "advmod", "acomp", "oprd", "dobj", "pobj", "agent", "dative", "amod", "attr"})
OF_PARTICLES = frozenset({"ADP", "ADJ", "ADV", "PART"})
REACH = 6
CLAUSES = {"ccomp": "that", "xcomp": "to"}
NO_EVENT_ENTITIES = frozenset({"PERSON", "DATE"})
KEPT_WITH_PARTICLE = frozenset({"up", "down", "out", "off", "back"})

Muted = Callable[[int], Set[str]]


class Found(NamedTuple):
    """A trigger in the text. `object` is the token that its meaning used up, if any."""

    token: Token
    trigger: Trigger
    span: Span
    object: Token | None
    particle: Token | None


def find_triggers(doc: Doc, lexicon: EventLexicon, muted: Muted) -> Iterator[Found]:
    """Triggers in text order; a noun that a verb's meaning used up gives none of its own.

    `muted` tells which types nothing can mean at a character: no ASSAULT in a football report.
    """
    verbs: list[Found] = []
    nouns: list[tuple[Token, Sequence[Trigger]]] = []
    tokens = list(doc)  # made once: a Doc makes new Token objects at each pass
    words = [token.lower_ for token in tokens]
    for token, word in zip(tokens, words, strict=True):
        part = token.pos_
        if part in VERBS:
            meanings = [t for lemma in lemmas(token) for t in lexicon.verbs.get(lemma, ())]
            if meanings and not (token.dep_ == "amod" and token.tag_ == "VBG"):  # "an attacking style" is of a kind
                verbs.extend(_verb(token, meanings, words[token.i + 1 : token.i + 1 + REACH], lexicon, muted))
        elif part in NOUNS and (told := lexicon.of_noun(token, word)):
            nouns.append((token, told))
    used = {f.object.i for f in verbs if f.object is not None}
    types = {f.token.i: f.trigger.event_type for f in verbs}
    named = [f for token, meanings in nouns if token.i not in used for f in _noun(token, meanings, muted)]
    yield from sorted(verbs + [f for f in named if not _says_the_same(f, types)], key=lambda f: f.token.i)


def _says_the_same(found: Found, types: Mapping[int, str]) -> bool:
    """ "a bomb exploded", "an earthquake struck": the noun adds no event to its verb."""
    near = found.token.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}
    return near and types.get(found.token.head.i) == found.trigger.event_type


def _verb(
    token: Token, meanings: Sequence[Trigger], following: Sequence[str], lexicon: EventLexicon, muted: Muted
) -> Iterator[Found]:
    silent = muted(token.idx)
    for trigger in meanings:
        particle = None
        if trigger.event_type in silent:
            continue
        if len(trigger.words) > 1:
            is_near = any(word.startswith(trigger.words[1][:3]) for word in following)
            if not is_near or (particle := _particle(token, trigger.words[1:])) is None:
                continue
        target = _content(prepositional_object(particle) or direct_object(token), trigger, lexicon)
        if not _fits(trigger, token, particle, target):
            continue
        used = target if trigger.is_used_up else None
        yield Found(token, trigger, _span(token, particle), used, particle)
        return


def _content(noun: Token | None, trigger: Trigger, lexicon: EventLexicon) -> Token | None:
    """What a container holds, where the meaning asks for it: "a series of attacks" -> attacks."""
    if noun is None or not trigger.is_used_up or noun.lemma_.lower() not in lexicon.classes["container"]:
        return noun
    return next(prepositional(noun, ("of", "in")), noun)


def _span(token: Token, particle: Token | None) -> Span:
    """The verb with what belongs to it: "shot the mayor dead" as a whole, but "warned | Chad against"."""
    is_close = particle is not None and (particle.i == token.i + 1 or particle.dep_ in {"prt", "acomp", "oprd"})
    last = particle if particle is not None and is_close else token
    return Span(token.idx, last.idx + len(last))


def _fits(trigger: Trigger, token: Token, particle: Token | None, target: Token | None) -> bool:
    """Whether object and subject are what the meaning asks for."""
    objects = trigger.objects
    if objects.nouns:
        found = {target.lemma_.lower()} if target is not None else set()
        if particle is None and ANY not in objects.nouns:
            found |= _adverbs(token)
        if objects.is_excluded and ANY not in objects.nouns:
            found |= {t.lemma_.lower() for t in prepositional(token, (*trigger.preps, "for"))}
        if not objects.allows(found):
            return False
    elif particle is None and _has_other_meaning(token):
        return False
    if not trigger.subjects.nouns:
        return True
    found = _subject_nouns(token)
    return trigger.subjects.allows(
        found | {AMOUNT} if AMOUNT in trigger.subjects.nouns and amount_nouns(token) else found
    )


def _subject_nouns(token: Token) -> set[str]:
    """Lemma of who or what does it; with a name, what stands in front of it: "Hurricane Odile" -> hurricane, odile."""
    subject = agent_or_subject(token)
    if subject is None:
        return set()
    named = subject.pos_ == "PROPN"
    return {subject.lemma_.lower(), subject.lower_.removesuffix("s")} | {
        c.lemma_.lower() for c in subject.lefts if named and c.dep_ == "compound"
    }


def _particle(token: Token, words: tuple[str, ...]) -> Token | None:
    """The first of the further words, if all of them follow below the token."""
    first: Token | None = None
    level = token
    for word in words:
        near = [c for c in level.rights if c.dep_ in PARTICLES and c.i <= token.i + REACH]
        hit = next((c for c in near if word in {c.lower_, c.lemma_.lower()}), None)
        if hit is None:
            hit = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
            if hit is None or hit.lower_ != word or hit.pos_ not in OF_PARTICLES:
                return None
        first = first or hit
        level = hit
    return first


def _adverbs(token: Token) -> set[str]:
    """Particles, adverbs and predicates of a verb: "shot wide", "vowed to avenge"; `that` and `to` for clauses."""
    found = {c.lower_ for c in token.children if c.dep_ in {"prt", "advmod", "acomp", "oprd"}}
    below = [c for c in token.children if c.dep_ in CLAUSES]
    return found | {CLAUSES[c.dep_] for c in below} | {c.lemma_.lower() for c in below if c.dep_ == "xcomp"}


def _has_other_meaning(token: Token) -> bool:
    """A particle that makes another verb of it: "carry on", "set up", "turn out"; only named pairs are events."""
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), "")
    return bool(particle) and particle not in KEPT_WITH_PARTICLE


def _noun(token: Token, meanings: Sequence[Trigger], muted: Muted) -> Iterator[Found]:
    if token.ent_type_ in NO_EVENT_ENTITIES or is_modifier(token):
        return
    modifiers = _modifiers(token)
    silent = muted(token.idx)
    for trigger in meanings:
        if trigger.event_type in silent or not trigger.objects.allows(modifiers):
            continue
        if len(trigger.words) > 1 and _particle(token, trigger.words[1:]) is None:
            continue
        start = min([token.idx] + [c.idx for c in token.lefts if c.dep_ == "compound" and c.pos_ == "NOUN"])
        yield Found(token, trigger, Span(start, token.idx + len(token)), None, None)
        return


def _modifiers(token: Token) -> set[str]:
    """Lemmas of what modifies a noun (compounds, adjectives, possessor, what it is of or against) and governs it."""
    near = [c for c in token.children if c.dep_ in {"compound", "amod", "poss", "nmod", "npadvmod"}]
    near += prepositional(token, ("of", "by", "against", "on", "in"))
    if token.dep_ in {"dobj", "pobj"}:
        near.append(token.head)
    amount = {AMOUNT} if any(c.ent_type_ == "PERCENT" for c in near) else set()
    return {t.lemma_.lower() for t in near} | amount
