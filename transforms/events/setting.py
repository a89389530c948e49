"""When and where an event happened, only as far as its own clause says so.

A date or place belongs to the trigger that it hangs on in the parse; one that hangs on "said" is the
day of the saying. Nothing is filled in from the publication date.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from transforms.cast import Cast
from transforms.events.phrases import prepositional
from transforms.events.words import EventWords
from transforms.facts import Span, Statement, Time
from transforms.parsed import Doc, Token

NEAR = 300  # characters between a cue and the occasion
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
THROUGH = frozenset({"prep", "pobj", "npadvmod", "advmod", "compound", "amod", "nummod", "nmod", "det", "poss", "appos",
                     "conj", "punct", "pcomp", "quantmod", "dep", "tmod", "intj", "dobj", "attr", "mark"})  # fmt: skip


def times_by_anchor(doc: Doc, times: Sequence[Time], anchors: Mapping[int, int]) -> dict[int, Time]:
    """The dated expression of each anchor token; `anchors` maps a token to the trigger token that it dates."""
    found: dict[int, Time] = {}
    for time in times:
        if time.timex_type not in {"DATE", "TIME"}:
            continue
        span = doc.char_span(time.char_start, time.char_end, alignment_mode="expand")
        holder = _climb(span.root, anchors) if span is not None else None
        if holder is not None:
            found.setdefault(anchors[holder], time)
    return found


def _climb(token: Token, anchors: Mapping[int, int]) -> int | None:
    """The first anchor above a token; None when another verb comes first."""
    while token.head != token:
        if token.i in anchors:
            return token.i
        if token.pos_ in {"VERB", "AUX"} or token.dep_ not in THROUGH:
            break
        token = token.head
    return token.i if token.i in anchors else None


def day_of_occasion(trigger: Span, statements: Sequence[Statement], text: str) -> date | None:
    """The day of a speech, where the trigger is its occasion: "on Monday she said ... at a briefing" -> Monday."""
    for statement in statements:
        if statement.occasion and statement.said_on and statement.cue_start is not None:
            cue, size = statement.cue_start, len(statement.occasion)
            near = (
                text.find(statement.occasion, cue, cue + NEAR),
                text.rfind(statement.occasion, max(cue - NEAR, 0), cue),
            )
            if any(start >= 0 and start <= trigger.start < start + size for start in near):
                return statement.said_on
    return None


def is_scene(token: Token, cast: Cast, words: EventWords) -> bool:
    """Whether a noun behind "in" or "near" is the place of what happens, not what it happens to: "attacks in Kabul"."""
    if token.dep_ != "pobj" or token.head.lower_ not in words.scene_prep:
        return False
    return any(m.label in {"GPE", "LOC"} for m in cast.overlapping(token.idx, token.idx + len(token)))


class Where(NamedTuple):
    entity_id: str
    start: int


def place_of(token: Token, carrier: Token | None, cast: Cast, words: EventWords, *, moves: bool) -> Where | None:
    """The named place of a trigger: below it, below the verb that carries it, below its subject or a fronted phrase."""
    heads = [token] + ([carrier] if carrier is not None else [])
    preps = (*words.goal_prep, *words.place_prep) if moves else words.place_prep
    for head in heads:
        if found := _first_place(head, preps, cast):
            return found
    for head in heads:
        for child in head.children:
            if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and (found := _first_place(child, words.place_prep, cast)):
                return found
            if child.dep_ == "prep" and child.i < head.i and (found := _anywhere_below(child, cast, words)):
                return found
    return None


def _first_place(head: Token, preps: tuple[str, ...], cast: Cast) -> Where | None:
    return next((found for target in prepositional(head, preps) if (found := _place_at(target, cast))), None)


def _place_at(token: Token, cast: Cast) -> Where | None:
    """The place that a phrase names: "Almaty", "the western town of Zhanaozen", "the city, Almaty"."""
    for mention in cast.overlapping(token.idx, token.idx + len(token)):
        if mention.label in PLACE_LABELS and mention.entity_id and mention.form == "name":
            return Where(mention.entity_id, mention.char_start)
    below = [*prepositional(token, ("of", "in", "near")), *(c for c in token.children if c.dep_ == "appos")]
    return next((found for inner in below if (found := _place_at(inner, cast))), None)


def _anywhere_below(prep: Token, cast: Cast, words: EventWords) -> Where | None:
    """ "Amid unrest in Kazakhstan, ...": a place inside a fronted phrase that holds no verb."""
    if any(t.pos_ == "VERB" for t in prep.subtree):
        return None
    inner = [t for t in prep.subtree if t.dep_ == "prep" and t.lower_ in words.place_prep]
    targets = [c for t in inner for c in t.children if c.dep_ == "pobj"]
    return next((found for target in targets if (found := _place_at(target, cast))), None)
