"""Numbers of markets, matches, polls, statistics and headlines, and the digits beside them that state nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from test_quantities import told

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
        "The Fed cut rates by a quarter of a percentage point to a range of 1.75 percent to 2 percent.",
        [
            "a quarter of a percentage point | 0.25 | percent | percentage point | of rates | decrease",
            "1.75 percent to 2 percent | 1.75..2 | between | percent | percent | of rates | decrease",
        ],
        id="the-fed-cut-rates-by-a",
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
        "About 40% of respondents, up from 32% in 2017, said they would not vote.",
        [
            "About 40% | 40 | approximate | percent | percent | of respondents | increase",
            "32% | 32 | percent | percent | of respondents",
        ],
        id="about-40-of-respondents-up-from",
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
        "The population grew from 3.2 million in 1990 to 5.1 million in 2019.",
        [
            "3.2 million | 3.2e+06 | count | of population",
            "5.1 million | 5.1e+06 | count | of population | increase",
        ],
        id="the-population-grew-from-3-2",
    ),
    pytest.param(
        "Apple's iPhone 11 and Samsung's Galaxy S10 went on sale for under $1,000.",
        [
            "under $1,000 | 1000 | less_than | money | USD | unit_assumed",
        ],
        id="apple-s-iphone-11-and-samsung",
    ),
    pytest.param(
        "Output was down a third from last year.",
        [
            "a third | 0.333333 | ratio | of Output | decrease",
        ],
        id="output-was-down-a-third-from",
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
        "The company cut its forecast for 2019 sales to 5.1 billion euros from 5.3 billion.",
        [
            "5.1 billion euros | 5.1e+09 | money | EUR | of its forecast | decrease",
            "5.3 billion | 5.3e+09 | money | EUR | of its forecast",
        ],
        id="the-company-cut-its-forecast-for",
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
        "Airbus delivered 389 aircraft, 28 percent more than the 303 it delivered a year before.",
        [
            "389 | 389 | count | of aircraft",
            "28 percent | 28 | percent | percent | of aircraft | increase",
            "303 | 303 | count | of aircraft | counted_ellipsis",
        ],
        id="airbus-delivered-389-aircraft-28-percent",
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
        "Police seized 2.2 tons of cocaine worth an estimated $60 million.",
        [
            "2.2 tons | 2.2 | measure | tonne | of cocaine",
            "an estimated $60 million | 6e+07 | approximate | money | USD | of cocaine | unit_assumed",
        ],
        id="police-seized-2-2-tons-of",
    ),
    pytest.param(
        "The poll has a margin of error of plus or minus 3 points.",
        [
            "plus or minus 3 points | 3 | measure | point | of margin of error",
        ],
        id="the-poll-has-a-margin-of",
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
        "The meteorite left a crater 18 feet deep in the territory.",
        [
            "18 feet | 18 | measure | foot | of crater",
        ],
        id="the-meteorite-left-a-crater-18",
    ),
    pytest.param(
        "The budget raises spending on roads by 6.6 percent.",
        [
            "6.6 percent | 6.6 | percent | percent | of spending | increase",
        ],
        id="the-budget-raises-spending-on-roads",
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
def test_news_is_read(facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected
