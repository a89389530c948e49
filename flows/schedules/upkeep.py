"""What the nightly run does beside reading again: remove what killed runs left, and merge parts of small batches."""

from dataclasses import dataclass

from flows.inbox import finished, remove_unfinished
from flows.lock import locked
from flows.progress import counted
from warehouse.home import Home
from warehouse.vacuum import vacuum


@dataclass(frozen=True)
class Upkeep:
    """Files that were removed, and their bytes."""

    removed_count: int
    removed_bytes: int

    def summary(self) -> str:
        """`3 leftover files removed (1.2 MB)`."""
        if not self.removed_count:
            return "no leftover files"
        return f"{counted(self.removed_count, 'leftover file')} removed ({self.removed_bytes / 1e6:,.1f} MB)"


def keep_up(home: Home) -> Upkeep:
    """Both, with the home to itself; a run that waits to be finished is left for the next one."""
    with locked(home):
        remove_unfinished(home)
        if finished(home):
            return Upkeep(0, 0)
        removed = vacuum(home)
    return Upkeep(len(removed), sum(removed.values()))
