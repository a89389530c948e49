"""When an event happened, only as far as its own clause says so.

A date belongs to the trigger that it hangs on in the parse; one that hangs on "said" is the
day of the saying. Nothing is filled in from the publication date.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from transforms.facts import Span, Statement, Time
from transforms.parsed import Doc, Token

NEAR = 300  # characters between a cue and the occasion
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
