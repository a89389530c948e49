"""What a number counts or measures, as a span: the noun behind it, the group it is a part of, the subject that rose.

"eight police and national guard troops" -> "police and national guard troops"; "three of the dead" -> "dead";
"the doubling of the price of gas" -> "price of gas"; "more than 300 have been injured" -> the group counted before.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from transforms.quantities.figure import Figure
from transforms.quantities.words import SUBJECTS, Words, end_of, left_edge, preposition, root_of

BARE_NOUN_POS = ("NOUN", "PROPN", "ADJ", "VERB", "NUM", "ADV")
BEFORE_NOUN = frozenset({"nummod", "compound", "amod", "nmod", "quantmod"})
OF_VERB = frozenset({"dobj", "attr", "npadvmod", "advmod", "ROOT", "oprd", "acomp"})
QUOTES = frozenset("“\"‘'«")
AMOUNTS = frozenset({"money", "percent", "ratio", "measure"})
LINKING = frozenset({"be", "total", "cost", "reach", "amount", "average", "stand", "exceed", "hit", "number", "remain"})


class Counted(NamedTuple):
    """Span of what is counted; `head` its noun, `whole` whether the number is a part of it ("two of the men")."""

    start: int
    end: int
    head: Token
    whole: bool = False
    ellipsis: bool = False


def number_root(figure: Figure, words: Words) -> Token | None:
    """The token of a figure that the rest of the sentence governs."""
    return root_of([t for t in words.between(figure.number_start, figure.number_end) if t.text not in "-–"])


def counted(figure: Figure, words: Words, text: str, earlier: Sequence[tuple[Figure, Counted]]) -> Counted | None:
    """The span that a figure counts or measures; None where the sentence names none."""
    tokens = words.between(figure.start, figure.end)
    root = root_of(tokens)
    if root is None:
        return None
    if figure.kind in ("age", "score", "duration"):
        return None
    if figure.kind in AMOUNTS:
        return _part(figure, root) or _measured(figure, root)
    return _noun(figure, words, text) or _part(figure, root) or _unsaid(figure, root, earlier)


def _noun(figure: Figure, words: Words, text: str) -> Counted | None:
    """The noun behind the number, with its modifiers and what is coordinated under the same number."""
    following = words.at(figure.end + 1) if figure.end + 1 < len(text) else None
    if following is None or following.idx < figure.end:
        return None
    joined = text[figure.end : figure.end + 2].strip()[:1] in ("-", "‑")
    if joined and following.text == "-":
        following = following.nbor() if following.i + 1 < len(following.doc) else following
    if not joined and text[figure.end : following.idx].strip(" \n\t"):
        return None
    if following.text in QUOTES and following.i + 1 < len(following.doc):
        following = following.nbor()
    head = _head_behind(following, figure, words, joined=joined)
    if head is None or head.sent != following.sent:
        return None
    last = _coordinated(head)
    skipped = following
    while skipped.i < head.i and (skipped.pos_ in ("DET", "PUNCT") or ")" in text[skipped.idx : head.idx]):
        skipped = skipped.nbor()
    return Counted(min(skipped.idx, head.idx), end_of(last), head)


def _head_behind(token: Token, figure: Figure, words: Words, *, joined: bool) -> Token | None:
    """The head of the noun phrase that begins at a token."""
    if token.pos_ in ("CCONJ", "PUNCT", "ADP", "SCONJ", "PRON", "AUX") and not joined:
        return None
    if joined:
        return token if token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") else None
    number = number_root(figure, words)
    while (
        number is not None and number.dep_ in ("quantmod", "compound", "nummod", "advmod") and number.head.pos_ == "NUM"
    ):
        number = number.head
    if number is not None and number.head.i >= token.i and number.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        near = number.head.i - token.i < 8 and number.dep_ in ("nummod", "amod", "compound", "nmod", "det")
        if near:
            return _last_part(number.head)
    at = token
    while at.pos_ in ("ADJ", "DET", "ADV") and at.i + 1 < len(at.doc) and at.head.i > at.i and at.tag_ != "WDT":
        at = at.nbor()
    if at.pos_ not in ("NOUN", "PROPN") and not (at.tag_ in ("VBN", "VBG") and at.dep_ == "amod"):
        return (
            token
            if token.pos_ in ("NOUN", "PROPN") or token.lower_ in ("others", "dead", "wounded", "injured")
            else None
        )
    while at.dep_ in ("compound", "amod", "nmod", "poss") and at.head.i > at.i and at.head.pos_ in ("NOUN", "PROPN"):
        at = at.head
    return _last_part(at)


def _last_part(noun: Token) -> Token:
    """The noun that a modifier belongs to: "U.S. Naval officers", "co-pilot"."""
    while noun.dep_ in ("compound", "nmod", "amod") and noun.head.i > noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    doc = noun.doc
    while (
        noun.i + 2 < len(doc)
        and doc[noun.i + 1].text == "-"
        and not noun.whitespace_
        and doc[noun.i + 2].pos_ == "NOUN"
    ):
        noun = doc[noun.i + 2]
    return noun


def _coordinated(head: Token) -> Token:
    """The last noun under the same number: "police and national guard troops", but not "cars and the driver"."""
    last = head
    for item in head.children:
        if item.dep_ == "conj" and item.i > head.i and item.pos_ == "NOUN" and head.pos_ == "NOUN":
            own = any(c.dep_ in ("det", "nummod", "poss", "predet") for c in item.children)
            between = item.doc[head.i + 1 : item.left_edge.i]
            if own or any(t.lower_ not in ("and", "or", ",", "&") for t in between) or item.tag_ != "NNS":
                continue
            last = _coordinated(item)
    return last


def _part(figure: Figure, root: Token) -> Counted | None:
    """The whole behind "of": "three of the dead", "20% of voters", "$2 billion of bonds", "doubling of the price"."""
    noun = preposition(root, "of") or (preposition(root, "in") if figure.kind == "ratio" else None)
    if noun is None or noun.lower_ in ("them", "whom", "which", "these", "those", "it") or noun.idx < figure.end:
        return None
    start = left_edge(noun, after=figure.end)
    return Counted(start.idx, end_of(_of_phrase(noun)), noun, whole=figure.kind == "count")


def _of_phrase(noun: Token) -> Token:
    """The last token of a noun with its of-phrase and the name in brackets behind it."""
    last = _coordinated(noun)
    inner = preposition(noun, "of")
    if inner is not None:
        last = _of_phrase(inner)
    doc, at = noun.doc, last.i + 1
    if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")":
        last = doc[at + 2]
    return last


def _measured(figure: Figure, root: Token) -> Counted | None:
    """The noun that an amount belongs to: "a $75 million contract", "profit of $2m", "sales rose 4 percent"."""
    head = root.head
    if root.pos_ == "VERB":
        return _multiplied(figure, root)
    if head.pos_ in ("NOUN", "PROPN") and head.i > root.i and root.dep_ in BEFORE_NOUN:
        return Counted(left_edge(head, after=figure.end).idx, end_of(head), head)
    if root.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ in ("NOUN", "PROPN"):
        return _phrase(head.head, before=figure.start)
    verb = _verb_above(root)
    return _argument(figure, root, verb) if verb is not None else None


def _argument(figure: Figure, root: Token, verb: Token) -> Counted | None:
    """What a verb says the amount of: the object that it raises or cuts, else its subject."""
    obj = next((c for c in verb.children if c.dep_ == "dobj" and c.i < root.i), None)
    if obj is not None and _is_change(root) and not any(c.dep_ in ("nummod", "quantmod") for c in obj.children):
        return _phrase(obj, before=figure.start)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < root.i), None)
    belongs = root.dep_ in OF_VERB or verb.lemma_ in LINKING or _is_change(root)
    return _phrase(subject, before=figure.start) if belongs and subject is not None else None


def _multiplied(figure: Figure, verb: Token) -> Counted | None:
    """What a verb doubles: its object, else its subject."""
    obj = next((c for c in verb.children if c.dep_ == "dobj" and c.idx > verb.idx), None)
    if obj is not None:
        return Counted(left_edge(obj, after=figure.end).idx, end_of(_of_phrase(obj)), obj)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    return _phrase(subject, before=figure.start) if subject is not None else None


def _is_change(root: Token) -> bool:
    return root.dep_ == "pobj" and root.head.lower_ in ("to", "by", "from", "at")


def _verb_above(root: Token) -> Token | None:
    at = root
    for _ in range(4):
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at
    return None


def _phrase(noun: Token, *, before: int) -> Counted | None:
    """A noun with its modifiers and its of-phrase, as far as it stands before an offset."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.idx >= before:
        return None
    last = _of_phrase(noun)
    return Counted(left_edge(noun, after=0).idx, end_of(last if end_of(last) <= before else noun), noun)


def _unsaid(figure: Figure, root: Token, earlier: Sequence[tuple[Figure, Counted]]) -> Counted | None:
    """A number that stands alone counts what the number before it counted: the antecedent is flagged."""
    level = root.dep_ == "pobj" and root.head.lower_ in ("to", "from", "at", "by")  # "rose to 7,159"
    if figure.kind != "count" or level or root.dep_ in ("nummod", "compound", "npadvmod", "appos") or not earlier:
        return None
    before = next((c for f, c in reversed(earlier) if f.kind == "count" and not c.whole), None)
    return before._replace(ellipsis=True) if before else None
