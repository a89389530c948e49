"""What a run says while it works, on standard error, so that standard output holds only the result.

A terminal gets a bar with articles a second and the time that remains; anything else gets one plain
line a chunk; quiet says nothing. The flows find the voice of the run in `VOICE`, since a Prefect
flow's parameters must be plain values.
"""

import sys
from contextvars import ContextVar
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from warehouse.ledger import Receipt

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

REFRESH_SECONDS = 0.2


class Voice:
    """Tells one run's progress. `style` is `terminal`, `lines` or `quiet`."""

    def __init__(self, style: str = "quiet") -> None:
        self.style = style
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._read_count = 0
        self._shown_at = 0.0

    def __enter__(self) -> Self:
        if self.style == "terminal":
            self._bar = _bar()
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def note(self, line: str) -> None:
        """One line for the reader, such as what is being resumed."""
        if self._bar is not None:
            self._bar.console.print(line, markup=False, highlight=False)
        elif self.style == "lines":
            print(line, file=sys.stderr, flush=True)

    def reading(self, source_uri: str) -> None:
        """One more record was read from a source; shown now and then, since there may be thousands a second."""
        self._read_count += 1
        if self._bar is None or monotonic() - self._shown_at < REFRESH_SECONDS:
            return
        self._shown_at = monotonic()
        self._show(f"reading {source_uri}", self._read_count, None)

    def extracting(self, article_count: int, chunk_count: int) -> None:
        """Extraction begins."""
        self._drop_task()
        if self._bar is not None:
            self._task = self._bar.add_task("extracting", total=article_count, rate="")
        else:
            self.note(f"extracting {counted(article_count, 'article')} in {counted(chunk_count, 'chunk')}")

    def extracted(self, receipt: Receipt, done_count: int, chunk_count: int) -> None:
        """A chunk is in the ledger."""
        kept, rejected = len(receipt.article_ids), len(receipt.rejects)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, advance=kept + rejected, rate=self._rate())
            return
        facts = sum(n for table, n in receipt.row_counts.items() if table != "articles")
        self.note(
            f"chunk {done_count} of {chunk_count}: {counted(kept + rejected, 'article')} read, {kept} kept, "
            f"{rejected} rejected, {counted(facts, 'fact')}, {receipt.seconds:.1f} s"
        )

    def publishing(self) -> None:
        """The warehouse is being built."""
        self._drop_task()
        if self._bar is not None:
            self._task = self._bar.add_task("publishing", total=None, rate="")

    def _show(self, text: str, done: int, total: int | None) -> None:
        if self._bar is None:
            return
        if self._task is None:
            self._task = self._bar.add_task(text, total=total, rate="")
        self._bar.update(self._task, description=text, completed=done, rate=self._rate())

    def _rate(self) -> str:
        speed = next((t.speed for t in self._bar.tasks if t.id == self._task), None) if self._bar else None
        return f"{speed:,.1f} articles/s" if speed else ""

    def _drop_task(self) -> None:
        if self._bar is not None and self._task is not None:
            self._bar.remove_task(self._task)
        self._task = None


def style_for(*, is_quiet: bool, is_json: bool) -> str:
    """How to speak: not at all when asked, a bar on a terminal, lines elsewhere (and beside JSON)."""
    if is_quiet:
        return "quiet"
    return "terminal" if sys.stderr.isatty() and not is_json else "lines"


def counted(number: int, noun: str) -> str:
    """`1 article`, `2 articles`, `1,204 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


VOICE: ContextVar[Voice | None] = ContextVar("VOICE", default=None)


def voice() -> Voice:
    """The voice of this run; a silent one where none was set, as in a deployed flow."""
    return VOICE.get() or Voice()


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", style="dim"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
