"""What a number counts or measures, as a span: the noun behind it, the group it is a part of, the subject that rose.

"eight police and national guard troops" -> "police and national guard troops"; "three of the dead" -> "dead";
"the doubling of the price of gas" -> "price of gas"; "more than 300 have been injured" -> the group counted before.
"""

from collections.abc import Sequence, Set

from transforms.parsed import Token
from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.measured import AMOUNTS, argument_of, described, labelled, measured, part
from transforms.quantities.phrases import Counted, behind, coordinated
from transforms.quantities.prices import counted_in
from transforms.quantities.words import Words, end_of, preposition, root_of, roots_of

NO_NOUN = frozenset({"CCONJ", "PUNCT", "ADP", "SCONJ", "PRON", "AUX"})
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN"})
QUOTES = frozenset("“\"‘'«")


def number_root(figure: Figure, words: Words) -> Token | None:
    """The token of a figure that the rest of the sentence governs."""
    return root_of([t for t in words.between(figure.number_start, figure.number_end) if t.text not in "-–"])


def counted(
    figure: Figure, words: Words, text: str, earlier: Sequence[tuple[Figure, Counted]], lexicon: QuantityLexicon
) -> Counted | None:
    """The span that a figure counts or measures; None where the sentence names none."""
    tokens = words.between(figure.start, figure.end)
    roots = roots_of(tokens)
    if not roots or figure.kind == "score":
        return None
    root = roots[-1]
    if figure.kind in ("age", "duration"):
        return described(figure, root) or (argument_of(root, figure, lexicon) if figure.direction else None)
    if figure.kind not in AMOUNTS:
        return (
            _noun(figure, words, text, lexicon)
            or part(figure, root)
            or labelled(figure, root)
            or _unsaid(figure, root, earlier, lexicon)
        )
    if (them := preposition(root, "of")) is not None and them.pos_ in ("PRON", "DET"):  # "half of them"
        known = earlier[-1][1] if earlier and them.tag_ != "DT" else None
        return known._replace(ellipsis=True) if known else None
    whole = next((found for token in reversed(tokens) if (found := part(figure, token))), None) or (
        counted_in(figure, words, lexicon) or _as_many(figure, words)
    )
    whole = whole or labelled(figure, root)
    tries = reversed(roots) if figure.kind == "measure" else (root,)  # "degrees Celsius" may hang on two words
    what = whole or next((found for at in tries if (found := measured(figure, at, lexicon))), None)
    # the model hangs the second amount on the first: "40% of voters, up from 32%", "0.2% and 1.1%"
    above = what.head if what is not None else root.head if root.dep_ in ("conj", "appos") else None
    return next((c for f, c in earlier if above is not None and f.start <= above.idx < f.end), what)


def _noun(figure: Figure, words: Words, text: str, lexicon: QuantityLexicon) -> Counted | None:
    """The noun behind the number, with its modifiers and what is coordinated under the same number."""
    following = words.at(figure.end + 1) if figure.end + 1 < len(text) else None
    if following is None or following.idx < figure.end:
        return None
    joined = text[figure.end : figure.end + 2].strip()[:1] in ("-", "‑")
    if joined and following.text == "-":
        following = following.nbor() if following.i + 1 < len(following.doc) else following
    if not joined and text[figure.end : following.idx].strip(" \n\t"):
        return None
    if following.lower_ in ("to", "of", "or", "and"):
        return None
    if following.text in QUOTES and following.i + 1 < len(following.doc):
        following = following.nbor()
    head = _head_behind(following, figure, words, lexicon.beside.bare_victim, joined=joined)
    if head is None or head.sent != following.sent:
        return None
    last = _joined_noun(head) if joined else _with_crew(coordinated(head), lexicon)
    if joined and head.lower_ in lexicon.beside.of_strength and last.i > head.i:  # "a 30-strong crew"
        return Counted(head.nbor().idx, end_of(last), last)
    skipped = following
    while skipped.i < head.i and (skipped.pos_ in ("DET", "PUNCT") or ")" in text[skipped.idx : head.idx]):
        skipped = skipped.nbor()
    return Counted(min(skipped.idx, head.idx), end_of(last), head)


