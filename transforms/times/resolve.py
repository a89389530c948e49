"""Places an expression on the calendar: its TIMEX3 value, its days, and what it was counted from.

Where the text does not give it, the reading has no value and says why.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from transforms.times.complete import completed
from transforms.times.days import Stretch
from transforms.times.expression import Expression
from transforms.times.lexicon import TimeLexicon
from transforms.times.moment import Moment, around, moved, moved_exactly, on
from transforms.times.scene import Scene
from transforms.times.values import clock_value, period

Ahead = Callable[[], bool | None]
NO_DAYS = Stretch()


@dataclass(frozen=True)
class Reading:
    """What a row says, but for its place. `moment` is what later expressions may lean on."""

    timex_type: str
    value: str | None = None
    days: Stretch = NO_DAYS
    granularity: str | None = None
    anchor: str | None = None
    is_relative: bool = False
    alternatives: tuple[str, ...] = ()
    reason: str | None = None
    moment: Moment | None = None


def resolved(found: Expression, scene: Scene, lexicon: TimeLexicon, ahead: Ahead) -> Reading:
    """The reading of one expression; `ahead` tells whether its clause looks to the future."""
    try:
        reading = _resolved(found, scene, lexicon, ahead)
        is_assumed = reading.anchor == "published" and _leans_on_text(found)
        return replace(reading, days=NO_DAYS, reason="day_not_stated") if is_assumed else reading
    except (OverflowError, ValueError):  # arithmetic beyond the years 1 to 9999
        return Reading("DATE", is_relative=True, reason="beyond_calendar")


def _leans_on_text(found: Expression) -> bool:
    """Whether the day is one that the text tells elsewhere: "at dawn", "the same day", "two days later".

    Where it tells none, the value takes the day of writing for it; the days stay open.
    """
    of_text = found.base == "context" and found.kind in {"relative", "shift"} and found.anchor is None
    return of_text or found.kind == "clock"


def _resolved(found: Expression, scene: Scene, lexicon: TimeLexicon, ahead: Ahead) -> Reading:
    if found.kind == "shift":
        return _shift(found, scene, lexicon, ahead)
    if found.kind == "clock":
        return _clock(found, scene, ahead)
    if found.kind == "duration":
        return _duration(found, scene)
    return _undated(found, scene) or _dated(found, scene, lexicon, ahead)


def _undated(found: Expression, scene: Scene) -> Reading | None:
    """Sets, "now" and its like; "today" in a history is now."""
    if found.kind == "set":
        return Reading("SET", found.value, granularity="set")
    if found.kind == "reference":
        return Reading("DATE", found.value, is_relative=True, reason="vague")
    if found.kind == "unplaced":
        return Reading("DATE", is_relative=True, reason="event")
    if found.kind == "deictic" and scene.narrative:
        return Reading("DATE", "PRESENT_REF" if found.steps == 0 else None, is_relative=True, reason="vague")
    return None


def _dated(found: Expression, scene: Scene, lexicon: TimeLexicon, ahead: Ahead) -> Reading:
    place = placed(found, scene, lexicon, ahead)
    if place is None:
        reason = "no_anchor" if scene.today is None else "not_stated"
        return Reading("TIME" if found.has_clock else "DATE", is_relative=found.year is None, reason=reason)
    moment, anchor, others = place
    reading = Reading(
        "DATE", moment.value, moment.stretch, moment.granularity, anchor, anchor != "explicit",
        tuple(m.value for m in others), None if moment.stretch.first else "no_exact_days", moment,
    )  # fmt: skip
    if found.modifier == "END" and (found.weekday or found.kind != "calendar") and moment.date and not found.has_clock:
        return _at_clock(reading, replace(found, hour=23, minute=59, second=59))
    return _at_clock(reading, found) if found.has_clock and moment.date else _unclocked(reading, found)


def _unclocked(reading: Reading, found: Expression) -> Reading:
    """A time of day without its day has no value."""
    return Reading("TIME", is_relative=True, reason="day_not_stated") if found.has_clock else reading


def _at_clock(reading: Reading, found: Expression) -> Reading:
    clock = clock_value(found.hour, found.minute, found.second, found.part)
    granularity = (
        "part_of_day"
        if found.hour is None
        else "second"
        if found.second is not None
        else "hour"
        if found.minute is None
        else "minute"
    )
    others = tuple(value + clock for value in reading.alternatives)
    return replace(
        reading, timex_type="TIME", value=(reading.value or "") + clock, granularity=granularity, alternatives=others
    )


Placed = tuple[Moment, str, tuple[Moment, ...]]


def placed(found: Expression, scene: Scene, lexicon: TimeLexicon, ahead: Ahead) -> Placed | None:
    """The moment of an expression that names or counts to a date, its anchor, and other moments it may mean."""
    if found.kind == "deictic":
        today = scene.today
        there = moved(today[0], found.steps, "D") if today else None
        return (there, today[1], ()) if today and there else None
    if found.kind == "relative" and found.unit:
        return _relative(found, scene)
    if found.kind == "shift":
        reading = _shift(found, scene, lexicon, ahead)
        return (reading.moment, reading.anchor or "context", ()) if reading.moment else None
    outer = placed(found.anchor, scene, lexicon, ahead) if found.anchor else None
    if found.anchor and outer is None:
        return None
    return completed(found, scene, lexicon, ahead, outer=outer[:2] if outer else None)


def _relative(found: Expression, scene: Scene) -> Placed | None:
    """As in "last week", "that year", "this morning"."""
    in_days = found.unit == "D" and found.base == "context"
    of_text = found.value == "bare" and found.unit == "Q" and scene.last and scene.last.part_of_year
    base = scene.day() if in_days else scene.base("context") if of_text else scene.base(found.base or "published")
    if base is None or found.unit is None:
        return None
    there = around(base[0], found.steps, found.unit)
    if there is None or (found.part and there.date is None):
        return None
    return (replace(there, weekend=True) if found.weekend and there.week_of else there), base[1], ()


def _shift(found: Expression, scene: Scene, lexicon: TimeLexicon, ahead: Ahead) -> Reading:
    """As in "two days later", "three weeks before Easter", "in an hour"."""
    if found.value == "in" and not found.anchor and (scene.narrative or ahead() is False):
        return Reading("DURATION", period(found.amounts), granularity="duration")
    if any(amount is None for amount, _ in found.amounts):
        return Reading("DATE", "PAST_REF" if found.steps < 0 else "FUTURE_REF", is_relative=True, reason="vague")
    if found.anchor:
        outer = placed(found.anchor, scene, lexicon, ahead)
        base = outer[:2] if outer else None
    else:
        in_days = found.base == "context" and found.amounts[-1][1] in ("D", "W", "2W")
        base = scene.day() if in_days else scene.base(found.base or "context")
    if base is None:
        return Reading("DATE", is_relative=True, reason="no_anchor")
    if found.amounts[-1][1].startswith("T"):
        return _shift_of_clock(found, scene)
    reading = _moved_reading(found, base)
    untold = (
        found.base == "context" and not found.anchor and found.steps > 0 and base[1] != "context" and ahead() is False
    )
    return Reading("DATE", is_relative=True, reason="not_stated") if untold else reading


def _moved_reading(found: Expression, base: tuple[Moment, str]) -> Reading:
    there: Moment | None = base[0]
    move = moved_exactly if base[0].date and (found.anchor or len(found.amounts) > 1 or found.weekday) else moved
    for amount, unit in found.amounts:
        there = move(there, (amount or 0) * found.steps, unit) if there else None
    if there and found.weekday:
        day = there.week_of or there.date
        there = on(day + timedelta(found.weekday - day.isoweekday())) if day else there
    if there is None:
        return Reading("DATE", is_relative=True, reason="not_stated")
    return Reading("DATE", there.value, there.stretch, there.granularity, base[1], True, moment=there)


def _shift_of_clock(found: Expression, scene: Scene) -> Reading:
    """Hours and minutes from the instant of publication, where that is known to the minute."""
    if scene.instant is None or scene.narrative or found.anchor or found.base != "published":
        return Reading("TIME", is_relative=True, reason="not_stated")
    scale = {"TH": 3600, "TM": 60, "TS": 1}
    seconds = sum((amount or 0) * scale.get(unit, 0) for amount, unit in found.amounts)
    then: datetime = scene.instant + timedelta(seconds=seconds * found.steps)
    value = then.strftime("%Y-%m-%dT%H:%M")
    return Reading("TIME", value, Stretch(then.date(), then.date()), "minute", "published", True)


def _duration(found: Expression, scene: Scene) -> Reading:
    if not found.amounts:
        return Reading("DURATION", granularity="duration", reason="vague")
    value, days, anchor = period(found.amounts), Stretch(), None
    base = scene.base(found.base or "published") if found.steps else None
    amount, unit = found.amounts[0]
    there = moved_exactly(base[0], amount * found.steps, unit) if base and amount else None
    if base and base[0].date and there and there.date:
        days, anchor = Stretch(min(base[0].date, there.date), max(base[0].date, there.date)), base[1]
    return Reading("DURATION", value, days, "duration", anchor, bool(found.steps))


def _clock(found: Expression, scene: Scene, ahead: Ahead) -> Reading:
    """A time of day alone: on the day last spoken of, else the day of writing where the clause tells the past."""
    clock = clock_value(found.hour, found.minute, found.second, found.part)
    day = scene.last_day if scene.last_day and scene.same_paragraph else None
    base = (day, "context") if day else scene.today if not scene.narrative and ahead() is not None else None
    if found.part and found.hour is None and found.value is None:
        base = None
    if base is None or base[0].date is None:
        return Reading(
            "TIME",
            clock if found.hour is not None else f"XXXX-XX-XX{clock}",
            granularity="part_of_day",
            is_relative=True,
            reason="day_not_stated",
        )
    reading = Reading("DATE", base[0].value, base[0].stretch, anchor=base[1], is_relative=True)
    return _at_clock(reading, found)
