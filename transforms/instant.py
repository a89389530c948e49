"""When something was published, as it is written: `"January 7, 2022, 8:01 am"` -> 2022-01-07 08:01, no offset.

Only what can be read in one way is read: 03/04/2021 is nobody's date, 13/04/2021 is 13 April.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from transforms.facts import Span
from transforms.head_words import HeadWords

OFFSET = re.compile(r"(?:utc|gmt)?\s?([+\-−])\s?(\d{1,2}):?(\d{2})?", re.IGNORECASE)
YEAR = re.compile(r"\d{4}")
ISO_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}|\d{4}-W\d{2}-\d")


class Instant(NamedTuple):
    """`at` as stated, without zone; `offset` such as `+06:00`, None if none is stated; `precision` minute or day."""

    at: datetime
    offset: str | None
    precision: str

    @property
    def utc_at(self) -> datetime:
        """In UTC; without a stated offset the same instant."""
        if self.offset is None:
            return self.at
        hours, minutes = self.offset[1:].split(":")
        distance = timedelta(hours=int(hours), minutes=int(minutes))
        return self.at - distance if self.offset[0] == "+" else self.at + distance


class FoundInstant(NamedTuple):
    """An instant and where it is written."""

    span: Span
    instant: Instant


def parse_instant(text: str, words: HeadWords) -> Instant | None:
    """The instant that the whole text states: ISO 8601, or a date written out. None if it cannot be read in one way."""
    stated = text.strip()
    found = _iso(stated)
    if found is None:
        whole = next((f for f in instants_in(stated, words) if f.span == (0, len(stated))), None)
        found = whole.instant if whole else None
    return found


def instants_in(text: str, words: HeadWords) -> Iterator[FoundInstant]:
    """Every instant with a full date in the text, in order; of overlapping readings the longest of the earliest."""
    start = 0
    while YEAR.search(text, start):
        matches = [match for pattern in words.instants if (match := pattern.search(text, start))]
        if not matches:
            return
        best = min(matches, key=lambda match: (match.start(), -match.end()))
        instant = _instant(best.groupdict(), words)
        if instant:
            yield FoundInstant(Span(best.start(), best.end()), instant)
        start = best.end()


def instant_from(moment: datetime, *, precision: str = "minute") -> Instant:
    """An instant from a datetime, its offset kept apart."""
    distance = moment.utcoffset()
    return Instant(moment.replace(tzinfo=None), None if distance is None else _offset(distance), precision)


def _iso(text: str) -> Instant | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant_from(moment, precision="day" if ISO_DAY.fullmatch(text) else "minute")


def _offset(distance: timedelta) -> str:
    minutes = round(distance.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _instant(groups: dict[str, str | None], words: HeadWords) -> Instant | None:
    """From the groups of one match; None for a day that does not exist or may be read in two ways."""
    day = _day(groups, words)
    clock = _clock(groups)
    if day is None or clock is None:
        return None
    try:
        at = datetime(*day, *clock)
    except ValueError:
        return None
    has_time = any(groups.get(name) for name in ("hour", "hour24", "military"))
    return Instant(at, _zone(groups.get("zone"), words), "minute" if has_time else "day")


def _day(groups: dict[str, str | None], words: HeadWords) -> tuple[int, int, int] | None:
    year = int(groups["year"] or 0)
    if "first" in groups:
        first, last = int(groups["first"] or 0), int(groups["last"] or 0)
        if first <= 12 and last <= 12 and first != last:
            return None
        return (year, last, first) if first > 12 else (year, first, last)
    month = (groups["month"] or "").casefold()
    return year, words.months.get(month) or int(month), int(groups["day"] or 0)


def _clock(groups: dict[str, str | None]) -> tuple[int, int, int] | None:
    """Hour, minute, second; midnight where no time is stated; None for an hour that does not exist."""
    if military := groups.get("military"):
        return int(military[:2]), int(military[2:]), 0
    if half := groups.get("half"):
        hour = int(groups["hour"] or 0)
        if not 1 <= hour <= 12:
            return None
        after_noon = 12 if half.casefold().startswith("p") else 0
        return hour % 12 + after_noon, int(groups["minute"] or 0), int(groups["second"] or 0)
    return tuple(int(groups.get(name) or 0) for name in ("hour24", "minute24", "second24"))  # type: ignore[return-value]


def _zone(name: str | None, words: HeadWords) -> str | None:
    """The offset of a zone: by its name, or written out as in `UTC+6`."""
    if name is None:
        return None
    named = words.zones.get(" ".join(name.split()).casefold())
    if named is not None:
        return named or None
    written = OFFSET.fullmatch(name.strip())
    if not written:
        return None
    sign, hours, minutes = written.groups()
    return f"{'+' if sign == '+' else '-'}{int(hours):02}:{minutes or '00'}"
