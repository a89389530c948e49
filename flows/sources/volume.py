"""Whether a source gave far fewer or far more articles than it usually does: a feed without items, one that repeats.

The last whole day on which it was asked is held against the middle of the days before.
"""

from datetime import datetime
from statistics import median

from warehouse.watched import Watched

FEWEST_DAYS, DAYS = 7, 28
TIMES, MARGIN = 5, 20


def volume_of(watch: Watched, now: datetime) -> str | None:
    """`few: 2 on 2024-05-05, 40 are usual`, `many: ...`, or None where nothing is unusual or too little is known."""
    days = sorted(day for day in watch.daily if day < f"{now:%Y-%m-%d}")[-DAYS - 1 :]
    if len(days) <= FEWEST_DAYS:
        return None
    last, usual = watch.daily[days[-1]], median(watch.daily[day] for day in days[:-1])
    told = f"{last:,} on {days[-1]}, {usual:,.0f} are usual"
    if last * TIMES < usual:
        return f"few: {told}"
    return f"many: {told}" if last > usual * TIMES + MARGIN else None
