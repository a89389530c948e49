"""Dates of feeds with the offset that they state: `Fri, 25 Dec 2009 03:30:22 +0000`, `2009-12-08T16:59:02-08:00`."""

import re
from email.utils import parsedate_to_datetime

from flows.readers.stated import parse_instant
from transforms.instant import Instant, instant_from

NAMED_UNIVERSAL = re.compile(r"\s(?:UTC|UT|Z)$")


def feed_instant(text: str | None) -> Instant | None:
    """RFC 822 (RSS) or ISO 8601 (Atom, Dublin Core); None if there is none or it cannot be read in one way."""
    if not text or not text.strip():
        return None
    return parse_instant(text) or _mail_instant(NAMED_UNIVERSAL.sub(" +0000", text.strip()))


def _mail_instant(text: str) -> Instant | None:
    try:
        return instant_from(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
