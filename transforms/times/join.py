"""Joins neighbouring expressions that tell one time: "Monday" and "2 pm", "two days" and "after Easter".

Each join is a function of two expressions and the words between them; the first that fits wins, and the
result may be joined again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from transforms.times.expression import Expression
from transforms.times.values import ORDER

Links = Mapping[str, frozenset[str]]
Join = Callable[[Expression, Expression, str, Links], Expression | None]


def joined(found: Sequence[Expression], between: Callable[[int, int], str], links: Links) -> list[Expression]:
    """All joins done; `between` gives the words of a stretch, lower case, or "?" where others stand there.

    `links`: the words that each kind of join allows, from `seeds/time_joins.csv`.
    """
    out: list[Expression] = []
    for expression in found:
        current = expression
        while out and (one := _one(out[-1], current, between(out[-1].end, current.start), links)):
            out.pop()
            current = one
        out.append(current)
    return out


def _one(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    if words == "?":
        return None
    return next((one for join in JOINS if (one := join(left, right, words, links))), None)


def _over(left: Expression, right: Expression, main: Expression) -> Expression:
    """`main` over the span of both; a bare name is sure once more stands beside it."""
    value = None if main.value in ("bare", "short", "digits") else main.value
    return replace(main, start=min(left.start, right.start), end=max(left.end, right.end), value=value)


def modified(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "early" + "2012", "the end of" + "March"; "the eve of" + "Christmas" is the day before it."""
    if left.kind != "modifier" or words not in links["modifier"]:
        return None
    if right.kind not in ("calendar", "relative", "deictic", "clock", "part") or right.value == "digits":
        return None
    if right.value == "bare" and not (right.month or right.year or right.kind == "relative"):
        return None
    if left.modifier == "BEFORE" and (_one_day(right) or right.holiday):
        day_before = replace(_over(left, right, left), kind="shift", amounts=((1.0, "D"),), steps=-1, modifier=None)
        return replace(day_before, base="context", anchor=right)
    return replace(_over(left, right, right), modifier=left.modifier)


