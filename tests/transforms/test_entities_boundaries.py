"""Where names begin and end and what they are called: LABEL surface, one line a name."""

from collections.abc import Callable

import pytest
from conftest import Facts

Read = Callable[..., Facts]

NAMES = [
    pytest.param(
        "Granville County Fire Marshal Doug Logan confirmed it.",
        ["GPE Granville County", "PERSON Doug Logan"],
        id="office-in-the-middle",
    ),
    pytest.param(
        "Alberta MLA Sandra Holm left the party on Tuesday.",
        ["GPE Alberta", "PERSON Sandra Holm"],
        id="short-office",
    ),
    pytest.param(
        "NASA Administrator Carla Brandt opened the show.",
        ["ORG NASA", "PERSON Carla Brandt"],
        id="office-of-a-body",
    ),
    pytest.param(
        "Nathan Holm of Demosisto won a seat, and Frederick Fung of ADPL lost.",
        ["PERSON Nathan Holm", "ORG Demosisto", "PERSON Frederick Fung", "ORG ADPL"],
        id="person-of-a-party",
    ),
    pytest.param(
        "The Example Tribune said so, citing the Lagos Evening Star.",
        ["ORG Example Tribune", "ORG Lagos Evening Star"],
        id="papers",
    ),
    pytest.param(
        "Twelve people were killed, Caspian Wire reported on Monday.",
        ["ORG Caspian Wire"],
        id="agency",
    ),
    pytest.param(
        "Kano Pillars beat Enyimba 2-1 on Sunday. Enyimba coach Usman Abdallah praised his side.",
        ["ORG Kano Pillars", "ORG Enyimba", "ORG Enyimba", "PERSON Usman Abdallah"],
        id="clubs",
    ),
    pytest.param(
        "Shares of Zalanda rose 3 percent. Zalanda said it would hire 200 people.",
        ["ORG Zalanda", "ORG Zalanda"],
        id="shares-of",
    ),
    pytest.param(
        "Bird flu was found. Avian Flu, Polio and Ebola are back.",
        [],
        id="diseases-are-no-names",
    ),
    pytest.param(
        "Hurricane Maria killed dozens before dawn.",
        ["EVENT Hurricane Maria"],
        id="storm",
    ),
    pytest.param(
        "The Nairobi Securities Exchange fined Safari Telecom.",
        ["ORG Nairobi Securities Exchange", "ORG Safari Telecom"],
        id="telling-words",
    ),
    pytest.param(
        "Police held Nomvula, 24, in Durban.",
        ["PERSON Nomvula", "GPE Durban"],
        id="aged",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(facts: Read, text: str, expected: list[str]) -> None:
    named = [row for row in facts(text)["mentions"] if row["form"] == "name"]
    assert [f"{row['label']} {row['surface']}" for row in named] == expected
