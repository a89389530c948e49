"""Whether a figure went up or down: "rose 4.8 percent", "a 5% drop", "down 34 cents", "fell from 50 to 41"."""

from transforms.parsed import Token
from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.words import Words, preposition, root_of, top

AMOUNTS = frozenset({"percent", "money", "measure", "ratio"})
PART_OF_NOUN = frozenset({"compound", "amod", "nummod", "nmod", "npadvmod", "poss"})
OF_VERB = frozenset({"npadvmod", "advmod", "attr"})


def direction(figure: Figure, words: Words, lexicon: QuantityLexicon) -> Figure:
    """The figure with the direction of its change, where a word of change governs it."""
    if figure.direction or figure.kind not in (*AMOUNTS, "count", "duration", "age"):
        return figure
    tokens = words.between(figure.start, figure.end)
    root = root_of(tokens)
    if root is None:
        return figure
    before = tokens[0].nbor(-1) if tokens[0].i else None
    if figure.kind in ("duration", "age"):  # "fell by 1.5 years to 76", not "grew over 40 years"
        linked = root.dep_ == "pobj" and root.head.lower_ in ("to", "by")
        found = _verb(root.head.head, lexicon) if linked else None
        return figure._replace(direction=found) if found else figure
    found = (
        _turned(figure, before, lexicon)
        or _compared(figure, tokens[-1], lexicon)
        or _above(figure, top(root), before, lexicon)
    )
    return figure._replace(direction=found) if found else figure


def _turned(figure: Figure, before: Token | None, lexicon: QuantityLexicon) -> str | None:
    """A word of direction right before: "up 3 percent"."""
    if before is None or (before.lower_ == "off" and figure.kind == "count"):  # "off hundreds of homes"
        return None
    if before.lower_ not in lexicon.beside.turn or (figure.kind == "ratio" and figure.form == "factor"):
        return None
    idiom = before.head.lemma_ in lexicon.beside.idiom_verb and figure.kind != "percent"
    particle = before.dep_ == "prt" and figure.kind == "count"  # "enough to light up 400,000 homes"
    return None if idiom or particle else lexicon.adverbs_of_change[before.lower_]


def _compared(figure: Figure, last: Token, lexicon: QuantityLexicon) -> str | None:
    """A word of direction right behind: "3 percent higher", "1.4 million, up from 1.2 million"."""
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    if after is not None and after.text == "," and after.i + 1 < len(last.doc):
        after = after.nbor()
        if after.lower_ not in lexicon.beside.turn and after.lower_ not in lexicon.beside.compared_state:
            return None
    if after is None or after.i + 1 == len(after.doc):
        return None if after is None or figure.kind not in AMOUNTS else lexicon.adverbs_of_change.get(after.lower_)
    since = after.nbor().lower_ == "from"
    plain = figure.kind in AMOUNTS and after.lower_ not in lexicon.beside.turn and after.nbor(-1).text != ","
    return lexicon.adverbs_of_change.get(after.lower_) if since or plain else None


def _above(figure: Figure, root: Token, before: Token | None, lexicon: QuantityLexicon) -> str | None:
    if root.dep_ == "conj" and root.head.lower_ == root.lower_:  # "fell 0.3 percent in May and 1.1 percent in June"
        root = root.head
    if root.dep_ in PART_OF_NOUN and root.head.lower_ in lexicon.beside.period:  # "rose 7% year on year"
        root = root.head
    head, amount = root.head, figure.kind in AMOUNTS
    if root.dep_ in PART_OF_NOUN and head.pos_ == "NOUN":
        return _noun_or_pace(head, figure, lexicon) if amount else _of_things(head, figure, lexicon)
    if root.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ == "NOUN" and amount:
        return _framed(head.head, figure, lexicon)
    if (
        root.dep_ == "pobj"
        and before is not None
        and (head.lower_ in lexicon.beside.change_link or before.lower_ in lexicon.beside.change_link)
    ):
        return _governor(head, figure, lexicon)
    if root.dep_ == "appos" and head.dep_ == "dobj" and figure.kind == "percent":  # "cut emissions 43 per cent"
        root, head = head, head.head
    if root.dep_ == "dobj" and head.pos_ == "VERB" and not (figure.kind == "measure" and preposition(root, "of")):
        return _object_of(head, figure, lexicon)
    return _verb(head, lexicon) if root.dep_ in OF_VERB and head.pos_ == "VERB" and amount else None


