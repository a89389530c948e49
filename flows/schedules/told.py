"""Which failure of a flow was told of last: the same one again is told once a day, until the flow runs well.

`HOME/state/told/FLOW.json` holds its message and when; losing it tells of a failure once more.
"""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from warehouse.errors import DatelineError
from warehouse.files import read_json, storage, write_json
from warehouse.home import Home

TOLD_AGAIN_AFTER = timedelta(days=1)


def is_told(home: Home, flow: str, message: str | None, at: datetime) -> bool:
    """Whether this failure was the last one told of, less than a day before."""
    try:
        note = read_json(_note(home, flow))
        return note["message"] == message and at - datetime.fromisoformat(str(note["at"])) < TOLD_AGAIN_AFTER
    except (DatelineError, KeyError, ValueError):
        return False


def note_told(home: Home, flow: str, message: str | None, at: datetime) -> None:
    """Note it, where the home can be written; that it cannot may be the very failure."""
    with suppress(DatelineError):
        write_json(_note(home, flow), {"message": message, "at": at.isoformat()})


def is_well(home: Home, flow: str) -> None:
    """The flow has run well: its next failure is told of, whatever it is."""
    with storage(home.state):
        _note(home, flow).unlink(missing_ok=True)


def _note(home: Home, flow: str) -> Path:
    return home.state / "told" / f"{flow}.json"
