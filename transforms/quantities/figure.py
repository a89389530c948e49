"""A number with all that belongs to it in print."""

from typing import NamedTuple

LIMITS = frozenset({"at_least", "more_than", "at_most", "less_than"})


class Figure(NamedTuple):
    """A number in print. `start`, `end` hold bound and unit; `number_start`, `number_end` the bare number."""

    start: int
    end: int
    number_start: int
    number_end: int
    first: int  # pieces [first, last) of the whole figure
    last: int
    value: float | None
    low: float | None
    high: float | None
    bound: str = "exact"
    kind: str = "count"
    unit: str | None = None
    unit_start: int | None = None
    unit_end: int | None = None
    per_unit: str | None = None
    direction: str | None = None
    form: str = "digits"
    scaled: float = 1.0
    flags: tuple[str, ...] = ()