def _framed(noun: Token, figure: Figure, lexicon: QuantityLexicon) -> str | None:
    """An amount behind "of": "cut rates to a range of 1.75 percent", "rose at an annual rate of 3 percent"."""
    if noun.lemma_ in lexicon.beside.pace and noun.dep_ == "pobj" and noun.head.lower_ == "at":
        return _verb(noun.head.head, lexicon)
    framed = noun.dep_ == "pobj" and noun.lemma_ in lexicon.levels and noun.head.lower_ in lexicon.beside.change_link
    return _governor(noun.head, figure, lexicon) if framed else _noun(noun, figure, lexicon)


def _of_things(noun: Token, figure: Figure, lexicon: QuantityLexicon) -> str | None:
    """Things of which there are more or fewer: "cut 7,000 jobs", "a loss of 7,000 jobs", not "lost 12 men"."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or lemma in lexicon.persons or lemma.endswith(lexicon.person_endings):
        return None
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB" and noun.lower_ not in lexicon.score_cues:
        return _object_of(noun.head, figure, lexicon)
    to = noun.dep_ == "pobj" and noun.head.lower_ in ("to", "by")
    if to and not any(
        c.dep_ == "dobj" for c in noun.head.head.children
    ):  # "fell to 41 units", not "cut power to 9 homes"
        return _governor(noun.head, figure, lexicon)
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN"
    return lexicon.nouns_of_change.get(noun.head.head.lemma_.lower()) if of else None


def _object_of(verb: Token, figure: Figure, lexicon: QuantityLexicon) -> str | None:
    """A verb by which its object changes: all of them for shares, those for things that say so."""
    allowed = lexicon.objects_of_change.get(verb.lemma_.lower(), "")
    share, thing = figure.kind in ("percent", "ratio"), figure.kind == "count"
    fits = share or (allowed == "counts" if thing else allowed != "percent")
    return _verb(verb, lexicon) if fits else None


def _noun_or_pace(noun: Token, figure: Figure, lexicon: QuantityLexicon) -> str | None:
    """A noun of change, or a pace at which a verb goes: "grew at a 3 percent rate"."""
    at = noun.head if noun.dep_ == "pobj" and noun.lemma_ in lexicon.beside.pace else None
    return _noun(noun, figure, lexicon) or (_verb(at.head, lexicon) if at is not None else None)


def _governor(link: Token, figure: Figure, lexicon: QuantityLexicon) -> str | None:
    """What "to" or "by" hangs on, past the nouns between: "raises spending on roads by 6 percent"."""
    at = link.head
    for _ in range(5):
        if at.pos_ in ("VERB", "AUX"):
            return _verb(at, lexicon) or _state(at, link, lexicon)
        if at.pos_ == "NOUN" and not (at.dep_ == "pobj" and at.head.lower_ == "from"):
            found = _noun(at, figure, lexicon)
            if found:
                return found
        at = at.head
    return None


def _verb(verb: Token, lexicon: QuantityLexicon) -> str | None:
    if verb.pos_ != "VERB":
        return None
    factor = lexicon.multiples.get(verb.lower_)
    return lexicon.verbs_of_change.get(verb.lemma_.lower()) or (factor[1] if factor else None)


def _state(verb: Token, link: Token, lexicon: QuantityLexicon) -> str | None:
    """A word of direction beside "be": "was down 0.4 percent to 5,871"."""
    between = (c.lower_ for c in verb.children if verb.i < c.i < link.i)
    return next((lexicon.adverbs_of_change[word] for word in between if word in lexicon.beside.turn), None)


def _noun(noun: Token, figure: Figure, lexicon: QuantityLexicon) -> str | None:
    """Losses and gains of money are no change of it: "a $5 million loss"."""
    lemma = noun.lemma_.lower()
    sums = figure.kind == "money" and lemma in lexicon.beside.sum_noun
    return None if sums else lexicon.nouns_of_change.get(lemma)
