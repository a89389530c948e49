"""Readers of expressions that recur and of times of day: "every Friday", "8:01 am", "half past seven"."""

import re
from dataclasses import replace

from transforms.times.dated import number, span
from transforms.times.expression import Expression
from transforms.times.patterns import Match
from transforms.times.relative import unit_of
from transforms.times.values import period


def repeated(match: Match) -> list[Expression]:
    """A set: its value is the period (`P1W`) or the day that comes back (`XXXX-WXX-5`)."""
    start, end = span(match)
    value = _set_value(match)
    return [Expression(start, end, "set", value=value)] if value else []


def _set_value(match: Match) -> str | None:
    items = match.items
    for name in ("frequency", "every_unit", "weekends"):
        if name in items:
            return items[name][0].sense(name).value
    if "weekday_any" in items or "weekdays" in items:
        piece = (items.get("weekday_any") or items["weekdays"])[0]
        return f"XXXX-WXX-{piece.sense('weekday', 'weekday_abbreviation', 'weekdays').value}"
    if "months" in items:
        return f"XXXX-{number(items, 'months'):02d}"
    if "part" in items or "night" in items:
        return f"XXXX-XX-XXT{(items.get('part') or items['night'])[0].sense('part', 'night').value}"
    unit = unit_of((items.get("unit_any") or items["unit"])[0])
    how_many = (
        2
        if "other" in items
        else number(items, "ordinal_word") or (items["count"][0].value if "count" in items and "every" in items else 1)
    )
    if "times" in items and "every" in items and "count" in items:
        how_many = items["count"][0].value
    return period(((float(how_many), unit),))


def clock(match: Match) -> list[Expression]:
    """As in "8:01 am", "15:30", "seven o'clock", "noon"."""
    items, (start, end) = match.items, span(match)
    if "noon" in items:
        return [Expression(start, end, "clock", hour=int(items["noon"][0].sense("noon").value), meridiem=True)]
    if "four_figures" in items:
        return _military(match)
    text = next((items[k][0].text for k in ("meridiem_clock", "clock") if k in items), "")
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if not numbers:
        numbers = [int(items["hour"][0].value)] + ([int(items["count"][0].value)] if "count" in items else [])
    if len(numbers) == 1 and numbers[0] > 24:
        numbers = [numbers[0] // 100, numbers[0] % 100]
    sign = items["meridiem"][0].sense("meridiem").value if "meridiem" in items else ""
    half = sign or _half_of_day(text)
    hour, minute, second = [*numbers, None, None][:3]
    return _clock(start, end, (hour or 0, minute, second), half)


def _military(match: Match) -> list[Expression]:
    """0530 of "0530 GMT"."""
    piece = match.items["four_figures"][0]
    if not (len(piece.text) == 4 and piece.text.isdigit()):
        return []
    return _clock(piece.start, piece.end, (int(piece.text[:2]), int(piece.text[2:]), None), "")


def bare_hour(match: Match) -> list[Expression]:
    """As in "at 6", "around 7.30": a time only beside a day."""
    items, (start, end) = match.items, span(match)
    texts = [p.text for p in items.get("dotted", ())]
    numbers = (
        [int(n) for n in texts[0].split(".")]
        if texts
        else [int(p.value) for k in ("hour", "minute_count") for p in items.get(k, ())]
    )
    hour, minute = [*numbers, None][:2]
    if match.behind is not None and match.behind.senses.keys() & {
        "units",
        "unit",
        "meridiem",
        "clock_word",
        "past_hour",
    }:
        return []
    return [replace(c, value="digits") for c in _clock(start, end, (hour or 0, minute, None), "")]


def _half_of_day(text: str) -> str:
    marks = re.sub(r"[\d:.\s]", "", text).lower()
    return "" if not marks else "12" if marks.startswith("p") else "0"


def _clock(start: int, end: int, time: tuple[int, int | None, int | None], half: str) -> list[Expression]:
    hour, minute, second = time
    if hour > 24 or (minute or 0) > 59 or (half and not 0 < hour <= 23):
        return []
    if half and hour <= 12:
        hour = hour % 12 + int(half)
    return [Expression(start, end, "clock", hour=hour, minute=minute, second=second, meridiem=bool(half))]


def past_hour(match: Match) -> list[Expression]:
    """As in "half past seven", "20 minutes to six"."""
    items, (start, end) = match.items, span(match)
    side, hour = int(items["past_hour"][0].sense("past_hour").value), int(items["hour"][0].value)
    if side < 0 and "count" in items and not items.keys() & {"units", "unit_abbreviation"}:
        return []  # "two to one"
    minutes = 30 if "half" in items else 15 if "quarter_word" in items else int(items["count"][0].value)
    if not 0 < minutes < 60 or hour > 24:
        return []
    return [
        Expression(
            start, end, "clock", hour=hour if side > 0 else hour - 1, minute=minutes if side > 0 else 60 - minutes
        )
    ]


def part(match: Match) -> list[Expression]:
    """As in "in the morning", "at night": a part of a day that is spoken of, or of any day."""
    start, end = span(match)
    piece = (match.items.get("part") or match.items["night"])[0]
    definite = "twilight" if "twilight" in piece.senses else "the" if "the" in match.items else None
    return [Expression(start, end, "clock", part=piece.sense("part", "night").value, value=definite)]


def modifier(match: Match) -> list[Expression]:
    start, end = span(match)
    return [Expression(start, end, "modifier", modifier=match.items["modifier"][0].sense("modifier").value)]
