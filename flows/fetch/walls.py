"""Pages that stand in front of an article: payment, consent, log-in. What they show is not the article.

The signs are data in `seeds/walls.csv`; a phrase counts only in a short text, since long articles quote such words.
"""

from functools import cache
from urllib.parse import urlsplit

from flows.fetch.answer import Answer
from flows.readers.structured import structured
from flows.seeds import read_tables

SHORT_CHARACTERS = 1500


def wall_before(answer: Answer) -> str | None:
    """Why what answered is no article, by where the request was led."""
    asked, got = urlsplit(answer.asked), urlsplit(answer.url)
    if (asked.hostname, asked.path) == (got.hostname, got.path):
        return None
    host, path = (got.hostname or "").casefold(), got.path.casefold()
    is_wall = any(host.startswith(sign) for sign in _signs("host")) or any(sign in path for sign in _signs("path"))
    return f"consent or log-in page: the request was led to {host}{path[:60]}" if is_wall else None


def wall_in(html: str, text: str) -> str | None:
    """Why the text of a page is not the whole article, by what the page says."""
    if len(text) > SHORT_CHARACTERS:
        return None
    if structured(html).is_free is False:
        return f"paywall: the page says that the article is not free, and shows {len(text):,} characters of it"
    shown = " ".join(text.casefold().split())
    sign = next((sign for sign in _signs("phrase") if sign in shown), None)
    return f"paywall or consent page: its short text says {sign!r}" if sign else None


def wall_page(html: str) -> str | None:
    """The same for a page in which no article is found at all."""
    return wall_in(html, html[:SHORT_CHARACTERS]) if structured(html).is_free is False else None


@cache
def _signs(kind: str) -> tuple[str, ...]:
    return tuple(row["sign"] for row in read_tables()["walls"] if row["kind"] == kind)
