"""Who is said to be behind a deed: light verbs, blame and claims of responsibility, authors, suspects.

"the attack staged by rebels", "was blamed on rebels", "rebels claimed responsibility for the attack",
"rebels are responsible for the attack", "men implicated in the murder", "the authors of the massacre".
"""

from collections.abc import Sequence

from transforms.events.clauses import direct_object, is_passive
from transforms.events.lexicon import EventLexicon
from transforms.events.phrases import antecedent, prepositional
from transforms.events.subjects import can_act, is_accused, somebody, subjects
from transforms.parsed import Token

REFLEXIVE = ("self", "selves")


def carrying_subjects(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """The subject of a light verb: "workers staged a protest" -> workers."""
    verb = noun.head
    if noun.dep_ in {"dobj", "pobj"} and lexicon.carries(verb, "object") and not is_passive(verb):
        return subjects(verb, lexicon)
    return []


def held_for_noun(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """Who is said to have done what an event noun tells."""
    verbs = [c for c in noun.rights if c.dep_ in {"acl", "relcl"}]
    verbs += [noun.head] if noun.dep_ in {"nsubj", "nsubjpass", "dobj"} else []
    for verb in verbs:
        if found := held_for_verb(verb, lexicon):
            return found
    if noun.dep_ == "dobj" and lexicon.carries(noun.head, "taker"):
        return somebody(subjects(noun.head, lexicon))  # "claimed the attack"
    if found := by_whose_hand(noun, lexicon) or _blamed(noun, lexicon) or _maker(noun, lexicon):
        return found
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ in lexicon.words.deed_prep:
        return somebody(_answerable(noun.head, lexicon))
    return _owners(noun.head.head, lexicon) if _is_owned(noun.head, lexicon) else []


def _owners(verb: Token, lexicon: EventLexicon) -> list[Token]:
    """Who claims, admits or denies: also "responsibility was claimed by the Left"."""
    return somebody(list(prepositional(verb, ("by",))) if is_passive(verb) else subjects(verb, lexicon))


def _is_owned(claimed: Token, lexicon: EventLexicon) -> bool:
    """ "claimed responsibility", "denied responsibility": what is denied must be the object, or nothing says it is."""
    verb = claimed.head
    if claimed.lemma_.lower() not in lexicon.words.claimed or not lexicon.carries(verb, "owned"):
        return False
    return claimed.dep_ in {"dobj", "nsubjpass"} or lexicon.effects.get(verb.lemma_.lower()) != "negated"


def by_whose_hand(deed: Token, lexicon: EventLexicon) -> list[Token]:
    """ "died at the hands of rebels", "killed on the orders of a banker"."""
    for prep in deed.rights:
        for means in prep.children if prep.dep_ == "prep" else ():
            if means.dep_ == "pobj" and f"{prep.lower_} {means.lemma_.lower()}" in lexicon.light["hand"]:
                return list(prepositional(means, ("of",))) or [c for c in means.lefts if c.dep_ == "poss"]
    return []


def _blamed(deed: Token, lexicon: EventLexicon) -> list[Token]:
    """On whom a deed is blamed, where the parse hangs him on the deed: "blamed the attack | on rebels"."""
    if deed.dep_ != "dobj" or not lexicon.carries(deed.head, "blamed"):
        return []
    return list(prepositional(deed, ("to",))) or list(prepositional(deed, ("on",)))[-1:]


def _maker(deed: Token, lexicon: EventLexicon) -> list[Token]:
    """Whose work a deed is said to be: "the blasts were the work of separatists"."""
    is_subject = deed.dep_ == "nsubj" and deed.head.lemma_ == "be"
    works = [c for c in deed.head.rights if c.dep_ == "attr"] if is_subject else []
    return [t for w in works if w.lemma_.lower() in lexicon.light["work"] for t in prepositional(w, ("of",))]


def held_for_verb(verb: Token, lexicon: EventLexicon) -> list[Token]:
    """ "was carried out by rebels", "was blamed on rebels", "they attributed it to rebels"."""
    joined = [c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBN"]  # "planned and carried out | by rebels"
    preps = ("by",) if lexicon.carries(verb, "object") else ("to", "on") if lexicon.carries(verb, "blamed") else ()
    heads = [t for t in prepositional(verb, preps) if preps == ("by",) or can_act(t, lexicon)]
    return heads or [t for other in joined for t in held_for_verb(other, lexicon)]


def _answerable(prep: Token, lexicon: EventLexicon) -> list[Token]:
    """Who answers for the deed behind a preposition: responsible for, guilty of, suspects in, implicated in, behind."""
    governor = prep.head
    word = governor.lemma_.lower()
    if _is_owned(governor, lexicon):
        return _owners(governor.head, lexicon)
    if word in lexicon.light["answerable"] or (prep.lower_ == "behind" and word == "be"):
        return _bearer(governor, lexicon)
    if word in lexicon.light["author"] and prep.lower_ in {"of", "in", "behind"}:
        return _described(governor, lexicon)
    if governor.pos_ not in {"VERB", "AUX"}:
        return [governor] if is_accused(governor, lexicon) else []
    is_boast = word in lexicon.light["boaster"] and any(c.lower_.endswith(REFLEXIVE) for c in governor.rights)
    if is_boast or (word in lexicon.light["partaker"] and not is_passive(governor)):
        return subjects(governor, lexicon)  # "took part in the attack", "credited itself with the attack"
    is_party = word in lexicon.light["party"] or lexicon.effects.get(word) == "alleged"
    target = direct_object(governor) if is_party else None
    return [] if target is None or not can_act(target, lexicon) else [target]


def _described(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """Whom a noun for a doer describes: "Ada Roe was the author of it", "the authors of it are spies"; else itself."""
    verb = noun.head
    if verb.lemma_ != "be" or noun.dep_ not in {"nsubj", "attr"}:
        return [noun]
    if noun.dep_ == "attr":
        return subjects(verb, lexicon) or [noun]
    return [c for c in verb.rights if c.dep_ == "attr" and c.pos_ in {"NOUN", "PROPN"}] or [noun]


def _bearer(governor: Token, lexicon: EventLexicon) -> list[Token]:
    """Whom an adjective describes: "X is responsible", "those responsible", "held X responsible"."""
    head = governor.head
    if governor.pos_ in {"VERB", "AUX"}:
        return subjects(governor, lexicon)
    if governor.dep_ in {"amod", "acl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return [antecedent(head)]
    if head.lemma_ == "be" or governor.dep_ == "acomp":
        return subjects(head, lexicon)
    target: Sequence[Token | None] = [direct_object(head)] if head.pos_ == "VERB" else []
    small = [c for c in governor.lefts if c.dep_ == "nsubj"]  # "hold | the army responsible"
    return small or [t for t in target if t is not None]
