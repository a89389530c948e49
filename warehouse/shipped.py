"""Where `sql/` and `seeds/` are: at the top of a checkout, inside the package of an installed wheel."""

from pathlib import Path

HERE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `sql` or `seeds`."""
    installed = HERE / "_shipped" / name
    return installed if installed.is_dir() else HERE.parent / name
