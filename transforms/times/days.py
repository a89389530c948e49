"""Calendar arithmetic: stretches of days, shifts by months and weeks, Easter, the rules of holidays."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple


class Stretch(NamedTuple):
    """Days from `first` to `last`, both included; None is open or unknown."""

    first: date | None = None
    last: date | None = None


def month_of(year: int, month: int) -> Stretch:
    return Stretch(date(year, month, 1), last_of_month(year, month))


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def months_from(year: int, month: int, count: int) -> Stretch:
    """`count` months that begin with this one."""
    last_year, last_month = month_plus(year, month, count - 1)
    return Stretch(date(year, month, 1), month_of(last_year, last_month).last)


def years_from(year: int, count: int = 1) -> Stretch:
    """`count` years; years before 1 are beyond the calendar and give nothing."""
    return Stretch(date(year, 1, 1), date(year + count - 1, 12, 31)) if 1 <= year <= 9999 - count else Stretch()


def week_of(day: date) -> Stretch:
    """Monday to Sunday."""
    monday = day - timedelta(day.weekday())
    return Stretch(monday, monday + timedelta(6))


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def month_plus(year: int, month: int, count: int) -> tuple[int, int]:
    """(year, month) so many months on."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def day_plus_months(day: date, count: int) -> date:
    """The same day of another month, its last day where that month is shorter."""
    year, month = month_plus(day.year, day.month, count)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def weekday_in_week(day: date, weekday: int) -> date:
    """ISO weekday 1 to 7 in the week of a day."""
    return day + timedelta(weekday - day.isoweekday())


def nearest_weekday(day: date, weekday: int, *, future: bool) -> date:
    """The nearest such weekday not before (future) or not after the day; the day itself counts."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(ahead if future else ahead - 7 if ahead else 0)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday(name: str, year: int, rules: Mapping[str, str], moving: Mapping[tuple[str, int], date]) -> date | None:
    """The day of a named holiday in a year, by its rule in `seeds/holidays.csv`; None where no rule knows."""
    rule = rules.get(name, "")
    if rule == "moving":
        return moving.get((name, year))
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule.removeprefix("easter")))
    if rule.startswith("nth "):
        spec, _, more = rule.removeprefix("nth ").partition("+")
        month, weekday, which = (int(n) for n in spec.split("-"))
        first = nearest_weekday(date(year, month, 1), weekday, future=True)
        return first + timedelta(7 * (which - 1) + int(more or 0))
    if rule.startswith("last "):
        month, weekday = (int(n) for n in rule.removeprefix("last ").split("-"))
        return nearest_weekday(last_of_month(year, month), weekday, future=False)
    month, day = (int(n) for n in rule.split("-"))
    return date(year, month, day)
