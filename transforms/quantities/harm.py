"""What happened to whom, read from the parse: "a policeman was shot dead", "killing 107 and wounding 238".

Which words harm, and whom, is data (`seeds/casualties.csv`); here is where a victim stands to such a word. What a text
plans, fears or denies ("tried to kill", "no one was hurt") is told apart by the words above it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from transforms.quantities.lexicon import Harm, QuantityLexicon
from transforms.quantities.reality import reality
from transforms.quantities.words import child, conjuncts, preposition

PARTICIPLES = frozenset({"VBN", "VBD"})
NOBODY = frozenset({"no", "none", "nobody", "neither", "nothing"})


class Hurt(NamedTuple):
    """One victim of a harming word, the first of a coordination; `denied` where the text says it did not happen."""

    measure: str
    victim: Token
    trigger: Token
    denied: bool = False
    toll: bool = False
    weak: bool = False


def harms(sentence: Sequence[Token], lexicon: QuantityLexicon) -> Iterator[Hurt]:
    """Everyone to whom the words of a sentence say that something happened."""
    for token in sentence:
        readings = _readings(token, lexicon)
        state = reality(token, lexicon) if readings else "unreal"
        if state in ("unreal", "background"):
            continue
        for harm in readings:
            for victim in _victims(token, harm, lexicon):
                refused = any(c.lower_ in NOBODY for c in victim.children) or victim.lower_ in NOBODY
                if not refused:
                    toll, weak = harm.victim in ("toll", "number"), harm.weak and state == "real"
                    yield Hurt(_measure(harm, victim, lexicon), victim, token, state == "denied", toll, weak)


def _measure(harm: Harm, victim: Token, lexicon: QuantityLexicon) -> str:
    """The measure; "the number of injured" takes it from the noun."""
    if harm.victim != "number":
        return harm.measure
    return next(h[0].measure for w in (victim.lower_, victim.lemma_.lower()) if (h := lexicon.harms.get((w, "noun"))))


def _readings(token: Token, lexicon: QuantityLexicon) -> tuple[Harm, ...]:
    """What a word does here: the reading whose needed words stand close behind it, else the plain ones."""
    part = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun"}.get(token.pos_)
    if part is None:
        return ()
    lemma = token.lemma_.lower()
    options = lexicon.harms.get((lemma, part)) or lexicon.harms.get((token.lower_, part))
    if options is None and part in ("adjective", "verb"):
        options = lexicon.harms.get((token.lower_, "verb" if part == "adjective" else "adjective"))
    if options is None:
        return ()
    near = _near(token) if any(h.needs for h in options) else set()
    fitting = tuple(h for h in options if not h.needs or h.needs & near)
    if part == "noun" and any((c.lower_, "adverb") in lexicon.harms for c in token.children):
        return tuple(h._replace(measure="killed", weak=False) for h in fitting)
    if part == "noun" or not fitting:
        return fitting
    found = fitting[0]
    fatal = found.measure == "injured" and _is_fatal(token, lexicon)
    return (found._replace(measure="killed", weak=False) if fatal else found,)


def _near(token: Token) -> set[str]:
    """Lemmas of the eight words behind a word, in its sentence, and of the word above it."""
    found = {token.head.lemma_.lower()}
    for at in range(token.i + 1, min(token.i + 9, len(token.doc))):
        if token.doc[at].is_sent_start:
            break
        found.add(token.doc[at].lemma_.lower())
    return found


def _is_fatal(token: Token, lexicon: QuantityLexicon) -> bool:
    return any((c.lower_, "adverb") in lexicon.harms for c in token.children)


def _victims(token: Token, harm: Harm, lexicon: QuantityLexicon) -> Iterator[Token]:
    kind = harm.victim
    if kind in ("object", "either"):
        found = list(_objects(token))
        yield from found or (_subjects(token) if kind == "either" else ())
    elif kind == "subject":
        yield from _subjects(token)
    elif kind == "state":
        yield from _bearers(token)
    elif kind == "self":
        obj = child(token, "dobj")
        if obj is not None and obj.lower_ in ("himself", "herself"):
            yield obj
    elif kind == "number":
        of = preposition(token, "of")
        if of is not None and any((w, "noun") in lexicon.harms for w in (of.lower_, of.lemma_.lower())):
            yield of
    elif kind in ("counted", "toll"):
        yield token
    elif kind == "lives":
        yield from _lives(token)
    elif kind == "of":
        yield from _of(token)
    elif kind == "to" and (hurt := preposition(token, "to")) is not None:
        yield hurt


def _lives(token: Token) -> Iterator[Token]:
    """Lives that were taken: "claimed 12 lives", "took the lives of 12 people"."""
    if token.head.lemma_ in ("claim", "cost", "take", "lose") or token.head.lower_ == "of":
        taken = preposition(token, "of")
        yield taken if taken is not None else token


def _of(token: Token) -> Iterator[Token]:
    """The killing "of two men", also with a place between: "the murder in Paris of a banker"."""
    taken = preposition(token, "of")
    for prep in token.children if taken is None else ():
        place = child(prep, "pobj") if prep.dep_ == "prep" else None
        taken = preposition(place, "of") if place is not None and place.pos_ == "PROPN" else taken
    if taken is not None and token.head.lower_ != "to":  # "sentenced to death of"
        yield taken


def _objects(verb: Token) -> Iterator[Token]:
    """Whom a verb does something to: its object, the subject of its passive, the noun that its participle describes."""
    passive = child(verb, "nsubjpass")
    if passive is not None:
        yield _antecedent(passive, verb)
    elif (obj := child(verb, "dobj")) is not None:
        yield obj
    elif (late := _late_object(verb)) is not None:
        yield late
    elif (
        verb.dep_ in ("acl", "amod")
        and verb.tag_ in PARTICIPLES | {"JJ"}
        and verb.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON")
    ):
        yield verb.head
    elif (
        verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "ADJ")
        and verb.tag_ in PARTICIPLES
        and not _has_subject(verb)
    ):
        yield from _shared(verb)
    elif verb.dep_ in ("xcomp", "oprd", "ccomp") and verb.tag_ == "VBN" and not _has_subject(verb):
        yield from _subjects(verb.head)
    elif verb.tag_ in PARTICIPLES and _stands_alone(verb):
        subject = child(verb, "nsubj")
        if subject is not None:
            yield _antecedent(subject, verb)


def _late_object(verb: Token) -> Token | None:
    """The object behind a result, which is no object to the model: "shot dead five nurses"."""
    result = child(verb, "acomp", "advmod", "oprd")
    late = child(verb, "npadvmod", "conj") if result is not None and result.i > verb.i else None
    return late if late is not None and late.pos_ in ("NOUN", "PROPN") and result and late.i > result.i else None


def _shared(verb: Token) -> Iterator[Token]:
    """The passive subject, or the noun described, of the verb before: "was shot and killed"."""
    passive = child(verb.head, "nsubjpass")
    if passive is not None:
        yield _antecedent(passive, verb.head)
    elif verb.head.dep_ in ("acl", "amod", "relcl", "xcomp"):
        yield from _objects(verb.head)


def _stands_alone(verb: Token) -> bool:
    """Headlines leave out "were": "12 killed in blast" has no object and no verb to help."""
    subject = child(verb, "nsubj")
    if verb.dep_ == "conj" and subject is not None and child(verb.head, "auxpass") is not None:
        return child(verb, "aux") is None
    numbered = subject is not None and (subject.pos_ == "NUM" or any(c.dep_ == "nummod" for c in subject.children))
    nearest = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    bare = nearest is None or nearest.pos_ in ("ADP", "PUNCT", "CCONJ", "SCONJ", "ADV", "SPACE")
    return numbered and bare and child(verb, "aux", "auxpass") is None


def _has_subject(verb: Token) -> bool:
    return child(verb, "nsubj", "nsubjpass") is not None


def _subjects(verb: Token) -> Iterator[Token]:
    """Who does or suffers: the subject, the antecedent of a relative clause, the subject of a verb before."""
    at = verb
    for _ in range(3):
        subject = child(at, "nsubj", "nsubjpass")
        if subject is not None:
            yield _antecedent(subject, at)
            return
        if at.dep_ == "acl":
            yield at.head
            return
        if at.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or at.head.pos_ not in ("VERB", "AUX"):
            return
        at = at.head


def _bearers(state: Token) -> Iterator[Token]:
    """Who is dead or missing: "12 are missing", "left five dead", "three dead", "12 wounded"."""
    head = state.head
    if state.dep_ in ("acomp", "attr", "oprd", "xcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        obj = child(head, "dobj") or child(state, "nsubj")
        if obj is not None:
            yield obj
        elif head.lemma_ in ("leave", "shoot") and child(head, "nsubjpass") is None:
            return
        else:
            yield from _subjects(head)
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


def group(hurt: Hurt, lexicon: QuantityLexicon) -> list[Token]:
    """The victims of one word: a noun and those coordinated with it, also behind its apposition."""
    found = list(conjuncts(hurt.victim))
    for item in hurt.trigger.children:  # the model hangs later members of a list on the verb
        if item.dep_ in ("conj", "dobj") and item.pos_ in ("NOUN", "PROPN", "NUM") and item.i > hurt.victim.i:
            found += conjuncts(item)
    found += _listed(hurt.victim)
    if hurt.victim.tag_ in ("NN", "NNP"):
        for item in hurt.victim.children:
            if item.dep_ == "appos":
                found += list(conjuncts(item))[1:]
    two = len(found) == 2
    return [
        t for t in found
        if t.i == hurt.victim.i or not (_is_harm(t, lexicon) or (two and _is_same_person(t, hurt.victim)))
    ]  # fmt: skip


def _listed(victim: Token) -> list[Token]:
    """A list that the model takes for an apposition: "two soldiers, two clerks and a cook"."""
    for item in victim.children if any(c.dep_ == "nummod" for c in victim.children) else ():
        others = list(conjuncts(item)) if item.dep_ == "appos" else []
        if len(others) > 1 and any(c.dep_ == "nummod" for c in item.children):
            return others
    return []


def _is_same_person(token: Token, first: Token) -> bool:
    """One person in two roles: "an editor and publisher"."""
    bare = not any(c.dep_ in ("det", "poss", "nummod", "predet", "amod", "compound") for c in token.children)
    return bare and token.tag_ == "NN" and first.tag_ in ("NN", "NNP") and token.dep_ == "conj"


def _is_harm(token: Token, lexicon: QuantityLexicon) -> bool:
    """A noun with a harm of its own: "7 dead and 20 hurt", "one killed and two others injured"."""
    if any(c.dep_ == "acl" and (c.lemma_.lower(), "verb") in lexicon.harms for c in token.children):
        return True
    words = (token.lower_, token.lemma_.lower())
    return any((word, part) in lexicon.harms for part in ("noun", "adjective") for word in words)
