"""Numbers of matches, ages, statistics and headlines, and the digits beside them that state nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from quantity_lines import told

CASES = [
    pytest.param(
        "Arsenal beat Burnley 2-1 after Lacazette scored his 13th goal.",
        [
            "2-1 | 2..1 | score",
            "13th | 13 | ordinal | of goal",
        ],
        id="arsenal-beat-burnley-2-1-after",
    ),
    pytest.param(
        "James scored 28 points, grabbed 11 rebounds and had seven assists.",
        [
            "28 points | 28 | measure | point | of James",
            "11 | 11 | count | of rebounds",
            "seven | 7 | count | of assists",
        ],
        id="james-scored-28-points-grabbed-11",
    ),
    pytest.param(
        "The quake measured 6.3 on the Richter scale and followed a magnitude 7.1 earthquake.",
        [
            "6.3 on the Richter scale | 6.3 | measure | magnitude | of quake",
            "magnitude 7.1 | 7.1 | measure | magnitude | of earthquake",
        ],
        id="the-quake-measured-6-3-on",
    ),
    pytest.param(
        "The number of refugees has doubled to 1.4 million since 2015.",
        [
            "doubled | 2 | ratio | of number of refugees | increase",
            "1.4 million | 1.4e+06 | count | of number of refugees | increase",
        ],
        id="the-number-of-refugees-has-doubled",
    ),
    pytest.param(
        "Police arrested two men aged 23 and 31.",
        [
            "two | 2 | count | person | of men | detained",
            "aged 23 | 23 | age | year",
            "31 | 31 | age | year",
        ],
        id="police-arrested-two-men-aged-23",
    ),
    pytest.param(
        "The suspects, aged between 17 and 45, met pupils aged 8–10 years.",
        [
            "aged between 17 and 45 | 17..45 | between | age | year",
            "aged 8–10 years | 8..10 | between | age | year",
        ],
        id="the-suspects-aged-between-17-and",
    ),
    pytest.param(
        "It says 78 million children under five will be vaccinated, as will adults over 65.",
        [
            "78 million | 7.8e+07 | count | person | of children",
            "under five | 5 | less_than | age | year",
            "over 65 | 65 | more_than | age | year",
        ],
        id="it-says-78-million-children-under",
    ),
    pytest.param(
        "Canadians over the age of 18 may grow four plants per person.",
        [
            "over the age of 18 | 18 | more_than | age | year",
            "four | 4 | count | per person | of plants",
        ],
        id="canadians-over-the-age-of-18",
    ),
    pytest.param(
        "The population grew from 3.2 million in 1990 to 5.1 million in 2019.",
        [
            "3.2 million | 3.2e+06 | count | of population",
            "5.1 million | 5.1e+06 | count | of population | increase",
        ],
        id="the-population-grew-from-3-2",
    ),
    pytest.param(
        "Output was down a third from last year.",
        [
            "a third | 0.333333 | ratio | of Output | decrease",
        ],
        id="output-was-down-a-third-from",
    ),
    pytest.param(
        "The rate of infection is 3.5 per 100,000 people.",
        [
            "3.5 | 3.5 | count | per 100,000 people | of rate of infection",
        ],
        id="the-rate-of-infection-is-3",
    ),
    pytest.param(
        "Consumption fell from 20 to 15 litres a day.",
        [
            "20 | 20 | measure | litre per day | of Consumption",
            "15 litres a day | 15 | measure | litre per day | of Consumption | decrease",
        ],
        id="consumption-fell-from-20-to-15",
    ),
    pytest.param(
        "Only one of the 27 members voted against.",
        [
            "one | 1 | count | person | of members",
            "27 | 27 | count | person | of members",
        ],
        id="only-one-of-the-27-members",
    ),
    pytest.param(
        "About one-third of the fleet, 120 planes, was grounded.",
        [
            "About one-third | 0.333333 | approximate | ratio | of fleet",
            "120 | 120 | count | of planes",
        ],
        id="about-one-third-of-the-fleet",
    ),
    pytest.param(
        "Netflix added 5.2m subscribers, short of the 6.2m it had forecast.",
        [
            "5.2m | 5.2e+06 | count | person | of subscribers",
            "6.2m | 6.2e+06 | count | person | of subscribers | counted_ellipsis",
        ],
        id="netflix-added-5-2m-subscribers-short",
    ),
    pytest.param(
        "The poll has a margin of error of plus or minus 3 points.",
        [
            "plus or minus 3 points | 3 | measure | point | of margin of error",
        ],
        id="the-poll-has-a-margin-of",
    ),
    pytest.param(
        "The meteorite left a crater 18 feet deep in the territory.",
        [
            "18 feet | 18 | measure | foot | of crater",
        ],
        id="the-meteorite-left-a-crater-18",
    ),
    pytest.param(
        "The president blessed a 40-pound (18-kg) fowl from Iowa.",
        [
            "40-pound | 40 | measure | pound | of fowl",
            "18-kg | 18 | measure | kilogram | of fowl",
        ],
        id="the-president-blessed-a-40-pound",
    ),
    pytest.param(
        "The cafe at 207 South Main St. is next to 63 Avenue South.",
        [],
        id="the-cafe-at-207-south-main",
    ),
    pytest.param(
        "Reanne Morgan 18, of Dunnock Close, was charged.",
        [
            "18 | 18 | age | year | of Reanne Morgan",
        ],
        id="reanne-morgan-18-of-dunnock-close",
    ),
    pytest.param(
        "A survey of 1709 schoolchildren was carried out.",
        [
            "1709 | 1709 | count | person | of schoolchildren",
        ],
        id="a-survey-of-1709-schoolchildren-was",
    ),
    pytest.param(
        "Uber said it did not need one, unlike the one Pence announced.",
        [],
        id="uber-said-it-did-not-need",
    ),
    pytest.param(
        "The fighting resumed at 0600 this morning and a bomb exploded at approximately 1700 today.",
        [],
        id="the-fighting-resumed-at-0600-this",
    ),
    pytest.param(
        "The 300-page report describes an 83-kilometre-long reservoir.",
        [
            "300 | 300 | count | of page report",
            "83-kilometre | 83 | measure | kilometre | of reservoir",
        ],
        id="the-300-page-report-describes-an",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_news_is_read(facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected
