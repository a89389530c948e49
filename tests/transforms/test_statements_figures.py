"""What is told in a noun phrase, and speakers behind relative clauses and between commas."""

from collections.abc import Callable

import pytest
from conftest import Facts
from test_statements import line

Read = Callable[..., Facts]

TOLD = [
    pytest.param(
        "The prosecutor’s office of Osk reported 1,678 further arrests.",
        ["indirect | The prosecutor’s office of Osk | reported | report | 1,678 further arrests"],
        id="reported-arrests",
    ),
    pytest.param(
        "Police confirmed four deaths.",
        ["indirect | Police | confirmed | confirm | four deaths"],
        id="confirmed-deaths",
    ),
    pytest.param(
        "The governor reported no casualties.",
        ["indirect | The governor | reported | report | no casualties"],
        id="reported-none",
    ),
    pytest.param(
        "The UN has recorded 37 deaths.",
        ["indirect | The UN | recorded | report | 37 deaths"],
        id="recorded-deaths",
    ),
    pytest.param(
        "37 deaths were recorded by the UN in Osk.",
        ["indirect | the UN | recorded | report | 37 deaths"],
        id="recorded-by",
    ),
    pytest.param(
        "Two deaths were confirmed by doctors at the hospital.",
        ["indirect | doctors at the hospital | confirmed | confirm | Two deaths"],
        id="confirmed-by",
    ),
    pytest.param("Four deaths were caused by the storm.", [], id="caused-by"),
    pytest.param(
        "Rescuers counted 12 bodies.",
        ["indirect | Rescuers | counted | report | 12 bodies"],
        id="counted-bodies",
    ),
    pytest.param(
        "The ministry put the number of those in custody at 672.",
        ["indirect | The ministry | put | report | the number of those in custody at 672"],
        id="put-the-number-at",
    ),
    pytest.param(
        "The ministry gave the number of injured officers as roughly 1,300.",
        ["indirect | The ministry | gave | report | the number of injured officers as roughly 1,300"],
        id="gave-the-number-as",
    ),
    pytest.param(
        "The ministry said on Monday that wells were foul. A week earlier it had counted 3,120 infections.",
        [
            "indirect | The ministry | said | say | that wells were foul",
            "indirect | it | counted | report | 3,120 infections",
        ],
        id="it-counted",
    ),
    pytest.param(
        "The company denied any wrongdoing.",
        ["indirect | The company | denied | deny | any wrongdoing"],
        id="denied-wrongdoing",
    ),
    pytest.param(
        "The club reported a profit of $3 million.",
        ["indirect | The club | reported | report | a profit of $3 million"],
        id="reported-profit-with-figure",
    ),
    pytest.param(
        "The club reported a profit.",
        [],
        id="reported-profit-without-figure",
    ),
    pytest.param(
        "The minister denied these allegations.",
        [],
        id="denied-what-others-say",
    ),
    pytest.param(
        "Employees reported to work on 12 May.",
        [],
        id="reported-to-work",
    ),
    pytest.param(
        "Officials counted votes all night.",
        [],
        id="counted-votes",
    ),
    pytest.param(
        "The road recorded 12 deaths last year.",
        [],
        id="no-speaker",
    ),
    pytest.param(
        "It was a hard winter. It recorded 12 deaths.",
        [],
        id="nobody-is-it",
    ),
    pytest.param(
        "The ministry could report 12 deaths.",
        [],
        id="could-report",
    ),
    pytest.param(
        "The firm appealed to the tax ministry, which says 16 of its officers died.",
        ["indirect | the tax ministry | says | say | 16 of its officers died"],
        id="which-says",
    ),
    pytest.param(
        "The interior ministry, whose spokesman said that 12 people had died, sent more troops.",
        ["indirect | The interior ministry | said | say | that 12 people had died"],
        id="whose-spokesman",
    ),
    pytest.param(
        "Lena Moss, whose brother said that he had fled, was freed.",
        ["indirect | whose brother | said | say | that he had fled"],
        id="whose-brother",
    ),
    pytest.param(
        "Nineteen of the dead were officers, Tomas Reyl, who heads the department, told reporters.",
        ["indirect | Tomas Reyl | told | say | Nineteen of the dead were officers"],
        id="told-reporters",
    ),
    pytest.param(
        "The flood killed 225 people, whose names are known, the coast guard announced, the first toll since March.",
        ["indirect | the coast guard | announced | say | The flood killed 225 people, whose names are known"],
        id="more-behind-the-cue",
    ),
    pytest.param(
        "The charity’s coordinator, Anneke Moor, said nine people had died.",
        ["indirect | The charity’s coordinator, Anneke Moor | said | say | nine people had died"],
        id="name-between-commas",
    ),
    pytest.param(
        "Nine people died there, the charity’s coordinator, Anneke Moor, said.",
        ["indirect | the charity’s coordinator, Anneke Moor | said | say | Nine people died there"],
        id="name-between-commas-behind",
    ),
    pytest.param(
        "A letter went to Prime Minister Lena Moss, which claimed that the herd was sick.",
        ["indirect | which | claimed | claim | that the herd was sick"],
        id="which-is-no-person",
    ),
    pytest.param("The rebels neither claimed nor denied responsibility for the attack.", [], id="neither-nor"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_told_in_a_phrase(text: str, expected: list[str], facts: Read) -> None:
    assert [line(row) for row in facts(text)["statements"]] == expected
