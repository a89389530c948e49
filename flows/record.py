"""One article as a reader hands it over, before its identity is decided: the contract's input record, typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from transforms.instant import Instant


@dataclass(frozen=True)
class Record:
    """What a source states of one article; None where it states nothing.

    `text` is verbatim and without `title`, unless `has_title_inside`: then it is a whole plain text file, in
    which title, standfirst, byline and date line are still to be recognised. `line` is where the record begins.
    `is_date_unread`: the source states a date that cannot be read. `page`: the HTML file in which a library found the
    article; its bytes, not what was found in them, say which version it is. `stored`: the row of an article that was
    exported, which is taken as it stands.
    """

    source_id: str
    source_uri: str
    source_key: str
    text: str
    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    dateline_place: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    language: str | None = None
    published_at: Instant | None = None
    updated_at: Instant | None = None
    has_title_inside: bool = False
    line: int | None = None
    is_date_unread: bool = False
    page: bytes | None = field(default=None, repr=False)
    stored: Mapping[str, object] | None = field(default=None, repr=False)
