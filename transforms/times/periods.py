"""Readers of longer times: decades, centuries, seasons, quarters and parts of a larger time."""

import re

from transforms.times.dated import number, span, year_of
from transforms.times.expression import Expression
from transforms.times.patterns import Match


def season(match: Match) -> list[Expression]:
    start, end = span(match)
    name = next(p for key in ("season_any", "fall") for p in match.items.get(key, ()))
    found, _ = year_of(match.items)
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
    """As in "the third quarter", "2019-Q3", "the first half of 1990"."""
    items, (start, end) = match.items, span(match)
    if "quarter_code" in items:
        code = items["quarter_code"][0].text.upper()
    elif "half" in items:
        code = f"H{number(items, 'ordinal_word', 'ordinal_day')}"
    elif items["unit"][0].sense("unit").value == "Q":
        code = f"Q{number(items, 'ordinal_word', 'ordinal_day')}"
    else:
        return _nth_unit(match)
    found, _ = year_of(items)
    valid = code in {"Q1", "Q2", "Q3", "Q4", "H1", "H2"}
    return [Expression(start, end, "calendar", year=found, part_of_year=code)] if valid else []


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


def fiscal(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "calendar", year=number(match.items, "years"), value="FY")]


def _nth_unit(match: Match) -> list[Expression]:
    """As in "the first week of 2015", "the ninth month": a part of a larger time."""
    items, (start, end) = match.items, span(match)
    unit, which, found = (
        items["unit"][0].sense("unit").value,
        number(items, "ordinal_word", "ordinal_day"),
        year_of(items)[0],
    )
    if unit == "W" and found and which and which <= 53:
        return [Expression(start, end, "calendar", year=found, week=which)]
    if unit == "M" and found and which and which <= 12:
        return [Expression(start, end, "calendar", year=found, month=which)]
    return [Expression(start, end, "part", unit=unit, steps=which)] if unit in ("W", "M", "D") and which else []
