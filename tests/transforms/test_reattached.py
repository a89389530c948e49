"""Sentences whose parse hangs words on the wrong verb, read as a reader would."""

from collections.abc import Callable

import pytest
from conftest import Facts
from test_statements import line

Read = Callable[..., Facts]

TOLD = [
    pytest.param(
        "The ministry said on Tuesday it had summoned the ambassador.",
        ["indirect | The ministry | said | say | it had summoned the ambassador"],
        ["2022-01-04"],
        id="day-of-saying",
    ),
    pytest.param(
        "Officials have confirmed 14 cases of cholera in the port of Mara, "
        "the World Health Organization said on Sunday.",
        [
            "indirect | the World Health Organization | said | say | "
            "Officials have confirmed 14 cases of cholera in the port of Mara",
            "indirect | Officials | confirmed | confirm | 14 cases of cholera in the port of Mara",
        ],
        ["2022-01-02", "None"],
        id="speaker-behind-a-place",
    ),
    pytest.param(
        "Rebels claimed on Friday to have shot down a helicopter.",
        ["indirect | Rebels | claimed | claim | to have shot down a helicopter"],
        ["2022-01-07"],
        id="day-before-infinitive",
    ),
    pytest.param("The union does not claim to speak for all miners.", [], [], id="claims-nothing"),
    pytest.param(
        "The ministry said eight people had died; the mayor put the toll at 20.",
        [
            "indirect | The ministry | said | say | eight people had died",
            "indirect | the mayor | put | report | the toll at 20",
        ],
        ["None", "None"],
        id="another-behind-a-semicolon",
    ),
    pytest.param(
        "Officials said 40 people were hurt; 12 of them are in hospital.",
        ["indirect | Officials | said | say | 40 people were hurt; 12 of them are in hospital"],
        ["None"],
        id="same-behind-a-semicolon",
    ),
    pytest.param(
        "The blast was caused by a leak, police said, adding that four people remained missing.",
        [
            "indirect | police | said | say | The blast was caused by a leak",
            "indirect | police | adding | say | that four people remained missing",
        ],
        ["None", "None"],
        id="adding-is-no-content",
    ),
    pytest.param(
        "The bishop called on both sides to lay down their arms.",
        ["indirect | The bishop | called on | ask | both sides to lay down their arms"],
        ["None"],
        id="called-on",
    ),
    pytest.param(
        "Russia is ready for talks, Kremlin spokesman Dmitry Orlov was quoted as saying by Interfax on Monday.",
        ["indirect | Kremlin spokesman Dmitry Orlov | saying | say | Russia is ready for talks | Interfax"],
        ["2022-01-03"],
        id="quoted-as-saying-behind",
    ),
    pytest.param(
        "The state has agreed to pay, a minister said, but residents say they have received nothing.",
        [
            "indirect | a minister | said | say | The state has agreed to pay",
            "indirect | residents | say | say | they have received nothing",
        ],
        ["None", "None"],
        id="another-behind-but",
    ),
]


@pytest.mark.parametrize(("text", "expected", "days"), TOLD)
def test_statements(text: str, expected: list[str], days: list[str], facts: Read) -> None:
    rows = facts(text)["statements"]
    assert [line(row) for row in rows] == expected
    assert [str(row["said_on"]) for row in rows] == days


def test_the_day_of_the_saying_is_none_of_the_deed(facts: Read) -> None:
    (event,) = facts("The ministry said on Tuesday it had summoned the ambassador.")["events"]
    assert (event["surface"], event["happened_on"]) == ("summoned", None)


def test_who_is_called_on_is_to_act(facts: Read) -> None:
    rows = facts("The bishop called on both sides to lay down their arms.")["events"]
    assert [(row["surface"], row["actor_surface"]) for row in rows] == [("called on", "bishop"), ("lay down", "sides")]


def test_an_interview_is_no_meeting(facts: Read) -> None:
    rows = facts("The owner, speaking to the BBC, blamed the city.")["events"]
    assert [row["surface"] for row in rows] == ["blamed"]
