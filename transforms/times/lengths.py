"""Readers of lengths of time: "three-day", "the last six months", "two days later", "in a week"."""

from transforms.times.dated import Items, span
from transforms.times.expression import Expression
from transforms.times.patterns import Match
from transforms.times.relative import steps_of, unit_of

UNKNOWN = None  # an amount that the text leaves open: "several"


def duration(match: Match) -> list[Expression]:
    """As in "three-day", "a year", "several months", "one and a half hours"."""
    items, (start, end) = match.items, span(match)
    unit = next(p for key in ("unit_any", "unit_letter", "unit", "units") for p in items.get(key, ()))
    amount = UNKNOWN if "units" in items and "count" not in items else _count(items)
    said = items.get("several", ())
    if "unit_letter" in items and items["count"][0].end != unit.start:
        return []
    if "dash" not in items and not unit.senses.keys() & {"units", "unit_abbreviation"} and (amount or 0) >= 1000:
        return []  # "World Cup 2018 day five"
    weak = ("a" in items and len(items) == 2) or bool(said and said[0].text == "some")
    return [Expression(start, end, "duration", amounts=((amount, unit_of(unit)),), value="weak" if weak else None)]


def units_alone(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "duration", amounts=((UNKNOWN, unit_of(match.items["units"][0])),), value="bare")]


def vague_duration(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "duration", value="vague")]


def relative_run(match: Match) -> list[Expression]:
    """As in "the last three months": a duration that ends or begins at its base."""
    start, end = span(match)
    items = match.items
    steps, base = steps_of(items)
    unit = unit_of(next(p for key in ("units", "unit_any") for p in items.get(key, ())))
    amount = _count(items) if items.keys() & {"count", "several"} else UNKNOWN
    if amount is UNKNOWN and steps == 0:
        return []  # "these days" is now, "this years" a slip
    return [Expression(start, end, "duration", amounts=((amount, unit),), steps=steps, base=base)]


def shift(match: Match) -> list[Expression]:
    """As in "two days later", "a week ago", "the day before"."""
    items, (start, end) = match.items, span(match)
    if _goes_on(match):
        return []
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
        Expression(
            start, end, "shift", amounts=((amount, unit_of(unit)),), steps=steps, base=direction.base, value=value
        )
    ]


def hence(match: Match) -> list[Expression]:
    """As in "in two weeks": from now where the clause looks ahead, else how long it took."""
    items, (start, end) = match.items, span(match)
    within = items["in"][0].text == "within"
    unit = next(p for key in ("unit_any", "unit", "units") for p in items.get(key, ()))
    amounts = ((_count(items), unit_of(unit)),)
    if within:
        return [Expression(start, end, "duration", amounts=amounts)]
    return [Expression(start, end, "shift", amounts=amounts, steps=1, base="published", value="in")]


def shift_adjective(match: Match) -> list[Expression]:
    """As in "year-earlier", "year-ago": one unit back."""
    start, end = span(match)
    direction = match.items["direction"][0].sense("direction")
    amounts = ((1.0, unit_of(match.items["unit"][0])),)
    back = int(direction.value) < 0
    return [Expression(start, end, "shift", amounts=amounts, steps=-1, base=direction.base)] if back else []


def _goes_on(match: Match) -> bool:
    """Whether "later" belongs to what follows: "30 minutes later this week"."""
    later = (
        match.items["direction"][0].text == "later" and match.behind is not None and "relative" in match.behind.senses
    )
    units = [p for key in ("unit_any", "unit") for p in match.items.get(key, ())]
    return later and any(unit_of(piece).startswith("T") for piece in units)


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
