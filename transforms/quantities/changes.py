"""Whether a figure went up or down: "rose 4.8 percent", "a 5% drop", "down 34 cents", "fell to 41"."""

from dataclasses import replace

from spacy.tokens import Token

from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.words import Words, root_of

AMOUNTS = frozenset({"percent", "money", "measure", "ratio"})
PART_OF_NOUN = frozenset({"compound", "amod", "nummod", "nmod", "npadvmod", "poss"})
LINKS = frozenset({"to", "by", "at"})


def direction(figure: Figure, words: Words, lexicon: QuantityLexicon) -> Figure:
    """The figure with the direction of its change, where a word of change governs it."""
    if figure.direction or figure.kind not in (*AMOUNTS, "count"):
        return figure
    tokens = words.between(figure.start, figure.end)
    root = root_of(tokens)
    if root is None:
        return figure
    found = _beside(figure, tokens, lexicon) or _above(figure, root, lexicon)
    return replace(figure, direction=found) if found else figure


def _beside(figure: Figure, tokens: list[Token], lexicon: QuantityLexicon) -> str | None:
    """A word of direction right beside: "up 3 percent", "3 percent higher"."""
    doc = tokens[0].doc
    before = doc[tokens[0].i - 1] if tokens[0].i else None
    after = doc[tokens[-1].i + 1] if tokens[-1].i + 1 < len(doc) else None
    if before is not None and before.lower_ in ("up", "down", "off") and figure.kind != "ratio":
        return (
            lexicon.adverbs_of_change[before.lower_]
            if before.head.lemma_ not in ("make", "set", "blow", "take")
            else None
        )
    if after is not None and figure.kind in AMOUNTS and after.lower_ not in ("up", "down", "off"):
        return lexicon.adverbs_of_change.get(after.lower_)
    return None


def _above(figure: Figure, root: Token, lexicon: QuantityLexicon) -> str | None:
    head = root.head
    if root.dep_ in PART_OF_NOUN and head.pos_ == "NOUN" and figure.kind in AMOUNTS:
        return _noun(head, figure, lexicon)
    if root.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ == "NOUN" and figure.kind in AMOUNTS:
        return _noun(head.head, figure, lexicon)
    if root.dep_ == "pobj" and head.lower_ in LINKS:
        above = _governor(head)
        return _verb(above, lexicon) or _noun(above, figure, lexicon)
    if root.dep_ in ("dobj", "npadvmod", "advmod", "attr") and head.pos_ == "VERB" and figure.kind in AMOUNTS:
        return _verb(head, lexicon)
    return None


def _governor(link: Token) -> Token:
    """What "to" or "by" hangs on, past the "from" and its number between: "rose from 9 to 10"."""
    at = link.head
    for _ in range(3):
        if at.pos_ in ("VERB", "NOUN") and not (at.dep_ == "pobj" and at.head.lower_ == "from"):
            break
        at = at.head
    return at


def _verb(verb: Token, lexicon: QuantityLexicon) -> str | None:
    return lexicon.verbs_of_change.get(verb.lemma_.lower()) if verb.pos_ == "VERB" else None


def _noun(noun: Token, figure: Figure, lexicon: QuantityLexicon) -> str | None:
    """Losses and gains of money are no change of it: "a $5 million loss"."""
    lemma = noun.lemma_.lower()
    return (
        None if figure.kind == "money" and lemma in ("loss", "gain", "discount") else lexicon.nouns_of_change.get(lemma)
    )
