"""Mail: an `.eml` file is one article, an `.mbox` file one a message; newsletters, press releases.

The subject is the title, the sender the outlet, `Date` the time of publication. Of a message in several forms the
plain text is read, else its markup as text.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO

from flows.readers.contents import lines, opened, whole
from flows.readers.entry import Entry, UnreadableError, refuse
from flows.readers.stated import MisstatedError, check_length
from flows.record import Record
from transforms.identity import digest
from transforms.instant import instant_from
from warehouse.rejects import Reject

# Between two messages of an mbox; inside one such a line is written `>From `.
SEPARATOR = re.compile(rb"From \S+.*\d{2}:\d{2}(:\d{2})?.*\d{4}")
QUOTED = re.compile(rb"(?m)^>(>*From )")


def read_message(entry: Entry) -> Iterator[Record | Reject]:
    """One record, or a reject for a message without text."""
    try:
        yield _record(whole(entry, entry.limits.page_bytes), entry, entry.key, None)
    except (UnreadableError, MisstatedError) as error:
        yield refuse(entry, str(error), key=entry.key)


def read_mailbox(entry: Entry) -> Iterator[Record | Reject]:
    """A record or a reject for every message; one message is held at a time."""
    count = 0
    with opened(entry) as stream:
        for line, data in _messages(stream, entry.limits.page_bytes):
            count += 1
            try:
                if data is None:
                    raise UnreadableError(f"the message is longer than {entry.limits.page_bytes:,} bytes")
                yield _record(data, entry, None, line)
            except (UnreadableError, MisstatedError) as error:
                yield refuse(entry, str(error), line=line)
    if not count:
        yield refuse(entry, "it holds no message: no line begins with `From `", key=entry.key)


def _messages(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Messages with the line on which they begin; None for one above the limit."""
    parts: list[bytes] | None = None
    start = size = 0
    is_after_blank = True
    for number, line in lines(stream, limit):
        if is_after_blank and line is not None and SEPARATOR.match(line):
            if parts is not None:
                yield start, b"".join(parts) if size <= limit else None
            parts, start, size = [], number, 0
        elif parts is not None:
            size += len(line) if line is not None else limit + 1
            parts += [line] if line is not None and size <= limit else []
        is_after_blank = line is not None and not line.strip()
    if parts is not None:
        yield start, b"".join(parts) if size <= limit else None


def _record(data: bytes, entry: Entry, key: str | None, line: int | None) -> Record:
    message = message_from_bytes(QUOTED.sub(rb"\1", data) if line else data, policy=policy.default)
    text = _text(message)
    check_length(text, entry.limits.text_characters)
    title, sent = _line(message["subject"]), _sent(message)
    name, address = parseaddr(str(message["from"] or ""))
    return Record(
        source_id=entry.source_id,
        source_uri=entry.uri,
        source_key=key or _line(message["message-id"]) or f"blake2b:{digest(title, text)}",
        text=text,
        title=title,
        outlet=_line(name) or address.partition("@")[2] or None,
        published_at=instant_from(sent) if sent else None,
        is_date_unread=bool(message["date"] and not sent),
        line=line,
    )


def _text(message: EmailMessage) -> str:
    """Plain text first; a message of markup alone as text; raises `UnreadableError` where there is neither."""
    from flows.feeds.markup import plain

    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise UnreadableError("the message holds no text")
    try:
        content = part.get_content()
    except (LookupError, UnicodeError, ValueError) as error:
        raise UnreadableError(f"encoding unknown: the message cannot be decoded ({error})") from error
    if "\N{REPLACEMENT CHARACTER}" in content:
        raise UnreadableError("encoding unknown: the message is not valid in the encoding that it states")
    text = plain(content) if part.get_content_subtype() == "html" else content.replace("\r\n", "\n").strip()
    if not text.strip():
        raise UnreadableError("the message holds no text")
    return text


def _sent(message: EmailMessage) -> datetime | None:
    try:
        sent = message["date"].datetime if message["date"] else None
    except (AttributeError, ValueError, TypeError):
        return None
    return sent if isinstance(sent, datetime) else None


def _line(text: object) -> str | None:
    return " ".join(str(text).split()) or None if text else None
