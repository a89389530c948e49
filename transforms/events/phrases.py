"""Noun phrases around a head token, as the parse gives them: their span, their parts, their conjuncts."""

from collections.abc import Callable, Iterator

from transforms.facts import Span
from transforms.parsed import Token

INNER_PREPS = frozenset({"of"})
LEFT_OUT = frozenset({"det", "predet", "punct", "cc", "preconj"})
CLAUSES = frozenset(
    {"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "ccomp", "parataxis", "advmod", "npadvmod"}
)
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
MOST_WORDS = 14
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
AMOUNT = "%"
CLOSING = frozenset({")", "]"})
POINTING = frozenset({"such", "same"})
INDEFINITE = frozenset({"a", "an", "another", "some", "no"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
MEMBERS = frozenset({"including"})
ARTICLES = frozenset({"a", "an"})
TOGETHER = frozenset({"together", "along"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where", "when"})


def phrase(head: Token, is_charge: Callable[[Token, Token], bool]) -> Span:
    """Span of the phrase of a head: modifiers before it and of-phrases after it, no clause, no determiner in front.

    Of what somebody is accused, which `is_charge` knows, is no part of who he is: "accused the gang | of the murder".
    "the presidential residence in the city, which burned" -> "presidential residence"
    """
    kept = sorted({head, *_left(head), *_right(head, is_charge)}, key=lambda t: t.i)
    kept = _behind_breaks(kept, head)
    while len(kept) > 1 and (kept[0].dep_ in LEFT_OUT or kept[0].is_space) and kept[0] != head:
        kept = kept[1:]
    if len(kept) > MOST_WORDS:
        kept = [t for t in kept if t.i <= head.i][-MOST_WORDS:]
    return Span(kept[0].idx, kept[-1].idx + len(kept[-1]))


def _behind_breaks(kept: list[Token], head: Token) -> list[Token]:
    """Without what a closing bracket or a line break parts from the head: "(Ada Roe/Wire) | Gunmen"."""
    last = max((t.i for t in kept if t.i < head.i and (t.text in CLOSING or "\n" in t.text)), default=-1)
    return [t for t in kept if t.i > last]


def _left(head: Token) -> Iterator[Token]:
    for child in head.lefts:
        if child.dep_ not in {"relcl", "acl", "appos", "advcl", "cc", "punct", "conj"} or child.text in "“\"'‘":
            yield from child.subtree


def _right(head: Token, is_charge: Callable[[Token, Token], bool]) -> Iterator[Token]:
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in INNER_PREPS and not is_charge(child, head):
            if any(inner.dep_ == "pcomp" for inner in child.children):
                continue  # "accused the mayor | of taking bribes"
            yield child
            for inner in child.children:
                yield inner
                yield from _left(inner)
                yield from _right(inner, is_charge)
        elif child.dep_ in {"compound", "flat", "case", "nummod"} or child.text in "”\"'’":
            yield child


def conjuncts(head: Token) -> list[Token]:
    """The head and what is coordinated with it: "the mayor and his driver" -> [mayor, driver].

    A coordination under one number stays one: "eight police and national guard troops" -> [police].
    """
    found, current = [head], head
    while following := _joined_to(current):
        current = following[0]
        found.append(current)
    found = [name for token in found for name in _named_by(token)]
    counted = any(c.dep_ == "nummod" for c in head.children)
    own = [t for t in found[1:] if any(c.dep_ in {"det", "nummod", "poss"} for c in t.children) or t.pos_ == "PROPN"]
    return [found[0], *own] if counted else found


def _joined_to(token: Token) -> list[Token]:
    """What is coordinated with a noun; a person that the parse joins to a place: "Roe of Bern and | Ben Lim"."""
    joined = [c for c in token.rights if c.dep_ == "conj" and c.pos_ in NOUNS] or _second(token)
    if joined or token.ent_type_ != "PERSON":
        return joined
    places = prepositional(token, ("of", "from"))
    return [c for place in places for c in place.rights if c.dep_ == "conj" and c.ent_type_ == "PERSON"]


def _second(noun: Token) -> list[Token]:
    """A second subject or object behind a noun that an "and" hangs on: "Roe, her son, and | two guards were held"."""
    if noun.dep_ not in ARGUMENTS or not any(c.dep_ == "cc" for c in noun.rights):
        return []
    beside = (c for c in noun.head.children if c.i > noun.i and c.dep_ == noun.dep_ and c.pos_ in NOUNS)
    return [c for c in beside if c.left_edge.i > noun.right_edge.i][:1]


def _named_by(token: Token) -> list[Token]:
    """The names in apposition to a common noun, else the token; names after "including" come on top.

    "two clerks, Ada Roe and Ben Lim" -> Roe, Lim; "the mayor, Ada Roe, and her driver" -> Roe, driver
    """
    named = _office_holder(token)
    for child in _beside(token) if token.pos_ in {"NOUN", "NUM"} or token.tag_ == "NNPS" else ():
        if child.dep_ == "appos" and _names_person(child):
            named += [t for other in _chain(child) for t in _named_by(other)]
    members = [c for p in _beside(token) if _adds_members(p) for c in p.children if c.dep_ == "pobj"]
    members += [c for c in token.rights if _is_listed(c, token)]
    return (named or [token]) + [n for first in members for c in _chain(first) for n in _named_by(c)]


def _office_holder(token: Token) -> list[Token]:
    """The person in front of whom a body's name stands: "Court | of Justice president Ada Roe" -> Roe."""
    if not any(t.ent_type_ == "ORG" for t in (token, *token.lefts)):
        return []
    people = [t for t in prepositional(token, ("of",)) if t.ent_type_ == "PERSON"]
    return [t for t in people if any(d.ent_type_ == "ORG" for c in t.lefts for d in c.subtree)]


def _names_person(noun: Token) -> bool:
    """A name that the model takes for a person's, or that is joined to one: "Ada Roe and Ben Lim"."""
    return noun.ent_type_ == "PERSON" or (
        noun.pos_ == "PROPN" and not noun.ent_type_ and any(t.ent_type_ == "PERSON" for t in _chain(noun))
    )


def _is_listed(noun: Token, token: Token) -> bool:
    """What the parse takes for another name of a noun is the next in its list: "Ada Roe, | her son, and a nurse".

    "six monks, | a cook and her daughter", "three trucks - | a tanker and two vans"
    """
    if noun.dep_ != "appos" or noun.pos_ != "NOUN":
        return False
    goes_on = any(c.dep_ == "conj" for c in noun.rights) or any(c.dep_ == "cc" and c.i > noun.i for c in token.rights)
    if any(c.tag_ == "PRP$" for c in noun.lefts):
        return goes_on and token.ent_type_ == "PERSON"
    is_one = noun.tag_ == "NN" and any(c.lower_ in ARTICLES for c in noun.lefts)
    return goes_on and is_one and any(c.dep_ == "nummod" for c in token.lefts)


def _chain(first: Token) -> list[Token]:
    found = [first]
    while following := _joined_to(found[-1]):
        found.append(following[0])
    return found


def _beside(token: Token) -> Iterator[Token]:
    """What follows a noun, its of-phrase or the deed that it undergoes: "the governor of Pasto | , Ada Roe"."""
    yield from token.rights
    for inner in prepositional(token, ("of",)):
        if inner.ent_type_ != "PERSON":
            yield from (c for c in inner.rights if c.dep_ in {"appos", "prep"})
    yield from _behind_comma(token)
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        yield from (c for c in token.head.head.rights if c.i > token.i and c.lower_ in MEMBERS)


def _behind_comma(token: Token) -> Iterator[Token]:
    """A name right behind a noun and a comma hung further up: "the life of the leader | , Ada Roe"."""
    if token.dep_ != "pobj" or token.i + 2 >= len(token.doc) or token.doc[token.i + 1].text != ",":
        return
    near = token.doc[token.i + 2 : token.i + 7]
    yield from (t for t in near if t.dep_ == "appos" and t.head.i < token.i and t.left_edge.i == token.i + 2)


def _adds_members(prep: Token) -> bool:
    """ "six priests, including Ada Roe", "the mayor, together with her driver"."""
    return prep.lower_ in MEMBERS or (prep.lower_ == "with" and any(c.lower_ in TOGETHER for c in prep.lefts))


def modifiers(noun: Token) -> set[str]:
    """Lemmas of what modifies a noun (compounds, adjectives, possessor, what it is of or against) and governs it.

    `%` where one of them is a percentage.
    """
    near = [c for c in noun.children if c.dep_ in {"compound", "amod", "poss", "nmod", "npadvmod"}]
    near += prepositional(noun, ("of", "by", "against", "on", "in", "at", "for"))
    if noun.dep_ in {"dobj", "pobj"}:
        near += (noun.head, noun.head.head) if noun.dep_ == "pobj" else (noun.head,)
    amount = {AMOUNT} if any(c.ent_type_ == "PERCENT" for c in near) else set()
    return {t.lemma_.lower() for t in near} | amount


def is_new(noun: Token) -> bool:
    """Whether a noun brings up something: "a strike", "strikes", but not "the strike", "their strike"."""
    return not any(
        c.dep_ == "poss" or c.lower_ in POINTING or (c.dep_ == "det" and c.lower_ not in INDEFINITE) for c in noun.lefts
    )


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for: "gunmen who killed" -> gunmen; any other token is itself."""
    if token.lower_ not in RELATIVES or token.pos_ not in {"PRON", "DET", "SCONJ"}:
        return token
    verb = token.head
    if token.lower_ == "whose" and verb.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        verb = verb.head
    while verb.dep_ in {"conj", "xcomp", "auxpass", "prep"} and verb.dep_ != "relcl":
        verb = verb.head
    noun = verb.head if verb.dep_ == "relcl" else token
    is_named_before = noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.ent_type_ == "PERSON"
    return noun.head if is_named_before else noun  # "Ada Roe, a clerk who was held" -> Roe


def prepositional(head: Token, preps: tuple[str, ...]) -> Iterator[Token]:
    """Objects of the prepositions below a head, in the order of `preps`; of "between A and B" it gives A."""
    below = [(c.lower_, c) for c in head.children if c.dep_ in PREPOSITIONS]
    for wanted in preps if below else ():
        for word, child in below:
            if word == wanted:
                yield from (c for c in child.children if c.dep_ in {"pobj", "pcomp"} and c.pos_ != "VERB")
