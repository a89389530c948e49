"""Completes dates that leave something out: "Friday", "6 January", "March", "the 20th", "the third quarter".

In news they are the nearest such day: back from the anchor in the past tense, ahead in the future. In a
narrative they go on from the date before.
"""

from collections.abc import Callable
from datetime import date, timedelta

from transforms.times.days import holiday, nearest_weekday, week_of, weekday_in_week
from transforms.times.expression import Expression
from transforms.times.lexicon import TimeLexicon
from transforms.times.moment import FIRST_MONTH, Moment, on
from transforms.times.scene import Scene

Ahead = Callable[[], bool | None]
Placed = tuple[Moment, str, tuple[Moment, ...]]
SEASON_MONTH = {"WI": 1, "SP": 4, "SU": 7, "FA": 10}  # a month of the season in the north, to choose the year only
DAYS_ON = 800  # how far from today a day of the month is looked for


def completed(
    found: Expression, scene: Scene, lexicon: TimeLexicon, ahead: Ahead, *, outer: tuple[Moment, str] | None
) -> Placed | None:
    """The moment of a date with what it leaves out filled in; `outer` is the time that it is said to lie in."""
    if outer:
        moment = _inside(found, outer[0], lexicon)
        return (moment, outer[1], ()) if moment else None
    if found.year is not None:
        moment = _in_year(found, _full_year(found, scene), lexicon)
        return (moment, "explicit", ()) if moment else None
    base = scene.base(found.base or "published")
    if base is None:
        return None
    if found.kind == "relative":
        moment = _stepped(found, base[0], lexicon, ahead)
        return (moment, base[1], ()) if moment else None
    if base[1] == "context":
        moment = _following_on(found, base[0], lexicon)
        return (moment, "context", ()) if moment else None
    return _nearest(found, base, lexicon, ahead)


def _full_year(found: Expression, scene: Scene) -> int:
    """'99 and 5/3/18: the century that brings the year nearest to the time spoken of, never far ahead."""
    year = found.year or 0
    if not found.two_digit_year:
        return year
    base = scene.base("context" if scene.narrative else "published")
    near = base[0].year if base else 2000
    full = near // 100 * 100 + year
    return full - 100 if full > near + 20 else full


def _in_year(found: Expression, year: int, lexicon: TimeLexicon) -> Moment | None:
    """The fields of an expression in a year; None where there is no such day."""
    if found.holiday:
        day = holiday(found.holiday, year, lexicon.holidays, lexicon.moving) if 1 <= year <= 9998 else None
        return (_weekend_at(day) if found.weekend else on(day)) if day else None
    if found.week:
        day = date.fromisocalendar(year, min(found.week, 52), 1)
        return Moment(day.year, week_of=day)
    moment = Moment(year, found.month, found.day, found.season, found.part_of_year, span_years=found.span_years)
    return moment if _exists(moment) else None


def _weekend_at(day: date) -> Moment:
    """The weekend that a holiday makes long: of a Monday or Tuesday the one before."""
    near = day - timedelta(2) if day.isoweekday() <= 2 else day
    return Moment(near.year, week_of=near, weekend=True)


def _exists(moment: Moment) -> bool:
    if not moment.month or not moment.day:
        return 1 <= (moment.month or 1) <= 12
    try:
        return bool(date(moment.year if moment.year > 0 else 2000, moment.month, moment.day))
    except ValueError:
        return False


def _inside(found: Expression, outer: Moment, lexicon: TimeLexicon) -> Moment | None:
    """As in "January" inside "that year", "Monday" inside "next week", "the first week" inside "October"."""
    if found.kind == "part":
        return _nth(found, outer)
    if found.weekday and outer.week_of:
        return on(weekday_in_week(outer.week_of, found.weekday))
    if found.day and not found.month and outer.month:
        moment = Moment(outer.year, outer.month, found.day)
        return moment if _exists(moment) else None
    return _in_year(found, outer.year, lexicon)


def _nth(found: Expression, outer: Moment) -> Moment | None:
    if found.unit == "WD" and found.weekday and outer.month and outer.year > 0:
        first = nearest_weekday(date(outer.year, outer.month, 1), found.weekday, future=True)
        day = first + timedelta(7 * (found.steps - 1))
        return on(day) if day.month == outer.month else None
    if found.unit == "M" and not outer.month:
        return Moment(outer.year, found.steps) if 1 <= found.steps <= 12 else None
    if found.unit == "D" and outer.month and not outer.day:
        moment = Moment(outer.year, outer.month, found.steps)
        return moment if _exists(moment) else None
    if found.unit == "W" and not outer.month and 1 <= found.steps <= 52 and outer.year > 0:
        day = date.fromisocalendar(outer.year, found.steps, 1)
        return Moment(day.year, week_of=day)
    return None


