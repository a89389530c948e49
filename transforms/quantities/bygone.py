"""Deaths of another day, told in passing: "followers of a guerrilla killed in 1972", "a mine that took 30 in May".

A clause beside the main one, or a noun, whose own time lies weeks before the report tells of another event; the same
words in a main clause ("The quake killed 2,300 people in 2003") are what the report is about.
"""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from transforms.facts import Time
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.words import end_of

WEEKS = 25  # days after which a dated death is another event's
BESIDE = frozenset({"acl", "relcl"})
INSIDE = frozenset({"xcomp", "ccomp", "conj", "advcl"})


def is_bygone(trigger: Token, times: Sequence[Time], published: date | None, lexicon: QuantityLexicon) -> bool:
    """Whether a harm stands beside the main clause and is dated well before the report."""
    if not times:
        return False
    span = _noun_span(trigger) if trigger.pos_ == "NOUN" and trigger.dep_ == "pobj" else _clause_span(trigger)
    if span is None:
        return False
    within = [t for t in times if span[0] <= t.char_start < span[1]]
    return any(_is_long_ago(t, published) or _is_earlier(t, trigger, lexicon) for t in within)


def _noun_span(noun: Token) -> tuple[int, int]:
    return noun.left_edge.idx, end_of(noun.right_edge)


def _clause_span(trigger: Token) -> tuple[int, int] | None:
    """The clause that describes a noun and holds the harm, with that noun; None in a main clause."""
    at = trigger
    for _ in range(5):
        if at.dep_ in BESIDE:
            return at.head.left_edge.idx, end_of(at.right_edge)
        if at.dep_ == "advcl" and any(c.lower_ == "where" for c in at.children):
            return at.left_edge.idx, end_of(at.right_edge)
        if at.pos_ in ("VERB", "AUX") and at.dep_ not in INSIDE:
            return None
        at = at.head
    return None


def _is_long_ago(time: Time, published: date | None) -> bool:
    return published is not None and time.ends_on is not None and (published - time.ends_on).days > WEEKS


def _is_earlier(time: Time, trigger: Token, lexicon: QuantityLexicon) -> bool:
    """Before what is told, not before today: "the day before", "a week earlier"."""
    last = trigger.doc.char_span(time.char_start, time.char_end, alignment_mode="expand")
    return last is not None and lexicon.governors.get(last[-1].lower_) == "earlier"
