"""The model's tokens by character, and what a noun or verb governs; all on one sentence's parse."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from transforms.parsed import Doc, Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NUMBER_DEPS = frozenset({"nummod", "quantmod", "compound", "advmod", "amod", "det", "predet", "npadvmod"})


class Words:
    """Tokens of a document by the character they cover."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._tokens, self._starts = doc.tokens, doc.starts

    def at(self, char: int) -> Token:
        """The token that holds a character, or the one before it."""
        return self._tokens[max(0, bisect_right(self._starts, char) - 1)]

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that share a character with a span; no white space."""
        first = max(0, bisect_right(self._starts, start) - 1)
        if first < len(self._tokens) and self._starts[first] + len(self._tokens[first].text) <= start:
            first += 1
        return [token for token in self._tokens[first : bisect_left(self._starts, end)] if not token.is_space]


def root_of(tokens: list[Token]) -> Token | None:
    """The token of a stretch that hangs on something outside it; the last one where several do."""
    found = roots_of(tokens)
    return found[-1] if found else None


def roots_of(tokens: list[Token]) -> list[Token]:
    """The tokens of a stretch that hang on something outside it; small words only where nothing else does."""
    inside = {token.i for token in tokens}
    first = tokens[0] if tokens else None
    if first is not None and first.pos_ == "ADP" and any(c.i in inside for c in first.children):  # "below $50"
        tokens = tokens[1:]
        inside.remove(first.i)
    roots = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    nominal = [token for token in roots if token.pos_ not in ("PUNCT", "ADP", "ADV", "SYM", "DET")]
    return nominal or roots


def top(token: Token) -> Token:
    """The number of which the model makes another one a part: both of "£3,500 to £232,000"."""
    while token.dep_ in ("quantmod", "compound", "nummod") and token.head.pos_ == "NUM" and token.head.i != token.i:
        token = token.head
    return token


def child(token: Token, *deps: str) -> Token | None:
    """The first child in one of some relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def preposition(token: Token, *words: str) -> Token | None:
    """The noun behind a preposition that hangs on a token: "of" in "three of the dead"."""
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in words:
            return child(prep, "pobj", "pcomp")
    return None


def conjuncts(token: Token) -> Iterator[Token]:
    """A noun and the nouns coordinated with it, to the right."""
    yield token
    for item in token.children:
        if item.dep_ == "conj" and item.i > token.i:
            yield from conjuncts(item)


def left_edge(token: Token, *, after: int) -> Token:
    """The first modifier of a noun that begins at or behind a character, without determiners and numbers."""
    edge = token
    for item in reversed(list(token.lefts)):
        if item.dep_ in ("det", "nummod", "punct", "predet", "cc", "preconj", "neg", "quantmod") or item.idx < after:
            continue
        if item.dep_ in ("amod", "compound", "nmod", "poss", "nn", "advmod", "conj", "acl", "npadvmod"):
            edge = min(edge, item.left_edge if item.left_edge.idx >= after else item, key=_place)
    return edge


def end_of(token: Token) -> int:
    """The offset behind a token."""
    return int(token.idx + len(token))


def _place(token: Token) -> int:
    return int(token.i)