def _stepped(found: Expression, base: Moment, lexicon: TimeLexicon, ahead: Ahead) -> Moment | None:
    """As in "last Friday", "next summer", "this May": steps of weeks or years from the base."""
    if found.weekday:
        return _stepped_weekday(found, base.date, found.weekday, ahead) if base.date else None
    same = _in_year(found, base.year, lexicon)
    if same is None or found.steps == 0:
        return same
    passed = _order(same) < _order(base)
    years = (
        found.steps
        + (1 if found.steps < 0 and passed else 0)
        - (1 if found.steps > 0 and not passed and _order(same) != _order(base) else 0)
    )
    return _in_year(found, base.year + years, lexicon)


def _stepped_weekday(found: Expression, day: date, weekday: int, ahead: Ahead) -> Moment:
    """The day of "last Friday" is of the week before, of "this past Friday" the nearest one behind.

    "This Friday" is of the week itself, unless its clause looks the other way from there.
    """
    if found.base == "nearest":
        return on(nearest_weekday(day + timedelta(found.steps), weekday, future=found.steps > 0))
    there = weekday_in_week(day, weekday) + timedelta(7 * found.steps)
    looks = ahead() if found.steps == 0 and there != day else None
    return on(there if looks is None else nearest_weekday(day, weekday, future=looks))


def _order(moment: Moment) -> tuple[int, int]:
    month = moment.month or SEASON_MONTH.get(moment.season or "") or FIRST_MONTH.get(moment.part_of_year or "", 1)
    day = moment.week_of or moment.date
    return (day.month, day.day) if day else (month, moment.day or 1)


def _following_on(found: Expression, base: Moment, lexicon: TimeLexicon) -> Moment | None:
    """In a narrative: the year (month, week) of the date before."""
    if found.weekday and not found.day:
        return on(nearest_weekday(base.date, found.weekday, future=True)) if base.date else None
    if found.day and not found.month:
        moment = Moment(base.year, base.month, found.day) if base.month else None
        return moment if moment and _exists(moment) else None
    if found.weekend:
        day = base.date or base.week_of
        return Moment(base.year, week_of=day, weekend=True) if day else None
    return _in_year(found, base.year, lexicon) if base.span_years == 1 else None


def _nearest(found: Expression, base: tuple[Moment, str], lexicon: TimeLexicon, ahead: Ahead) -> Placed | None:
    """In news: the nearest such time not after the anchor, or not before it where the clause looks ahead."""
    today = base[0].date
    if today is None:
        return None
    before, after = _candidates(found, today, lexicon)
    if before == after or before is None or after is None:
        only = before or after
        return (only, base[1], ()) if only else None
    direction = ahead()
    if direction is None:
        first, other = (after, before) if found.month and _is_nearer(after, before, today) else (before, after)
        return first, base[1], (other,)
    return (after if direction else before), base[1], ()


def _is_nearer(after: Moment, before: Moment, today: date) -> bool:
    return (_begin(after) - today) < (today - _end(before))


def _candidates(found: Expression, today: date, lexicon: TimeLexicon) -> tuple[Moment | None, Moment | None]:
    """The nearest such time that has begun by today, and the nearest that has not ended before it."""
    if found.week:
        years = [m for m in [_in_year(found, today.year, lexicon)] if m]
        return (years[0], years[0]) if years else (None, None)
    if found.weekend and not found.holiday:
        week = Moment(today.year, week_of=today, weekend=True)
        last = week_of(today - timedelta(7)).first
        return (
            week if today.isoweekday() >= 6 or last is None else Moment(last.year, week_of=last, weekend=True)
        ), week
    if found.weekday and not found.day:
        return on(nearest_weekday(today, found.weekday, future=False)), on(
            nearest_weekday(today, found.weekday, future=True)
        )
    if found.day and not found.month:
        return _day_of_month(found, today)
    reach = 1 if found.holiday else 8  # 29 February may be eight years away
    years = [m for year in range(today.year - reach, today.year + reach + 1) if (m := _in_year(found, year, lexicon))]
    on_weekday = [m for m in years if (d := m.date) and found.weekday == d.isoweekday() and abs((d - today).days) < 400]
    if on_weekday:  # "Saturday, 4 July": the year in which it is one
        years = on_weekday[:1]
    begun = [m for m in years if _begin(m) <= today]
    coming = [m for m in years if _end(m) >= today]
    return (begun[-1] if begun else None), (coming[0] if coming else None)


def _begin(moment: Moment) -> date:
    return moment.stretch.first or date(moment.year, SEASON_MONTH.get(moment.season or "", 1), 1)


def _end(moment: Moment) -> date:
    return moment.stretch.last or date(moment.year, SEASON_MONTH.get(moment.season or "", 1), 28)


def _day_of_month(found: Expression, today: date) -> tuple[Moment | None, Moment | None]:
    """As in "the 20th", "Friday the 13th": the nearest months that have such a day."""
    before, after = _nearest_fit(found, today, -1), _nearest_fit(found, today, 1)
    return (on(before) if before else None), (on(after) if after else None)


def _nearest_fit(found: Expression, today: date, step: int) -> date | None:
    """The first day from today on, going back or forth, that is the stated day of a month and of the week."""
    days = (today + timedelta(step * n) for n in range(DAYS_ON))
    return next((d for d in days if d.day == found.day and found.weekday in (None, d.isoweekday())), None)
