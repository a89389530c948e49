"""What happened to whom, read from the parse: "a policeman was shot dead", "killing 107 and wounding 238".

Which words harm, and whom, is data (`seeds/casualties.csv`); here is where a victim stands to such a word. What a text
plans, fears or denies ("tried to kill", "no one was hurt") is told apart by the words above it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.parsed import Token
from transforms.quantities.lexicon import Harm, QuantityLexicon
from transforms.quantities.patients import harm_of, is_headline_verb, patients
from transforms.quantities.reality import reality
from transforms.quantities.words import child

COMPARATIVES = frozenset({"JJR", "RBR"})
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun"}


class Hurt(NamedTuple):
    """One victim of a harming word, the first of a coordination; `denied` where the text says it did not happen.

    `found` where the word itself is a person: "a body was found". The other flags are those of the reading.
    """

    measure: str
    victim: Token
    trigger: Token
    denied: bool = False
    toll: bool = False
    weak: bool = False
    human: bool = False
    found: bool = False


def harms(sentence: Sequence[Token], lexicon: QuantityLexicon) -> Iterator[Hurt]:
    """Everyone to whom the words of a sentence say that something happened."""
    words = lexicon.harm_words
    for token in sentence:
        if token.lower_ not in words and token.lemma_ not in words:
            continue
        found = readings(token, lexicon)
        state = reality(token, lexicon, is_of_negation=_is_undone(token, lexicon)) if found else "unreal"
        if state in ("unreal", "background"):
            continue
        for harm in found:
            for victim in patients(token, harm, lexicon):
                if not _is_nobody(victim, lexicon):
                    toll, weak = harm.victim in ("toll", "number"), harm.weak and state == "real"
                    itself = harm.victim == "counted" and token.head.lemma_ in harm.needs
                    denied, measure = state == "denied", _measure(harm, victim, lexicon)
                    yield Hurt(measure, victim, token, denied, toll, weak, harm.human, itself)


def _is_nobody(victim: Token, lexicon: QuantityLexicon) -> bool:
    """Whether the victims are none: "nobody", "none of them", "not one passenger"; not "no fewer than 30"."""
    doc, first = victim.doc, victim.left_edge
    compared = {c.i for c in victim.children if c.i + 1 < len(doc) and doc[c.i + 1].tag_ in COMPARATIVES}
    words = {victim.lower_, *(c.lower_ for c in victim.children if c.i not in compared)}
    return bool(words & lexicon.beside.nobody) or (
        first.lower_ in lexicon.beside.not_before_one and first.nbor().lower_ == "one"
    )


def _measure(harm: Harm, victim: Token, lexicon: QuantityLexicon) -> str:
    """The measure; "the number of injured" and "... of people injured" take it from what is counted."""
    if harm.victim != "number":
        return harm.measure
    told = harm_of(victim, lexicon)
    return told.measure if told is not None else harm.measure


def readings(token: Token, lexicon: QuantityLexicon) -> tuple[Harm, ...]:
    """What a word does here: the reading whose needed words stand close behind it, else the plain ones."""
    lemma = token.lemma_.lower()
    if _is_undone(token, lexicon):
        return lexicon.harms[lemma, "negated"]
    part = "verb" if is_headline_verb(token) else PARTS.get(token.pos_)
    if part is None:
        return ()
    options = lexicon.harms.get((lemma, part)) or lexicon.harms.get((token.lower_, part))
    if options is None and part in ("adjective", "verb"):
        options = lexicon.harms.get((token.lower_, "verb" if part == "adjective" else "adjective"))
    if options is None:
        return ()
    near = _near(token) if any(h.needs for h in options) else set()
    fitting = tuple(h for h in options if not h.needs or (h.needs & near and _is_found(token, h.needs, lexicon)))
    if part == "noun" and any((c.lower_, "adverb") in lexicon.harms for c in token.children):
        return tuple(h._replace(measure="killed", weak=False) for h in fitting)
    if part == "noun" or not fitting:
        return fitting
    found = fitting[0]
    fatal = found.measure == "injured" and _is_fatal(token, lexicon)
    return (found._replace(measure="killed", weak=False) if fatal else found,)


def _is_undone(token: Token, lexicon: QuantityLexicon) -> bool:
    """Whether a negation makes the harm: "six did not survive"."""
    return (token.lemma_.lower(), "negated") in lexicon.harms and child(token, "neg") is not None


def _is_found(word: Token, needs: frozenset[str], lexicon: QuantityLexicon) -> bool:
    """Whether a noun that counts only with a verb has one: no "governing body" that finds, no body "never found",
    no cases among animals."""
    if word.pos_ != "NOUN":
        return True
    of_animals = any(noun.lemma_.lower() in lexicon.animals for noun in _places(word))
    acts = word.dep_ == "nsubj" and any(c.dep_ in ("dobj", "ccomp") for c in word.head.children)
    named = any(c.dep_ == "compound" and c.lower_ not in needs for c in word.children)
    known = any(c.lower_ in needs for c in word.lefts)
    return not (of_animals or acts or child(word.head, "neg") or (named and not known))


def _places(noun: Token) -> Iterator[Token]:
    """The nouns in which something is found: "14 cases of bird flu in ducks", "found 14 cases in ducks"."""
    for above in (noun, *(c for prep in noun.children for c in prep.children), noun.head):
        yield from (c for prep in above.children if prep.dep_ == "prep" and prep.lower_ != "of" for c in prep.children)


def _near(token: Token) -> set[str]:
    """Lemmas and forms of the eight words behind a word, in its clause, of its modifiers and of the word above it."""
    before = (c.lower_ for c in token.lefts) if token.pos_ == "NOUN" else ()
    found = {token.head.lemma_.lower(), *before}
    for at in range(token.i + 1, min(token.i + 9, len(token.doc))):
        word = token.doc[at]
        if word.is_sent_start or (word.tag_ in ("WP", "WRB") and token.pos_ != "NOUN"):
            break
        found.update((word.lemma_.lower(), word.lower_))
    return found if token.pos_ == "NOUN" else found | set(_circumstances(token))


def _circumstances(verb: Token) -> Iterator[str]:
    """Prepositions of a verb and its object with their nouns, and who does it: "to injury", "by militant"."""
    for item in verb.children:
        if item.dep_ == "nsubj":
            yield "by " + item.lemma_.lower()
        for prep in (item, *item.children) if item.dep_ == "dobj" else (item,):
            noun = child(prep, "pobj")
            if noun is not None:
                yield f"{prep.lower_} {noun.lemma_.lower()}"


def _is_fatal(token: Token, lexicon: QuantityLexicon) -> bool:
    return any((c.lower_, "adverb") in lexicon.harms for c in token.children)
