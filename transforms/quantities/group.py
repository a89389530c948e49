"""Everyone who shares one harm: a victim with those coordinated with it, listed beside it, or named "along with" it.

The parse breaks lists: members hang on the verb, on an apposition, on the last noun before "and". Each rule here is one
of its habits.
"""

from collections.abc import Iterator, Sequence

from transforms.parsed import Token
from transforms.quantities.harm import Hurt
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.patients import subjects_of
from transforms.quantities.people import is_kind_of_person
from transforms.quantities.words import SUBJECTS, child, conjuncts

LONG = 24  # words over which a list goes on
CLOSERS = frozenset({",", "-", "–", "—", "--", ")"})


def group(hurt: Hurt, lexicon: QuantityLexicon) -> list[Token]:
    """The victims of one word: a noun and those coordinated with it, also behind its apposition."""
    found = [*_before(hurt, lexicon), *conjuncts(hurt.victim)]
    for item in hurt.trigger.children:  # the model hangs later members of a list on the verb
        late = item.dep_ == "conj" or (item.dep_ == "dobj" and hurt.victim.dep_ != "nsubj")
        if late and item.pos_ in ("NOUN", "PROPN", "NUM") and item.i > hurt.victim.i:
            found += conjuncts(item)
    found += [*_beside(hurt, lexicon), *_listed(hurt.victim, lexicon)]
    found += [*_astray(hurt, {t.i for t in found}, lexicon), *_accompanying(hurt, lexicon)]
    found = [t for t in dict.fromkeys(found) if not _is_part(t, hurt.victim, lexicon)]
    two = len(found) == 2
    return [
        t for t in found
        if t.i == hurt.victim.i or not (_is_harm(t, lexicon) or (two and _is_same_person(t, hurt.victim)))
    ]  # fmt: skip


def _is_part(token: Token, victim: Token, lexicon: QuantityLexicon) -> bool:
    """Who is counted already: "22 people, among them a Swede and eight cooks"."""
    return any(t.lower_ in lexicon.beside.parting for t in token.doc[victim.i : token.i])


def _beside(hurt: Hurt, lexicon: QuantityLexicon) -> Iterator[Token]:
    """Other subjects of the verb, in a list that ends in "and": "two tourists, their guide and a cook were killed"."""
    first = hurt.victim
    others = subjects_of(first.head, lexicon, first.dep_)[1:] if first.dep_ in SUBJECTS else []
    missed = _left_of_list(first, lexicon)
    if missed is not None:
        yield missed
    if others and any(t.lower_ == "and" for t in first.doc[first.right_edge.i : others[-1].right_edge.i]):
        for item in others:
            yield from conjuncts(item)


def _left_of_list(first: Token, lexicon: QuantityLexicon) -> Token | None:
    """The first of a list that the model leaves out of it: "[a judge], his wife and two guards were shot"."""
    at = first.left_edge.i
    if at < 2 or first.doc[at - 1].text != "," or child(first, "conj") is None or first.head.i < first.i:
        return None
    noun = first.doc[at - 2]
    loose = noun.head.i == first.head.i and noun.dep_ in ("npadvmod", "dep", "nsubj", "meta")
    return noun if loose and is_kind_of_person(noun, lexicon) else None


def _before(hurt: Hurt, lexicon: QuantityLexicon) -> Iterator[Token]:
    """The first of two that the model takes for what is said: "said [a man] and his son were killed"."""
    verb, above = hurt.trigger, hurt.trigger.head
    if verb.dep_ != "conj" or above.lemma_ not in lexicon.beside.saying or hurt.victim.dep_ not in SUBJECTS:
        return
    said, joined = child(above, "dobj"), child(above, "cc")
    if said is not None and joined is not None and said.i < joined.i and joined.i + 1 == hurt.victim.left_edge.i:
        yield said


