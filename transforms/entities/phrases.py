"""How far a noun phrase reaches: "the secretariat [of the organization]", "[national guard] troops"."""

from transforms.parsed import Token

BEFORE = frozenset(["compound", "amod", "nmod", "poss", "punct", "advmod", "npadvmod", "case"])
DASHES = frozenset(["-", "–", "—", "--"])
ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those"])


def complement_end(token: Token, prepositions: tuple[str, ...] = ("of",)) -> int:
    """End of a noun with its complement, as an offset."""
    last = token
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            last = max(child.subtree, key=lambda t: t.i)
    while last.is_punct and last.i > token.i:
        last = last.nbor(-1)
    return int(last.idx) + len(last)


def _words(first: Token, last: Token) -> list[Token]:
    """Words from one to another in reverse order, the first one left out."""
    found = []
    while last.i > first.i:
        found.append(last)
        last = last.nbor(-1)
    return found


def phrase_start(token: Token) -> int:
    """Start of the first describing word of a noun; articles, numbers and pronouns stay outside."""
    first = token
    for left in reversed(list(token.lefts)):
        if left.dep_ in BEFORE and left.i < first.i and not left.like_num and left.pos_ != "PRON":
            first = min(left.subtree, key=lambda t: t.i)
        elif left.dep_ not in {"cc", "conj"}:
            break
    between = (t for t in _words(first, token) if t.text in DASHES and t.idx > t.nbor(-1).idx + len(t.nbor(-1)))
    first = next((dash.nbor() for dash in between), first)  # "OSLO - Army troops": a dash with spaces divides
    while first.i < token.i and (first.lower_ in ARTICLES or first.is_punct or first.like_num or first.pos_ == "PRON"):
        first = first.nbor()
    return int(first.idx)
