"""Whether a noun is people, and how many it says without a number: "a policeman" is one, "a couple" two."""

from transforms.cast import Cast
from transforms.parsed import Token
from transforms.quantities.lexicon import QuantityLexicon

SINGLE = frozenset({"he", "she", "him", "her", "himself", "herself", "another", "other", "one", "victim"})
PEOPLE = frozenset({"PERSON", "NORP"})
THINGS = frozenset(
    {"GPE", "LOC", "FAC", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "DATE", "TIME", "MONEY", "PERCENT"}
)
PLURALS = frozenset({"NNS", "NNPS"})


def is_people(token: Token, lexicon: QuantityLexicon, cast: Cast, *, strict: bool = False) -> bool:
    """Whether a noun names persons: in the list, with the ending of one, or a name that is no place or firm.

    `strict` asks that a name is known as a person's or a people's: for numbers to which nothing happened.
    """
    lemma = token.lemma_.lower()
    known = {_joined(token), lemma, token.lower_}
    if lemma in lexicon.groups or lemma in lexicon.not_persons:
        return False
    if known & lexicon.persons.keys() or token.lower_ in SINGLE:
        return True
    if token.pos_ == "PROPN" or token.text[:1].isupper():
        return _is_called(token, lexicon, cast, strict=strict)
    return token.pos_ in ("NOUN", "ADJ") and len(lemma) > 4 and lemma.endswith(lexicon.person_endings)


def _is_called(token: Token, lexicon: QuantityLexicon, cast: Cast, *, strict: bool) -> bool:
    """Whether a word in capitals is a person: "Frenchman", a name, a name with "an aide" behind it."""
    if token.lower_.endswith(("man", "men", "woman", "women")) or strict:
        return token.lower_.endswith(("man", "men", "woman", "women")) or _is_of_people(token, cast)
    return _is_named(token, cast) or any(c.dep_ == "appos" and c.lemma_ in lexicon.persons for c in token.children)


def implied_count(token: Token, lexicon: QuantityLexicon, cast: Cast) -> int | None:
    """How many people a noun without a number says; None where it does not (plurals, groups, things)."""
    word, lemma = token.lower_, token.lemma_.lower()
    determiners = {c.lower_ for c in token.children if c.dep_ in ("det", "predet", "preconj")}
    if determiners & {"no", "any", "some", "all", "each", "every", "neither", "either"}:
        return None
    if word == "both" or "both" in determiners:
        return 2
    if word in SINGLE:
        return 1
    if token.pos_ == "PRON" or token.tag_ in PLURALS:
        return None
    for form in (_joined(token), lemma, word):
        if form in lexicon.persons:
            return lexicon.persons[form] or None
    strict = bool(determiners & {"a", "an"}) and _is_kind(token)
    return (
        1
        if is_people(token, lexicon, cast, strict=strict) and (token.pos_ == "PROPN" or determiners or _owned(token))
        else None
    )


def _joined(token: Token) -> str:
    """The whole of a hyphened word: "passer-by"."""
    doc, at = token.doc, token.i
    return doc[at - 2].lower_ + "-" + token.lower_ if at > 1 and doc[at - 1].text == "-" else token.lower_


def _is_kind(token: Token) -> bool:
    """A kind with a place before it is no person's name: "a Canadian Goose"."""
    return any(c.dep_ in ("amod", "compound") and c.text[:1].isupper() for c in token.children)


def _owned(token: Token) -> bool:
    return any(c.dep_ in ("poss", "amod", "compound") for c in token.children)


def _is_of_people(token: Token, cast: Cast) -> bool:
    mention = cast.covering(token.idx)
    return token.ent_type_ in PEOPLE or (mention is not None and mention.label in PEOPLE)


def _is_named(token: Token, cast: Cast) -> bool:
    mention = cast.covering(token.idx)
    if mention is not None:
        return mention.label in PEOPLE
    return token.ent_type_ in PEOPLE or (token.ent_type_ not in THINGS and token.pos_ == "PROPN")
