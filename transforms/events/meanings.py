"""Which meaning of a verb its clause allows: the particle, object, subject or amount that a trigger asks for.

"the storm struck the coast" is no strike of a union and no strike of a missile.
"""

from collections.abc import Sequence

from transforms.events.clauses import agent_or_subject, amount_nouns, direct_object, prepositional_object
from transforms.events.lexicon import ANY, EventLexicon, Trigger
from transforms.events.phrases import AMOUNT, prepositional
from transforms.once import once
from transforms.parsed import Token

PARTICLES = frozenset({"prt", "prep", "advmod", "acomp", "oprd", "dobj", "pobj", "agent", "dative", "amod", "attr"})
OF_PARTICLES = frozenset({"ADP", "ADJ", "ADV", "PART"})
CLAUSES = {"ccomp": "that", "xcomp": "to"}
THEM_TO = "them_to"
FACT = "fact"
REACH = 6
PLACE_LABELS = frozenset({"GPE"})


class Clause:
    """A verb and what stands around it, looked up when a meaning first asks for it."""

    def __init__(self, verb: Token, lexicon: EventLexicon) -> None:
        self.verb, self.target = verb, direct_object(verb)
        self._kept = lexicon.words.kept_particle
        self._containers = lexicon.classes["container"]
        self._vehicles = lexicon.classes["vehicle"]
        self._disasters, self._weapons = lexicon.classes["disaster"], lexicon.classes["weapon"]

    @once
    def adverbs(self) -> frozenset[str]:
        """Particles, adverbs and predicates: "shot wide"."""
        return frozenset(c.lower_ for c in self.verb.children if c.dep_ in {"prt", "advmod", "acomp", "oprd"})

    @once
    def clauses(self) -> frozenset[str]:
        """Clauses that the verb governs: `that`, `to` with the verb itself ("vowed to avenge", "is ready to talk").

        `them_to` is an infinitive for somebody else: "told the minister to resign". `fact` is a finite clause.
        What the speaker will do is like an infinitive: "warned that it would retaliate" -> retaliate.
        """
        predicates = [c for c in self.verb.children if c.dep_ == "acomp"]
        below = [c for head in (self.verb, *predicates) for c in head.children if c.dep_ in CLAUSES]
        own = (c for c in below if c.dep_ == "xcomp" or _is_own_intent(c))
        found = {CLAUSES[c.dep_] for c in below} | {c.lemma_.lower() for c in own}
        found |= {FACT for c in below if c.dep_ == "ccomp" and c.tag_ != "VB"}
        return frozenset(found | {THEM_TO} if any(self._is_for_other(c) for c in below) else found)

    def _is_for_other(self, clause: Token) -> bool:
        if clause.tag_ != "VB" or not any(c.tag_ == "TO" for c in clause.lefts):
            return False
        return any(c.dep_ == "nsubj" for c in clause.lefts) or (clause.head == self.verb and self.target is not None)

    @once
    def subjects(self) -> frozenset[str]:
        """Lemma of who or what does it; with a name, what stands in front of it: "Hurricane Odile" -> hurricane.

        With a number, what is counted: "dozens of demonstrators" -> demonstrator. A country or town has its label too.
        """
        subject = agent_or_subject(self.verb)
        if subject is None:
            return frozenset()
        kinds = {c.lemma_.lower() for c in subject.lefts if c.dep_ == "compound"}
        if self.is_container(subject.lemma_.lower()):
            if kinds & self._weapons:
                return frozenset(kinds & self._weapons)  # "a mortar round"
            subject = next(prepositional(subject, ("of",)), subject)
            kinds = {c.lemma_.lower() for c in subject.lefts if c.dep_ == "compound"}
        if loaded := self._load(subject):
            return loaded
        if subject.lemma_.lower() in self._disasters and kinds & self._weapons:
            return frozenset(kinds & self._weapons)  # "artillery fire" is no fire
        before = [c for c in subject.lefts if c.dep_ == "compound"] if subject.pos_ == "PROPN" else []
        label = {subject.ent_type_} & PLACE_LABELS
        return frozenset({subject.lower_.removesuffix("s"), *(t.lemma_.lower() for t in (subject, *before)), *label})

    def _load(self, vehicle: Token) -> frozenset[str]:
        """The weapons that a vehicle is: "a truck | loaded with explosives blew up"."""
        if vehicle.lemma_.lower() not in self._vehicles:
            return frozenset()
        filled = [c for c in vehicle.rights if c.dep_ == "acl" and c.tag_ == "VBN"]
        return frozenset(
            t.lemma_.lower() for c in filled for t in prepositional(c, ("with",)) if t.lemma_.lower() in self._weapons
        )

    def is_container(self, noun: str) -> bool:
        """Whether a noun only holds or counts what is meant: "a series of attacks", "dozens of refugees"."""
        return noun in self._containers

    @once
    def has_amount(self) -> bool:
        return bool(amount_nouns(self.verb))

    @once
    def has_other_meaning(self) -> bool:
        """A particle that makes another verb of it: "carry on", "turn out"; only named pairs are events."""
        particle = next((c.lower_ for c in self.verb.children if c.dep_ == "prt"), "")
        return bool(particle) and particle not in self._kept


