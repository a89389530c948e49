"""Two dates side by side share what only the second says: "March and June 2010", "the 13th to the 19th of May"."""

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from transforms.times.expression import Expression


def shared(found: Sequence[Expression], between: Callable[[int, int], str], listing: Set[str]) -> list[Expression]:
    """The expressions with month and year handed back; `listing` are the words that may stand `between`."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        left, right = out[at], out[at + 1]
        if left.kind == right.kind == "calendar" and between(left.end, right.start) in listing:
            out[at] = _completed(left, right)
    return out


def _completed(left: Expression, right: Expression) -> Expression:
    if left.year or left.anchor:
        return left
    if left.day and not left.month and right.month and right.day:
        return replace(left, month=right.month, year=right.year, anchor=right.anchor, value=None)
    if not (right.year or right.anchor) or not (left.month or left.season) or not (right.month or right.season):
        return left
    in_order = left.month is None or right.month is None or left.month <= right.month
    return replace(left, year=right.year, anchor=right.anchor, value=None) if in_order else left
