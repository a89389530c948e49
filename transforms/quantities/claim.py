"""A figure with what it counts and what happened to that, before it becomes a row; and sums of such claims."""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.quantities.figure import LIMITS, Figure
from transforms.quantities.phrases import Counted


class Claim(NamedTuple):
    """A figure with what it counts and what happened to that; `part_of` is the place of its total in the sentence."""

    figure: Figure
    counted: Counted | None
    measure: str | None = None
    is_people: bool = False
    is_negated: bool = False
    is_cumulative: bool = False
    part_of: int | None = None
    flags: tuple[str, ...] = ()


def size(claim: Claim) -> float | None:
    """The number of a claim, at the least."""
    return claim.figure.value if claim.figure.value is not None else claim.figure.low


def sum_of(parts: Sequence[Claim], what: Counted | None) -> Claim:
    """The total of some claims over the span from the first to the last, flagged `sum`."""
    total = sum(size(c) or 0.0 for c in parts)
    first, last = min(c.figure.start for c in parts), max(end(c) for c in parts)
    open_end = any(c.figure.bound in LIMITS and c.figure.high is None for c in parts)
    rough = any(c.figure.bound == "approximate" for c in parts)
    bound = "at_least" if open_end else "approximate" if rough else "exact"
    high = None if open_end else sum(c.figure.high or size(c) or 0.0 for c in parts)
    exact = total if open_end or high == total else None  # "between three and nine soldiers and a driver"
    bound = bound if exact is not None else "between"
    figure = Figure(first, last, first, last, 0, 0, exact, total, high, bound=bound, form="sum")
    counted = what._replace(start=first, end=last, ellipsis=False) if what else None
    return Claim(figure, counted, parts[0].measure, is_people=True, flags=("sum",))


def end(claim: Claim) -> int:
    """The offset behind a claim with what it counts."""
    return max(claim.figure.end, claim.counted.end if claim.counted and not claim.counted.ellipsis else 0)
