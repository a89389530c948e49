"""Money, rates and percentages of markets, budgets, prices and polls."""

from collections.abc import Callable
from typing import Any

import pytest
from quantity_lines import told

CASES = [
    pytest.param(
        "The Dow Jones industrial average gained 112.35 points, or 0.4 percent, to 26,787.36.",
        [
            "112.35 points | 112.35 | measure | point | of Dow Jones industrial average | increase",
            "0.4 percent | 0.4 | percent | percent | of Dow Jones industrial average | increase",
            "26,787.36 | 26787.4 | count | of Dow Jones industrial average | increase",
        ],
        id="the-dow-jones-industrial-average-gained",
    ),
    pytest.param(
        "The FTSE 100 was down 0.3 percent at 7,215.45 points by midday.",
        [
            "0.3 percent | 0.3 | percent | percent | of FTSE | decrease",
            "7,215.45 points | 7215.45 | measure | point | of FTSE",
        ],
        id="the-ftse-100-was-down-0",
    ),
    pytest.param(
        "The company expects earnings of between $1.1 and $1.2 a share, compared with 98 cents last year.",
        [
            "between $1.1 and $1.2 a share | 1.1..1.2 | between | money | USD | per share | of earnings | unit_assumed",
            "98 cents | 0.98 | money | USD | of earnings | unit_assumed",
        ],
        id="the-company-expects-earnings-of-between",
    ),
    pytest.param(
        "The euro was trading at $1.1023, down from $1.1081 late Monday.",
        [
            "$1.1023 | 1.1023 | money | USD | of euro | decrease | unit_assumed",
            "$1.1081 | 1.1081 | money | USD | of euro | unit_assumed",
        ],
        id="the-euro-was-trading-at-1",
    ),
    pytest.param(
        "The startup raised $30m in a round led by Norwood Capital.",
        [
            "$30m | 3e+07 | money | USD | of startup | unit_assumed",
        ],
        id="the-startup-raised-30m-in-a",
    ),
    pytest.param(
        "The Fed cut rates by a quarter of a percentage point to a range of 1.75 percent to 2 percent.",
        [
            "a quarter of a percentage point | 0.25 | percent | percentage point | of rates | decrease",
            "1.75 percent to 2 percent | 1.75..2 | between | percent | percent | of rates | decrease",
        ],
        id="the-fed-cut-rates-by-a",
    ),
    pytest.param(
        "About 40% of respondents, up from 32% in 2017, said they would not vote.",
        [
            "About 40% | 40 | approximate | percent | percent | of respondents | increase",
            "32% | 32 | percent | percent | of respondents",
        ],
        id="about-40-of-respondents-up-from",
    ),
    pytest.param(
        "Tickets cost 15 dollars 50 for adults.",
        [
            "15 dollars 50 | 15.5 | money | USD | of Tickets | unit_assumed",
        ],
        id="tickets-cost-15-dollars-50-for",
    ),
    pytest.param(
        "The average price of a home rose by £3,500 to £232,000.",
        [
            "£3,500 | 3500 | money | GBP | of average price of a home | increase",
            "£232,000 | 232000 | money | GBP | of average price of a home | increase",
        ],
        id="the-average-price-of-a-home",
    ),
    pytest.param(
        "Ford said it would cut 7,000 jobs, or about 10% of its global workforce.",
        [
            "7,000 | 7000 | count | of jobs | decrease",
            "about 10% | 10 | approximate | percent | percent | of its global workforce",
        ],
        id="ford-said-it-would-cut-7",
    ),
    pytest.param(
        "Apple's iPhone 11 and Samsung's Galaxy S10 went on sale for under $1,000.",
        [
            "under $1,000 | 1000 | less_than | money | USD | unit_assumed",
        ],
        id="apple-s-iphone-11-and-samsung",
    ),
    pytest.param(
        "The fund returned 8.1% annually over 10 years.",
        [
            "8.1% | 8.1 | percent | percent | of fund",
            "10 years | 10 | duration | year",
        ],
        id="the-fund-returned-8-1-annually",
    ),
    pytest.param(
        "The company cut its forecast for 2019 sales to 5.1 billion euros from 5.3 billion.",
        [
            "5.1 billion euros | 5.1e+09 | money | EUR | of its forecast | decrease",
            "5.3 billion | 5.3e+09 | money | EUR | of its forecast",
        ],
        id="the-company-cut-its-forecast-for",
    ),
    pytest.param(
        "Airbus delivered 389 aircraft, 28 percent more than the 303 it delivered a year before.",
        [
            "389 | 389 | count | of aircraft",
            "28 percent | 28 | percent | percent | of aircraft | increase",
            "303 | 303 | count | of aircraft | counted_ellipsis",
        ],
        id="airbus-delivered-389-aircraft-28-percent",
    ),
    pytest.param(
        "Police seized 2.2 tons of cocaine worth an estimated $60 million.",
        [
            "2.2 tons | 2.2 | measure | tonne | of cocaine",
            "an estimated $60 million | 6e+07 | approximate | money | USD | of cocaine | unit_assumed",
        ],
        id="police-seized-2-2-tons-of",
    ),
    pytest.param(
        "Oil fell below $50 for the first time in two months.",
        [
            "below $50 | 50 | less_than | money | USD | of Oil | decrease | unit_assumed",
            "first | 1 | ordinal | of time",
            "two months | 2 | duration | month",
        ],
        id="oil-fell-below-50-for-the",
    ),
    pytest.param(
        "The budget raises spending on roads by 6.6 percent.",
        [
            "6.6 percent | 6.6 | percent | percent | of spending | increase",
        ],
        id="the-budget-raises-spending-on-roads",
    ),
    pytest.param(
        "The tax will go up by 50 cents a pack, and a pint costs about 40 crowns.",
        [
            "50 cents a pack | 0.5 | money | USD | per pack | of tax | increase | unit_assumed",
            "about 40 crowns | 40 | approximate | money | CZK | of pint | unit_assumed",
        ],
        id="the-tax-will-go-up-by",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_markets_are_read(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]
) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected
