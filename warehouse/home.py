"""The folder that holds everything Dateline keeps: Parquet parts, ledger, state, and the published warehouse."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Home:
    """The folders and files of one home, such as `./data`; nothing is created before it is written.

    `published_file` stands in for the published warehouse, when the home is looked at as it was.
    """

    path: Path
    published_file: Path | None = None

    @property
    def articles(self) -> Path:
        """Parquet parts of the articles."""
        return self.path / "articles"

    @property
    def facts(self) -> Path:
        """Parquet parts of every other table, one folder a table."""
        return self.path / "facts"

    @property
    def ledger(self) -> Path:
        """Finished batches and runs, one JSON file each."""
        return self.path / "ledger"

    @property
    def state(self) -> Path:
        """What has been seen and what is under way."""
        return self.path / "state"

    @property
    def inbox(self) -> Path:
        """Chunks that wait for extraction, one folder a run."""
        return self.state / "inbox"

    @property
    def sightings(self) -> Path:
        """Versions that were met again, one file a run."""
        return self.state / "sightings"

    @property
    def corrections(self) -> Path:
        """What users corrected, merged, hid."""
        return self.path / "corrections"

    @property
    def aliases(self) -> Path:
        """The user's own `aliases.csv`: what entities are called."""
        return self.path / "aliases.csv"

    @property
    def rejects(self) -> Path:
        """What could not be read, one file a run."""
        return self.path / "rejects"

    @property
    def warehouse(self) -> Path:
        """The published DuckDB file."""
        return self.published_file or self.path / "dateline.duckdb"

    @property
    def past(self) -> Path:
        """DuckDB files of the warehouse as it was, each built for a question."""
        return self.state / "as_of"
