"""Which reader makes expressions of a pattern's match: the `meaning` column of `seeds/time_patterns.csv`."""

from collections.abc import Callable, Mapping

from transforms.times import dated, recurring, relative
from transforms.times.expression import Expression
from transforms.times.patterns import Match

Reader = Callable[[Match], list[Expression]]

READERS: Mapping[str, Reader] = {
    "calendar": dated.calendar,
    "month": dated.month,
    "year": dated.year,
    "decade": dated.decade,
    "decade_word": dated.decade_word,
    "century": dated.century,
    "short_year": dated.short_year,
    "season": dated.season,
    "quarter": dated.quarter,
    "fiscal": dated.fiscal,
    "weekday": dated.weekday,
    "weekday_day": dated.weekday_day,
    "month_day": dated.month_day,
    "holiday": dated.holiday,
    "holiday_weekend": dated.holiday,
    "week": dated.week,
    "iso": dated.iso,
    "numeric": dated.numeric,
    "numeric_day": dated.numeric_day,
    "span_days": dated.span_days,
    "span_years": dated.span_years,
    "relative": relative.relative,
    "week_weekday": relative.week_weekday,
    "soon": relative.soon,
    "end_of_unit": relative.end_of_unit,
    "bare_hour": recurring.bare_hour,
    "relative_year": relative.relative_year,
    "relative_run": relative.relative_run,
    "after_next": relative.after_next,
    "deictic": relative.deictic,
    "tonight": relative.tonight,
    "reference": relative.reference,
    "recent": relative.recent,
    "the_unit": relative.the_unit,
    "the_weekend": relative.the_weekend,
    "later_unit": relative.later_unit,
    "shift": relative.shift,
    "hence": relative.hence,
    "duration": relative.duration,
    "units_alone": relative.units_alone,
    "vague_duration": relative.vague_duration,
    "set": recurring.repeated,
    "time": recurring.clock,
    "past_hour": recurring.past_hour,
    "part": recurring.part,
    "modifier": recurring.modifier,
}
