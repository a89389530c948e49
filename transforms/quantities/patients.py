"""Who suffers what a word says: objects, subjects of the passive, nouns described, antecedents, lives and tolls.

The parse is not always right about lists, headlines and results; each fallback here is one of its habits.
"""

from collections.abc import Iterator

from transforms.parsed import Token
from transforms.quantities.lexicon import Harm, QuantityLexicon
from transforms.quantities.people import is_kind_of_person
from transforms.quantities.words import child, preposition

NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
PARTICIPLES = frozenset({"VBN", "VBD"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def patients(token: Token, harm: Harm, lexicon: QuantityLexicon) -> Iterator[Token]:
    """The nouns that suffer what a word says, by the kind of victim that its reading has."""
    kind = harm.victim
    if kind in ("object", "either"):
        found = list(_objects(token, lexicon))
        yield from found or (_subjects(token, lexicon) if kind == "either" else ())
    elif kind == "subject":
        yield from _subjects(token, lexicon)
    elif kind == "state":
        yield from _bearers(token, lexicon)
    elif kind == "number":
        of = preposition(token, "of")
        if of is not None and harm_of(of, lexicon) is not None:
            yield of
    else:
        yield from (
            t
            for t in _of_noun(token, kind, lexicon)
            if kind != "to" or t.lemma_.lower() not in lexicon.beside.body_part
        )


def harm_of(noun: Token, lexicon: QuantityLexicon) -> Harm | None:
    """What a noun says or is told happened to those that it counts: "the number of deaths", "... of people killed"."""
    words = [(word, "noun") for word in (noun.lower_, noun.lemma_.lower())]
    for told in noun.children:
        if told.dep_ in ("acl", "amod") and told.tag_ in PARTICIPLES | {"JJ"}:
            words += [(told.lemma_.lower(), "verb"), (told.lower_, "adjective")]
    return next((found[0] for word in words if (found := lexicon.harms.get(word))), None)


def _of_noun(token: Token, kind: str, lexicon: QuantityLexicon) -> Iterator[Token]:
    """Those whom a noun counts, has or is done to; and attackers who blow themselves up."""
    if kind in ("counted", "toll"):
        yield token
    elif kind == "lives":
        yield from _lives(token, lexicon)
    elif kind == "of":
        yield from _of(token)
    else:
        found = {"owner": child(token, "poss"), "to": _to(token), "self": child(token, "dobj")}.get(kind)
        if found is not None and (kind != "self" or found.lower_ in ("himself", "herself")):
            yield found


def _to(token: Token) -> Token | None:
    """To whom an injury was done, also where the model hangs the preposition on the verb before."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    beside = child(after, "pobj") if after is not None and after.lower_ == "to" else None
    return preposition(token, "to") or beside


def _lives(token: Token, lexicon: QuantityLexicon) -> Iterator[Token]:
    """Lives that were taken: "claimed 12 lives", "took the lives of 12 people"."""
    if token.head.lemma_ in lexicon.beside.life_verb or token.head.lower_ == "of":
        taken = preposition(token, "of")
        yield taken if taken is not None else token


def _of(token: Token) -> Iterator[Token]:
    """The killing "of two men", also with a place between: "the murder in Paris of a banker"."""
    taken = preposition(token, "of")
    for prep in token.children if taken is None else ():
        place = child(prep, "pobj") if prep.dep_ == "prep" else None
        taken = preposition(place, "of") if place is not None and place.pos_ == "PROPN" else taken
    if taken is None:  # "the kidnapping and murder of three men"
        taken = next((of for other in token.conjuncts if (of := preposition(other, "of")) is not None), None)
    if taken is not None and token.head.lower_ != "to":  # "sentenced to death of"
        yield taken


def _objects(verb: Token, lexicon: QuantityLexicon) -> Iterator[Token]:
    """Whom a verb does something to: its object, the subject of its passive, the noun that its participle describes."""
    if is_headline_verb(verb):
        yield next(c for c in verb.children if c.dep_ == "nummod")
        return
    passive = subject_of(verb, lexicon, "nsubjpass")
    described = verb.dep_ in ("acl", "amod") and verb.tag_ in PARTICIPLES | {"JJ"} and verb.head.pos_ in NOMINAL
    if passive is not None:
        yield _antecedent(passive, verb)
    elif (obj := child(verb, "dobj") or _late_object(verb)) is not None:
        yield obj
    elif described:
        yield verb.head
    elif (before := _before_passive(verb)) is not None:
        yield before
    else:
        yield from _borrowed(verb, lexicon)


def subject_of(verb: Token, lexicon: QuantityLexicon, *deps: str) -> Token | None:
    """The subject of a verb: the first that can be people, behind a date line that the model takes for one."""
    found = subjects_of(verb, lexicon, *deps)
    return found[0] if found else None


def subjects_of(verb: Token, lexicon: QuantityLexicon, *deps: str) -> list[Token]:
    """The subjects of a verb; where the model finds several, those that can be people."""
    found = [c for c in verb.children if c.dep_ in deps]
    people = [c for c in found if _can_be_people(c, lexicon)] if len(found) > 1 else []
    return people or found[-1:]


def _can_be_people(noun: Token, lexicon: QuantityLexicon) -> bool:
    counted = noun.pos_ == "NUM" or any(c.dep_ == "nummod" for c in noun.children)
    return counted or noun.ent_type_ == "PERSON" or noun.pos_ == "PRON" or is_kind_of_person(noun, lexicon)


def _borrowed(verb: Token, lexicon: QuantityLexicon) -> Iterator[Token]:
    """The victim that a participle without a subject shares with the verb before it."""
    bare = child(verb, "nsubj", "nsubjpass") is None
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "ADJ") and verb.tag_ in PARTICIPLES and bare:
        yield from _shared(verb, lexicon)
    elif verb.dep_ in ("xcomp", "oprd", "ccomp") and verb.tag_ == "VBN" and bare:
        yield from _subjects(verb.head, lexicon)
    elif verb.tag_ in PARTICIPLES and _stands_alone(verb):
        subject = child(verb, "nsubj")
        if subject is not None:
            yield _antecedent(subject, verb)


def _before_passive(verb: Token) -> Token | None:
    """The noun before "were", where the model made it part of a phrase in front: "In all 40 people were hurt"."""
    helper = child(verb, "auxpass")
    if helper is None or verb.dep_ in ("relcl", "conj") or not helper.i or helper.is_sent_start:
        return None
    before = helper.nbor(-1)
    return before if before.pos_ in ("NOUN", "NUM") and before.dep_ == "pobj" else None


def _late_object(verb: Token) -> Token | None:
    """The object behind a result, which is no object to the model: "shot dead five nurses"."""
    result = child(verb, "acomp", "advmod", "oprd")
    late = child(verb, "npadvmod", "conj") if result is not None and result.i > verb.i else None
    if late is not None and late.pos_ in ("NOUN", "PROPN") and result and late.i > result.i:
        return late
    return _object_by_place(verb)


def _object_by_place(verb: Token) -> Token | None:
    """A counted noun right behind an active verb, which the model takes for a measure: "has sickened 85 children"."""
    noun = child(verb, "npadvmod")
    active = noun is not None and child(verb, "auxpass") is None and noun.left_edge.i == verb.i + 1
    if noun is None or not active:
        return None
    return noun if noun.pos_ == "NUM" or any(c.dep_ == "nummod" for c in noun.children) else None


def is_headline_verb(token: Token) -> bool:
    """A verb that the model takes for a noun because a number follows: "Blast kills 14, wounds 30"."""
    numbered = any(c.dep_ == "nummod" and c.i > token.i for c in token.children)
    return numbered and token.tag_ == "NNS" and token.dep_ == "conj"


def _shared(verb: Token, lexicon: QuantityLexicon) -> Iterator[Token]:
    """The passive subject, or the noun described, of the verb before: "was shot and killed"."""
    passive = subject_of(verb.head, lexicon, "nsubjpass")
    if passive is not None:
        yield _antecedent(passive, verb.head)
    elif verb.head.dep_ in ("acl", "amod", "relcl", "xcomp"):
        yield from _objects(verb.head, lexicon)


def _stands_alone(verb: Token) -> bool:
    """Headlines leave out "were": "12 killed in blast" has no object and no verb to help."""
    subject = child(verb, "nsubj")
    if verb.dep_ == "conj" and subject is not None and child(verb.head, "auxpass") is not None:
        return child(verb, "aux") is None
    numbered = subject is not None and (subject.pos_ == "NUM" or any(c.dep_ == "nummod" for c in subject.children))
    nearest = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    bare = nearest is None or nearest.pos_ in ("ADP", "PUNCT", "CCONJ", "SCONJ", "ADV", "SPACE")
    return numbered and bare and child(verb, "aux", "auxpass") is None


def _subjects(verb: Token, lexicon: QuantityLexicon) -> Iterator[Token]:
    """Who does or suffers: the subject, the antecedent of a relative clause, the subject of a verb before."""
    at = verb
    for _ in range(3):
        subject = subject_of(at, lexicon, "nsubj", "nsubjpass")
        if subject is not None:
            yield _antecedent(subject, at)
            return
        if at.dep_ == "acl":
            yield at.head
            return
        is_told = at.dep_ == "ccomp" and at.tag_ in FINITE  # "In all two died, the owner said": not the owner
        if is_told or at.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or at.head.pos_ not in ("VERB", "AUX"):
            return
        at = at.head


def _bearers(state: Token, lexicon: QuantityLexicon) -> Iterator[Token]:
    """Who is dead or missing: "12 are missing", "left five dead", "three dead", "12 wounded"."""
    head = state.head
    if state.dep_ in ("acomp", "attr", "oprd", "xcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        obj = child(head, "dobj") or child(state, "nsubj")
        if obj is not None:
            yield obj
        elif head.lemma_ in lexicon.beside.outcome_verb and child(head, "nsubjpass") is None:
            return
        else:
            yield from _subjects(head, lexicon)
    elif (own := child(state, "nsubj", "nsubjpass")) is not None:
        yield _antecedent(own, state)
    elif state.dep_ in ("amod", "acl", "relcl", "appos", "advmod") and head.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
        yield head


def _antecedent(noun: Token, verb: Token) -> Token:
    """The noun that a pronoun stands for: "who", "which" and "that" stand for the noun before the clause."""
    relative = noun.tag_ in ("WP", "WDT") or (noun.lower_ == "that" and verb.dep_ == "relcl")
    at = verb
    while relative and at.dep_ in ("conj", "xcomp", "ccomp"):
        at = at.head
    return at.head if relative and at.dep_ in ("relcl", "acl") else noun
