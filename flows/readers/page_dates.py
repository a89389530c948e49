"""When a page was published: in its JSON-LD, its other metadata, its address, or where htmldate finds it.

Where htmldate must search the whole page, it takes a bare year for its first of January: that is no date.
"""

import re
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from flows.readers.stated import parse_instant
from transforms.instant import Instant

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STAMP = r"(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+\-]\d{2}:?\d{2})?)"
PUBLISHED = re.compile(
    rf"""(?:datePublished|published_time|publication_date|pubdate|parsely-pub-date)["'][^<>]{{0,60}}?["']{STAMP}["']""",
    re.IGNORECASE,
)
UPDATED = re.compile(rf"""(?:dateModified|modified_time)["'][^<>]{{0,60}}?["']{STAMP}["']""", re.IGNORECASE)
NEAR_ELEMENTS = 40
IN_ADDRESS = re.compile(r"(?<!\d)(20\d{2})([-/]?)(\d{2})\2(\d{2})(?!\d)")


def published_at(html: str, tree: "HtmlElement", structured: Instant | None, address: str | None) -> Instant | None:
    """The instant that is stated; else the day that the address, the line under the headline or htmldate gives.

    Where a stated instant in UTC falls on the day after that of the address, the address has the local day (of the
    Americas), from which the article counts its weekdays.
    """
    day = _day_in(address)
    if structured and not (day and _is_day_after(structured, day)):
        return structured
    if day is None and (printed := _under_headline(tree)):
        return printed
    day = day or _found(html)
    if day is None:
        return None
    stamped = [instant for text in PUBLISHED.findall(html) if (instant := parse_instant(text))]
    agreeing = (i for i in stamped if day in {i.at.date().isoformat(), i.utc_at.date().isoformat()})
    return (None if structured else next(agreeing, None)) or parse_instant(day)


def updated_at(html: str, structured: Instant | None) -> Instant | None:
    """The instant of the last change that the page states."""
    stamped = (instant for text in UPDATED.findall(html) if (instant := parse_instant(text)))
    return structured or next(stamped, None)


def _is_day_after(instant: Instant, day: str) -> bool:
    return instant.offset == "+00:00" and (instant.at.date() - date.fromisoformat(day)).days == 1


def _under_headline(tree: "HtmlElement") -> Instant | None:
    """The first date that stands alone in an element shortly after the longest heading: `13 Oct 2020 18:29`."""
    heading = max(tree.iter("h1"), key=lambda h1: len(h1.text_content().strip()), default=None)
    if heading is None:
        return None
    for element in islice(heading.xpath("following::*"), NEAR_ELEMENTS):
        text = " ".join((element.text or "").split()) if isinstance(element.tag, str) else ""
        if 8 <= len(text) <= 40 and (found := parse_instant(text)):
            return found
    return None


def _found(html: str) -> str | None:
    """Given the characters, not the tree, since comments hold dates too."""
    from htmldate import find_date

    day: str | None = find_date(html, original_date=True, extensive_search=False)
    if day is None:
        loose: str | None = find_date(html, original_date=True, extensive_search=True)
        day = None if loose is None or loose.endswith("-01-01") else loose
    return day


def _day_in(address: str | None) -> str | None:
    """`.../2020/01/13/...` or `...-20200113`: the one day that an address states."""
    days = {f"{y}-{m}-{d}" for y, _, m, d in IN_ADDRESS.findall(address or "") if _is_day(int(y), int(m), int(d))}
    return days.pop() if len(days) == 1 else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
