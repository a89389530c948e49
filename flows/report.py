"""What a run did, for people and for programs."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.progress import counted
from warehouse.rejects import Reject

DONE, DONE_WITH_REJECTS = 0, 3


@dataclass(frozen=True)
class RunReport:
    """Counts of one `dateline run`, over what it resumed and what it read; unless `is_changed` nothing was written.

    `known_count` articles are in the home now; an older extractor read `outdated_count` of them.
    """

    home: str
    run_ids: tuple[str, ...]
    is_changed: bool
    extractor: str
    orchestrator: str
    fetched_count: int
    loaded_count: int
    duplicate_count: int
    rejected_count: int
    rejects: tuple[Reject, ...]
    warnings: tuple[str, ...]
    known_count: int
    outdated_count: int
    seconds: float
    row_counts: Mapping[str, int]
    table_hashes: Mapping[str, str]

    @property
    def exit_code(self) -> int:
        """0, or 3 when something in the sources was refused, now or before."""
        return DONE_WITH_REJECTS if self.rejected_count else DONE

    @property
    def is_fruitless(self) -> bool:
        """Whether the run changed something but no table: all that was new in the sources was refused."""
        return self.is_changed and not self.loaded_count

    def summary(self) -> str:
        """One sentence: what was read, or that there was nothing new."""
        if not self.is_changed:
            refused = f", {self.rejected_count:,} rejected before" if self.rejected_count else ""
            return f"nothing new: {counted(self.duplicate_count, 'article')} already read{refused}"
        parts = (
            f"{self.loaded_count:,} read",
            f"{self.duplicate_count:,} already known",
            f"{self.rejected_count:,} rejected",
        )
        return f"{counted(self.fetched_count, 'article')}: {', '.join(parts)}, in {self.seconds:.1f} s"

    def outdated(self) -> str | None:
        """That an older extractor read some articles, and what to do about it."""
        if not self.outdated_count:
            return None
        verb, them = ("was", "it") if self.outdated_count == 1 else ("were", "them")
        return (
            f"{counted(self.outdated_count, 'article')} {verb} read by an older extractor; "
            f"`dateline run --reextract` reads {them} again"
        )
