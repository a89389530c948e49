"""Which meaning of a verb its clause allows: the particle, object, subject or amount that a trigger asks for.

"the storm struck the coast" is no strike of a union and no strike of a missile.
"""

from collections.abc import Sequence
from functools import cached_property

from transforms.events.clauses import agent_or_subject, amount_nouns, direct_object, prepositional_object
from transforms.events.lexicon import AMOUNT, ANY, EventLexicon, Trigger
from transforms.events.phrases import prepositional
from transforms.parsed import Token

PARTICLES = frozenset({"prt", "prep", "advmod", "acomp", "oprd", "dobj", "pobj", "agent", "dative", "amod", "attr"})
OF_PARTICLES = frozenset({"ADP", "ADJ", "ADV", "PART"})
CLAUSES = {"ccomp": "that", "xcomp": "to"}
REACH = 6


class Clause:
    """A verb and what stands around it, looked up when a meaning first asks for it."""

    def __init__(self, verb: Token, lexicon: EventLexicon) -> None:
        self.verb = verb
        self._kept = lexicon.words.kept_particle

    @cached_property
    def target(self) -> Token | None:
        return direct_object(self.verb)

    @cached_property
    def adverbs(self) -> frozenset[str]:
        """Particles, adverbs and predicates: "shot wide", "vowed to avenge"; `that` and `to` for clauses."""
        children = list(self.verb.children)
        found = {c.lower_ for c in children if c.dep_ in {"prt", "advmod", "acomp", "oprd"}}
        below = [c for c in children if c.dep_ in CLAUSES]
        found |= {CLAUSES[c.dep_] for c in below} | {c.lemma_.lower() for c in below if c.dep_ == "xcomp"}
        return frozenset(found)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Lemma of who or what does it; with a name, what stands in front of it: "Hurricane Odile" -> hurricane."""
        subject = agent_or_subject(self.verb)
        if subject is None:
            return frozenset()
        before = [c for c in subject.lefts if c.dep_ == "compound"] if subject.pos_ == "PROPN" else []
        return frozenset({subject.lower_.removesuffix("s"), *(t.lemma_.lower() for t in (subject, *before))})

    @cached_property
    def has_amount(self) -> bool:
        return bool(amount_nouns(self.verb))

    @cached_property
    def has_other_meaning(self) -> bool:
        """A particle that makes another verb of it: "carry on", "turn out"; only named pairs are events."""
        particle = next((c.lower_ for c in self.verb.children if c.dep_ == "prt"), "")
        return bool(particle) and particle not in self._kept


def particle_of(token: Token, words: Sequence[str]) -> Token | None:
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


def target_of(clause: Clause, trigger: Trigger, particle: Token | None, lexicon: EventLexicon) -> Token | None:
    """What the verb, or its particle, acts on; what a container holds: "a series of attacks" -> attacks."""
    noun = prepositional_object(particle) or clause.target
    if noun is None or not trigger.is_used_up or noun.lemma_.lower() not in lexicon.classes["container"]:
        return noun
    return next(prepositional(noun, ("of", "in")), noun)


def fits(trigger: Trigger, clause: Clause, particle: Token | None, target: Token | None) -> bool:
    """Whether object and subject are what the meaning asks for."""
    if trigger.objects.nouns:
        if not _has_object(trigger, clause, particle, target):
            return False
    elif particle is None and clause.has_other_meaning:
        return False
    asked = trigger.subjects
    if not asked.nouns:
        return True
    return asked.allows(clause.subjects | {AMOUNT} if AMOUNT in asked.nouns and clause.has_amount else clause.subjects)


def _has_object(trigger: Trigger, clause: Clause, particle: Token | None, target: Token | None) -> bool:
    asked = trigger.objects
    found = {target.lemma_.lower()} if target is not None else set()
    if ANY not in asked.nouns:
        if particle is None:
            found |= clause.adverbs
        if asked.is_excluded:
            found |= {t.lemma_.lower() for t in prepositional(clause.verb, (*trigger.preps, "for"))}
    return asked.allows(found)
