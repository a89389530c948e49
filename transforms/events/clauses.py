"""A verb's clause as the parse gives it: who does it, what it is done to, whether the subject undergoes it."""

from collections.abc import Iterator

from transforms.events.phrases import antecedent, prepositional
from transforms.parsed import Token

AMOUNT_ENTITIES = frozenset({"PERCENT", "MONEY", "CARDINAL"})
SUFFERING = frozenset({"have", "get", "see"})
BESIDE = frozenset({"dobj", "npadvmod", "advmod", "nummod", "attr"})


def direct_object(verb: Token) -> Token | None:
    """What a verb acts on: its object, the subject of its passive, the noun that a relative clause hangs on.

    A verb that has a subject is no attribute, though the parse hangs it on its object: "Chad suspended military | aid".
    """
    if verb.dep_ == "amod" and any(c.dep_ == "nsubj" for c in verb.lefts):
        return verb.head
    for child in sorted(verb.children, key=_is_relative_object):
        if child.dep_ in {"dobj", "nsubjpass"}:
            return _name_behind(child) or antecedent(child)
        if child.dep_ == "ccomp" and _is_about_object(child):
            return next((c for c in child.lefts if c.dep_ == "nsubj"), None)
    if verb.tag_ == "VBN" and _is_suffered(verb):
        return next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return _undergoer(verb) if verb.tag_ == "VBN" else None


def _is_relative_object(child: Token) -> bool:
    """A "that" taken for the object of a passive comes last: "it was learned | that two men had been killed"."""
    return child.dep_ == "dobj" and child.tag_ == "WDT"


def _undergoer(participle: Token) -> Token | None:
    """Whom a participle without an object befalls: the noun it hangs on, the subject of the verb above it."""
    above = participle.head
    if participle.dep_ in {"acl", "amod"}:
        return above
    if _is_participle(participle):
        return next((antecedent(c) for c in above.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if not _shares_passive(participle):
        return None
    own = next((c for c in participle.lefts if c.dep_ == "nsubj"), None)
    return own if own is not None else direct_object(above)


def _is_about_object(clause: Token) -> bool:
    """A clause whose subject is the object of the verb: "hold | the army responsible", "declared | a curfew to stop",
    "let | the men go".

    "declared an emergency to stop the riots" is often parsed as if the emergency stopped them.
    """
    if clause.pos_ == "ADJ" or (clause.tag_ == "VB" and any(c.lower_ == "to" for c in clause.lefts)):
        return True
    return clause.i > clause.head.i and clause.tag_ in {"VB", "VBP"} and all(c.dep_ == "nsubj" for c in clause.children)


def _shares_passive(verb: Token) -> bool:
    """A joined participle: "was attacked and destroyed", "four were killed and ten injured"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or verb.head.tag_ != "VBN":
        return False
    return not any(c.dep_ in {"aux", "dobj"} for c in verb.children) and is_passive(verb.head)


def _name_behind(noun: Token) -> Token | None:
    """The name that a bare noun introduces, parsed as a second object: "murdered peasants | Victor Vasquez"."""
    if noun.pos_ != "NOUN" or noun.dep_ != "dobj" or any(c.dep_ == "det" for c in noun.lefts):
        return None
    others = (c for c in noun.head.rights if c.i > noun.i and c.dep_ == "dobj")
    return next((c for c in others if c.ent_type_ == "PERSON" and c.left_edge.i == noun.i + 1), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject undergoes it: "were sent", "men shot by police", "attacked and destroyed"."""
    deps = {c.dep_ for c in verb.children}
    if "nsubjpass" in deps or "auxpass" in deps:
        return True
    if verb.tag_ != "VBN":
        return False
    return verb.dep_ in {"acl", "amod"} or _is_participle(verb) or _shares_passive(verb) or _is_suffered(verb)


def _is_suffered(verb: Token) -> bool:
    """What somebody has done to him: "had her home | burned by loggers"."""
    is_below = verb.dep_ == "ccomp" and verb.head.lemma_ in SUFFERING and verb.head.i < verb.i
    return is_below and not any(c.dep_ == "aux" for c in verb.children)


def _is_participle(verb: Token) -> bool:
    """What befell the subject of the verb above: "they died at dawn, | shot by a guard", "wounded in the leg, he"."""
    free = not any(c.dep_ in {"aux", "nsubj", "dobj"} for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and free


def is_modifier(noun: Token) -> bool:
    """A noun that only says what kind another is: "attack helicopters"."""
    return noun.dep_ in {"compound", "amod", "nmod"} and noun.head.pos_ in {"NOUN", "PROPN"}


def prepositional_object(particle: Token | None) -> Token | None:
    """The noun below a preposition that belongs to its verb: "appealed to Chad" -> Chad."""
    if particle is None or particle.dep_ not in {"prep", "agent", "dative", "prt"}:
        return None
    return next((c for c in particle.children if c.dep_ == "pobj"), None)


def agent_or_subject(verb: Token, depth: int = 0) -> Token | None:
    """The nearest noun that does what the verb says, at its own clause or the one that lends its subject."""
    if is_passive(verb):
        return next(prepositional(verb, ("by",)), None)
    own = next((antecedent(c) for c in verb.lefts if c.dep_ == "nsubj"), None)
    if own is not None or depth > 3:
        return own
    if verb.dep_ == "acl":
        return verb.head
    head = verb.head.head if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp" else verb.head  # "is due to rule"
    if verb.dep_ in {"conj", "xcomp", "advcl"} and head.pos_ in {"VERB", "AUX"}:
        return direct_object(head) if is_passive(head) else agent_or_subject(head, depth + 1)
    return None


def amount_nouns(verb: Token) -> list[Token]:
    """By how much, from what, to what something changes: "rose 3 percent", "fell to 1.2 dollars"."""
    below = list(_amounts(verb))
    return [t for t in below if t.ent_type_ in AMOUNT_ENTITIES or t.lower_ in {"%", "percent", "pct"}]


def _amounts(verb: Token) -> Iterator[Token]:
    yield from (c for c in verb.rights if c.dep_ in BESIDE and c.ent_type_ != "CARDINAL")
    yield from prepositional(verb, ("by", "to", "from"))