def _is_own_intent(clause: Token) -> bool:
    """ "that it would retaliate": a pronoun as the subject, and a modal verb."""
    subjects = [c for c in clause.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in clause.lefts)
    return modal and bool(subjects) and all(c.tag_ == "PRP" for c in subjects)


def particles_of(token: Token, words: Sequence[str]) -> list[Token]:
    """The further words, if all of them follow below the token or one another; else nothing."""
    found: list[Token] = []
    for word in words:
        last = found[-1] if found else token
        near = [c for level in dict.fromkeys((last, token)) for c in level.rights if c.i <= token.i + REACH]
        near = [c for c in near if c.dep_ in PARTICLES or (c.dep_ == "ccomp" and c.pos_ in {"ADJ", "VERB"})]
        near += [a for c in near if c.dep_ == "dobj" for a in c.rights if a.dep_ == "amod"]  # "hold | the army liable"
        hit = next((c for c in near if word in {c.lower_, c.lemma_.lower()}), None)
        if hit is None:
            hit = token.doc[last.i + 1] if last.i + 1 < len(token.doc) else None
            if hit is None or hit.lower_ != word or hit.pos_ not in OF_PARTICLES:
                return []
        found.append(hit)
    return found


def target_of(clause: Clause, trigger: Trigger, particle: Token | None, lexicon: EventLexicon) -> Token | None:
    """What the verb, or its particle, acts on; what a container holds: "a series of attacks" -> attacks."""
    noun = prepositional_object(particle) or clause.target
    if noun is None or not trigger.is_used_up or noun.lemma_.lower() not in lexicon.classes["container"]:
        return noun
    return next(prepositional(noun, ("of", "in")), noun)


def fits(trigger: Trigger, clause: Clause, particle: Token | None, target: Token | None) -> bool:
    """Whether object and subject are what the meaning asks for."""
    if trigger.roles != "g" and _is_taken(trigger, clause, particle):
        return False
    if particle is None and clause.has_other_meaning:
        return False
    if trigger.objects.nouns and not _has_object(trigger, clause, particle, target):
        return False
    asked = trigger.subjects
    if not asked.nouns:
        return True
    return asked.allows(clause.subjects | {AMOUNT} if AMOUNT in asked.nouns and clause.has_amount else clause.subjects)


def _is_taken(trigger: Trigger, clause: Clause, particle: Token | None) -> bool:
    """Whether the verb has an object of its own before its preposition: "called a strike for Friday" calls for none."""
    own = clause.target
    if own is None or particle is None or len(trigger.words) != 2 or prepositional_object(particle) is None:
        return False
    return own.dep_ == "dobj" and own.head == clause.verb and clause.verb.i < own.i < particle.i


def _kinds(target: Token, clause: Clause) -> set[str]:
    """What an object is and what it holds, with the model's label: "sheltered dozens of refugees" -> dozen, refugee."""
    lemma = target.lemma_.lower()
    held = prepositional(target, ("of",)) if clause.is_container(lemma) else ()
    titles = (c for c in target.lefts if c.dep_ == "compound") if target.pos_ == "PROPN" else ()
    return {lemma, *(t.lemma_.lower() for t in (*held, *titles)), target.ent_type_} - {""}


def _has_object(trigger: Trigger, clause: Clause, particle: Token | None, target: Token | None) -> bool:
    asked = trigger.objects
    found = _kinds(target, clause) if target is not None else set()
    if ANY not in asked.nouns:
        found |= clause.clauses if particle is not None else clause.clauses | clause.adverbs
        if asked.is_excluded:
            found |= {t.lemma_.lower() for t in prepositional(clause.verb, (*trigger.preps, "for"))}
    return asked.allows(found)
