"""Find what tells an event: a verb with its particle and object, or an event noun.

"pulled down the statue" -> (pulled, pull down); "sought help" -> (sought, seek + @aid), and "help" is used up.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Token

from transforms.events.lexicon import EventLexicon, Trigger, lemmas
from transforms.events.phrases import antecedent, prepositional
from transforms.facts import Span

PARTICLES = frozenset({"prt", "prep", "advmod", "acomp", "oprd", "dobj", "pobj", "agent", "dative", "amod"})
NO_EVENT_DEPS = frozenset({"compound", "amod", "nmod"})


class Found(NamedTuple):
    """A trigger in the text. `object` is the token that its meaning used up, if any."""

    token: Token
    trigger: Trigger
    span: Span
    object: Token | None
    particle: Token | None


def find_triggers(doc: Doc, lexicon: EventLexicon) -> Iterator[Found]:
    """Triggers in text order; a noun that a verb's meaning used up gives none of its own."""
    verbs = [
        f for token in doc if token.pos_ in {"VERB", "AUX"} and not _is_manner(token) for f in _verb(token, lexicon)
    ]
    used = {f.object.i for f in verbs if f.object is not None}
    types = {f.token.i: f.trigger.event_type for f in verbs}
    nouns = [f for t in doc if t.pos_ in {"NOUN", "PROPN"} and t.i not in used for f in _noun(t, lexicon)]
    nouns = [f for f in nouns if not _says_the_same(f, types)]
    yield from sorted(verbs + nouns, key=lambda f: f.token.i)


def direct_object(verb: Token) -> Token | None:
    """What a verb acts on: its object, the subject of its passive, the noun that a relative clause hangs on."""
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            return antecedent(child)
        if child.dep_ == "ccomp" and child.tag_ == "VB" and any(c.lower_ == "to" for c in child.lefts):
            # "declared an emergency to stop the riots" is often parsed as if the emergency stopped them
            return next((c for c in child.lefts if c.dep_ == "nsubj"), None)
    if verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN":
        return verb.head
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN" and is_passive(verb.head):
        return direct_object(verb.head)
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject undergoes it: "were sent", "men shot by police", "attacked and destroyed"."""
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}:
        return True
    has_own = any(c.dep_ in {"nsubj", "dobj"} for c in verb.children)
    return (
        verb.tag_ == "VBN" and verb.dep_ == "conj" and not has_own and verb.head.tag_ == "VBN" and is_passive(verb.head)
    )


def _is_manner(token: Token) -> bool:
    """An -ing form in front of a noun says what kind it is: "an attacking style"."""
    return token.dep_ == "amod" and token.tag_ == "VBG"


def _says_the_same(found: Found, types: Mapping[int, str]) -> bool:
    """ "a bomb exploded", "an earthquake struck": the noun adds no event to its verb."""
    near = found.token.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}
    return near and types.get(found.token.head.i) == found.trigger.event_type


def _verb(token: Token, lexicon: EventLexicon) -> Iterator[Found]:
    for trigger in (t for lemma in lemmas(token) for t in lexicon.verbs.get(lemma, ())):
        matched, particle = _particles(token, trigger.words[1:])
        if not matched:
            continue
        target = _object_of(token, particle)
        if trigger.objects:
            noun = target.lemma_.lower() if target is not None else ""
            near = {noun} if particle is not None else {noun} | _adverbs(token)
            if trigger.is_excluded == bool(near & trigger.objects):
                continue
        if not trigger.objects and particle is None and _has_other_meaning(token):
            continue
        used = target if trigger.is_used_up else None
        end = max(token.idx + len(token), particle.idx + len(particle) if particle is not None else 0)
        yield Found(token, trigger, Span(token.idx, end), used, particle)
        return


def _particles(token: Token, words: tuple[str, ...]) -> tuple[bool, Token | None]:
    """Whether all further words follow below the token, and the first of them."""
    first: Token | None = None
    level = token
    for word in words:
        near = [c for c in level.children if c.i > token.i and c.dep_ in PARTICLES and c.i <= token.i + 6]
        hit = next((c for c in near if word in {c.lower_, c.lemma_.lower()}), None)
        if hit is None:
            following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
            if following is None or following.lower_ != word or following.pos_ not in {"ADP", "ADJ", "ADV", "PART"}:
                return False, None
            hit = following
        first = first or hit
        level = hit
    return True, first


def _object_of(token: Token, particle: Token | None) -> Token | None:
    if particle is not None and particle.dep_ in {"prep", "agent", "dative"}:
        return next((c for c in particle.children if c.dep_ == "pobj"), None)
    return direct_object(token)


def _prt(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "prt"), "")


def _adverbs(token: Token) -> set[str]:
    """Particles and adverbs of a verb: "shot wide", "died down"."""
    return {c.lower_ for c in token.children if c.dep_ in {"prt", "advmod", "acomp", "oprd"}}


def _has_other_meaning(token: Token) -> bool:
    """A particle that makes another verb of it: "carry on", "set up", "turn out"; only named pairs are events."""
    particle = _prt(token)
    return bool(particle) and particle not in {"up", "down", "out", "off", "back"}


def _noun(token: Token, lexicon: EventLexicon) -> Iterator[Found]:
    if token.ent_type_ in {"PERSON"} or (token.dep_ in NO_EVENT_DEPS and token.head.pos_ in {"NOUN", "PROPN"}):
        return
    lemma = token.lemma_.lower()
    for trigger in lexicon.nouns.get(lemma, lexicon.nouns.get(token.lower_, ())):
        if trigger.objects and trigger.is_excluded == bool(_modifiers(token) & trigger.objects):
            continue
        if len(trigger.words) > 1 and not _particles(token, trigger.words[1:])[0]:
            continue
        start = min([token.idx] + [c.idx for c in token.lefts if c.dep_ == "compound" and c.pos_ == "NOUN"])
        yield Found(token, trigger, Span(start, token.idx + len(token)), None, None)
        return


def _modifiers(token: Token) -> set[str]:
    """Lemmas of what modifies a noun: compounds, adjectives, possessor, what it is of or against."""
    near = [c for c in token.children if c.dep_ in {"compound", "amod", "poss", "nmod", "npadvmod"}]
    below = list(prepositional(token, ("of", "by", "against", "on", "in")))
    governing = [token.head] if token.dep_ in NO_EVENT_DEPS else []
    return {t.lemma_.lower() for t in [*near, *below, *governing]}
