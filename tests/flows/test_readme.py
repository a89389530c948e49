"""The README tells the truth: its session prints what it shows, its links lead somewhere, its commands exist."""

import re

import pytest
from readme_session import README, played, session

from flows.command_line import dateline


@pytest.mark.slow
def test_the_session_prints_what_it_shows() -> None:
    shown = session(README.read_text())
    assert played(shown) == shown


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)", README.read_text())
    assert "docs/tables.md" in links
    assert [link for link in links if not (README.parent / link).exists()] == []


def test_make_has_the_commands() -> None:
    named = re.findall(r"(?:`|    )make (\w+)", README.read_text())
    targets = re.findall(r"^(\w+):", (README.parent / "Makefile").read_text(), re.MULTILINE)
    assert sorted(set(named) - {*targets}) == []


def test_commands_exist() -> None:
    named = re.findall(r"dateline (\w+)", README.read_text())
    assert sorted(set(named) - {*dateline.commands}) == []
