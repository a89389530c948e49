"""The date line that opens a report: `ALMATY, Jan 6 (Example Wire) -` names a place, a day and who reports.

Recognised only on strong signs (a day, an agency in brackets, or a place in capitals before a dash), since a
sentence may also begin with a name and a dash.
"""

import re
from functools import cache
from typing import NamedTuple

from transforms.facts import Span
from transforms.head_words import HeadWords
from transforms.instant import FoundInstant, Instant, instants_in, parse_instant

PLACE = r"(?P<place>[^\W\d_][^\n(:—–]{1,60}?)"
BRACKETS = r"\(\s*(?P<brackets>[^()\n]{2,40}?)\s*\)"
DASH = r"(?P<dash>[^\S\n]+-{1,2}\s+|[^\S\n]*[—–]\s*|[^\S\n]*:\s+)"
LONGEST_DAY = 60
WORD = re.compile(r"[^\W\d_][\w'’.\-]*")


class DateLine(NamedTuple):
    """What a date line says; `span` covers it with its dash."""

    span: Span
    place: str | None
    outlet: str | None
    published: Instant | None


def date_line(text: str, start: int, words: HeadWords) -> DateLine | None:
    """The date line at `start`, the first character of a paragraph; None where there is none."""
    found = (_read(match, words) for pattern in _patterns(words.day_of_month) if (match := pattern.match(text, start)))
    return next((line for line in found if line), None)


@cache
def _patterns(day_of_month: str) -> tuple[re.Pattern[str], ...]:
    """With a day, with an agency, with neither; the surest first."""
    day = rf"(?P<day>(?i:{day_of_month}))"
    return tuple(
        re.compile(pattern + DASH)
        for pattern in (rf"(?:{PLACE}(?:,\s*|\s+))?{day}(?:,?\s*{BRACKETS})?", rf"(?:{PLACE}\s*)?{BRACKETS}", PLACE)
    )


def _read(match: re.Match[str], words: HeadWords) -> DateLine | None:
    groups = match.groupdict()
    place, day, brackets = groups["place"], groups.get("day"), groups.get("brackets")
    outlet = brackets if brackets and _is_outlet(brackets, words, has_day=bool(day)) else None
    if place and not _is_place(place, words):
        return None
    rest = match.string[match.end() : match.end() + 1]
    if not (outlet or (place and (day or _stands_alone(place, match["dash"], rest)))):
        return None
    follower = _day_behind(match, words)
    end = match.end() + follower.span.end if follower else match.end()
    published = follower.instant if follower else parse_instant(day, words) if day else None
    return DateLine(Span(match.start(), end), place, outlet, published)


def _day_behind(match: re.Match[str], words: HeadWords) -> FoundInstant | None:
    """A full date behind the dash that ends the line: `KANATA (Example Wire) - Friday, August 15, 2008`."""
    line = match.string[match.end() : match.end() + LONGEST_DAY].split("\n")[0].rstrip()
    return next((found for found in instants_in(line, words) if found.span == (0, len(line))), None)


def _is_place(place: str, words: HeadWords) -> bool:
    """One to six capitalised words, no label such as `BREAKING`, small words such as `de` allowed inside."""
    names = WORD.findall(place)
    if not 1 <= len(names) <= 6 or place.casefold() in words.forms["flash"] | words.forms["label"]:
        return False
    if {name.casefold() for name in names} & (
        words.forms["organisation"] | words.forms["agency"] | words.forms["designation"]
    ):
        return False
    small = words.forms["connector"]
    return all(name[0].isupper() or name in small for name in names) and names[0][0].isupper()


def _stands_alone(place: str, dash: str, rest: str) -> bool:
    """Whether a place without day or agency is sure: `ALMATY — Police ...`, not `NATO — the alliance ...`."""
    first = place.split(",", maxsplit=1)[0]
    longest = 2 if dash.strip() == "-" else 4
    is_capitals = first.isupper() and len(first) >= 4 and len(first.split()) <= longest
    return is_capitals and ":" not in dash and (rest.isupper() or rest in set("\"'“‘"))


def _is_outlet(brackets: str, words: HeadWords, *, has_day: bool) -> bool:
    names = WORD.findall(brackets)
    folded = {name.casefold() for name in names}
    if not names or len(names) > 5 or brackets.casefold() in words.forms["region"] or not brackets[0].isalpha():
        return False
    is_named = brackets.casefold() in words.forms["agency"] or bool(folded & words.forms["organisation"])
    return is_named or has_day or (len(names) == 1 and brackets.isupper() and len(brackets) <= 5)
