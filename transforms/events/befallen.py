"""Whom or what a deed befalls where the sentence names something else: "the body of Ada Roe" -> Roe.

A side or a front stands for what it belongs to. What nobody can hit (a life, peace, evidence), a road on which it
happened, and the weapons that go off are no recipients.
"""

from transforms.events.lexicon import EventLexicon
from transforms.events.phrases import prepositional
from transforms.events.triggers import Found
from transforms.parsed import Token

VIOLENT = frozenset({"ASSAULT", "DEATH", "INJURY"})
AREAS = frozenset({"GPE", "LOC"})


def befallen(noun: Token, found: Found, lexicon: EventLexicon) -> Token | None:
    """The noun itself, what it belongs to, or nobody."""
    lemma, classes = noun.lemma_.lower(), lexicon.classes
    if lemma in classes["part"]:
        whole = next(prepositional(noun, ("of", "to")), None)
        is_area = whole is not None and whole.ent_type_ in AREAS and found.trigger.event_type == "ASSAULT"
        return None if is_area and noun.dep_ == "pobj" else whole  # "exploded in another part of Oyl"
    if found.trigger.event_type not in VIOLENT or noun.pos_ not in {"NOUN", "PROPN"}:
        return noun
    if lemma in classes["remains"]:
        owner = _owner(noun)
        return noun if owner is None or owner.pos_ == "PRON" else owner
    if lemma in classes["abstract"]:
        owner = _owner(noun)
        return owner if owner is not None and _is_somebody(owner, lexicon) else None
    is_way = noun.dep_ == "pobj" and lemma in classes["way"] and not noun.ent_type_
    is_medium = found.token.pos_ == "NOUN" and lemma in classes["medium"]  # "claimed the attack on its website"
    is_weapon = found.token.pos_ == "NOUN" and lemma in classes["weapon"]  # "detonations of mines"
    return None if is_way or is_weapon or is_medium else noun


def _owner(noun: Token) -> Token | None:
    """ "the body of a judge", "the judge's life" -> judge."""
    owners = [c for c in noun.lefts if c.dep_ == "poss"]
    return next(iter([*prepositional(noun, ("of",)), *owners]), None)


def _is_somebody(noun: Token, lexicon: EventLexicon) -> bool:
    return bool(noun.ent_type_) or noun.pos_ in {"PROPN", "PRON"} or noun.lemma_.lower() in lexicon.parties
