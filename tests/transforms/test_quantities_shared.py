"""What the numbers of a sentence lend each other."""

from collections.abc import Callable
from typing import Any

import pytest
from quantity_lines import told

CASES = [
    pytest.param(
        "The motion passed by 54 votes to 48.",
        [
            "54 | 54 | count | of votes",
            "48 | 48 | count | of votes",
        ],
        id="the-motion-passed-by-54-votes",
    ),
    pytest.param(
        "The storm left 1.3 million customers without power, down from 2 million on Tuesday.",
        [
            "1.3 million | 1.3e+06 | count | person | of customers",
            "2 million | 2e+06 | count | person | of customers",
        ],
        id="the-storm-left-1-3-million",
    ),
    pytest.param(
        "Organisers counted 16 of 22 Canadian medals.",
        [
            "16 | 16 | count | of Canadian medals",
            "22 | 22 | count | of Canadian medals",
        ],
        id="organisers-counted-16-of-22-canadian",
    ),
    pytest.param(
        "The reports range from ten to 32 pages.",
        [
            "ten | 10 | count | of pages",
            "32 | 32 | count | of pages",
        ],
        id="the-reports-range-from-ten-to",
    ),
    pytest.param(
        "Officials confirmed thirteen cases, three in Texas and two in Kansas.",
        [
            "thirteen | 13 | count | of cases",
            "three | 3 | count | of cases | counted_ellipsis",
            "two | 2 | count | of cases | counted_ellipsis",
        ],
        id="officials-confirmed-thirteen-cases-three-in",
    ),
    pytest.param(
        "The social network has 3 billion users, one billion more than in 2017.",
        [
            "3 billion | 3e+09 | count | of users",
            "one billion | 1e+09 | count | of users | counted_ellipsis",
        ],
        id="the-social-network-has-3-billion",
    ),
    pytest.param(
        "Obesity rates have risen from 9% to 11%.",
        [
            "9% | 9 | percent | percent | of Obesity rates",
            "11% | 11 | percent | percent | of Obesity rates | increase",
        ],
        id="obesity-rates-have-risen-from-9",
    ),
    pytest.param(
        "About 3 in 10 independents say he is better, while about 2 in 10 say she is.",
        [
            "About 3 in 10 | 0.3 | approximate | ratio | of independents",
            "about 2 in 10 | 0.2 | approximate | ratio | of independents | counted_ellipsis",
        ],
        id="about-3-in-10-independents-say",
    ),
    pytest.param(
        "The hospital has 620 beds, half of them in use.",
        [
            "620 | 620 | count | of beds",
            "half | 0.5 | ratio | of beds | counted_ellipsis",
        ],
        id="the-hospital-has-620-beds-half",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numbers_lend_what_they_count(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]
) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected
