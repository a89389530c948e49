"""What an amount is the amount of: the noun it stands before, the noun before "of", the subject that rose.

"a $75 million contract" -> "contract"; "doubling of the price of gas" -> "price of gas"; "shares fell 3%" -> "shares".
"""

from transforms.parsed import Token
from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.phrases import Counted, behind, of_phrase, phrase
from transforms.quantities.prices import traded
from transforms.quantities.words import SUBJECTS, child, end_of, left_edge, preposition, top

AMOUNTS = frozenset({"money", "percent", "ratio", "measure"})
BEFORE_NOUN = frozenset({"nummod", "compound", "amod", "nmod", "quantmod"})
OF_VERB = frozenset({"dobj", "attr", "npadvmod", "advmod", "ROOT", "oprd", "acomp"})
TIME_OR_PLACE = frozenset({"DATE", "TIME", "GPE", "LOC"})
CLAUSES = frozenset({"conj", "xcomp", "advcl"})
BESIDE_OBJECT = ("appos", "npadvmod", "advmod")


def part(figure: Figure, root: Token) -> Counted | None:
    """The whole behind "of": "three of the dead", "20% of voters", "$2 billion of bonds", "doubling of the price"."""
    inside = figure.kind == "ratio" and root.pos_ != "VERB"  # "a doubling in price", not "tripled in value"
    noun = preposition(root, "of") or (preposition(root, "in") if inside else None)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") or noun.idx < figure.end:
        return None
    if noun.head.lower_ == "in" and noun.pos_ not in ("NOUN", "PROPN"):
        return None
    start = left_edge(noun, after=figure.end)
    noun = _possessed(noun)
    return Counted(start.idx, end_of(of_phrase(noun)), noun, whole=figure.kind == "count")


def _possessed(owner: Token) -> Token:
    """The noun behind an owner that the model takes for the whole: "two-thirds of the mayor's requested funding"."""
    doc, at = owner.doc, owner.i + 1
    if at >= len(doc) or doc[at].tag_ != "POS":
        return owner
    while at + 1 < len(doc) and (doc[at].tag_ == "POS" or doc[at].pos_ in ("ADJ", "ADV", "VERB", "NUM")):
        at += 1
    while at + 1 < len(doc) and doc[at].pos_ in ("NOUN", "PROPN") and doc[at + 1].pos_ in ("NOUN", "PROPN"):
        at += 1
    return doc[at] if doc[at].pos_ in ("NOUN", "PROPN") else owner


def labelled(figure: Figure, root: Token) -> Counted | None:
    """The noun before a colon: "Attendance: 12,836"."""
    head, before = root.head, root.doc[max(0, root.left_edge.i - 1)]
    named = before.text == ":" and head.pos_ == "NOUN" and head.i < before.i
    return phrase(head, before=figure.start) if named and before.nbor(-1).i == head.i else None


def described(figure: Figure, root: Token) -> Counted | None:
    """What has an age or lasts that long: "a 23-year-old woman", "Ann Lee, 43", "a three-day strike"."""
    head = root.head
    if head.pos_ in ("NOUN", "PROPN") and head.i > root.i and root.dep_ in (*BEFORE_NOUN, "npadvmod"):
        return behind(head, after=figure.end)
    before = head.pos_ == "PROPN" and head.i < root.i and root.dep_ in ("appos", "nummod", "npadvmod")
    return phrase(head, before=figure.start) if figure.kind == "age" and before else None


def measured(figure: Figure, number: Token, lexicon: QuantityLexicon) -> Counted | None:
    """The noun that an amount belongs to: "a $75 million contract", "profit of $2m", "sales rose 4 percent"."""
    root = top(number)
    if root.dep_ in BEFORE_NOUN and root.head.lower_ in lexicon.units and figure.unit:  # "from 20 to 15 litres"
        root = root.head
    if root.pos_ == "VERB" and figure.form == "factor":
        return _multiplied(figure, root)
    if root.pos_ == "VERB" and root.idx < figure.number_start:  # "bitcoin topped $73,000"
        limited = _subject(root, lexicon)
        return phrase(limited, before=figure.start) if limited is not None else None
    head = root.head
    if head.pos_ in ("NOUN", "PROPN") and head.i > root.i and root.dep_ in (*BEFORE_NOUN, "predet"):
        return _modified(figure, root, head, lexicon)
    return _governed(figure, root, lexicon)


def _modified(figure: Figure, root: Token, noun: Token, lexicon: QuantityLexicon) -> Counted | None:
    """The noun that an amount stands before, or what that noun is the worth or the change of."""
    if figure.kind != "ratio" and noun.dep_ == "nsubj" and noun.lemma_.lower() in lexicon.persons:
        return None  # "below the 4.4% economists had forecast"
    if any(t.pos_ == "ADP" for t in root.doc[root.i + 1 : noun.i]):  # "$8 billion over 10 years"
        return None
    if (
        noun.lower_ in lexicon.beside.worth and (goods := preposition(noun, "of")) is not None
    ):  # "$7,000 worth of equipment"
        return Counted(left_edge(goods, after=figure.end).idx, end_of(of_phrase(goods)), goods)
    return _subject_of_change(noun, figure, lexicon) or behind(noun, after=figure.end)


def _governed(figure: Figure, root: Token, lexicon: QuantityLexicon) -> Counted | None:
    """The noun before "of", "with" or "worth"; what is so deep; else what the verb says the amount of."""
    head = root.head
    if (
        head.lower_ in lexicon.beside.worth and head.i and head.nbor(-1).pos_ in ("NOUN", "PROPN")
    ):  # "cocaine worth $60 million"
        return phrase(head.nbor(-1), before=figure.start)
    if root.dep_ == "npadvmod" and head.pos_ in ("ADJ", "ADV"):
        return _dimension(figure, head, lexicon)
    if root.dep_ == "pobj" and head.lower_ in ("of", "with") and head.head.pos_ in ("NOUN", "PROPN"):
        return _owner(head.head, figure, lexicon)
    inside = root.dep_ == "pobj" and head.idx >= figure.start
    if inside and head.head.pos_ == "NOUN" and head.head.i < head.i:  # "loans above $1 million"
        return phrase(head.head, before=figure.start)
    verb = _verb_above(root)
    return argument(figure, root, verb, lexicon) if verb is not None else None


def level(figure: Figure, number: Token, lexicon: QuantityLexicon) -> Counted | None:
    """What a bare number is the level of: "the index rose to 5,871", "the population was 4 million"."""
    root = top(number)
    above = root.head
    if root.dep_ == "pobj" and above.lower_ == "of" and above.head.pos_ == "NOUN":  # "a population of 4 million"
        return _owner(above.head, figure, lexicon)
    if root.dep_ in ("attr", "dobj") and above.lemma_ in lexicon.beside.linking_verb:
        return argument(figure, root, above, lexicon)
    verb = _verb_above(root) if _is_change(root, lexicon) or _follows_to(root) else None
    if verb is None:
        return None
    moved = any(
        c.dep_ == "dobj" and c.lemma_.lower() in lexicon.levels for c in verb.children
    )  # "bringing the total to"
    changed = (
        moved
        or above.lower_ == "at"
        or verb.lemma_.lower() in lexicon.verbs_of_change
        or verb.lower_ in lexicon.multiples
    )
    return argument(figure, root, verb, lexicon) if changed else None


def argument_of(root: Token, figure: Figure, lexicon: QuantityLexicon) -> Counted | None:
    """What becomes longer or shorter by a time: "life expectancy fell by two years"."""
    verb = _verb_above(root)
    return argument(figure, root, verb, lexicon) if verb is not None else None


def argument(figure: Figure, root: Token, verb: Token, lexicon: QuantityLexicon) -> Counted | None:
    """What a verb says the amount of: the object that it raises or cuts, else its subject."""
    obj = next((c for c in verb.children if c.dep_ == "dobj" and c.i < root.i), None)
    if (thing := traded(figure, root, verb, lexicon)) is not None:
        return thing
    if obj is not None and root.dep_ in BESIDE_OBJECT and figure.kind == "percent":  # "cut emissions 43 per cent"
        return phrase(obj, before=figure.start) if verb.lemma_.lower() in lexicon.verbs_of_change else None
    if (
        obj is not None
        and _is_change(root, lexicon)
        and not any(c.dep_ in ("nummod", "quantmod") for c in obj.children)
    ):
        moves = verb.lemma_.lower() in lexicon.verbs_of_change or obj.lemma_.lower() in lexicon.levels
        moves = moves or root.head.lower_ not in ("to", "by")  # not "won the vote by 54 percent to 41"
        return phrase(obj, before=figure.start) if moves else None
    sold = lexicon.trades.get(verb.lemma_.lower()) == "object" and figure.kind == "money"  # "it sells for $1,299"
    belongs = (
        root.dep_ in OF_VERB
        or verb.lemma_ in lexicon.beside.linking_verb
        or _is_change(root, lexicon)
        or (sold and obj is None)
    )
    subject = _subject(verb, lexicon) if belongs else None
    return phrase(subject, before=figure.start) if subject is not None else None


def _subject(verb: Token, lexicon: QuantityLexicon) -> Token | None:
    """The subject of a verb or of the one before it; for "which" the noun before the clause."""
    for _ in range(3):
        found = child(verb, *SUBJECTS)
        if found is not None:
            return verb.head if found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else found
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in CLAUSES or (verb.dep_ != "conj" and _has_object(verb.head, lexicon)):
            return None
        verb = verb.head
    return None


def _has_object(verb: Token, lexicon: QuantityLexicon) -> bool:
    """An object that could itself do what follows; an amount does nothing: "gained 83 cents to settle at $71"."""
    obj = child(verb, "dobj")
    if obj is None or obj.pos_ in ("NUM", "SYM") or obj.text == "%":
        return False
    return obj.lower_ not in lexicon.units and obj.lower_ not in lexicon.money_words


def _dimension(figure: Figure, word: Token, lexicon: QuantityLexicon) -> Counted | None:
    """What is so deep or so far away: "a crater 18 feet deep", "the bridge is 40 metres high", "23% less likely"."""
    while word.head.pos_ in ("ADJ", "ADV") and (
        word.dep_ == "conj" or (word.dep_ == "advmod" and word.head.i > word.i)
    ):
        word = word.head  # "23% less likely", "180km wide and 20km deep"
    if word.head.pos_ in ("NOUN", "PROPN"):
        before = word.head.i < word.i
        return phrase(word.head, before=figure.start) if before else behind(word.head, after=figure.end)
    subject = _subject(word.head, lexicon) if word.head.pos_ in ("VERB", "AUX") else None
    return phrase(subject, before=figure.start) if subject is not None else None


def _subject_of_change(noun: Token, figure: Figure, lexicon: QuantityLexicon) -> Counted | None:
    """What a noun of change is the change of: "a 5% rise in sales"."""
    if noun.lemma_.lower() not in lexicon.nouns_of_change:
        return None
    of = preposition(noun, "in", "of", "for", "on")
    if of is None or of.pos_ not in ("NOUN", "PROPN") or of.ent_type_ in TIME_OR_PLACE:
        return None
    return Counted(left_edge(of, after=figure.end).idx, end_of(of_phrase(of)), of)


def _owner(noun: Token, figure: Figure, lexicon: QuantityLexicon) -> Counted | None:
    """The noun before "of", past nouns that only frame an amount: "rates in the range of 5 percent"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":  # "margin of error of"
        noun = noun.head.head
    pace = noun.lemma_.lower() in lexicon.beside.pace and noun.dep_ == "pobj" and noun.head.lower_ == "at"
    if pace and noun.head.head.lemma_.lower() in lexicon.verbs_of_change:  # "rose at an annual rate of 3 percent"
        return argument(figure, noun, noun.head.head, lexicon)
    if noun.lemma_.lower() in lexicon.levels and noun.dep_ == "pobj":
        above = noun.head.head
        if above.pos_ in ("VERB", "AUX"):
            obj = child(above, "dobj")
            return phrase(obj, before=figure.start) if obj is not None else argument(figure, noun, above, lexicon)
        return phrase(above, before=figure.start)
    return phrase(noun, before=figure.start)


def _multiplied(figure: Figure, verb: Token) -> Counted | None:
    """What a verb doubles: its object, else its subject."""
    obj = next((c for c in verb.children if c.dep_ == "dobj" and c.idx > verb.idx), None)
    if obj is not None:
        return Counted(left_edge(obj, after=figure.end).idx, end_of(of_phrase(obj)), obj)
    subject = child(verb, *SUBJECTS)
    return phrase(subject, before=figure.start) if subject is not None else None


def _follows_to(root: Token) -> bool:
    """A level that the model takes for an object: "grew by 9 million to 270 million"."""
    return root.dep_ == "dobj" and root.left_edge.i > 0 and root.left_edge.nbor(-1).lower_ == "to"


def _is_change(root: Token, lexicon: QuantityLexicon) -> bool:
    return root.dep_ == "pobj" and root.head.lower_ in lexicon.beside.level_link


def _verb_above(root: Token) -> Token | None:
    at = root
    for _ in range(4):
        at = at.head
        if at.pos_ in ("VERB", "AUX") or (at.dep_ == "ROOT" and child(at, *SUBJECTS) is not None):
            return at
    return None
