"""Who acts on whom, from the dependency parse: subjects and objects of verbs and of event nouns.

Passives, relative clauses, shared subjects, control ("ordered troops to attack"), participles
("gunmen killing a guard"), possessives ("Russia's invasion of Ukraine").
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from transforms.events.lexicon import EventLexicon, Trigger
from transforms.events.phrases import antecedent, conjuncts, prepositional
from transforms.events.triggers import Found, direct_object, is_passive

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
MOVING = "m"
NOBODY = frozenset({"there"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC"})
THROUGH = frozenset({"of", "between", "with", "by", "against", "from", "to", "among"})


class Arguments(NamedTuple):
    """Head tokens of the participants, conjuncts expanded."""

    actors: list[Token]
    recipients: list[Token]


def arguments(found: Found, lexicon: EventLexicon, nouns: frozenset[str]) -> Arguments:
    """Participants of a trigger; `nouns` are event nouns: looked through, not taken for a recipient."""
    verb = found.token.pos_ in {"VERB", "AUX"}
    actors, recipients = _of_verb(found, lexicon, nouns) if verb else _of_noun(found, lexicon)
    actors = [t for head in actors for t in conjuncts(head) if t.lower_ not in NOBODY or t.pos_ != "PRON"]
    recipients = [t for head in recipients for t in conjuncts(head)]
    return _by_role(found, actors, recipients)


def subjects(verb: Token, lexicon: EventLexicon, depth: int = 0) -> list[Token]:
    """Who does what an active verb says, found along the parse; empty when nobody is named."""
    own = [antecedent(c) for c in verb.children if c.dep_ in {"nsubj", "csubj", "expl"} and c.pos_ in NOUNS]
    if own or depth > 4:
        return own
    head = verb.head
    if verb.dep_ == "acl" and verb.tag_ in {"VBG", "VB"}:
        return (
            [head] if head.pos_ in {"NOUN", "PROPN"} and head.lemma_.lower() not in lexicon.effects else _holder(head)
        )
    if verb.dep_ in {"xcomp", "advcl", "conj", "ccomp", "pcomp", "dep"}:
        governor = head.head if verb.dep_ == "pcomp" and head.dep_ == "prep" else head
        if governor.pos_ in {"NOUN", "PROPN"}:
            return _holder(governor)
        if governor.pos_ not in {"VERB", "AUX"}:  # "is about to restore", "is likely to be sent"
            return subjects(governor.head, lexicon, depth + 1) if governor.head is not governor else []
        return _controller(verb, governor, lexicon, depth)
    return []


def _controller(verb: Token, governor: Token, lexicon: EventLexicon, depth: int) -> list[Token]:
    """The subject that a governing verb lends: its object under "order" or "accuse", else its own subject."""
    if verb.dep_ in {"xcomp", "ccomp", "pcomp"} and lexicon.controls.get(governor.lemma_.lower()) == "o":
        target = direct_object(governor)
        if target is not None:
            return [target]
    if is_passive(governor):
        target = direct_object(governor)
        same = verb.dep_ == "conj" and is_passive(verb)
        return [] if target is None or same else [target]
    return subjects(governor, lexicon, depth + 1)


def _holder(noun: Token) -> list[Token]:
    """Whose decision, plan or threat it is."""
    return [c for c in noun.children if c.dep_ == "poss"] + list(prepositional(noun, ("of", "by")))


def _of_verb(found: Found, lexicon: EventLexicon, nouns: frozenset[str]) -> tuple[list[Token], list[Token]]:
    verb, trigger = found.token, found.trigger
    target = _target(found)
    if is_passive(verb):
        actors = list(prepositional(verb, ("by",)))
    else:
        actors = [s for s in subjects(verb, lexicon) if s is not target]
    if found.object is not None:
        moved = [found.object]
        recipients = _below(verb, found.object, trigger.preps)
        return (actors, recipients) if trigger.roles != MOVING else (actors or moved, recipients or moved)
    if trigger.roles in {"a", "o"} and not is_passive(verb):
        return actors, _below(verb, None, trigger.preps)
    if target is not None and target.lemma_.lower() not in nouns and (_is_named(target) or _is_material(trigger)):
        return actors, [target]
    recipients = [r for r in _below(verb, target, trigger.preps) if _is_named(r) or target is None]
    if target is None or recipients:
        return actors, recipients
    named = _named_below(target)
    return actors, named or ([target] if target.lemma_.lower() not in nouns else [])


def _is_material(trigger: Trigger) -> bool:
    """What is hit, seized or helped is the recipient, whatever it is; words are addressed to somebody."""
    return trigger.quad_class in {None, 2, 4}


def _is_named(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.ent_type_ in NAMED


def _named_below(noun: Token) -> list[Token]:
    """The first names inside a phrase: "resumption of ties between Peru and Chile" -> Peru (Chile is its conjunct)."""
    for prep in noun.rights:
        if prep.dep_ in {"prep", "agent"} and prep.lower_ in THROUGH:
            for inner in prep.children:
                if inner.dep_ == "pobj":
                    return [inner] if _is_named(inner) else _named_below(inner)
    return []


def _target(found: Found) -> Token | None:
    particle = found.particle
    if particle is not None and particle.dep_ in {"prep", "agent", "dative"}:
        inner = next((c for c in particle.children if c.dep_ == "pobj"), None)
        if inner is not None:
            return inner
    return direct_object(found.token)


def _below(verb: Token, noun: Token | None, preps: Sequence[str]) -> list[Token]:
    """Objects of the first preposition that is there, below the noun or the verb; a dative; a possessor of the noun."""
    for prep in preps:
        for head in (noun, verb):
            if head is not None and (hits := list(prepositional(head, (prep,)))):
                return hits
    given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ in NOUNS]
    return given or ([c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"] if noun is not None else [])


def _of_noun(found: Found, lexicon: EventLexicon) -> tuple[list[Token], list[Token]]:
    noun, trigger = found.token, found.trigger
    owner = [c for c in noun.children if c.dep_ == "poss"]
    agents = list(prepositional(noun, ("by",))) or _held_responsible(noun, lexicon)
    preps = tuple(p for p in trigger.preps if p not in {"by", "of"})
    recipients = _below(noun, None, preps)
    of = list(prepositional(noun, ("of",)))
    if trigger.roles in {"a", "s"}:
        return agents or owner or of or _carrier(noun, lexicon) or _named_compound(noun), recipients
    if trigger.roles == "r":
        return [], of or owner or recipients
    recipients = recipients or (of if "of" in trigger.preps else [])
    if trigger.roles == "v":
        recipients, owner = recipients or owner, []
    return agents or owner or _carrier(noun, lexicon) or _named_compound(noun), recipients


def _carrier(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """The subject of a light verb: "workers staged a protest" -> workers."""
    verb = noun.head
    if noun.dep_ in {"dobj", "pobj"} and lexicon.carries(verb, "object") and not is_passive(verb):
        return subjects(verb, lexicon)
    return []


def _held_responsible(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """Who is said to be behind an event noun: "the attack staged by rebels", "was blamed on rebels",
    "rebels claimed responsibility for the attack", "men accused of the murder".
    """
    verbs = [c for c in noun.rights if c.dep_ in {"acl", "relcl"}]
    verbs += [noun.head] if noun.dep_ in {"nsubj", "nsubjpass"} else []
    for verb in verbs:
        preps = ("by",) if lexicon.carries(verb, "object") else ("to", "on") if lexicon.carries(verb, "blamed") else ()
        if found := list(prepositional(verb, preps)):
            return found
    governor = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun
    if governor.lemma_.lower() in {"responsibility", "credit"} and lexicon.carries(governor.head, "owned"):
        return subjects(governor.head, lexicon)
    if governor is not noun and governor.pos_ == "VERB" and lexicon.effects.get(governor.lemma_.lower()) == "alleged":
        target = direct_object(governor)
        return [] if target is None else [target]
    return []


def _named_compound(noun: Token) -> list[Token]:
    """ "a Taliban attack", "the Israeli raid" -> the name in front."""
    return [c for c in noun.lefts if c.dep_ in {"compound", "amod", "nmod"} and c.ent_type_ in {"NORP", "ORG", "GPE"}][
        :1
    ]


def _by_role(found: Found, actors: list[Token], recipients: list[Token]) -> Arguments:
    roles, is_verb = found.trigger.roles, found.token.pos_ in {"VERB", "AUX"}
    if roles == "-":
        return Arguments([], [])
    if roles == "o":
        return Arguments([], recipients)
    if roles == "r":
        return Arguments(
            [], (actors or recipients) if is_verb and not is_passive(found.token) else recipients or actors
        )
    if roles == "s" and not (actors and recipients):
        both = actors or recipients
        return Arguments(both[:1], both[1:]) if actors or len(both) > 1 else Arguments([], both)
    return Arguments(actors, [r for r in recipients if r not in actors])
