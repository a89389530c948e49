"""Who does what an active verb says, found along the parse.

Relative clauses, shared subjects, control ("ordered troops to attack"), participles ("gunmen killing a guard").
"""

from collections.abc import Sequence

from transforms.events.clauses import direct_object, is_passive
from transforms.events.lexicon import EventLexicon
from transforms.events.phrases import antecedent, prepositional
from transforms.parsed import Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SHARING = frozenset({"xcomp", "advcl", "conj", "ccomp", "pcomp", "dep"})
PARTIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
REASON = "for"
DEEPEST = 4


def subjects(verb: Token, lexicon: EventLexicon, depth: int = 0) -> list[Token]:
    """Heads of the subject, own or lent by another verb; empty when nobody is named."""
    own = [antecedent(c) for c in verb.children if c.dep_ in {"nsubj", "csubj", "expl"} and c.pos_ in NOUNS]
    if own or depth > DEEPEST:
        return own
    if verb.dep_ == "acl" and verb.tag_ in {"VBG", "VB"}:
        return _of_participle(verb, lexicon)
    if verb.dep_ == "acl" and verb.tag_ in FINITE and direct_object(verb) is not None:
        return [verb.head]  # a finite verb that the parse takes for a participle: "The rebels | freed two men."
    if is_predicate(verb):
        return subjects(verb.head, lexicon, depth + 1)
    if verb.dep_ in SHARING:
        return _lent(verb, lexicon, depth)
    return []


def _of_participle(verb: Token, lexicon: EventLexicon) -> list[Token]:
    """ "a group demanding talks" -> group; "his order to fire" -> his, "an invitation to kill" -> nobody."""
    noun = verb.head
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_.lower() in lexicon.effects:
        return _holder(noun)
    lemma = noun.lemma_.lower()
    can_act = noun.pos_ == "PROPN" or lemma in lexicon.parties or lemma in lexicon.classes["force"]
    return [noun] if verb.tag_ == "VBG" or can_act else []


def _lent(verb: Token, lexicon: EventLexicon, depth: int) -> list[Token]:
    head = verb.head
    governor = head.head if verb.dep_ == "pcomp" and head.dep_ == "prep" else head
    if governor.pos_ in {"NOUN", "PROPN"}:
        if governor.lemma_.lower() in lexicon.words.claimed and governor.dep_ == "dobj":
            return somebody(subjects(governor.head, lexicon, depth + 1))  # "claimed credit for | killing a nurse"
        if verb.dep_ == "pcomp" and head.lower_ == REASON and (held := _arrested(governor, lexicon)):
            return held
        return [governor] if is_blamed(governor, lexicon) else _holder(governor)
    if governor.pos_ not in {"VERB", "AUX"}:  # "is about to restore", "is likely to be sent"
        return subjects(governor.head, lexicon, depth + 1) if governor.head != governor else []
    if verb.tag_ == "VB" and governor.lemma_ == "be" and verb.dep_ in {"xcomp", "ccomp"}:
        above = subjects(governor, lexicon, depth + 1)  # "the aim is to destroy the base": an aim destroys nothing
        return [t for t in above if t.ent_type_ or t.lemma_.lower() in lexicon.parties]
    return _controller(verb, governor, lexicon, depth)


def is_predicate(verb: Token) -> bool:
    """A progressive form that the parse takes for what somebody is: "Qatar is | mediating"."""
    return verb.tag_ == "VBG" and verb.dep_ in {"attr", "acomp"} and verb.head.lemma_ == "be"


def is_blamed(noun: Token, lexicon: EventLexicon) -> bool:
    """The object of a verb of suspicion: "suspect the man | of kidnapping"."""
    return noun.dep_ == "dobj" and lexicon.effects.get(noun.head.lemma_.lower()) == "alleged"


def is_accused(noun: Token, lexicon: EventLexicon) -> bool:
    """The object of a verb that puts a deed on somebody: "accused | the Tigers of the murder"."""
    return is_blamed(noun, lexicon) and lexicon.controls.get(noun.head.lemma_.lower()) == "o"


def _controller(verb: Token, governor: Token, lexicon: EventLexicon, depth: int) -> list[Token]:
    """The subject that a governing verb lends: its object under "order" or "accuse", else its own subject."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == REASON and (person := _person(direct_object(governor), lexicon)):
        return [person]  # "arrested | two men for killing a nurse"
    if any(c.dep_ == "dobj" and c.lemma_.lower() in lexicon.words.claimed for c in governor.rights):
        return somebody(subjects(governor, lexicon, depth + 1))
    if verb.dep_ in {"xcomp", "ccomp", "pcomp"} and lexicon.controls.get(governor.lemma_.lower()) == "o":
        target = direct_object(governor) or _addressed(governor, verb)
        if target is not None:
            return [target]
    if is_passive(governor):
        target = direct_object(governor)
        same = verb.dep_ == "conj" and is_passive(verb)
        return [] if target is None or same else [target]
    return subjects(governor, lexicon, depth + 1)


def somebody(heads: Sequence[Token]) -> list[Token]:
    """Without those that do not exist: "no group has claimed the attack"."""
    return [t for t in heads if not any(c.dep_ == "det" and c.lower_ == "no" for c in t.lefts)]


def _person(noun: Token | None, lexicon: EventLexicon) -> Token | None:
    is_party = noun is not None and (noun.ent_type_ in PARTIES or noun.lemma_.lower() in lexicon.parties)
    return noun if is_party or (noun is not None and noun.pos_ == "PRON") else None


def _arrested(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """Whom a deed behind "of" befalls: "the arrest of | three men for killing a nurse"."""
    while noun.dep_ == "conj" and noun.head.pos_ in NOUNS:
        noun = noun.head
    return [noun] if noun.dep_ == "pobj" and noun.head.lower_ == "of" and lexicon.is_deed(noun.head.head) else []


def can_act(noun: Token, lexicon: EventLexicon) -> bool:
    """A person, people, a body or a force, by name or not."""
    lemma = noun.lemma_.lower()
    is_named = noun.ent_type_ in PARTIES or (noun.pos_ in {"PROPN", "PRON"} and not noun.ent_type_)
    return is_named or lemma in lexicon.parties or lemma in lexicon.classes["force"]


def _addressed(governor: Token, verb: Token) -> Token | None:
    """Who is asked through a preposition right behind the verb: "called on | both sides to disarm"."""
    behind = [c for c in governor.rights if c.dep_ == "prep" and c.i == governor.i + 1 and c.i < verb.i]
    return next((c for prep in behind for c in prep.rights if c.dep_ == "pobj" and c.ent_type_ != "DATE"), None)


def _holder(noun: Token) -> list[Token]:
    """Whose decision, plan or threat it is."""
    return [c for c in noun.children if c.dep_ == "poss"] + list(prepositional(noun, ("of", "by")))
