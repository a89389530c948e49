"""A time expression as it is written, before it has a place on the calendar."""

from dataclasses import dataclass

Kind = str  # calendar relative deictic shift duration set reference clock modifier


@dataclass(frozen=True)
class Expression:
    """Fields that the words fill; what is not said is None.

    `kind`: `calendar` (fields of a date), `relative` ("last week"), `deictic` ("yesterday"), `shift` ("two days
    later"), `duration`, `set`, `reference` ("now"), `clock` (a time of day alone), `modifier` ("the end of").
    `year` counts -490 for 490 BC. `unit` and `amounts` are TIMEX3 codes (`TH` hours, `M` months) with how many,
    None for an unknown number. `steps` is how far a relative expression is from its base, `base` what it counts from.
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    season: str | None = None
    part_of_year: str | None = None  # Q1..Q4, H1, H2
    holiday: str | None = None
    span_years: int = 1  # 10 for a decade, 100 for a century
    two_digit_year: bool = False
    day_first: bool | None = None
    unit: str | None = None
    amounts: tuple[tuple[float | None, str], ...] = ()
    steps: int = 0
    base: str | None = None
    part: str | None = None  # MO AF EV NI DT
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    meridiem: bool = False
    value: str | None = None
    modifier: str | None = None
    weekend: bool = False
    anchor: "Expression | None" = None  # "two days after [May 5]", "January of [that year]"

    @property
    def has_clock(self) -> bool:
        return self.hour is not None or self.part is not None

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return (
            self.kind == "deictic"
            or any((self.day, self.weekday, self.holiday))
            or (self.kind == "relative" and self.unit == "D")
        )
