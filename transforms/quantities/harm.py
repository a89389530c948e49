"""What happened to whom, read from the parse: "a policeman was shot dead", "killing 107 and wounding 238".

Which words harm, and whom, is data (`seeds/casualties.csv`); here is where a victim stands to such a word. What a text
plans, fears or denies ("tried to kill", "no one was hurt") is told apart by the words above it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.parsed import Token
from transforms.quantities.lexicon import Harm, QuantityLexicon
from transforms.quantities.patients import patients
from transforms.quantities.reality import reality
from transforms.quantities.words import conjuncts

PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun"}
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
            for victim in patients(token, harm, lexicon):
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
    lemma = token.lemma_.lower()
    if lemma not in lexicon.harm_words and token.lower_ not in lexicon.harm_words:
        return ()
    part = PARTS.get(token.pos_)
    if part is None:
        return ()
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
