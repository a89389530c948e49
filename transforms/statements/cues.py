"""Where an article uses a cue word: the verb "pointed out", the phrase "according to", the noun in "claims that"."""

from collections.abc import Iterator
from typing import NamedTuple

from transforms.parsed import Doc, Token
from transforms.statements.lexicon import CueLexicon, CueWord, Words

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Cue(NamedTuple):
    """A cue word in place: its governing token, the last token of its words, and what the lexicon says of it."""

    token: Token
    last: Token
    part: str
    word: CueWord

    @property
    def start(self) -> int:
        return self.token.idx

    @property
    def end(self) -> int:
        return self.last.idx + len(self.last)

    def allows(self, frame: str) -> bool:
        return frame in self.word.frames


def find_cues(doc: Doc, lexicon: CueLexicon) -> list[Cue]:
    """Every cue word of an article, in order; whether it attributes anything is for others to see."""
    firsts = lexicon.firsts
    near = (t for t in doc if t.lower_ in firsts or t.lemma_.lower() in firsts or _stem(t) in firsts)
    return [cue for token in near for cue in _at(token, lexicon)]


def _at(token: Token, lexicon: CueLexicon) -> Iterator[Cue]:
    if token.lower_ in lexicon.openers and (phrase := _phrase(token, lexicon.phrases)):
        yield phrase
    elif token.tag_ in VERB_TAGS:
        yield from _verb(token, lexicon)
    elif token.tag_ in {"NN", "NNS"} and (word := lexicon.verbs.get((_stem(token),))) and _is_verb(token):
        yield Cue(token, token, "verb", word)
    elif token.pos_ == "NOUN" and (word := lexicon.nouns.get((token.lemma_.lower(),))):
        yield Cue(token, token, "noun", word)
    elif token.pos_ == "ADJ" and (word := lexicon.adjectives.get((token.lower_,))):
        yield Cue(token, token, "adjective", word)


def _is_verb(token: Token) -> bool:
    """Whether a noun is a verb after all: right before a quotation, or between a subject and a clause."""
    roles = {c.dep_ for c in token.children}
    return {"nsubj", "ccomp"} <= roles or _introduces(token)


def _introduces(token: Token) -> bool:
    """Whether a word stands right before a quotation, as a cue verb does that the tagger took for a noun."""
    if (
        token.i + 2 >= len(token.doc)
        or token.nbor().text not in {",", ":"}
        or token.dep_ in {"pobj", "compound"}
        or token.ent_type_
    ):
        return False
    return token.nbor(2).text in {'"', "“"}


def _stem(noun: Token) -> str:
    return noun.lower_.removesuffix("s")


def _phrase(token: Token, phrases: Words) -> Cue | None:
    for words, word in phrases.items():
        if token.lower_ == words[0]:
            run = token.doc[token.i : token.i + len(words)]
            if tuple(t.lower_ for t in run) == words:
                return Cue(token, run[-1], "phrase", word)
    return None


def _verb(token: Token, lexicon: CueLexicon) -> Iterator[Cue]:
    lemma = token.lemma_.lower()
    for after in (token.doc[i] for i in range(token.i + 1, min(token.i + 2, len(token.doc)))):
        if word := lexicon.verbs.get((lemma, after.lower_)):
            yield Cue(token, after, "verb", word)
            return
    if word := lexicon.verbs.get((lemma,)):
        yield Cue(token, token, "verb", word)
    elif word := lexicon.adjectives.get((token.lower_,)):
        yield Cue(token, token, "adjective", word)


def is_finite(token: Token) -> bool:
    return token.tag_ in FINITE_TAGS


def heads_finite_clause(verb: Token) -> bool:
    """Whether a verb or one of its auxiliaries is finite."""
    return is_finite(verb) or any(is_finite(c) for c in verb.children if c.dep_.startswith("aux"))


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: by its auxiliary, or as a bare participle ("asked why he left, ...")."""
    roles = {child.dep_ for child in verb.children}
    if roles & {"nsubjpass", "auxpass"}:
        return True
    bare = verb.tag_ == "VBN" and not roles & {"nsubj", "aux"}
    return bare and (verb.dep_ != "conj" or verb.head.i == verb.i or is_passive(verb.head))


def is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def is_negated(token: Token) -> bool:
    return any(child.dep_ == "neg" for child in token.children)
