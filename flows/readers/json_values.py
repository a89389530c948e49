"""A `.json` file: one article, an array of articles, articles one after the other, or a feed; read as a stream."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from flows.readers.contents import opened, utf8
from flows.readers.entry import Entry, UnreadableError, refuse
from flows.readers.json_lines import read_value
from flows.readers.listed import read_feed_value
from flows.readers.streams import PIECE
from flows.record import Record
from warehouse.rejects import Reject

GAP = re.compile(r"[\s,]*")
FEED_VERSION = "https://jsonfeed.org/version/"
DECODER = json.JSONDecoder()


def read_json_values(entry: Entry) -> Iterator[Record | Reject]:
    """A record or reject for every value; what is broken ends the file, since no next value can be found for sure."""
    is_empty = True
    with opened(entry) as stream:
        for value, line in _Values(stream, entry.limits.line_bytes):
            is_empty = False
            if isinstance(value, dict) and str(value.get("version")).startswith(FEED_VERSION):
                yield from read_feed_value(value, entry)
                continue
            yield read_value(value, entry, line=line, payload=json.dumps(value, ensure_ascii=False))
    if is_empty:
        yield refuse(entry, "it holds no article")


class _Values:
    """The values of a stream with the lines on which they begin. Only one value and one piece are held at a time."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = utf8(stream)
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        self._limit = limit
        self._text = ""
        self._line = 1
        self._offset = 0
        self._is_done = False
        self._is_array = False

    def __iter__(self) -> Iterator[tuple[object, int]]:
        self._skip_gap()
        if self._text.startswith("["):
            self._is_array = True
            self._drop(1)
        while self._skip_gap() and not (self._is_array and self._text.startswith("]")):
            yield self._next_value()
        if self._is_array and not self._text.startswith("]"):
            raise UnreadableError("the array is not closed: the file is cut short", line=self._line)

    def _next_value(self) -> tuple[object, int]:
        """Try to read the value, with twice the text each time, until it is whole or cannot become so."""
        line = self._line
        while True:
            try:
                value, end = DECODER.raw_decode(self._text)
                if end < len(self._text) or not self._more(len(self._text)):
                    self._drop(end)
                    return value, line
            except json.JSONDecodeError as error:
                if not self._more(max(PIECE, len(self._text))):
                    at = self._line + error.lineno - 1
                    raise UnreadableError(
                        f"it is not JSON: {error.msg} at column {error.colno}; the rest of the file is not read",
                        line=at,
                    ) from error
            except (ValueError, RecursionError) as error:
                raise UnreadableError(f"it is not JSON that can be read: {error}", line=line) from error
            if len(self._text) > self._limit:
                raise UnreadableError(f"an article is longer than {self._limit:,} bytes", line=line)

    def _skip_gap(self) -> bool:
        """Go to the next value; False at the end of the stream."""
        while True:
            gap = GAP.match(self._text)
            self._drop(gap.end() if gap else 0)
            if self._text or not self._more(PIECE):
                return bool(self._text)

    def _drop(self, count: int) -> None:
        self._line += self._text.count("\n", 0, count)
        self._text = self._text[count:]

    def _more(self, size: int) -> bool:
        """Read on; False if there is no more."""
        if self._is_done:
            return False
        piece = self._stream.read(size)
        self._is_done = not piece
        try:
            self._text += self._decode(piece, self._is_done)
        except UnicodeDecodeError as error:
            at = self._offset + error.start
            raise UnreadableError(f"the byte at offset {at:,} is not valid UTF-8", line=self._line) from error
        self._offset += len(piece)
        return not self._is_done
