"""Rejects whose trouble is over: what held them was read again and they were not met.

A file is read whole each time, and a page is one article, so a reject of either is over when its address was read
without it. An item that a list itself holds is remembered and not shown again: its reject is over when the same item is
read. What a source says of itself is over when the source is read without trouble.
"""

from collections.abc import Iterator
from datetime import datetime

from flows.readers import Source
from flows.readers.entry import STDIN
from flows.record import Record
from warehouse.home import Home
from warehouse.rejects import Reject, note_met, remove_rejects, stored_rejects


class Places:
    """What one ingest has read: whole addresses, and single items by address and key."""

    def __init__(self) -> None:
        self.addresses: set[str] = set()
        self.items: set[tuple[str, str | None]] = set()

    def watched(self, source: Source) -> Iterator[Record | Reject]:
        """The records of a source, taken note of."""
        for item in source.records:
            if item.source_uri == source.address:
                self.items.add((item.source_uri, item.source_key))
            elif item.source_uri != STDIN:
                self.addresses.add(item.source_uri)
            yield item
        if source.address and not source.has_failed():
            self.items.add((source.address, source.source_id))

    def hold(self, reject: Reject) -> bool:
        """Whether what held the reject was read."""
        return reject.source_uri in self.addresses or (reject.source_uri, reject.source_key) in self.items


def close(home: Home, places: Places, met: set[str], now: datetime) -> None:
    """Take off file what is over, and keep when the others were met last."""
    over = [reject for _, reject in stored_rejects(home) if reject.reject_id not in met and places.hold(reject)]
    if over:
        remove_rejects(home, over)
    if met or over:
        note_met(home, met, now)
