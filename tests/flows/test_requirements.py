"""The lock holds what the project asks for: without this, a fresh clone is the first to find out."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
ASKED = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *(line for extra in PROJECT["project"]["optional-dependencies"].values() for line in extra),
]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def plain(name: str) -> str:
    """A package's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("line", sorted(set(ASKED)))
def test_the_lock_holds_every_requirement(line: str) -> None:
    asked = Requirement(line)
    locked = [
        version
        for name, version in PINNED.findall((ROOT / "requirements.lock").read_text())
        if plain(name) == plain(asked.name)
    ]
    assert locked, f"{asked.name} is not in requirements.lock; run `make lock`"
    assert [version for version in locked if not asked.specifier.contains(version, prereleases=True)] == []


def test_the_lock_holds_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links", lock) == []
