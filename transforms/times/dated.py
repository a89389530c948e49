"""Readers of expressions that name a date: "6 January 2022", "the 1990s", "29/03", "the third quarter".

A reader turns a pattern's match into expressions, or into none where the pieces make no sense together.
"""

import re
from collections.abc import Mapping

from transforms.times.expression import Expression
from transforms.times.lexemes import ABBREVIATIONS, Lexeme
from transforms.times.patterns import Match

Items = Mapping[str, tuple[Lexeme, ...]]


def span(match: Match) -> tuple[int, int]:
    """The characters of a match, without the full stop of the sentence."""
    found = sorted((piece for pieces in match.items.values() for piece in pieces), key=lambda p: p.start)
    if len(found) > 1 and found[-1].text == "." and not found[-2].senses.keys() & ABBREVIATIONS:
        found.pop()
    return found[0].start, found[-1].end


def number(items: Items, *names: str) -> int | None:
    """The whole number of the first of these items that is there."""
    for name in names:
        for piece in items.get(name, ())[:1]:
            word = piece.sense(
                "ordinal", "second", "month", "month_abbreviation", "weekday", "weekday_abbreviation"
            ).value
            return 2 if word == "TS" else int(word or piece.value)
    return None


def calendar(match: Match) -> list[Expression]:
    """Year, month and day by name: "May the 5th 1990", "490 BC", "the 1990s"."""
    items, (start, end) = match.items, span(match)
    if "unit" in items and items["unit"][0].sense("unit").value != ("D" if "months" in items else "Y"):
        return []
    year, width = year_of(items)
    day = number(items, "day", "ordinal_day", "ordinal_digit")
    month = number(items, "months")
    if (day is not None and not 1 <= day <= 31) or (width == 10 and (year or 0) < 100):
        return []  # "in her 90s"
    return [Expression(start, end, "calendar", year=year, month=month, day=day, span_years=width)]


def year_of(items: Items) -> tuple[int | None, int]:
    width, year = 1, number(items, "years", "year", "word_year", "count")
    if "decade" in items:
        year, width = int(re.sub(r"\D", "", items["decade"][0].text)), 10
    sign = items["era"][0].sense("era").value if "era" in items else "1"
    return (year * int(sign) if year is not None else None), width


def month(match: Match) -> list[Expression]:
    start, end = span(match)
    name = match.items["months"][0]
    end = end if "month_abbreviation" in name.senses else name.end
    return [Expression(start, end, "calendar", month=number(match.items, "months"), value="bare")]


def year(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "calendar", year=number(match.items, "year", "word_year"), value="bare")]


def weekday(match: Match) -> list[Expression]:
    start, end = span(match)
    name = next(p for key in ("weekday", "weekday_abbreviation") for p in match.items.get(key, ()))
    short = "weekday_abbreviation" in name.senses
    return [
        Expression(
            start,
            end if short else name.end,
            "calendar",
            weekday=number(match.items, "weekday", "weekday_abbreviation"),
            value="short" if short else None,
        )
    ]


def weekday_day(match: Match) -> list[Expression]:
    """Monday the 13th; not "Monday 3 weeks ago"."""
    start, end = span(match)
    if match.behind is not None and match.behind.senses.keys() & {"units", "unit", "meridiem", "clock_word", "month"}:
        return []
    day = number(match.items, "ordinal_digit", "ordinal_word", "digit_day")
    return [Expression(start, end, "calendar", weekday=number(match.items, "weekday_any"), day=day)]


def nth_weekday(match: Match) -> list[Expression]:
    """As in "the fourth Thursday", of a month that is still to be named."""
    start, end = span(match)
    which = number(match.items, "ordinal_word") or 0
    weekday_number = int(match.items["weekday"][0].sense("weekday").value)
    return [Expression(start, end, "part", unit="WD", steps=which, weekday=weekday_number)] if 1 <= which <= 5 else []


def month_day(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "calendar", day=number(match.items, "ordinal_day"), value="bare")]


def holiday(match: Match) -> list[Expression]:
    start, end = span(match)
    name = match.items["holiday"][0].sense("holiday").value
    return [
        Expression(
            start, end, "calendar", year=number(match.items, "years"), holiday=name, weekend="weekend" in match.items
        )
    ]


def week(match: Match) -> list[Expression]:
    start, end = span(match)
    which = number(match.items, "day") or 0
    if match.items["unit"][0].sense("unit").value != "W" or not 1 <= which <= 53:
        return []
    return [Expression(start, end, "calendar", year=number(match.items, "years"), week=which)]


def value_of_day(piece: Lexeme) -> int:
    word = piece.sense("ordinal", "second").value
    return 2 if word == "TS" else int(word or piece.value)
