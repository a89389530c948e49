"""What the nightly run does beside reading again: remove what killed runs left, and merge parts of small batches."""

from dataclasses import dataclass

from flows.inbox import finished, remove_unfinished
from flows.lock import locked
from flows.progress import counted
from warehouse.compaction import compact
from warehouse.errors import WarehouseError
from warehouse.home import Home
from warehouse.ledger import receipts
from warehouse.publish import publish
from warehouse.vacuum import vacuum


@dataclass(frozen=True)
class Upkeep:
    """Batches that were merged; files that were removed, and their bytes."""

    merged_count: int = 0
    removed_count: int = 0
    removed_bytes: int = 0

    def summary(self) -> str:
        """`40 small batches merged, 410 files removed (1.2 MB)`."""
        merged = f"{self.merged_count:,} small batches merged" if self.merged_count else "nothing to merge"
        if not self.removed_count:
            return f"{merged}, no leftover files"
        return f"{merged}, {counted(self.removed_count, 'file')} removed ({self.removed_bytes / 1e6:,.1f} MB)"


def keep_up(home: Home) -> Upkeep:
    """Both, with the home to itself; a run that waits to be finished is left for the next one."""
    with locked(home):
        remove_unfinished(home)
        if finished(home):
            return Upkeep()
        merged_count = _merge(home) if receipts(home) else 0
        removed = vacuum(home)
    return Upkeep(merged_count, len(removed), sum(removed.values()))


def _merge(home: Home) -> int:
    """How many batches were merged; the published tables are held against those before."""
    before, count = publish(home, None).table_hashes, compact(home)
    if count and publish(home, None).table_hashes != before:
        raise WarehouseError(f"Merging small batches changed the tables of {home.path}; report it as a bug.")
    return count
