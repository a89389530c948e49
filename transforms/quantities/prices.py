"""What money is for: "$300 million in school funding", "bought the rival for $2bn", "spent $2bn on defence"."""

from spacy.tokens import Token

from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.phrases import Counted, of_phrase, phrase
from transforms.quantities.words import Words, child, end_of, left_edge

NO_THING = frozenset({"DATE", "TIME", "GPE", "LOC"})


def counted_in(figure: Figure, words: Words, lexicon: QuantityLexicon) -> Counted | None:
    """What a sum comes in: "$300 million in school funding", not "in 2020", "in cash" or "in the fund"."""
    link = words.at(figure.end + 1)
    noun = child(link, "pobj") if figure.kind == "money" and link.lower_ == "in" and link.idx >= figure.end else None
    if noun is None or noun.pos_ != "NOUN" or noun.ent_type_ in NO_THING or noun.lemma_ in lexicon.manners:
        return None
    if any(c.dep_ in ("det", "poss", "nummod") for c in noun.children):
        return None
    return Counted(left_edge(noun, after=figure.end).idx, end_of(of_phrase(noun)), noun)


def traded(figure: Figure, root: Token, verb: Token, lexicon: QuantityLexicon) -> Counted | None:
    """What money is paid for: "bought the rival for $2bn", "paid $2bn for the rival", "spent $2bn on defence"."""
    link = lexicon.trades.get(verb.lemma_.lower()) if figure.kind == "money" else None
    if link is None:
        return None
    if root.dep_ == "pobj" and root.head.lower_ == "for" and link == "object":
        obj = child(verb, "dobj", "nsubjpass")
        return phrase(obj, before=figure.start) if obj is not None and obj.pos_ != "PRON" else None
    spent = root.dep_ in ("dobj", "nsubjpass") and link != "object"
    links = (c for c in (*root.children, *verb.children) if c.dep_ in ("prep", "dative") and c.lower_ == link)
    noun = next((child(c, "pobj") for c in links), None) if spent else None
    if noun is None or noun.idx < figure.end or noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ == "DATE":
        return None
    return Counted(left_edge(noun, after=figure.end).idx, end_of(of_phrase(noun)), noun)
