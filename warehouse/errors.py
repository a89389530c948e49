"""What can go wrong, as few named types whose message is one sentence with the thing and the remedy."""


class DatelineError(Exception):
    """Anything that a user can mend; the command line prints the message and exits with 1."""


class SchemaError(DatelineError):
    """Rows, parts or SQL that do not fit the declared tables."""


class StorageError(DatelineError):
    """A disk that is full, a folder that cannot be written, a file that cannot be read."""


class LedgerError(DatelineError):
    """A ledger entry, or a file that the ledger names, which is missing or broken."""


class WarehouseError(DatelineError):
    """A published file that is missing, locked, or not ours."""


class ForeignWarehouseError(WarehouseError):
    """A DuckDB file under the warehouse's name that something else made."""


class SqlError(DatelineError):
    """SQL that DuckDB refuses."""


class CheckError(DatelineError):
    """A check of severity `error` that found bad rows: nothing was published."""
