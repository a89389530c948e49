"""A place on the calendar as fine as the text gives it: a day, a week, a month, a season, a year, a century."""

from dataclasses import dataclass, replace
from datetime import date

from transforms.times.days import (
    Stretch,
    day_plus_months,
    month_of,
    month_plus,
    months_from,
    week_of,
    week_value,
    years_from,
)
from transforms.times.values import year_value

DAYS = {"D": 1, "W": 7, "2W": 14}
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ME": 1000}
FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}


@dataclass(frozen=True)
class Moment:
    """`year` is negative before Christ; `week_of` stands for the week that holds it, at its weekend if `weekend`."""

    year: int
    month: int | None = None
    day: int | None = None
    season: str | None = None
    part_of_year: str | None = None
    week_of: date | None = None
    weekend: bool = False
    span_years: int = 1

    @property
    def granularity(self) -> str:
        if self.week_of:
            return "weekend" if self.weekend else "week"
        if self.day:
            return "day"
        if self.month:
            return "month"
        if self.season:
            return "season"
        if self.part_of_year:
            return "quarter" if self.part_of_year[0] == "Q" else "half"
        return {1: "year", 10: "decade", 100: "century"}[self.span_years]

    @property
    def value(self) -> str:
        """TIMEX3, to the day at most."""
        if self.week_of:
            return week_value(self.week_of) + ("-WE" if self.weekend else "")
        text = year_value(self.year, self.span_years)
        if self.month:
            return f"{text}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")
        inner = self.season or self.part_of_year
        return f"{text}-{inner}" if inner else text

    @property
    def stretch(self) -> Stretch:
        """Its days; a season has none, since the text does not say in which hemisphere."""
        if self.week_of:
            week = week_of(self.week_of)
            return (
                Stretch(date.fromordinal(week.first.toordinal() + 5), week.last)
                if self.weekend and week.first
                else week
            )
        if self.year < 1 or self.season:
            return Stretch()
        if self.part_of_year:
            return months_from(self.year, FIRST_MONTH[self.part_of_year], 3 if self.part_of_year[0] == "Q" else 6)
        if not self.month:
            first = self.year if self.span_years == 1 else self.year // self.span_years * self.span_years
            return years_from(max(first, 1), self.span_years)
        return Stretch(self.date, self.date) if self.date else month_of(self.year, self.month)

    @property
    def date(self) -> date | None:
        """The day, where it is one."""
        return date(self.year, self.month, self.day) if self.month and self.day and self.year > 0 else None


def on(day: date) -> Moment:
    return Moment(day.year, day.month, day.day)


def moved(base: Moment, steps: float, unit: str) -> Moment | None:
    """`base` so many units on, as fine as the unit; coarser where the base is coarser. None where it cannot be told."""
    if unit in DAYS:
        return _moved_by_days(base, steps, unit)
    if unit in ("M", "Q"):
        return _moved_by_months(base, int(steps), unit)
    if unit not in YEARS:
        return None
    if unit == "Y" and base.part_of_year:
        return replace(base, year=base.year + int(steps))  # "a year earlier" of a quarter is a quarter
    year = base.year + int(steps) * YEARS[unit]
    return Moment(year if year > 0 or base.year < 0 else year - 1)


def _moved_by_days(base: Moment, steps: float, unit: str) -> Moment | None:
    day = base.date or base.week_of
    if day is None:
        return replace(base, day=None) if unit == "D" else None
    later = date.fromordinal(day.toordinal() + int(steps * DAYS[unit]))
    return on(later) if unit == "D" else Moment(later.year, week_of=later)


def _moved_by_months(base: Moment, steps: int, unit: str) -> Moment | None:
    if not base.month and not base.part_of_year:
        return Moment(base.year + round(steps / 12)) if abs(steps) >= 12 else None
    first = base.month or FIRST_MONTH[base.part_of_year or "Q1"]
    year, month = month_plus(base.year, first, steps * (3 if unit == "Q" else 1))
    return Moment(year, month) if unit == "M" else Moment(year, part_of_year=f"Q{(month - 1) // 3 + 1}")


def moved_exactly(base: Moment, steps: float, unit: str) -> Moment | None:
    """A day so many units on, to the day: "two months after Easter"."""
    day = base.date
    if day is None or unit not in ("D", "W", "2W", "M", "Y", "DE"):
        return moved(base, steps, unit)
    if unit in ("M", "Y", "DE"):
        return on(day_plus_months(day, int(steps * 12 * YEARS[unit] if unit in YEARS else steps)))
    return on(date.fromordinal(day.toordinal() + int(steps * DAYS[unit])))


def around(base: Moment, steps: int, unit: str) -> Moment | None:
    """The unit that holds the base, or so many on: "last week", "this quarter", "the next decade"."""
    if unit in ("D", "M"):
        return moved(base, steps, unit)
    if unit in ("W", "2W"):
        return moved(base, steps, "W")
    if unit == "Q":
        return moved(base, steps, "Q")
    if unit == "Y":
        return Moment(base.year + steps)
    width = {"DE": 10, "CE": 100}.get(unit)
    return Moment(base.year + steps * width, span_years=width) if width else None