def _with_crew(noun: Token, lexicon: QuantityLexicon) -> Token:
    """A collective without a number of its own under the same number: "67 passengers and crew"."""
    at, doc = noun.i, noun.doc
    if at + 2 >= len(doc) or doc[at + 1].lower_ != "and" or noun.lemma_.lower() not in lexicon.persons:
        return noun
    return doc[at + 2] if doc[at + 2].lower_ in lexicon.beside.collective else noun


def _head_behind(token: Token, figure: Figure, words: Words, bare: Set[str], *, joined: bool) -> Token | None:
    """The head of the noun phrase that begins at a token."""
    compound = _compound_end(token)
    if not joined and token.pos_ == "ADP" and compound.i > token.i:  # "two by-elections", "two off-duty soldiers"
        describes = compound.tag_ != "NNS"
        after = compound.nbor() if compound.i + 1 < len(compound.doc) else compound
        goes_on = describes and after.pos_ in DESCRIBING
        return _head_behind(after, figure, words, bare, joined=False) if goes_on else compound
    if not joined and (token.pos_ in NO_NOUN or token.lower_ in ("a", "an")):  # "900 a week"
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
        return token if token.pos_ in ("NOUN", "PROPN") or token.lower_ in bare else None
    while at.dep_ in ("compound", "amod", "nmod", "poss") and at.head.i > at.i and at.head.pos_ in ("NOUN", "PROPN"):
        at = at.head
    return _last_part(at)


def _as_many(figure: Figure, words: Words) -> Counted | None:
    """The noun behind a factor: "three times as many voters"."""
    first = words.at(figure.end + 1)
    if figure.kind != "ratio" or first.lower_ != "as" or first.i + 2 >= len(first.doc):
        return None
    many = first.nbor()
    noun = many.head if many.lower_ in ("many", "much", "few") else None
    return behind(noun, after=end_of(many)) if noun is not None and noun.i > many.i and noun.pos_ == "NOUN" else None


def _compound_end(token: Token) -> Token:
    """The last part of a word with hyphens: "by-elections"."""
    doc, at = token.doc, token.i
    while at + 2 < len(doc) and doc[at + 1].text == "-" and not doc[at].whitespace_ and not doc[at + 1].whitespace_:
        at += 2
    return doc[at]


def _joined_noun(noun: Token) -> Token:
    """The noun that a compound with a number describes: "300-page report"."""
    above = noun.head
    near = noun.i < above.i < noun.i + 4 and above.pos_ in ("NOUN", "PROPN")
    return above if near and noun.dep_ in ("compound", "nmod", "amod", "npadvmod") else noun


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


def _unsaid(
    figure: Figure, root: Token, earlier: Sequence[tuple[Figure, Counted]], lexicon: QuantityLexicon
) -> Counted | None:
    """A number that stands alone counts what the number before it counted: the antecedent is flagged."""
    level = root.dep_ == "pobj" and root.head.lower_ in ("to", "from", "at", "by", "on")  # "rose to 7,159"
    framed = root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ == "NOUN"  # "a team of 16"
    level = level or framed
    adverb = root.dep_ == "npadvmod" and not _resumes(root, lexicon)
    if figure.kind != "count" or level or adverb or root.dep_ in ("nummod", "compound") or not earlier:
        return None
    before = next((c for f, c in reversed(earlier) if f.kind == "count" and not c.whole), None)
    if before is None or (root.dep_ == "appos" and not before.start <= root.head.idx < before.end):
        return None  # "13 cases, three in one town", not "the driver, 3"
    return before._replace(ellipsis=True)


def _resumes(root: Token, lexicon: QuantityLexicon) -> bool:
    """A number behind a comma that says where or how many more: "13 cases, three in town", "9 seats, one more than"."""
    first, after = root.left_edge, root.nbor() if root.i + 1 < len(root.doc) else root
    return (
        first.i > 0 and first.nbor(-1).text == "," and (after.pos_ == "ADP" or after.lower_ in lexicon.beside.comparing)
    )
