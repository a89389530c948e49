"""The parse of an article as plain Python objects, made once and shared by every extractor.

spaCy makes a new object at each look at a token and searches the tree at each look at its children; the rules look
many times. Names and meanings are spaCy's: `doc[3].head.lower_`, `token.children`, `token.sent`. A few words get
another head (`transforms.reattached`).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, overload

from spacy.tokens import Doc as Parse

from transforms.reattached import reattach

WORDS = ("ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
FLAGS = ("SPACY", "IS_PUNCT", "IS_SPACE", "IS_ALPHA", "LIKE_NUM")


class Token:
    """A word or sign with what the model says of it; `doc` holds all tokens of the text, `sent` its sentence."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_punct",
        "is_space",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "rights",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )
    doc: Sequence["Token"]
    sent: "Span"
    head: "Token"
    lefts: Sequence["Token"]
    rights: Sequence["Token"]
    children: Sequence["Token"]

    def __init__(  # noqa: PLR0917 - one argument a column, filled by `map`
        self,
        i: int,
        idx: int,
        text: str,
        lower: str,
        lemma: str,
        pos: str,
        tag: str,
        dep: str,
        entity: str,
        is_spaced: bool,
        is_punct: bool,
        is_space: bool,
        is_alpha: bool,
        like_num: bool,
    ) -> None:
        self.i, self.idx = i, idx
        self.text, self.lower_, self.lemma_ = text, lower, lemma
        self.pos_, self.tag_, self.dep_, self.ent_type_ = pos, tag, dep, entity
        self.whitespace_ = " " if is_spaced else ""
        self.is_punct, self.is_space, self.is_alpha, self.like_num = is_punct, is_space, is_alpha, like_num
        self.lefts = self.rights = self.children = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins here."""
        return self.sent.start == self.i

    def nbor(self, steps: int = 1) -> "Token":
        """The token some steps to the right; IndexError outside the text."""
        at = self.i + steps
        if at < 0:
            raise IndexError(at)
        return self.doc[at]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The head, its head, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> list["Token"]:
        """The token and all that hangs on it, in order."""
        if not self.children:
            return [self]
        before = [token for child in self.lefts for token in child.subtree]
        return [*before, self, *(token for child in self.rights for token in child.subtree)]

    @property
    def left_edge(self) -> "Token":
        """The first token of what hangs on the token."""
        return min(self.subtree, key=_place) if self.lefts or self.rights else self

    @property
    def right_edge(self) -> "Token":
        """The last token of what hangs on the token."""
        return max(self.subtree, key=_place) if self.lefts or self.rights else self

    @property
    def conjuncts(self) -> list["Token"]:
        """What is coordinated with the token, without itself."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return [token for token in found if token is not self]


def _place(token: Token) -> int:
    return token.i


class Span:
    """The tokens `[start, end)` of a text."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Sequence[Token], start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | Sequence[Token]:
        return self.doc[self.start : self.end][at]

    @property
    def start_char(self) -> int:
        """Offset of the first character."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Offset behind the last character."""
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def root(self) -> Token:
        """The first of the tokens that are nearest to the root of the sentence."""
        if self.end - self.start == 1:
            return self.doc[self.start]
        outer = [token for token in self if token.head is token or not self.start <= token.head.i < self.end]
        return min(outer, key=_depth, default=self.doc[self.start])


def _depth(token: Token) -> tuple[bool, int]:
    """How far below the root a token hangs; a lone sign or white space comes last."""
    is_sign = (token.is_punct or token.is_space) and not token.children and token.head is not token
    return is_sign, 0 if is_sign else sum(1 for _ in token.ancestors)


class Doc:
    """A parsed text: its tokens with their offsets, its sentences, the names that the model found."""

    def __init__(self, parse: Parse) -> None:
        columns = parse.to_array(["IDX", "HEAD", "SENT_START", *WORDS, *FLAGS]).T
        self.starts: list[int] = columns[0].tolist()
        steps, begins = columns[1:3].astype("int64").tolist()  # backwards is below zero
        words = _strings(parse, columns[3 : 3 + len(WORDS)].tolist())
        flags = columns[3 + len(WORDS) :].astype(bool).tolist()
        self.text = "".join(
            [f"{word} " if is_spaced else word for word, is_spaced in zip(words[0], flags[0], strict=True)]
        )
        lower = map(str.lower, words[0])
        self.tokens = list(map(Token, range(len(steps)), self.starts, words[0], lower, *words[1:], *flags))
        reattach(self.tokens, steps)
        _tie(self.tokens, steps)
        self.sents = _sentences(begins, self.tokens)
        self.ents = [Span(self.tokens, e.start, e.end, e.label_) for e in parse.ents]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        return self.tokens[at]

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Span | None:
        """The tokens of a stretch of text; None where it cuts a token, unless the mode is `expand`."""
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        behind = self.starts[first] + len(self.tokens[first].text)
        if alignment_mode == "expand":  # white space belongs to the token before it
            return Span(self.tokens, first + (start == behind), last + 1)
        found = Span(self.tokens, first, last + 1)
        return found if found.start_char == start and found.end_char == end else None


def _strings(parse: Parse, columns: list[list[int]]) -> list[list[str]]:
    """The words that the numbers of the columns stand for."""
    strings: Any = parse.vocab.strings
    known = {key: strings[key] for key in set().union(*columns)}
    return [[known[key] for key in column] for column in columns]


def _tie(tokens: list[Token], steps: Sequence[int]) -> None:
    """Give each token its head, so many steps away, and its children."""
    lefts: dict[int, list[Token]] = {}
    rights: dict[int, list[Token]] = {}
    for at, (token, step) in enumerate(zip(tokens, steps, strict=True)):
        token.doc, token.head = tokens, tokens[at + step]
        if step:
            (lefts if step > 0 else rights).setdefault(at + step, []).append(token)
    for at, children in lefts.items():
        tokens[at].lefts = tokens[at].children = children
    for at, children in rights.items():
        tokens[at].rights = children
        tokens[at].children = [*tokens[at].lefts, *children]


def _sentences(begins: Sequence[int], tokens: list[Token]) -> list[Span]:
    """The sentences of a parse, which begin at each 1; a text without a parse is one."""
    starts = [at for at, begin in enumerate(begins) if begin == 1 or at == 0]
    found = [Span(tokens, start, end) for start, end in pairwise([*starts, len(tokens)])]
    for sentence in found:
        for token in sentence:
            token.sent = sentence
    return found
