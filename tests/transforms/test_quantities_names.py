"""Numbers that are names, codes and phrases, beside numbers that are quantities."""

from collections.abc import Callable
from typing import Any

import pytest
from quantity_lines import told

CASES = [
    pytest.param(
        "The iPhone 15 Pro is lighter than the iPhone 14 and costs $999.",
        [
            "$999 | 999 | money | USD | of iPhone 15 Pro | unit_assumed",
        ],
        id="the-iphone-15-pro-is-lighter",
    ),
    pytest.param(
        "A Boeing 737 MAX 8 with 178 people on board turned back.",
        [
            "178 | 178 | count | person | of people",
        ],
        id="a-boeing-737-max-8-with",
    ),
    pytest.param(
        "A Falcon 9 rocket lifted off with 22 satellites.",
        [
            "22 | 22 | count | of satellites",
        ],
        id="a-falcon-9-rocket-lifted-off",
    ),
    pytest.param(
        "The Porsche 911 reaches 293 km/h.",
        [
            "293 km/h | 293 | measure | kilometre per hour | of Porsche 911",
        ],
        id="the-porsche-911-reaches-293-km",
    ),
    pytest.param(
        "A phase 3 trial of the pill will enrol 1,500 patients.",
        [
            "1,500 | 1500 | count | person | of patients",
        ],
        id="a-phase-3-trial-of-the",
    ),
    pytest.param(
        "He anchored the 4x100m relay.",
        [],
        id="he-anchored-the-4x100m-relay",
    ),
    pytest.param(
        "The under-21 side lost Game 7 in overtime.",
        [],
        id="the-under-21-side-lost-game",
    ),
    pytest.param(
        "Police were called to the 200 block of Harlow Street.",
        [],
        id="police-were-called-to-the-200",
    ),
    pytest.param(
        "The code 0-71757-05642-8 is printed on the pack.",
        [],
        id="the-code-0-71757-05642-8",
    ),
    pytest.param(
        "The gallery is split half and half.",
        [],
        id="the-gallery-is-split-half-and",
    ),
    pytest.param(
        "Blood pressure should stay below 140/90.",
        [],
        id="blood-pressure-should-stay-below-140",
    ),
    pytest.param(
        "That was one of the most stressful days of her life.",
        [
            "one | 1 | count | of most stressful days of her life",
        ],
        id="that-was-one-of-the-most",
    ),
    pytest.param(
        "As one heads south, storms grow rare.",
        [],
        id="as-one-heads-south-storms-grow",
    ),
    pytest.param(
        "The law applies if their victims are under 20.",
        [
            "under 20 | 20 | less_than | age | year",
        ],
        id="the-law-applies-if-their-victims",
    ),
    pytest.param(
        "The pupils aged nine and ten from the school won a prize.",
        [
            "aged nine | 9 | age | year",
            "ten | 10 | age | year",
        ],
        id="the-pupils-aged-nine-and-ten",
    ),
    pytest.param(
        "The mercury fell to as low as -14 C with a wind chill of -21.",
        [
            "as low as -14 C | -14 | at_least | measure | degree celsius | of mercury | decrease",
            "-21 | -21 | count | of wind chill",
        ],
        id="the-mercury-fell-to-as-low",
    ),
    pytest.param(
        "At 5'10\" he is the shortest in the side.",
        [
            "5'10\" | 5.83333 | measure | foot",
        ],
        id="at-5-10-he-is",
    ),
    pytest.param(
        "The 6-foot-3 guard scored 20 points.",
        [
            "6-foot-3 | 6.25 | measure | foot",
            "20 points | 20 | measure | point | of guard",
        ],
        id="the-6-foot-3-guard-scored",
    ),
    pytest.param(
        "Two off-duty British soldiers were shot and wounded.",
        [
            "Two | 2 | count | person | of off-duty British soldiers | injured",
        ],
        id="two-off-duty-british-soldiers",
    ),
    pytest.param(
        "Queen Elizabeth 2, who stayed there, was amused.",
        [],
        id="queen-elizabeth-2",
    ),
    pytest.param(
        "The strain is similar to one found in Canada.",
        [],
        id="similar-to-one-found",
    ),
    pytest.param(
        "Thieves took $7,000 worth of farm equipment.",
        [
            "$7,000 | 7000 | money | USD | of farm equipment | unit_assumed",
        ],
        id="thieves-took-7-000-worth-of",
    ),
    pytest.param(
        "The boiler produces 30 t/h of steam.",
        [
            "30 t/h | 30 | measure | tonne per hour | of steam",
        ],
        id="the-boiler-produces-30-t-h",
    ),
    pytest.param(
        "After three cases a team of 16 was sent.",
        [
            "three | 3 | count | of cases",
            "16 | 16 | count | of team",
        ],
        id="after-three-cases-a-team-of",
    ),
    pytest.param(
        "GDP shrank 0.3 percent in May and 1.1 percent in June.",
        [
            "0.3 percent | 0.3 | percent | percent | of GDP | decrease",
            "1.1 percent | 1.1 | percent | percent | of GDP | decrease",
        ],
        id="gdp-shrank-0-3-percent-in",
    ),
    pytest.param(
        "Sales in China, its biggest market, were down 8%.",
        [
            "8% | 8 | percent | percent | of Sales | decrease",
        ],
        id="sales-in-china-its-biggest-market",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_are_no_quantities(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]
) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected
