"""Readers of expressions that lean on another time: "last week", "two days later", "in a month", "yesterday"."""

from dataclasses import replace

from transforms.times.dated import Items, number, span
from transforms.times.expression import Expression
from transforms.times.lexemes import Lexeme
from transforms.times.patterns import Match

UNKNOWN = None  # an amount that the text leaves open: "several"


def relative(match: Match) -> list[Expression]:
    """ "last week", "the same day", "next summer", "this morning": a unit or a name, so many steps from its base."""
    items, (start, end) = match.items, span(match)
    steps, base = _steps(items)
    if "unit" in items and items["relative"][0].text == "past" and "the" in items:
        return [Expression(start, end, "duration", amounts=((1.0, _unit(items["unit"][0])),), steps=steps, base=base)]
    if "unit" in items and _unit(items["unit"][0]) in ("TS", "TM", "TH"):
        return []
    if "the" in items and items["relative"][0].text == "next" and "unit" in items:
        base = "context"  # "the next month" goes on with the story, "next month" does not
    last = max((p for pieces in items.values() for p in pieces), key=lambda p: p.end)
    found = Expression(start, end, "relative", steps=steps, base=base, unit=_unit_of(items))
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


def _unit_of(items: Items) -> str | None:
    if "part" in items or "night" in items:
        return "D"
    if "weekend" in items:
        return "W"
    return _unit(items["unit"][0]) if "unit" in items else None


def week_weekday(match: Match) -> list[Expression]:
    """ "next week Monday"."""
    start, end = span(match)
    steps, base = _steps(match.items)
    week = Expression(start, end, "relative", steps=steps, base=base, unit="W")
    is_week = _unit(match.items["unit"][0]) == "W"
    return (
        [Expression(start, end, "calendar", weekday=number(match.items, "weekday_any"), anchor=week)] if is_week else []
    )


def _steps(items: Items) -> tuple[int, str]:
    word = items["relative"][0].sense("relative")
    return int(word.value), word.base


def _unit(piece: Lexeme) -> str:
    return piece.sense("unit", "units", "second", "unit_abbreviation", "unit_letter").value


def relative_year(match: Match) -> list[Expression]:
    start, end = span(match)
    steps, base = _steps(match.items)
    return [Expression(start, end, "relative", steps=steps, base=base, unit="Y")]


def relative_run(match: Match) -> list[Expression]:
    """ "the last three months": a duration that ends or begins at its base."""
    start, end = span(match)
    items = match.items
    steps, base = _steps(items)
    unit = _unit(next(p for key in ("units", "unit_any") for p in items.get(key, ())))
    amount = _count(items) if items.keys() & {"count", "several"} else UNKNOWN
    return [Expression(start, end, "duration", amounts=((amount, unit),), steps=steps, base=base)]


def after_next(match: Match) -> list[Expression]:
    """ "the week after next"."""
    start, end = span(match)
    items = match.items
    steps, base = _steps(items)
    before = int(items["direction"][0].sense("direction").value)
    return (
        [Expression(start, end, "relative", steps=2 * steps, base=base, unit=_unit(items["unit"][0]))]
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
    """ "soon": ahead of the day of writing only where the clause looks ahead."""
    start, end = span(match)
    return [Expression(start, end, "reference", value="FUTURE_REF", base="ahead")]


def end_of_unit(match: Match) -> list[Expression]:
    """ "year-end", "month's end", "end of year"."""
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
    """ "the year", "the week": the one that is spoken of; kept only where more says so."""
    start, end = span(match)
    unit = match.items["unit"][0].sense("unit", "night").value
    bare = Expression(start, end, "relative", base="context", unit=unit, value="bare")
    return [bare] if unit in ("D", "W", "M", "Q", "Y") else []


def the_weekend(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "calendar", weekend=True)]


def later_unit(match: Match) -> list[Expression]:
    """ "earlier in the week"."""
    start, end = span(match)
    unit = match.items["unit"][0].sense("unit").value
    modifier = match.items["modifier"][0].sense("modifier").value
    return (
        [Expression(start, end, "relative", base="context", unit=unit, modifier=modifier)]
        if unit in ("D", "W", "M", "Y")
        else []
    )


def shift(match: Match) -> list[Expression]:
    """ "two days later", "a week ago", "the day before"."""
    items, (start, end) = match.items, span(match)
    if items["direction"][0].text == "later" and match.behind is not None and "relative" in match.behind.senses:
        return []  # "30 minutes later this week"
    direction = items["direction"][0].sense("direction")
    unit = next(p for key in ("unit_any", "unit", "units") for p in items.get(key, ()))
    steps = int(direction.value)
    vague = "several" in items and "count" not in items
    amount = UNKNOWN if ("units" in items and "count" not in items) else _count(items)
    if vague and items["several"][0].sense("several").value == "X":
        amount = UNKNOWN
    if "the" in items and direction.base == "published":
        return []
    if "the" in items and items["direction"][0].text not in ("before", "after"):
        return []
    value = "the" if "the" in items else None
    return [
        Expression(start, end, "shift", amounts=((amount, _unit(unit)),), steps=steps, base=direction.base, value=value)
    ]


def hence(match: Match) -> list[Expression]:
    """ "in two weeks": from now where the clause looks ahead, else how long it took."""
    items, (start, end) = match.items, span(match)
    within = items["in"][0].text == "within"
    unit = next(p for key in ("unit_any", "unit", "units") for p in items.get(key, ()))
    amounts = ((_count(items), _unit(unit)),)
    if within:
        return [Expression(start, end, "duration", amounts=amounts)]
    return [Expression(start, end, "shift", amounts=amounts, steps=1, base="published", value="in")]


def _count(items: Items) -> float | None:
    """The number of units: "three", "two and a half", "an"; None where it is left open."""
    if "several" in items and "count" not in items:
        said = items["several"][0].sense("several").value
        return UNKNOWN if said == "X" else float(said)
    whole = items["count"][0].value if "count" in items else None
    half = 0.5 if "half" in items else 0.25 if "quarter_word" in items else 0.0
    if whole is not None:
        return whole + half
    article = "a" in items
    if half:
        both = (
            article
            and items["a"][0].start
            < (items.get("unit_any") or items.get("unit") or items["a"])[0].start
            < items["half"][0].start
        )
        return 1.5 if both else half
    return 1.0


def duration(match: Match) -> list[Expression]:
    """ "three-day", "a year", "several months", "one and a half hours"."""
    items, (start, end) = match.items, span(match)
    unit = next(p for key in ("unit_any", "unit_letter", "unit", "units") for p in items.get(key, ()))
    amount = UNKNOWN if "units" in items and "count" not in items else _count(items)
    said = items.get("several", ())
    if "unit_letter" in items and items["count"][0].end != unit.start:
        return []
    if "dash" not in items and not unit.senses.keys() & {"units", "unit_abbreviation"} and (amount or 0) >= 1000:
        return []  # "World Cup 2018 day five"
    weak = ("a" in items and len(items) == 2) or bool(said and said[0].text == "some")
    return [Expression(start, end, "duration", amounts=((amount, _unit(unit)),), value="weak" if weak else None)]


def units_alone(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "duration", amounts=((UNKNOWN, _unit(match.items["units"][0])),), value="bare")]


def vague_duration(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "duration", value="vague")]
