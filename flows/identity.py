"""Which article a record is, and its row of `facts.articles`.

A thread is one article over time: its address, else its key in its source. A version is a thread with title,
text and publication date as the source states them, or with the bytes of an HTML file: what is recognised inside takes
no part, so that a better reading of heads or pages never makes a new version of the same words.
"""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

from flows.readers.stated import words
from flows.record import Record
from transforms.document import Head, recognise
from transforms.facts import Span
from transforms.identity import digest

TRACKING_PREFIXES = ("utm_", "mc_", "pk_", "at_", "hsa_", "ns_")
TRACKING = {
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "igshid", "ocid", "cmpid", "smid",
    "_ga", "_gl", "mkt_tok", "ref_src", "spm", "__twitter_impression", "ncid", "sr_share", "taid",
}  # fmt: skip
PORTS = {"http": 80, "https": 443}


def article_row(record: Record, *, ingested_at: datetime) -> dict[str, object]:
    """Every column of `facts.articles` but `extractor`."""
    if record.stored is not None:
        return dict(record.stored)
    text, body_start = _text(record)
    head = recognise(text, words(), start=body_start, has_title=record.has_title_inside)
    stated = _with_head(record, head, text)
    published = stated.published_at
    return {
        "article_id": article_id(record),
        "source_key": record.source_key,
        "source_id": record.source_id,
        "source_uri": record.source_uri,
        "url": record.url,
        "canonical_url": canonical_url(record.url) if record.url else None,
        "outlet": stated.outlet,
        "title": stated.title,
        "standfirst": stated.standfirst,
        "byline": stated.byline,
        "authors": list(stated.authors),
        "section": record.section,
        "language": record.language,
        "published_at": published.at if published else None,
        "published_tz": published.offset if published else None,
        "published_utc_at": published.utc_at if published else None,
        "published_precision": published.precision if published else "none",
        "dateline_place": stated.dateline_place,
        "text": text,
        "body_start": body_start,
        "text_hash": sha256(text.encode()).hexdigest(),
        "char_count": len(text),
        "word_count": len(text.split()),
        "updated_at": stated.updated_at.at if stated.updated_at else None,
        "ingested_at": ingested_at,
    }


def article_id(record: Record) -> str:
    """Id of the version: thread, title, text and publication date, as stated; thread and bytes of an HTML file."""
    if record.page is not None:
        return digest(thread(record), "page", sha256(record.page).hexdigest())
    published = record.published_at
    stated = (published.at.isoformat(), published.offset, published.precision) if published else (None, None, None)
    return digest(thread(record), record.title, record.text, *stated)


def thread(record: Record) -> str:
    """Id of the article over time: its address where it has one, else its key in its source."""
    if record.url:
        return digest("url", canonical_url(record.url))
    return digest("source", record.source_id, record.source_key)


def canonical_url(url: str) -> str:
    """The address without fragment, tracking parameters and default port, scheme and host in lower case."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    name = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    host = name if port in {None, PORTS.get(parts.scheme)} else f"{name}:{port}"
    kept = [item for item in parts.query.split("&") if item and not _is_tracking(item)]
    path = parts.path or ("/" if host else "")
    return urlunsplit((parts.scheme, host, path, "&".join(kept), ""))


def _is_tracking(parameter: str) -> bool:
    name = parameter.split("=", 1)[0].casefold()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def _text(record: Record) -> tuple[str, int]:
    """`articles.text` and where the record's own text begins in it."""
    if record.title is None or record.has_title_inside:
        return record.text, 0
    return f"{record.title}\n\n{record.text}", len(record.title) + 2


def _with_head(record: Record, head: Head, text: str) -> Record:
    """The record with what its head says, wherever the source itself states nothing."""
    return replace(
        record,
        title=record.title or _one_line(text, head.title),
        standfirst=record.standfirst or _one_line(text, head.standfirst),
        byline=record.byline or (text[head.byline.start : head.byline.end] if head.byline else None),
        authors=record.authors or head.authors,
        outlet=record.outlet or head.outlet,
        dateline_place=record.dateline_place or head.dateline_place,
        published_at=record.published_at or head.published,
        updated_at=record.updated_at or head.updated,
    )


def _one_line(text: str, span: Span | None) -> str | None:
    return " ".join(text[span.start : span.end].split()) if span else None