def _astray(hurt: Hurt, known: set[int], lexicon: QuantityLexicon) -> Iterator[Token]:
    """Counted people behind "and" whom the model joins to a place: "men of a unit from the north and six cooks"."""
    first, doc = hurt.victim, hurt.victim.doc
    end = hurt.trigger.i if first.i < hurt.trigger.i else min(first.i + LONG, first.sent.end)
    for at in range(first.i + 1, end - 1):
        if (
            doc[at].pos_ in ("VERB", "AUX")
            or doc[at].tag_ in ("WDT", "WP")
            or doc[at].lower_ in lexicon.beside.parting | {";"}
        ):
            return
        if doc[at].lower_ != "and" or doc[at + 1].pos_ != "NUM" or _is_counted_person(doc[at - 1], lexicon):
            continue
        noun = next((t for t in doc[at + 2 : min(at + 6, end)] if is_kind_of_person(t, lexicon)), None)
        if noun is not None and not {at + 1, noun.i} & known:
            yield noun


def _is_counted_person(noun: Token, lexicon: QuantityLexicon) -> bool:
    return noun.pos_ == "NUM" or is_kind_of_person(noun, lexicon) or any(c.dep_ == "nummod" for c in noun.children)


def _accompanying(hurt: Hurt, lexicon: QuantityLexicon) -> Iterator[Token]:
    """Those who were with the victim: "was shot along with a colleague"."""
    for above in (hurt.victim, hurt.trigger):
        for item in above.children:
            if (
                item.lower_ in lexicon.beside.company
                and (inner := child(item, "prep")) is not None
                and inner.lower_ == "with"
            ):
                other = child(inner, "pobj")
                if other is not None:
                    yield from conjuncts(other)


def _listed(victim: Token, lexicon: QuantityLexicon) -> Iterator[Token]:
    """The rest of a list that the model takes for an apposition: "two sailors, their guide and a cook".

    An apposition is closed by a comma ("two climbers, a Pole and a Swiss, fell") or has as many members as the number
    before it says; the first member may still be one ("the mayor, a lawyer, and two guards").
    """
    for item in victim.children:
        others = list(conjuncts(item)) if item.dep_ == "appos" else []
        plural = any(c.dep_ == "nummod" for c in victim.children)
        told = plural and len(others) > 1 and (_is_closed(others[-1]) or _makes_up(others, victim, lexicon))
        if len(others) < 2 or told:
            continue
        if plural or any(c.dep_ in ("nummod", "poss") for c in item.children):
            yield from others
        elif victim.tag_ in ("NN", "NNP"):
            yield from others[1:]


def _is_closed(last: Token) -> bool:
    """Whether a comma or a dash stands behind the last of a list."""
    after = last.right_edge.i + 1
    return after < len(last.doc) and last.doc[after].text in CLOSERS


def _makes_up(others: Sequence[Token], victim: Token, lexicon: QuantityLexicon) -> bool:
    """Whether single persons are as many as the number before them: "two climbers, a Pole and a Swiss"."""
    number = child(victim, "nummod")
    values = lexicon.numerals.get(number.lower_, {}).values() if number is not None else ()
    return len(others) in values and not any(child(t, "nummod", "poss") for t in others)


def _is_same_person(token: Token, first: Token) -> bool:
    """One person in two roles: "an editor and publisher"."""
    bare = not any(c.dep_ in ("det", "poss", "nummod", "predet", "amod", "compound") for c in token.children)
    return bare and token.tag_ == "NN" and first.tag_ in ("NN", "NNP") and token.dep_ == "conj"


def _is_harm(token: Token, lexicon: QuantityLexicon) -> bool:
    """A noun with a harm of its own: "7 dead and 20 hurt", "one killed and two others injured"."""
    if any(c.dep_ == "acl" and (c.lemma_.lower(), "verb") in lexicon.harms for c in token.children):
        return True
    words = (token.lower_, token.lemma_.lower())
    return any((word, part) in lexicon.harms for part in ("noun", "adjective") for word in words)
