"""Readers of expressions that lean on another time: "last week", "two days later", "in a month", "yesterday"."""

from dataclasses import replace

from transforms.times.dated import Items, number, span
from transforms.times.expression import Expression
from transforms.times.lexemes import Lexeme
from transforms.times.patterns import Match


def relative(match: Match) -> list[Expression]:
    """As in "last week", "the same day", "next summer": a unit or a name, so many steps from its base."""
    items, (start, end) = match.items, span(match)
    steps, base = steps_of(items)
    if "unit" in items and items["relative"][0].text == "past" and "the" in items:
        return [Expression(start, end, "duration", amounts=((1.0, unit_of(items["unit"][0])),), steps=steps, base=base)]
    if "unit" in items and unit_of(items["unit"][0]) in ("TS", "TM", "TH"):
        return []
    if "the" in items and items["relative"][0].text == "next" and "unit" in items:
        base = "context"  # "the next month" goes on with the story, "next month" does not
    last = max((p for pieces in items.values() for p in pieces), key=lambda p: p.end)
    found = Expression(start, end, "relative", steps=steps, base=base, unit=_unit_named(items))
    return [
        replace(
            found,
            month=number(items, "months"),
            day=number(items, "day"),
            weekday=number(items, "weekday_any"),
            season=last.sense("season", "fall").value or None,
            part=last.sense("part", "night").value or None,
            holiday=last.sense("holiday").value or None,
            weekend="weekend" in items,
        )
    ]


def _unit_named(items: Items) -> str | None:
    if "part" in items or "night" in items:
        return "D"
    if "weekend" in items:
        return "W"
    return unit_of(items["unit"][0]) if "unit" in items else None


def week_weekday(match: Match) -> list[Expression]:
    """As in "next week Monday"."""
    start, end = span(match)
    steps, base = steps_of(match.items)
    week = Expression(start, end, "relative", steps=steps, base=base, unit="W")
    is_week = unit_of(match.items["unit"][0]) == "W"
    return (
        [Expression(start, end, "calendar", weekday=number(match.items, "weekday_any"), anchor=week)] if is_week else []
    )


def steps_of(items: Items) -> tuple[int, str]:
    word = items["relative"][0].sense("relative")
    return int(word.value), word.base


def unit_of(piece: Lexeme) -> str:
    return piece.sense("unit", "units", "second", "unit_abbreviation", "unit_letter").value


def relative_year(match: Match) -> list[Expression]:
    start, end = span(match)
    steps, base = steps_of(match.items)
    return [Expression(start, end, "relative", steps=steps, base=base, unit="Y")]


def after_next(match: Match) -> list[Expression]:
    """As in "the week after next"."""
    start, end = span(match)
    items = match.items
    steps, base = steps_of(items)
    before = int(items["direction"][0].sense("direction").value)
    return (
        [Expression(start, end, "relative", steps=2 * steps, base=base, unit=unit_of(items["unit"][0]))]
        if before == steps
        else []
    )


def deictic(match: Match) -> list[Expression]:
    start, end = span(match)
    return [
        Expression(start, end, "deictic", steps=int(match.items["deictic"][0].sense("deictic").value), base="published")
    ]


def tonight(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "deictic", base="published", part="NI")]


def reference(match: Match) -> list[Expression]:
    start, end = span(match)
    piece = (match.items.get("reference") or match.items["past_word"])[0]
    return [Expression(start, end, "reference", value=piece.sense("reference", "past_word").value)]


def soon(match: Match) -> list[Expression]:
    """As in "soon": ahead of the day of writing only where the clause looks ahead."""
    start, end = span(match)
    return [Expression(start, end, "reference", value="FUTURE_REF", base="ahead")]


def end_of_unit(match: Match) -> list[Expression]:
    """As in "year-end", "month's end", "end of year"."""
    items, (start, end) = match.items, span(match)
    if "modifier" in items and not items["modifier"][0].text.endswith(" of"):
        return []
    unit = next(p for key in ("end_of_unit", "unit") for p in items.get(key, ())).sense("end_of_unit", "unit").value
    return (
        [Expression(start, end, "relative", base="context", unit=unit, modifier="END")]
        if unit in ("W", "M", "Y")
        else []
    )


def recent(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "reference", value="PAST_REF")]


def the_unit(match: Match) -> list[Expression]:
    """As in "the year", "the week": the one that is spoken of; kept only where more says so."""
    start, end = span(match)
    unit = match.items["unit"][0].sense("unit", "night").value
    bare = Expression(start, end, "relative", base="published", unit=unit, value="bare")
    return [bare] if unit in ("D", "W", "M", "Q", "Y") else []


def the_weekend(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "calendar", weekend=True)]


def later_unit(match: Match) -> list[Expression]:
    """As in "earlier in the week"."""
    start, end = span(match)
    unit = match.items["unit"][0].sense("unit").value
    modifier = match.items["modifier"][0].sense("modifier").value
    return (
        [Expression(start, end, "relative", base="published", unit=unit, modifier=modifier)]
        if unit in ("D", "W", "M", "Y")
        else []
    )
