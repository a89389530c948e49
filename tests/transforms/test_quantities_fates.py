"""What befell those counted, and what befell nobody: held, seized, lost, ill animals, none; parts of a toll."""

from collections.abc import Callable
from typing import Any

import pytest
from quantity_lines import told

CASES = [
    pytest.param(
        "His list held the names of 83 dead, and at least ten of them had been shot far from any protest.",
        [
            "83 | 83 | count | person | killed",
            "at least ten | 10 | at_least | count | person | of dead | killed | part | counted_ellipsis",
        ],
        id="shot-among-the-dead",
    ),
    pytest.param(
        "Six of the passengers did not survive.",
        ["Six | 6 | count | person | of passengers | killed"],
        id="did-not-survive",
    ),
    pytest.param(
        "There was a two-fold rise in cases of cholera.",
        ["two-fold | 2 | ratio | of cases of cholera | increase"],
        id="there-was-a-two-fold-rise",
    ),
    pytest.param(
        "The reasons are twofold.",
        [],
        id="the-reasons-are-twofold",
    ),
    pytest.param(
        "The reasons are two-fold.",
        [],
        id="the-reasons-are-two-fold",
    ),
    pytest.param(
        "Three held after raid",
        ["Three | 3 | count | person | detained"],
        id="three-held-after-raid",
    ),
    pytest.param(
        "Two held over murder",
        ["Two | 2 | count | person | detained"],
        id="two-held-over-murder",
    ),
    pytest.param(
        "Thirty-one students are still being held captive.",
        ["Thirty-one | 31 | count | person | of students | hostage"],
        id="thirty-one-students-are-still-being",
    ),
    pytest.param(
        "Militants seized nine workers.",
        ["nine | 9 | count | person | of workers | kidnapped"],
        id="militants-seized-nine-workers",
    ),
    pytest.param(
        "Nine workers were seized by militants.",
        ["Nine | 9 | count | person | of workers | kidnapped"],
        id="nine-workers-were-seized-by-militants",
    ),
    pytest.param(
        "Police seized two men and 40 kg of drugs.",
        ["two | 2 | count | person | of men | detained", "40 kg | 40 | measure | kilogram | of drugs"],
        id="police-seized-two-men-and-40",
    ),
    pytest.param(
        "The army seized the town.",
        [],
        id="the-army-seized-the-town",
    ),
    pytest.param(
        "The troops killed more than 20 rebels and captured 11.",
        [
            "more than 20 | 20 | more_than | count | person | of rebels | killed",
            "11 | 11 | count | person | of rebels | detained | counted_ellipsis",
        ],
        id="the-troops-killed-more-than-20",
    ),
    pytest.param(
        "The team lost five men to injury.",
        ["five | 5 | count | person | of men"],
        id="the-team-lost-five-men-to",
    ),
    pytest.param(
        "The regiment lost five men in the battle.",
        ["five | 5 | count | person | of men | killed"],
        id="the-regiment-lost-five-men-in",
    ),
    pytest.param(
        "Vets found 14 cases of bird flu in ducks.",
        ["14 | 14 | count | of cases"],
        id="vets-found-14-cases-of-bird",
    ),
    pytest.param(
        "Doctors found 14 cases of bird flu in children.",
        ["14 | 14 | count | person | of cases | infected"],
        id="doctors-found-14-cases-of-bird",
    ),
    pytest.param(
        "He bought two horses and took one to the fair.",
        ["two | 2 | count | of horses"],
        id="he-bought-two-horses-and-took",
    ),
    pytest.param(
        "They found two guards and killed one.",
        ["two | 2 | count | person | of guards", "one | 1 | count | person | of guards | killed | counted_ellipsis"],
        id="they-found-two-guards-and-killed",
    ),
    pytest.param(
        "A family of five was killed.",
        ["five | 5 | count | person | killed"],
        id="a-family-of-five-was-killed",
    ),
    pytest.param(
        "A convoy of 12 was destroyed.",
        ["12 | 12 | count | of convoy"],
        id="a-convoy-of-12-was-destroyed",
    ),
    pytest.param(
        "Not one of the passengers was hurt.",
        ["one | 1 | count | person | of passengers"],
        id="not-one-of-the-passengers-was",
    ),
    pytest.param(
        "More than a dozen were wounded, five seriously.",
        ["More than a dozen | 12 | more_than | count | person | injured", "five | 5 | count | person | injured | part"],
        id="more-than-a-dozen-were-wounded",
    ),
    pytest.param(
        "Three of the 12 dead were children.",
        ["Three | 3 | count | person | of dead | killed | part", "12 | 12 | count | person | of dead | killed"],
        id="three-of-the-12-dead-were",
    ),
    pytest.param(
        "Two of the bombers were killed and three guards were killed.",
        ["Two | 2 | count | person | of bombers | killed", "three | 3 | count | person | of guards | killed"],
        id="two-of-the-bombers-were-killed",
    ),
    pytest.param(
        "The fare rose 12p.",
        ["12p | 0.12 | money | GBP | of fare | increase"],
        id="the-fare-rose-12p",
    ),
    pytest.param(
        "All 67 passengers and crew aboard were killed.",
        ["67 | 67 | count | person | of passengers and crew | killed"],
        id="all-67-passengers-and-crew",
    ),
    pytest.param(
        "The 30-strong crew were rescued.",
        ["30 | 30 | count | person | of crew"],
        id="the-30-strong-crew",
    ),
    pytest.param(
        "The twins were killed when the roof fell.",
        ["The twins | 2 | count | person | of twins | killed | implied"],
        id="the-twins-were-killed",
    ),
    pytest.param(
        "No fewer than 30 were injured.",
        ["No fewer than 30 | 30 | at_least | count | person | injured"],
        id="no-fewer-than-30",
    ),
    pytest.param(
        "At least 30 and no more than 40 were injured.",
        [
            "At least 30 | 30 | at_least | count | person | injured",
            "no more than 40 | 40 | at_most | count | person | injured",
        ],
        id="at-least-30-and-no-more",
    ),
    pytest.param(
        "The body of a banker was found in the river, weeks after his murder.",
        ["a banker | 1 | count | person | of banker | killed | implied"],
        id="the-body-of-a-banker-in-the-river",
    ),
    pytest.param(
        "A handful of protesters were arrested.",
        ["A handful | .. | at_least | count | person | of protesters | detained | vague"],
        id="a-handful-of-protesters",
    ),
    pytest.param(
        "Three twins were killed.",
        ["Three | 3 | count | person | of twins | killed"],
        id="three-twins-were-killed",
    ),
    pytest.param(
        "Sales rose by 4% to $3m.",
        ["4% | 4 | percent | percent", "$3m | 3e+06 | money | USD | of Sales | increase | unit_assumed"],
        id="sales-rose-by-4-to-3m",
    ),
    pytest.param(
        "He walked five miles in an hour and a half.",
        ["five miles | 5 | measure | mile"],
        id="he-walked-five-miles-in-an",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_fates_are_told_apart(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]
) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected
