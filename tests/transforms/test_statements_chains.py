"""Through whom it reached us, and where a speaker goes on: chains through outlets, sources that they cite."""

from collections.abc import Callable

import pytest
from conftest import Facts
from test_statements import line

Read = Callable[..., Facts]

CHAINS = [
    pytest.param(
        "The interior ministry says six officers have died and 40 have been hurt, reported NHK World.",
        ["indirect | The interior ministry | says | say | six officers have died and 40 have been hurt | NHK World"],
        id="chain",
    ),
    pytest.param(
        "According to the interior ministry, six officers have died, NHK World reported.",
        ["indirect | the interior ministry | According to | say | six officers have died | NHK World"],
        id="chain-phrase",
    ),
    pytest.param(
        "The port, the mayor said, had been shelled, NHK World reported.",
        [
            "indirect | the mayor | said | say | The port | NHK World",
            "indirect | the mayor | said | say | had been shelled | NHK World",
        ],
        id="chain-inside",
    ),
    pytest.param(
        "The ministry put the number of the injured at 748, the Interfax news agency reported.",
        ["indirect | The ministry | put | report | the number of the injured at 748 | the Interfax news agency"],
        id="chain-figure",
    ),
    pytest.param(
        "Two hundred people have been held, Interfax quoted the ministry as saying.",
        ["indirect | the ministry | saying | say | Two hundred people have been held | Interfax"],
        id="chain-quoted",
    ),
    pytest.param(
        "Her condition is stable, the Imedi television channel reported, citing doctors.",
        ["indirect | doctors | reported | report | Her condition is stable | the Imedi television channel"],
        id="chain-unknown-outlet",
    ),
    pytest.param(
        "The envoy stressed the help that citizens would get and said, “We will lend a hand.”",
        [
            "indirect | The envoy | stressed | say | the help that citizens would get",
            "direct | The envoy | said | say | “We will lend a hand.”",
        ],
        id="goes-on-to-quotation",
    ),
    pytest.param(
        "She said it was late and added, “Go home.”",
        ["indirect | She | said | say | it was late", "direct | She | added | say | “Go home.”"],
        id="goes-on-beside-it",
    ),
    pytest.param(
        "State television, citing the ministry, reported that two bridges had collapsed.",
        ["indirect | the ministry | reported | report | that two bridges had collapsed | State television"],
        id="chain-citing-before-verb",
    ),
    pytest.param(
        "The opposition put the toll at 12, state television said.",
        ["indirect | The opposition | put | report | the toll at 12 | state television"],
        id="chain-toll",
    ),
    pytest.param(
        "Officials ruled out sabotage. A spokesman declined to say how the fire began.",
        [
            "indirect | Officials | ruled out | deny | sabotage",
            "indirect | A spokesman | say | deny | how the fire began",
        ],
        id="withheld",
    ),
    pytest.param(
        "As the mayor put it, “this is our last chance”.",
        ["direct | the mayor | put it | say | “this is our last chance”"],
        id="put-it",
    ),
    pytest.param(
        "Three villages have been taken, according to a commander quoted by AFP.",
        ["indirect | a commander | according to | say | Three villages have been taken | AFP"],
        id="chain-quoted-source",
    ),
    pytest.param(
        "According to state media, citing a security official, the two men confessed.",
        ["indirect | a security official | According to | say | the two men confessed | state media"],
        id="chain-before-a-cue-verb",
    ),
    pytest.param(
        "According to Reuters, the mayor said the market would reopen on Monday.",
        ["indirect | the mayor | said | say | the market would reopen on Monday | Reuters"],
        id="chain-head",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_chain(text: str, expected: list[str], facts: Read) -> None:
    assert [line(row) for row in facts(text)["statements"]] == expected
