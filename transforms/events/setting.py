"""When an event happened, only as far as its own clause says so.

A date belongs to the trigger that it hangs on in the parse; one that hangs on "said" is the
day of the saying. Nothing is filled in from the publication date.
"""

from collections.abc import Mapping, Sequence, Set
from datetime import date, timedelta

from transforms.events.words import EventWords
from transforms.facts import Span as Place
from transforms.facts import Statement, Time
from transforms.parsed import Doc, Span, Token

DAYS = frozenset({"DATE", "TIME"})
PRESENT = frozenset({"VBZ", "VBP"})
LONG = timedelta(days=31)
NEAR = 300  # characters between a cue and the occasion
THROUGH = frozenset({"prep", "pobj", "npadvmod", "advmod", "compound", "amod", "nummod", "nmod", "det", "poss", "appos",
                     "conj", "punct", "pcomp", "quantmod", "dep", "tmod", "intj", "dobj", "attr", "mark"})  # fmt: skip


def times_by_anchor(
    doc: Doc, times: Sequence[Time], anchors: Mapping[int, int], words: EventWords, today: date | None
) -> dict[int, Time]:
    """The dated expression of each anchor token; `anchors` maps a token to the trigger token that it dates."""
    found: dict[int, Time] = {}
    for time in times:
        if time.timex_type not in {"DATE", "TIME"}:
            continue
        span = doc.char_span(time.char_start, time.char_end, alignment_mode="expand")
        if span is None:
            continue
        root = _holder(span)
        if words.limit_prep & {root.lower_, root.head.lower_}:
            continue  # "until the end of May" ends it
        holder = _climb(root, anchors, words.span_prep)
        if holder is not None and _is_long_past(doc[holder], time, today):
            holder = next(
                (i for i in range(span.start - 1, holder, -1) if i in anchors and doc[i].pos_ == "NOUN"), None
            )
        if holder is not None:
            found.setdefault(anchors[holder], time)
    return found


def _is_long_past(token: Token, time: Time, today: date | None) -> bool:
    """Whether a verb in the present cannot be of a day long ago: "whom it blames for the massacre in 2021"."""
    if today is None or token.tag_ not in PRESENT or time.ends_on is None or time.starts_on is None:
        return False
    return today - time.ends_on > LONG


def _holder(span: Span) -> Token:
    """What a day hangs on first: the preposition before it, though the parse gives it to a noun behind it.

    "On Thursday rebels freed two men" is often parsed as if Thursday were a kind of rebels.
    """
    first = span[0].i
    before = span.doc[first - 1] if first else None
    is_open = before is not None and before.dep_ == "prep" and not before.children
    return before if before is not None and is_open else span.root


def _climb(token: Token, anchors: Mapping[int, int], spanning: Set[str]) -> int | None:
    """The first anchor above a token; None when another verb comes first."""
    while token.head != token:
        if token.i in anchors:
            return token.i
        if token.pos_ in {"VERB", "AUX"} or token.dep_ not in THROUGH:
            break
        if _belongs_to_noun(token, spanning) and token.head.i not in anchors:
            return None
        token = token.head
    return token.i if token.i in anchors else None


def _belongs_to_noun(token: Token, spanning: Set[str]) -> bool:
    """Whether a day stays with a noun: "an exception | until the end of May", "fell, | its worst result in May"."""
    head = token.head
    if head.pos_ not in {"NOUN", "PROPN"} or head.ent_type_ in DAYS:
        return False
    return token.dep_ == "appos" or (token.dep_ == "prep" and token.lower_ in spanning)


def day_of_occasion(trigger: Place, statements: Sequence[Statement], text: str) -> date | None:
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
