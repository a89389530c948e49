"""When and where something was said, in which role, and what the next statement takes over from it."""

from collections.abc import Callable

import pytest
from conftest import Facts

Read = Callable[..., Facts]

SETTINGS = [
    pytest.param(
        "At a closed hearing on Tuesday, the auditor said the accounts were false.",
        ("At a closed hearing", "2022-01-04", None, None),
        id="occasion-and-day",
    ),
    pytest.param(
        "The bridge collapsed on Tuesday, engineer Mila Dorn said.",
        (None, None, "not_stated", "engineer"),
        id="the-day-of-what-is-told-is-not-the-day-of-saying",
    ),
    pytest.param(
        "“Our staff are safe”, embassy spokesperson Arvid Holm said on Wednesday during the weekly briefing.",
        ("during the weekly briefing", "2022-01-05", None, "embassy spokesperson"),
        id="role-before-the-name",
    ),
    pytest.param(
        "Speaking at a rally in Pune, minister Ravi Dorn said jobs would return.",
        ("at a rally in Pune", None, "not_stated", "minister"),
        id="speaking-at",
    ),
    pytest.param(
        "According to the court report, the driver fell asleep.",
        (None, None, "not_stated", None),
        id="the-speaker-is-no-occasion",
    ),
    pytest.param(
        "The union’s lawyer, Karin Holm, said he would appeal.",
        (None, None, "not_stated", "The union’s lawyer"),
        id="role-with-the-name-behind",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SETTINGS)
def test_setting(text: str, expected: tuple[str | None, ...], facts: Read) -> None:
    (row,) = facts(text)["statements"]
    day = row["said_on"].isoformat() if row["said_on"] else None
    assert (row["occasion"], day, row["said_on_reason"], row["speaker_role"]) == expected


def test_a_speaker_who_goes_on_keeps_entity_and_day(facts: Read) -> None:
    text = "Mayor Ilse Brandt said on Tuesday that the pool would close. She said the roof was unsafe."
    first, second = facts(text)["statements"]
    assert first["speaker_entity_id"] is not None
    assert (second["speaker_entity_id"], second["said_on"]) == (first["speaker_entity_id"], first["said_on"])
