"""What is no casualty of the report: deaths of another day, deaths in films, bodies that find or are not found."""

from collections.abc import Callable
from typing import Any

import pytest
from quantity_lines import told

CASES = [
    pytest.param(
        "Forty marchers fled the square, but the rest stayed. They were shot by guards.",
        [
            "Forty | 40 | count | person | of marchers",
        ],
        id="forty-marchers-fled-the-square-but",
    ),
    pytest.param(
        "A third of the crew was wounded.",
        [
            "A third | 0.333333 | ratio | of crew",
        ],
        id="a-third-of-the-crew-was",
    ),
    pytest.param(
        "Her body was never found.",
        [],
        id="her-body-was-never-found",
    ),
    pytest.param(
        "The governing body found that two clerks had lied.",
        [
            "two | 2 | count | person | of clerks",
        ],
        id="the-governing-body-found-that-two",
    ),
    pytest.param(
        "Followers of a rebel killed in 1972 planted a bomb that wounded two guards.",
        [
            "two | 2 | count | person | of guards | injured",
        ],
        id="followers-of-a-rebel-killed-in",
    ),
    pytest.param(
        "The bomb went off at a depot where a fire killed 40 people a week earlier.",
        [
            "40 | 40 | count | person | of people",
        ],
        id="the-bomb-went-off-at-a",
    ),
    pytest.param(
        "The quake killed 2,300 people in 2003.",
        [
            "2,300 | 2300 | count | person | of people | killed",
        ],
        id="the-quake-killed-2-300-people",
    ),
    pytest.param(
        "A man accused of killing five nurses goes on trial on Monday.",
        [
            "five | 5 | count | person | of nurses",
        ],
        id="a-man-accused-of-killing-five",
    ),
    pytest.param(
        "The raid was in revenge for an ambush that killed two herdsmen.",
        [
            "two | 2 | count | person | of herdsmen",
        ],
        id="the-raid-was-in-revenge-for",
    ),
    pytest.param(
        "A film about the killing of two miners won a prize.",
        [
            "two | 2 | count | person | of miners",
        ],
        id="a-film-about-the-killing-of",
    ),
    pytest.param(
        "Doctors counted 312 cases of cholera and 90 suspected cases of measles.",
        [
            "312 | 312 | count | person | of cases | infected",
            "90 | 90 | count | of suspected cases",
        ],
        id="doctors-counted-312-cases-of-cholera",
    ),
    pytest.param(
        "Fire killed 300 chickens and two horses.",
        [
            "300 | 300 | count | of chickens",
            "two | 2 | count | of horses",
        ],
        id="fire-killed-300-chickens-and-two",
    ),
    pytest.param(
        "The bank was wounded by a loss of $3 million.",
        [
            "$3 million | 3e+06 | money | USD | of loss | unit_assumed",
        ],
        id="the-bank-was-wounded-by-a",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_other_deaths_are_told_apart(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]
) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected
