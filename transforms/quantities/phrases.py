"""Noun phrases as spans: a noun with its modifiers, what is coordinated under the same number, its of-phrase."""

from typing import NamedTuple

from spacy.tokens import Token

from transforms.quantities.words import end_of, left_edge, preposition


class Counted(NamedTuple):
    """Span of what is counted; `head` its noun, `whole` whether the number is a part of it ("two of the men")."""

    start: int
    end: int
    head: Token
    whole: bool = False
    ellipsis: bool = False


def phrase(noun: Token, *, before: int) -> Counted | None:
    """A noun with its modifiers and its of-phrase, as far as it stands before an offset."""
    if noun.pos_ == "NUM" and noun.i and noun.nbor(-1).pos_ == "PROPN" and end_of(noun) < before:  # "the Porsche 911"
        return Counted(left_edge(noun.nbor(-1), after=0).idx, end_of(noun), noun.nbor(-1))
    if noun.pos_ not in ("NOUN", "PROPN") or noun.idx >= before:
        return None
    return Counted(left_edge(noun, after=0).idx, end_of(of_phrase(noun, before=before)), noun)


def behind(noun: Token, *, after: int) -> Counted:
    """A noun with the modifiers that stand behind an offset, without a bracket between: "40-pound (18-kg) fowl"."""
    first = left_edge(noun, after=after)
    if first.i != noun.i and first.idx > after and first.nbor(-1).text == "-" and first.nbor().text != "-":
        first = first.nbor()  # "83-kilometre-long reservoir"
    start = first.idx
    between = noun.doc[noun.left_edge.i : noun.i]
    closed = [t for t in between if t.text == ")" and t.idx >= start]
    return Counted(closed[-1].nbor().idx if closed else start, end_of(noun), noun)


def of_phrase(noun: Token, *, before: int | None = None) -> Token:
    """The last token of a noun with its of-phrases and the name in brackets behind it, as far as an offset."""
    last, doc = coordinated(noun), noun.doc
    inner = preposition(noun, "of")
    if inner is not None and (before is None or end_of(inner) <= before):
        last = of_phrase(inner, before=before)
    at = last.i + 1
    if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")":
        last = doc[at + 2]
    return last if before is None or end_of(last) <= before else noun


def coordinated(head: Token) -> Token:
    """The last noun under the same number: "police and national guard troops", but not "cars and the driver"."""
    last = head
    for item in head.children:
        if item.dep_ == "conj" and item.i > head.i and item.pos_ == "NOUN" and head.pos_ == "NOUN":
            own = any(c.dep_ in ("det", "nummod", "poss", "predet") for c in item.children)
            between = item.doc[head.i + 1 : item.left_edge.i]
            if (
                own
                or not between
                or any(t.lower_ not in ("and", "or", ",", "&") for t in between)
                or item.tag_ != "NNS"
            ):
                continue
            last = coordinated(item)
    return last
