"""Readers of expressions that name a date: "6 January 2022", "the 1990s", "29/03", "the third quarter".

A reader turns a pattern's match into expressions, or into none where the pieces make no sense together.
"""

import re
from collections.abc import Mapping
from datetime import date

from transforms.times.expression import Expression
from transforms.times.lexemes import Lexeme
from transforms.times.patterns import Match

ABBREVIATIONS = frozenset(("month_abbreviation", "weekday_abbreviation", "unit_abbreviation", "era"))
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
    year, width = _year(items)
    day = number(items, "day", "ordinal_day")
    month = number(items, "months")
    if day is not None and not 1 <= day <= 31:
        return []
    return [Expression(start, end, "calendar", year=year, month=month, day=day, span_years=width)]


def _year(items: Items) -> tuple[int | None, int]:
    width, year = 1, number(items, "years", "year", "word_year", "count")
    if "decade" in items:
        text = re.sub(r"\D", "", items["decade"][0].text)
        year, width = int(text), 10
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


def decade(match: Match) -> list[Expression]:
    """'90s: of the last century, or of this one where the number is small."""
    start, end = span(match)
    short = int(re.sub(r"\D", "", match.items["decade"][0].text))
    return [Expression(start, end, "calendar", year=short + (2000 if short < 30 else 1900), span_years=10)]


def decade_word(match: Match) -> list[Expression]:
    start, end = span(match)
    return [
        Expression(
            start,
            end,
            "calendar",
            year=1900 + int(match.items["decade_word"][0].sense("decade_word").value),
            span_years=10,
        )
    ]


def century(match: Match) -> list[Expression]:
    start, end = span(match)
    which = number(match.items, "ordinal_word", "ordinal_day") or 0
    sign = int(match.items["era"][0].sense("era").value) if "era" in match.items else 1
    return [Expression(start, end, "calendar", year=sign * ((which - 1) * 100 or 1), span_years=100)] if which else []


def short_year(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "calendar", year=int(match.items["two_digits"][0].value), two_digit_year=True)]


def season(match: Match) -> list[Expression]:
    start, end = span(match)
    name = next(p for key in ("season_any", "fall") for p in match.items.get(key, ()))
    found, _ = _year(match.items)
    bare = "fall" in name.senses and found is None
    return [
        Expression(
            start,
            end,
            "calendar",
            year=found,
            season=name.sense("season", "fall").value,
            value="bare" if bare else None,
        )
    ]


def quarter(match: Match) -> list[Expression]:
    """ "the third quarter", "2019-Q3", "the first half of 1990"."""
    items, (start, end) = match.items, span(match)
    if "quarter_code" in items:
        code = items["quarter_code"][0].text.upper()
    elif "half" in items:
        code = f"H{number(items, 'ordinal_word', 'ordinal_day')}"
    elif items["unit"][0].sense("unit").value == "Q":
        code = f"Q{number(items, 'ordinal_word', 'ordinal_day')}"
    else:
        return _nth_unit(match)
    found, _ = _year(items)
    valid = code in {"Q1", "Q2", "Q3", "Q4", "H1", "H2"}
    return [Expression(start, end, "calendar", year=found, part_of_year=code)] if valid else []


def _nth_unit(match: Match) -> list[Expression]:
    """ "the first week of 2015", "the ninth month": a part of a larger time."""
    items, (start, end) = match.items, span(match)
    unit, which, found = (
        items["unit"][0].sense("unit").value,
        number(items, "ordinal_word", "ordinal_day"),
        _year(items)[0],
    )
    if unit == "W" and found and which and which <= 53:
        return [Expression(start, end, "calendar", year=found, week=which)]
    if unit == "M" and found and which and which <= 12:
        return [Expression(start, end, "calendar", year=found, month=which)]
    return [Expression(start, end, "part", unit=unit, steps=which)] if unit in ("W", "M", "D") and which else []


def fiscal(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "calendar", year=number(match.items, "years"), value="FY")]


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
    day = number(match.items, "ordinal_day", "digit_day")
    return [Expression(start, end, "calendar", weekday=number(match.items, "weekday_any"), day=day)]


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


def numeric_day(match: Match) -> list[Expression]:
    """29/03, 7.6: a day and a month in digits, which other things are too; read only where more says so."""
    start, end = span(match)
    piece = match.items.get("numeric_day", match.items.get("dotted", ()))[0]
    a, b = (int(n) for n in re.split(r"[/.]", piece.text))
    found = next(((m, d) for m, d in ((a, b), (b, a)) if _valid(2000, m, d)), None)
    return [Expression(start, end, "calendar", month=found[0], day=found[1], value="digits")] if found else []


def span_days(match: Match) -> list[Expression]:
    """ "5 to 12 May 1990", "May 5-12": two days that share month and year."""
    items = match.items
    days = tuple(
        sorted(
            (p for k in ("any_day", "day", "ordinal_day", "ordinal_digit") for p in items.get(k, ())),
            key=lambda p: p.start,
        )
    )
    if len(days) != 2 or not all(1 <= d <= 31 for d in (_day_value(p) for p in days)):
        return []
    start, end = span(match)
    month_number, year_number = number(items, "months"), number(items, "years")
    first, second = days
    month_first = items["months"][0].start < first.start
    left = Expression(start, first.end, "calendar", year=year_number, month=month_number, day=_day_value(first))
    right = Expression(second.start, end, "calendar", year=year_number, month=month_number, day=_day_value(second))
    return [left, right] if month_first or second.start > first.end else []


def _day_value(piece: Lexeme) -> int:
    word = piece.sense("ordinal", "second").value
    return 2 if word == "TS" else int(word or piece.value)


def _year_and_month(start: int, end: int, first: Lexeme, last: Lexeme) -> list[Expression]:
    """2015-12: where the second number is no later year it may be a month."""
    fits = len(last.text) == 2 and 1 <= last.value <= 12
    return [Expression(start, end, "calendar", year=int(first.value), month=int(last.value))] if fits else []


def span_years(match: Match) -> list[Expression]:
    """ "1914-18", "264-241 BC": two years."""
    items, (start, end) = match.items, span(match)
    sign = int(items["era"][0].sense("era").value) if "era" in items else 1
    if "two_digits" in items:
        first, last = items["years"][0], items["two_digits"][0]
        if len(last.text) != 2 or not 0 < last.value - first.value % 100 < 60:
            return _year_and_month(start, end, first, last)
        values = int(first.value), int(first.value // 100 * 100 + last.value)
    else:
        first, last = items["count"]
        values = int(first.value), int(last.value)
    return [
        Expression(start, first.end, "calendar", year=values[0] * sign),
        Expression(last.start, end, "calendar", year=values[1] * sign),
    ]
