"""Numbers as news prints them, and the rows that they become."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    pytest.param(
        "Shares of Norvik Energy fell 3.2 percent to 41.50 euros in early trading.",
        [
            "3.2 percent | 3.2 | percent | percent | of Shares of Norvik Energy | decrease",
            "41.50 euros | 41.5 | money | EUR | of Shares of Norvik Energy | decrease",
        ],
        id="shares-of-norvik-energy-fell",
    ),
    pytest.param(
        "Net profit rose to $2.4 billion, up 12% from $2.1 billion a year earlier.",
        [
            "$2.4 billion | 2.4e+09 | money | USD | of Net profit | increase | unit_assumed",
            "12% | 12 | percent | percent | of Net profit | increase",
            "$2.1 billion | 2.1e+09 | money | USD | of Net profit | unit_assumed",
        ],
        id="net-profit-rose-to-2",
    ),
    pytest.param(
        "Crude gained 85 cents, or 1.1 percent, to $78.30 a barrel.",
        [
            "85 cents | 0.85 | money | USD | of Crude | increase | unit_assumed",
            "1.1 percent | 1.1 | percent | percent | of Crude | increase",
            "$78.30 a barrel | 78.3 | money | USD | per barrel | of Crude | increase | unit_assumed",
        ],
        id="crude-gained-85-cents-or",
    ),
    pytest.param(
        "The bank raised its key rate by 25 basis points.",
        [
            "25 basis points | 25 | percent | basis point | of its key rate | increase",
        ],
        id="the-bank-raised-its-key",
    ),
    pytest.param(
        "Unemployment dropped from 6.1% to 5.8%.",
        [
            "6.1% | 6.1 | percent | percent | of Unemployment",
            "5.8% | 5.8 | percent | percent | of Unemployment | decrease",
        ],
        id="unemployment-dropped-from-6-1",
    ),
    pytest.param(
        "About two-thirds of voters backed the plan.",
        [
            "About two-thirds | 0.666667 | approximate | ratio | of voters",
        ],
        id="about-two-thirds-of-voters",
    ),
    pytest.param(
        "The bridge, 2.5 km long, cost an estimated €340m.",
        [
            "2.5 km | 2.5 | measure | kilometre | of bridge",
            "an estimated €340m | 3.4e+08 | approximate | money | EUR | of bridge",
        ],
        id="the-bridge-2-5-km",
    ),
    pytest.param(
        "Inflation could reach 9 to 10 percent, the ministry said.",
        [
            "9 to 10 percent | 9..10 | between | percent | percent | of Inflation",
        ],
        id="inflation-could-reach-9-to",
    ),
    pytest.param(
        "Between 20 and 30 people waited outside.",
        [
            "Between 20 and 30 | 20..30 | between | count | person | of people",
        ],
        id="between-20-and-30-people",
    ),
    pytest.param(
        "Prices have more than doubled since the harvest.",
        [
            "more than doubled | 2 | more_than | ratio | of Prices | increase",
        ],
        id="prices-have-more-than-doubled",
    ),
    pytest.param(
        "Tenants oppose the doubling of the rent for the old flats.",
        [
            "doubling | 2 | ratio | of rent | increase",
        ],
        id="tenants-oppose-the-doubling-of",
    ),
    pytest.param(
        "Rs 5 crore was spent on 1.2 million doses.",
        [
            "Rs 5 crore | 5e+07 | money | INR | of doses | unit_assumed",
            "1.2 million | 1.2e+06 | count | of doses",
        ],
        id="rs-5-crore-was-spent",
    ),
    pytest.param(
        "The train was travelling at 120 km/h.",
        [
            "120 km/h | 120 | measure | kilometre per hour | of train",
        ],
        id="the-train-was-travelling-at",
    ),
    pytest.param(
        "Lawmakers voted 61-38 to approve the $1.9 trillion package.",
        [
            "61-38 | 61..38 | score",
            "$1.9 trillion | 1.9e+12 | money | USD | of package | unit_assumed",
        ],
        id="lawmakers-voted-61-38-to",
    ),
    pytest.param(
        "Orvel beat Tannau 3-1 on Sunday.",
        [
            "3-1 | 3..1 | score",
        ],
        id="orvel-beat-tannau-3-1",
    ),
    pytest.param(
        "Temperatures climbed to 43 degrees Celsius.",
        [
            "43 degrees Celsius | 43 | measure | degree celsius | of Temperatures | increase",
        ],
        id="temperatures-climbed-to-43-degrees",
    ),
    pytest.param(
        "A 23-year-old student and her teacher, Ana Roth, 51, won the prize.",
        [
            "23-year-old | 23 | age | year | of student",
            "51 | 51 | age | year | of Ana Roth",
        ],
        id="a-23-year-old-student",
    ),
    pytest.param(
        "The six-member panel meets for a three-day session in Room 12.",
        [
            "six | 6 | count | person | of member panel",
            "three-day | 3 | duration | day | of session",
        ],
        id="the-six-member-panel-meets",
    ),
    pytest.param(
        "The team flew on a Boeing 737 to the G7 summit and stayed until 8:01 am.",
        [],
        id="the-team-flew-on-a",
    ),
    pytest.param(
        "On 4 March 2019 some 1,200 delegates met; in 2020 nobody came.",
        [
            "some 1,200 | 1200 | approximate | count | person | of delegates",
        ],
        id="on-4-march-2019-some",
    ),
    pytest.param(
        "Up to 700 jobs will go, no fewer than 90 of them in Orvel.",
        [
            "Up to 700 | 700 | at_most | count | of jobs",
            "no fewer than 90 | 90 | at_least | count | of jobs | part | counted_ellipsis",
        ],
        id="up-to-700-jobs-will",
    ),
    pytest.param(
        "Dozens of houses and several hundred sheds burned down.",
        [
            "Dozens | 12.. | at_least | count | of houses | vague",
            "several hundred | 300.. | at_least | count | of sheds | vague",
        ],
        id="dozens-of-houses-and-several",
    ),
    pytest.param(
        "One of the bridges and half of the road were closed.",
        [
            "One | 1 | count | of bridges",
            "half | 0.5 | ratio | of road",
        ],
        id="one-of-the-bridges-and",
    ),
    pytest.param(
        "One in five children goes without breakfast.",
        [
            "One in five | 0.2 | ratio | of children",
        ],
        id="one-in-five-children-goes",
    ),
    pytest.param(
        "That one was the third attempt.",
        [
            "third | 3 | ordinal | of attempt",
        ],
        id="that-one-was-the-third",
    ),
    pytest.param(
        "Exports were three times higher than in spring.",
        [
            "three times | 3 | ratio | of Exports | increase",
        ],
        id="exports-were-three-times-higher",
    ),
    pytest.param(
        "They paid 50 pence for half a dozen eggs and 20 pounds of flour.",
        [
            "50 pence | 0.5 | money | GBP | of eggs",
            "half a dozen | 6 | count | of eggs",
            "20 pounds | 20 | measure | pound | of flour",
        ],
        id="they-paid-50-pence-for",
    ),
    pytest.param(
        "The reservoir holds 4.5 million cubic metres of water.",
        [
            "4.5 million cubic metres | 4.5e+06 | measure | cubic metre | of water",
        ],
        id="the-reservoir-holds-4-5",
    ),
    pytest.param(
        "A sample of 200 or more is needed, and 100-plus were taken.",
        [
            "200 or more | 200 | at_least | count | of sample",
            "100-plus | 100 | at_least | count",
        ],
        id="a-sample-of-200-or",
    ),
    pytest.param(
        "Call 555-0134 or write to desk 9 before 11 p.m.",
        [
            "9 | 9 | count",
        ],
        id="call-555-0134-or-write",
    ),
    pytest.param(
        "It lost tens of millions of dollars and hundreds of acres of forest.",
        [
            "tens of millions of dollars | 1e+07.. | at_least | money | USD | decrease | vague | unit_assumed",
            "hundreds of acres | 100.. | at_least | measure | acre | of forest | vague",
        ],
        id="the-state-lost-tens-of",
    ),
    pytest.param(
        "He is 5 ft 2 in tall and paid 3 dollars 50 cents.",
        [
            "5 ft 2 in | 5.16667 | measure | foot",
            "3 dollars 50 cents | 3.5 | money | USD | unit_assumed",
        ],
        id="he-is-5-ft-2",
    ),
    pytest.param(
        "The mayor died at 82 in a house 300 metres from the harbour.",
        [
            "The mayor | 1 | count | person | of mayor | killed | implied",
            "82 | 82 | age | year",
            "300 metres | 300 | measure | metre | of mayor",
        ],
        id="the-mayor-died-at-82",
    ),
    pytest.param(
        "Its shares rose 4 pence to 187p.",
        [
            "4 pence | 0.04 | money | GBP | of Its shares | increase",
            "187p | 1.87 | money | GBP | of Its shares | increase",
        ],
        id="its-shares-rose-4-pence",
    ),
    pytest.param(
        "Version two of the map shows gate 9 and Windows 10.",
        [],
        id="version-two-of-the-map",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numbers_become_rows(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]
) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected


def told(row: dict[str, Any]) -> str:
    """A row in one line: surface, number, bound, kind, unit, what is counted, what happened, flags; no `exact`."""
    low, high = ("" if row[key] is None else f"{row[key]:g}" for key in ("value_low", "value_high"))
    cells = [
        row["surface"],
        f"{row['value']:g}" if row["value"] is not None else f"{low}..{high}",
        row["bound"],
        row["kind"],
        row["unit"],
        row["per_unit"] and f"per {row['per_unit']}",
        row["counted"] and f"of {row['counted']}",
        row["direction"],
        row["measure"],
        "negated" if row["is_negated"] else None,
        "part" if row["subset_of_quantity_id"] else None,
        *row["flags"],
    ]
    return " | ".join(cell for cell in cells if cell and cell != "exact")
