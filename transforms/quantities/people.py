"""Whether a noun is people, and how many it says without a number: "a policeman" is one, "a couple" two."""

from transforms.cast import Cast
from transforms.parsed import Token
from transforms.quantities.lexicon import QuantityLexicon

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
    if known & lexicon.persons.keys() or token.lower_ in lexicon.beside.single:
        return True
    if token.pos_ == "PROPN" or token.text[:1].isupper():
        return _is_called(token, lexicon, cast, strict=strict)
    return token.pos_ in ("NOUN", "ADJ") and len(lemma) > 4 and lemma.endswith(lexicon.person_endings)


def is_kind_of_person(token: Token, lexicon: QuantityLexicon) -> bool:
    """Whether a noun, by itself and without any name known, is a word for persons: "guards", "Britons"."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    return bool({_joined(token), lemma, token.lower_} & lexicon.persons.keys()) or _is_of_a_people(token, lexicon)


def _is_of_a_people(token: Token, lexicon: QuantityLexicon) -> bool:
    """Someone by country or faith: "four Britons", "a Swiss"."""
    return token.text[:1].isupper() and token.lower_ in lexicon.peoples


def _is_called(token: Token, lexicon: QuantityLexicon, cast: Cast, *, strict: bool) -> bool:
    """Whether a word in capitals is a person: "Frenchman", a name, a name with "an aide" behind it."""
    if _is_of_a_people(token, lexicon):
        return True
    if token.lower_.endswith(("man", "men", "woman", "women")) or strict:
        return token.lower_.endswith(("man", "men", "woman", "women")) or _is_of_people(token, cast)
    return _is_named(token, cast) or any(c.dep_ == "appos" and c.lemma_ in lexicon.persons for c in token.children)


def may_be_people(token: Token, lexicon: QuantityLexicon) -> bool:
    """Whether an unknown noun can be people, where a verb says it is: "murdered a Jesuit"; no animal, no group."""
    words = {_joined(token), token.lemma_.lower(), token.lower_}
    return token.pos_ in ("NOUN", "PROPN") and not words & (lexicon.not_persons | lexicon.groups)


def implied_count(token: Token, lexicon: QuantityLexicon, cast: Cast, *, human: bool = False) -> int | None:
    """How many people a noun without a number says; None where it does not (plurals, groups, things).

    `human` says that what happened to it happens to people only.
    """
    word, lemma = token.lower_, token.lemma_.lower()
    determiners = {c.lower_ for c in token.children if c.dep_ in ("det", "predet", "preconj")}
    if determiners & {"no", "any", "some", "all", "each", "every", "neither", "either"}:
        return None
    if word == "both" or "both" in determiners:
        return 2
    if word in lexicon.beside.single or _is_ordinal(token, determiners, lexicon):
        return 1
    if token.pos_ == "PRON" or token.tag_ in PLURALS or word.endswith("men"):
        several = lexicon.persons.get(word, 0)  # "the twins"
        return several if several > 1 and (determiners or _owned(token)) else None
    for form in (_joined(token), lemma, word):
        if form in lexicon.persons:
            return lexicon.persons[form] or None
    strict = bool(determiners & {"a", "an"}) and _is_kind(token)
    unknown = human and token.tag_ == "NN" and token.ent_type_ not in THINGS and may_be_people(token, lexicon)
    one = token.pos_ == "PROPN" or determiners or _owned(token)
    return 1 if one and (unknown or is_people(token, lexicon, cast, strict=strict)) else None


def _is_ordinal(token: Token, determiners: set[str], lexicon: QuantityLexicon) -> bool:
    """One more without a noun: "two were killed and a third was wounded", but not "a third of the crew"."""
    if not determiners & {"a", "an"} or "ordinal" not in lexicon.numerals.get(token.lower_, ()):
        return False
    return not any(c.lower_ == "of" for c in token.children)


def _joined(token: Token) -> str:
    """The whole of a hyphened word: "passer-by"."""
    doc, at = token.doc, token.i
    return doc[at - 2].lower_ + "-" + token.lower_ if at > 1 and doc[at - 1].text == "-" else token.lower_


def _is_kind(token: Token) -> bool:
    """A kind with a place before it is no person's name: "a Canadian Goose"."""
    return any(c.dep_ in ("amod", "compound") and c.text[:1].isupper() for c in token.children)


def _owned(token: Token) -> bool:
    """Whether something stands before the noun: "her driver", "police sergeant", also where the parse broke it."""
    beside = any(c.dep_ == "nsubj" and c.i == token.i - 1 for c in token.children)
    return beside or any(c.dep_ in ("poss", "amod", "compound") for c in token.children)


def _is_of_people(token: Token, cast: Cast) -> bool:
    mention = cast.covering(token.idx)
    return token.ent_type_ in PEOPLE or (mention is not None and mention.label in PEOPLE)


def _is_named(token: Token, cast: Cast) -> bool:
    mention = cast.covering(token.idx)
    if mention is not None:
        return mention.label in PEOPLE
    return token.ent_type_ in PEOPLE or (token.ent_type_ not in THINGS and token.pos_ == "PROPN")
