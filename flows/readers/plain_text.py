"""A `.txt` file is one article, verbatim."""

from collections.abc import Iterator

from flows.readers.contents import decoded, whole
from flows.readers.entry import Entry, UnreadableError, refuse
from flows.readers.stated import MisstatedError, check_length
from flows.record import Record
from warehouse.rejects import Reject

BYTES_A_CHARACTER = 4


def read_plain_text(entry: Entry) -> Iterator[Record | Reject]:
    """One record with the whole file as its text; its head is read when the article's row is made."""
    limit = entry.limits.text_characters
    try:
        text = decoded(whole(entry, BYTES_A_CHARACTER * limit))
        check_length(text, limit)
    except (UnreadableError, MisstatedError) as error:
        yield refuse(entry, str(error), key=entry.key)
        return
    yield Record(entry.source_id, entry.uri, entry.key, text, has_title_inside=True)
