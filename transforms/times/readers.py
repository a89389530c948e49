"""Which reader makes expressions of a pattern's match: the `meaning` column of `seeds/time_patterns.csv`."""

from collections.abc import Callable, Mapping

from transforms.times import dated, digits, lengths, pairs, periods, recurring, relative
from transforms.times.expression import Expression
from transforms.times.patterns import Match

Reader = Callable[[Match], list[Expression]]

READERS: Mapping[str, Reader] = {
    "calendar": dated.calendar,
    "month": dated.month,
    "year": dated.year,
    "decade": periods.decade,
    "decade_word": periods.decade_word,
    "century": periods.century,
    "centuries": pairs.centuries,
    "short_year": periods.short_year,
    "season": periods.season,
    "quarter": periods.quarter,
    "fiscal": periods.fiscal,
    "weekday": dated.weekday,
    "weekday_day": dated.weekday_day,
    "nth_weekday": dated.nth_weekday,
    "month_day": dated.month_day,
    "holiday": dated.holiday,
    "holiday_weekend": dated.holiday,
    "week": dated.week,
    "iso": digits.iso,
    "compact": digits.compact,
    "numeric": digits.numeric,
    "numeric_day": digits.numeric_day,
    "span_days": pairs.span_days,
    "span_years": pairs.span_years,
    "relative": relative.relative,
    "week_weekday": relative.week_weekday,
    "soon": relative.soon,
    "end_of_unit": relative.end_of_unit,
    "bare_hour": recurring.bare_hour,
    "relative_year": relative.relative_year,
    "relative_run": lengths.relative_run,
    "after_next": relative.after_next,
    "deictic": relative.deictic,
    "tonight": relative.tonight,
    "reference": relative.reference,
    "recent": relative.recent,
    "the_unit": relative.the_unit,
    "the_weekend": relative.the_weekend,
    "later_unit": relative.later_unit,
    "shift": lengths.shift,
    "shift_adjective": lengths.shift_adjective,
    "hence": lengths.hence,
    "duration": lengths.duration,
    "units_alone": lengths.units_alone,
    "vague_duration": lengths.vague_duration,
    "set": recurring.repeated,
    "time": recurring.clock,
    "past_hour": recurring.past_hour,
    "part": recurring.part,
    "modifier": recurring.modifier,
}
