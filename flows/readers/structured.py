"""What a page says of its article in schema.org JSON-LD, which publishers write for machines.

The graph may be nested; of several articles the first is the page's own, the others are teasers (lists and parts are
not entered). https://schema.org/NewsArticle
"""

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flows.readers.stated import parse_instant
from transforms.instant import Instant, instant_from

SCRIPT = re.compile(
    r"""<script[^>]*type\s*=\s*["']?application/ld\+json["']?[^>]*>(.*?)</script\s*>""", re.IGNORECASE | re.DOTALL
)
WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
ARTICLES = re.compile(r"(?:\w*Article|\w*BlogPosting|Report)")
ENTERED = ("@graph", "mainEntity", "mainEntityOfPage")
JOINED = re.compile(r"\s*;\s*|\s+(?:and|&)\s+")
PEOPLE = {"Person", None}
DEPTH, BYTES = 6, 2_000_000


@dataclass(frozen=True)
class Structured:
    """The article as stated; None where nothing is. `is_free` is False for one behind a paywall."""

    headline: str | None = None
    name: str | None = None
    published_at: Instant | None = None
    updated_at: Instant | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    section: str | None = None
    is_free: bool | None = None


def structured(page: str) -> Structured:
    """The page's own article; empty if it states none that can be read."""
    stated = [article for value in _values(page) for article in _articles(value, DEPTH)]
    return _structured(stated[0]) if stated else Structured()


def _values(page: str) -> Iterator[Any]:
    for script in SCRIPT.findall(page):
        if len(script) > BYTES:
            continue
        try:
            yield json.loads(WRAPPING.sub("", script), strict=False)
        except (ValueError, RecursionError):
            continue


def _articles(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list) and depth:
        for part in value:
            yield from _articles(part, depth - 1)
    elif isinstance(value, Mapping) and depth:
        if any(ARTICLES.fullmatch(str(kind).rsplit("/", 1)[-1]) for kind in _listed(value.get("@type"))):
            yield value
        for name in ENTERED:
            yield from _articles(value.get(name), depth - 1)


def _structured(article: Mapping[str, Any]) -> Structured:
    outlets = [_text(publisher.get("name")) for publisher in _objects(article.get("publisher"))]
    return Structured(
        headline=_text(article.get("headline")),
        name=_text(article.get("name")),
        published_at=_instant(article.get("datePublished")),
        updated_at=_instant(article.get("dateModified")),
        authors=tuple(dict.fromkeys(_authors(article.get("author")))),
        outlet=next((name for name in outlets if name), None),
        section=next((text for part in _listed(article.get("articleSection")) if (text := _text(part))), None),
        is_free={"true": True, "false": False}.get(str(article.get("isAccessibleForFree")).casefold()),
    )


def _authors(value: Any) -> Iterator[str]:
    """Names of people; an organisation that signs its own articles is no author."""
    for author in _listed(value):
        kinds = _listed(author.get("@type")) if isinstance(author, Mapping) else [None]
        name = _text(author.get("name") if isinstance(author, Mapping) else author)
        if name and (not kinds or PEOPLE & set(kinds)) and not name.startswith(("http:", "https:")) and "@" not in name:
            yield from (part for part in JOINED.split(name) if part)


def _instant(value: Any) -> Instant | None:
    """ISO 8601, also with a space before the offset; a time of midnight in a page means the day alone."""
    text = _text(value)
    if not text:
        return None
    found = parse_instant(re.sub(r"\s+(?=Z$|[+\-]\d{2}:?\d{2}$)", "", text))
    is_day = found is not None and not found.offset and found.at.time().isoformat() == "00:00:00"
    return instant_from(found.at, precision="day") if found and is_day else found


def _text(value: Any) -> str | None:
    """One line, entities undone (some publishers escape twice)."""
    return " ".join(entities.unescape(entities.unescape(value)).split()) or None if isinstance(value, str) else None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _objects(value: Any) -> list[Mapping[str, Any]]:
    return [part for part in _listed(value) if isinstance(part, Mapping)]