def day_and_clock(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "Monday" + "2 pm", "2 pm" + "on Monday", "last night" + "at 8"."""
    if _dated(left) and right.kind == "clock" and words in links["day_clock"] and left.hour is None:
        return _timed(_over(left, right, left), left, right)
    if left.kind == "clock" and _dated(right) and words in links["clock_day"] and right.hour is None:
        return _timed(_over(left, right, right), right, left)
    late = right.kind == "clock" and right.hour is None and words in links["day_part"]
    if _dated(left) and left.hour is not None and not left.meridiem and late:
        return replace(_over(left, right, left), hour=_hour(left, right.part), meridiem=True)
    return None


def _dated(found: Expression) -> bool:
    return found.kind in ("calendar", "deictic", "relative") and found.is_day and found.value not in ("digits",)


def _timed(over: Expression, day: Expression, clock: Expression) -> Expression:
    return replace(
        over,
        part=day.part or clock.part,
        hour=_hour(clock, day.part),
        minute=clock.minute,
        second=clock.second,
        meridiem=clock.meridiem or bool(day.part),
    )


def _hour(clock: Expression, part: str | None) -> int | None:
    """The hour on the 24-hour clock, where a part of the day says which half is meant."""
    late = (part == "AF" and (clock.hour or 0) < 12) or (part in ("EV", "NI") and 5 <= (clock.hour or 0) < 12)
    return clock.hour + 12 if clock.hour is not None and late and not clock.meridiem else clock.hour


def clock_and_part(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "8:20" + "in the evening", "the early morning" + "hours"."""
    if left.kind == "clock" and left.part and right.kind == "duration" and right.value == "bare" and words == "":
        return replace(_over(left, right, left), value=left.value)
    if left.kind != "clock" or right.kind != "clock" or words not in links["clock_part"]:
        return None
    clock, day_part = (left, right) if left.hour is not None else (right, left)
    if clock.hour is None or day_part.part is None or day_part.hour is not None or clock.part:
        return None
    hour = _hour(clock, day_part.part)
    return replace(_over(left, right, clock), hour=hour, meridiem=True, part=day_part.part)


def clock_and_set(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "8 a.m." + "every day"."""
    return (
        _over(left, right, right)
        if left.kind == "clock" and right.kind == "set" and words in links["clock_set"]
        else None
    )


def weekday_and_date(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "Friday" + "January 7": the date says which; "tomorrow" + "13 April" likewise."""
    named = left.kind in ("calendar", "relative", "deictic") and not left.day and not left.has_clock
    if (
        left.kind == "relative"
        and left.unit == "D"
        and left.modifier
        and right.weekday
        and words in links["day_weekday"]
    ):
        return replace(_over(left, right, right), modifier=left.modifier)
    if named and (left.weekday or left.kind == "deictic") and right.kind == "calendar" and right.month and right.day:
        return replace(_over(left, right, right), weekday=left.weekday) if words in links["apposed"] else None
    if (
        left.kind == right.kind == "calendar"
        and left.month
        and left.day
        and right.weekday
        and words in links["weekday_of"]
    ):
        return replace(_over(left, right, left), weekday=right.weekday)
    return None


def inner_and_outer(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "January" + "of that year", "the 21st" + "of this month", "Monday" + "of next week"."""
    if left.anchor or words not in links["inner_outer"] or left.kind not in ("calendar", "part") or left.year:
        return None
    if right.value == "bare" and right.kind == "relative" and not words.startswith("of"):
        return None
    if left.kind == "part" and words == "":
        return None
    return replace(_over(left, right, left), anchor=right) if _holds(right, left) else None


def _holds(outer: Expression, inner: Expression) -> bool:
    """Whether the inner may be said to lie in the outer."""
    if _is_year(outer):
        named = inner.month or inner.season or inner.part_of_year or inner.holiday or inner.week
        return bool(named) or inner.kind == "part"
    if (outer.kind == "relative" and outer.unit == "M") or (outer.kind == "calendar" and outer.month and not outer.day):
        return inner.kind == "part" or (inner.day is not None and inner.month is None)
    return outer.kind == "relative" and outer.unit == "W" and inner.weekday is not None and not outer.weekend


def _is_year(found: Expression) -> bool:
    plain = found.kind == "calendar" and found.year is not None and found.month is None and found.span_years == 1
    return (found.kind == "relative" and found.unit == "Y") or (plain and not found.season and not found.part_of_year)


def last_of(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "the last week" + "of 2016", "the last days" + "of March": the end of it."""
    recent = left.kind in ("relative", "duration") and left.steps == -1 and left.base == "published" and not left.part
    inside = words in links["end_of"] or (bool(left.weekday) and words == "in")
    if not recent or right.kind != "calendar" or right.day or right.weekday or not inside:
        return None
    if left.kind == "duration" or (left.unit == "W" and right.month):
        amounts = left.amounts or ((1.0, "W"),)
        return replace(_over(left, right, left), kind="duration", amounts=amounts, steps=0, base=None)
    week = 52 if left.unit == "W" and right.year and not right.month and right.span_years == 1 else None
    return replace(_over(left, right, right), modifier="END", week=week)


def outer_and_inner(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "next week" + "on Tuesday", "last year" + "in March", "1989's" + "third quarter"."""
    named = right.kind == "calendar" and not right.year and not right.anchor and (right.part_of_year or right.season)
    the_year = left.kind == "relative" and left.value == "bare"
    if named and words == "" and _is_year(left) and not the_year:
        return replace(_over(left, right, right), anchor=left)
    if left.kind != "relative" or right.kind != "calendar" or left.value == "bare" or right.year or right.anchor:
        return None
    in_week = left.unit == "W" and right.weekday and not right.day and words in links["week_day"]
    in_year = left.unit == "Y" and right.month and words in links["year_month"]
    return replace(_over(left, right, right), anchor=left) if in_week or in_year else None


def compound(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "two years" + "one month": a longer unit before a shorter."""
    if left.kind != "duration" or right.kind not in ("duration", "shift") or words not in links["longer_shorter"]:
        return None
    if not left.amounts or not right.amounts or left.steps or right.value == "in" or left.value == "bare":
        return None
    units = [unit for _, unit in (*left.amounts, *right.amounts)]
    if "2W" in units or any(amount is None for amount, _ in (*left.amounts, *right.amounts)):
        return None
    in_order = ORDER.index(left.amounts[-1][1]) < ORDER.index(right.amounts[0][1])
    return replace(_over(left, right, right), amounts=(*left.amounts, *right.amounts)) if in_order else None


def shifted(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "two weeks" + "before Christmas": counted from the date that follows."""
    bare = right.value == "digits" or (right.value == "bare" and not right.month and not right.year)
    if right.kind not in ("calendar", "deictic", "relative") or bare or left.anchor or right.has_clock:
        return None
    side = _side(words.removesuffix(" the"), links)
    if left.kind == "shift" and left.base == "context" and left.value != "in" and words in links["from_date"]:
        return replace(_over(left, right, left), anchor=right)
    if left.kind == "shift" and left.value == "in" and side:
        return replace(_over(left, right, left), anchor=right, steps=side, value=None)
    coarse = left.kind == "duration" and any(unit.startswith("T") for _, unit in left.amounts)
    if (
        left.kind == "duration"
        and side
        and left.amounts
        and not left.steps
        and not coarse
        and words not in ("since", "from")
    ):
        return replace(_over(left, right, left), kind="shift", anchor=right, steps=side, base="context")
    if (
        left.kind == "duration"
        and words == "from"
        and right.kind != "relative"
        and _one_day(right)
        and left.amounts
        and not left.steps
        and not coarse
    ):
        return replace(_over(left, right, left), kind="shift", anchor=right, steps=1, base="context")
    return None


def _side(words: str, links: Links) -> int:
    """Which way a length is counted from the date behind it: 1 forward, -1 back, 0 where the words do not say."""
    return 1 if words in links["forward"] else -1 if words in links["back"] else 0


def _one_day(found: Expression) -> bool:
    return found.kind == "deictic" or bool(found.day or found.weekday)


def weekday_of_shift(left: Expression, right: Expression, words: str, links: Links) -> Expression | None:
    """As in "Monday" + "two weeks from now", "in three days" + "on Friday"."""
    on_day = right.kind == "calendar" and right.weekday and not right.day
    if left.kind == "shift" and on_day and words == "on" and left.base == "published":
        return replace(_over(left, right, left), weekday=right.weekday)
    named = left.kind == "calendar" and left.weekday and not left.day and not left.has_clock
    if (
        named
        and right.kind == "shift"
        and words in links["weekday_shift"]
        and right.base == "published"
        and right.value != "in"
    ):
        return replace(_over(left, right, right), weekday=left.weekday)
    return None


JOINS: tuple[Join, ...] = (
    modified,
    clock_and_part,
    clock_and_set,
    weekday_and_date,
    inner_and_outer,
    last_of,
    outer_and_inner,
    day_and_clock,
    compound,
    shifted,
    weekday_of_shift,
)
