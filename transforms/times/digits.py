"""Readers of dates in digits: 2022-01-06, 20220106, 5/3/18, 29/03."""

import re
from datetime import date

from transforms.times.dated import span
from transforms.times.expression import Expression
from transforms.times.patterns import Match


def compact(match: Match) -> list[Expression]:
    """20220106, as in file names."""
    start, end = span(match)
    text = match.items["compact"][0].text
    found = _valid(int(text[:4]), int(text[4:6]), int(text[6:]))
    return [_whole(start, end, found, short=False)] if found else []


def iso(match: Match) -> list[Expression]:
    """2022-01-06, with or without a time."""
    start, end = span(match)
    text = match.items["iso"][0].text
    found = _valid(int(text[:4]), int(text[5:7]), int(text[8:10]))
    clock = [int(n) for n in re.findall(r"\d+", text[10:])]
    hour, minute, second = [*clock, None, None, None][:3]
    return (
        [
            Expression(
                start,
                end,
                "calendar",
                year=found.year,
                month=found.month,
                day=found.day,
                hour=hour,
                minute=minute,
                second=second,
            )
        ]
        if found
        else []
    )


def numeric(match: Match) -> list[Expression]:
    """A date in digits: year first; else month first, unless dots part it or only the other order is a date."""
    start, end = span(match)
    text = match.items["numeric"][0].text
    a, b, c = (int(n) for n in re.split(r"[/.-]", text))
    if a > 31:
        found = _valid(a, b, c)
        return [_whole(start, end, found, short=False)] if found else []
    short = c < 100
    year_first_order = (b, a) if "." in text else (a, b)
    for month_number, day_number in (year_first_order, year_first_order[::-1]):
        found = _valid(c + (2000 if short else 0), month_number, day_number)
        if found:
            return [_whole(start, end, found, short=short)]
    return []


def numeric_day(match: Match) -> list[Expression]:
    """29/03, 7.6: a day and a month in digits, which other things are too; read only where more says so."""
    start, end = span(match)
    piece = match.items.get("numeric_day", match.items.get("dotted", ()))[0]
    a, b = (int(n) for n in re.split(r"[/.]", piece.text))
    found = next(((m, d) for m, d in ((a, b), (b, a)) if _valid(2000, m, d)), None)
    return [Expression(start, end, "calendar", month=found[0], day=found[1], value="digits")] if found else []


def _whole(start: int, end: int, found: date, *, short: bool) -> Expression:
    return Expression(
        start,
        end,
        "calendar",
        year=found.year % 100 if short else found.year,
        month=found.month,
        day=found.day,
        two_digit_year=short,
    )


def _valid(year_number: int, month_number: int, day_number: int) -> date | None:
    try:
        return date(year_number, month_number, day_number)
    except ValueError:
        return None
