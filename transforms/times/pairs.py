"""Readers of two dates in one: "5 to 12 May 1990", "1914-18", "the 18th and 19th centuries"."""

from transforms.times.dated import number, span, value_of_day
from transforms.times.expression import Expression
from transforms.times.lexemes import Lexeme
from transforms.times.patterns import Match


def span_days(match: Match) -> list[Expression]:
    """As in "5 to 12 May 1990", "May 5-12": two days that share month and year."""
    items = match.items
    days = tuple(
        sorted(
            (p for k in ("any_day", "day", "ordinal_day", "ordinal_digit") for p in items.get(k, ())),
            key=lambda p: p.start,
        )
    )
    if len(days) != 2 or not all(1 <= d <= 31 for d in (value_of_day(p) for p in days)):
        return []
    start, end = span(match)
    month_number, year_number = number(items, "months"), number(items, "years")
    first, second = days
    month_first = items["months"][0].start < first.start
    left = Expression(start, first.end, "calendar", year=year_number, month=month_number, day=value_of_day(first))
    right = Expression(second.start, end, "calendar", year=year_number, month=month_number, day=value_of_day(second))
    return [left, right] if month_first or second.start > first.end else []


def span_years(match: Match) -> list[Expression]:
    """As in "1914-18", "264-241 BC": two years."""
    items, (start, end) = match.items, span(match)
    sign = int(items["era"][0].sense("era").value) if "era" in items else 1
    if "two_digits" in items:
        first, last = items["years"][0], items["two_digits"][0]
        if len(last.text) != 2 or not 0 < last.value - first.value % 100 < 60:
            return _year_and_month(start, end, first, last)
        values = int(first.value), int(first.value // 100 * 100 + last.value)
    else:
        first, last = sorted((p for key in ("years", "count") for p in items.get(key, ())), key=lambda p: p.start)
        values = int(first.value), int(last.value)
    return [
        Expression(start, first.end, "calendar", year=values[0] * sign),
        Expression(last.start, end, "calendar", year=values[1] * sign),
    ]


def centuries(match: Match) -> list[Expression]:
    """As in "the 18th and 19th centuries"."""
    start, end = span(match)
    first, second = sorted(
        (p for k in ("ordinal_word", "ordinal_day") for p in match.items.get(k, ())), key=lambda p: p.start
    )
    starts = ((start, first.end, value_of_day(first)), (second.start, end, value_of_day(second)))
    return [Expression(a, b, "calendar", year=(which - 1) * 100 or 1, span_years=100) for a, b, which in starts]


def _year_and_month(start: int, end: int, first: Lexeme, last: Lexeme) -> list[Expression]:
    """2015-12: where the second number is no later year it may be a month."""
    fits = len(last.text) == 2 and 1 <= last.value <= 12
    return [Expression(start, end, "calendar", year=int(first.value), month=int(last.value))] if fits else []
