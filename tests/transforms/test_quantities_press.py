"""What journalists do with numbers: what money is for, levels, shares, and numbers that state nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from quantity_lines import told

Facts = Callable[..., dict[str, list[dict[str, Any]]]]
CASES = [
    pytest.param(
        "Half the country was without power by nightfall.",
        [
            "Half | 0.5 | ratio | of country",
        ],
        id="half-the-country-was-without-power",
    ),
    pytest.param(
        "Twice as many voters backed the plan as opposed it.",
        [
            "Twice | 2 | ratio | of voters",
        ],
        id="twice-as-many-voters-backed-the",
    ),
    pytest.param(
        "The firm bought its rival for $1.2bn in cash.",
        [
            "$1.2bn | 1.2e+09 | money | USD | of its rival | unit_assumed",
        ],
        id="the-firm-bought-its-rival-for",
    ),
    pytest.param(
        "He gave up a £3m-a-year contract to coach the side.",
        [
            "£3m-a-year | 3e+06 | money | GBP | per year | of contract",
        ],
        id="he-gave-up-a-3m-a",
    ),
    pytest.param(
        "The party won two by-elections last month.",
        [
            "two | 2 | count | of by-elections",
        ],
        id="the-party-won-two-by-elections",
    ),
    pytest.param(
        "She was paid a seven-figure sum for the rights.",
        [],
        id="she-was-paid-a-seven-figure",
    ),
    pytest.param(
        "As few as 20 of the birds survive in the wild.",
        [
            "As few as 20 | 20 | at_least | count | of birds",
        ],
        id="as-few-as-20-of-the",
    ),
    pytest.param(
        "She finished in the top five at the weekend.",
        [],
        id="she-finished-in-the-top-five",
    ),
    pytest.param(
        "The firm is among the top 10 banks.",
        [
            "10 | 10 | count | of banks",
        ],
        id="the-firm-is-among-the-top",
    ),
    pytest.param(
        "The rate fell to 11.4 deaths per 100,000 people.",
        [
            "11.4 | 11.4 | count | person | per 100,000 people | of deaths | decrease | killed",
        ],
        id="the-rate-fell-to-11-4",
    ),
    pytest.param(
        "Brent crude gained 83 cents to settle at $71.40 a barrel.",
        [
            "83 cents | 0.83 | money | USD | of Brent crude | increase | unit_assumed",
            "$71.40 a barrel | 71.4 | money | USD | per barrel | of Brent crude | unit_assumed",
        ],
        id="brent-crude-gained-83-cents-to",
    ),
    pytest.param(
        "Unemployment held at 4.2% in March, below the 4.4% economists had forecast.",
        [
            "4.2% | 4.2 | percent | percent | of Unemployment",
            "4.4% | 4.4 | percent | percent",
        ],
        id="unemployment-held-at-4-2-in",
    ),
    pytest.param(
        "Inflation eased to a two-year low of 2.9 percent.",
        [
            "two-year | 2 | duration | year | of low",
            "2.9 percent | 2.9 | percent | percent | of Inflation | decrease",
        ],
        id="inflation-eased-to-a-two-year",
    ),
    pytest.param(
        "Its market share has shrunk to a fifth from a third in 2015.",
        [
            "a fifth | 0.2 | ratio | of Its market share | decrease",
            "a third | 0.333333 | ratio | of Its market share",
        ],
        id="its-market-share-has-shrunk-to",
    ),
    pytest.param(
        "Winds of up to 140 mph tore roofs off hundreds of homes.",
        [
            "up to 140 mph | 140 | at_most | measure | mile per hour | of Winds",
            "hundreds | 100.. | at_least | count | of homes | vague",
        ],
        id="winds-of-up-to-140-mph",
    ),
    pytest.param(
        "Attendance: 12,836.",
        [
            "12,836 | 12836 | count | of Attendance",
        ],
        id="attendance-12-836",
    ),
    pytest.param(
        "The lawmakers agreed to add about $300 million in school funding.",
        [
            "about $300 million | 3e+08 | approximate | money | USD | of school funding | increase | unit_assumed",
        ],
        id="the-lawmakers-agreed-to-add-about",
    ),
    pytest.param(
        "Nearly a third — 31% — of new investors took a friend's advice.",
        [
            "Nearly a third | 0.333333 | approximate | ratio",
            "31% | 31 | percent | percent | of new investors",
        ],
        id="nearly-a-third-31-of-new",
    ),
    pytest.param(
        "He said that one of the plane's engines had caught fire.",
        [
            "one | 1 | count | of the plane's engines",
        ],
        id="he-said-that-one-of-the",
    ),
    pytest.param(
        "The state is projected to cut emissions 42.6 per cent by the end of the decade.",
        [
            "42.6 per cent | 42.6 | percent | percent | of emissions | decrease",
        ],
        id="the-state-is-projected-to-cut",
    ),
    pytest.param(
        "The women were 23% less likely than men to record an activity.",
        [
            "23% | 23 | percent | percent | of women | decrease",
        ],
        id="the-women-were-23-less-likely",
    ),
    pytest.param(
        "About 88,000 positions were added to the economy in May.",
        [
            "About 88,000 | 88000 | approximate | count | of positions | increase",
        ],
        id="about-88-000-positions-were-added",
    ),
    pytest.param(
        "They met the summer she turned 17, and he left when she was six.",
        [
            "17 | 17 | age | year",
            "six | 6 | age | year",
        ],
        id="they-met-the-summer-she-turned",
    ),
    pytest.param(
        "She said the machines cost $45,000 US each.",
        [
            "$45,000 US | 45000 | money | USD | of machines",
        ],
        id="she-said-the-machines-cost-45",
    ),
    pytest.param(
        "Horus 4 did not reach orbit.",
        [],
        id="horus-4-did-not-reach-orbit",
    ),
    pytest.param(
        "The group spent $5bn on defence and paid $200m for the patents.",
        [
            "$5bn | 5e+09 | money | USD | of defence | unit_assumed",
            "$200m | 2e+08 | money | USD | of patents | unit_assumed",
        ],
        id="the-group-spent-5bn-on-defence",
    ),
    pytest.param(
        "4. Wash the rice twice.",
        [],
        id="4-wash-the-rice-twice",
    ),
    pytest.param(
        "The bank approves few loans above $1 million.",
        [
            "above $1 million | 1e+06 | more_than | money | USD | of few loans | unit_assumed",
        ],
        id="the-bank-approves-few-loans-above",
    ),
    pytest.param(
        "The bank posted a net loss of 210 million Swiss francs.",
        [
            "210 million Swiss francs | 2.1e+08 | money | CHF | of net loss",
        ],
        id="the-bank-posted-a-net-loss",
    ),
    pytest.param(
        "House prices have doubled in less than a decade.",
        [
            "doubled | 2 | ratio | of House prices | increase",
        ],
        id="house-prices-have-doubled-in-less",
    ),
    pytest.param(
        "Bitcoin briefly topped $73,000.",
        [
            "topped $73,000 | 73000 | more_than | money | USD | of Bitcoin | unit_assumed",
        ],
        id="bitcoin-briefly-topped-73-000",
    ),
    pytest.param(
        "The smartphone has a 5,000 mAh battery.",
        [
            "5,000 mAh | 5000 | measure | milliampere hour | of battery",
        ],
        id="the-smartphone-has-a-5-000",
    ),
    pytest.param(
        "Venture capital funding fell by more than a third to $66bn.",
        [
            "more than a third | 0.333333 | more_than | ratio | of Venture capital funding | decrease",
            "$66bn | 6.6e+10 | money | USD | of Venture capital funding | decrease | unit_assumed",
        ],
        id="venture-capital-funding-fell-by-more",
    ),
    pytest.param(
        "The company's shares have more than tripled in value this year.",
        [
            "more than tripled | 3 | more_than | ratio | of The company's shares | increase",
        ],
        id="the-company-s-shares-have-more",
    ),
    pytest.param(
        "Fuel consumption is 5.8 litres per 100 km.",
        [
            "5.8 litres | 5.8 | measure | litre | of Fuel consumption",
        ],
        id="fuel-consumption-is-5-8-litres",
    ),
    pytest.param(
        "Life expectancy has dropped by 1.5 years to 76.1.",
        [
            "1.5 years | 1.5 | duration | year | of Life expectancy | decrease",
            "76.1 | 76.1 | count | of Life expectancy | decrease",
        ],
        id="life-expectancy-has-dropped-by-1",
    ),
    pytest.param(
        "Measles cases have jumped to 1,267, more than four times last year's total.",
        [
            "1,267 | 1267 | count | of Measles cases | increase",
            "more than four times | 4 | more_than | ratio | of Measles cases | increase",
        ],
        id="measles-cases-have-jumped-to-1",
    ),
    pytest.param(
        "The storm cut power to a million homes.",
        [
            "a million | 1e+06 | count | of homes",
        ],
        id="the-storm-cut-power-to-a",
    ),
    pytest.param(
        "The country has a population of 4 million.",
        [
            "4 million | 4e+06 | count | of population",
        ],
        id="the-country-has-a-population-of",
    ),
    pytest.param(
        "The Canadian dollar traded at 74.27 U.S. cents.",
        [
            "74.27 U.S. cents | 0.7427 | money | USD | of Canadian dollar",
        ],
        id="the-canadian-dollar-traded-at-74",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_press_is_read(facts: Facts, text: str, expected: list[str]) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected
