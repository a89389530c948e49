"""Numbers of people to whom something happened: what befell them, parts of them, denials, and what is no casualty."""

from collections.abc import Callable
from typing import Any

import pytest
from quantity_lines import told

from transforms.facts import Span

CASES = [
    pytest.param(
        "On Tuesday the province retracted the toll of 12 dead in the mine.",
        [
            "12 | 12 | count | person | killed | retracted",
        ],
        id="the-province-retracted-the-toll-of",
    ),
    pytest.param(
        "Eight guards and pilots have died and more than 300 have been wounded.",
        [
            "Eight | 8 | count | person | of guards and pilots | killed",
            "more than 300 | 300 | more_than | count | person | of guards and pilots | injured | counted_ellipsis",
        ],
        id="eight-river-guards-and-ferry",
    ),
    pytest.param(
        "At least 64 villagers were killed in the landslide, 13 of them in Orvel.",
        [
            "At least 64 | 64 | at_least | count | person | of villagers | killed",
            "13 | 13 | count | person | of villagers | killed | part | counted_ellipsis",
        ],
        id="at-least-64-villagers-were",
    ),
    pytest.param(
        "Nobody was hurt in the collapse and no deaths were reported.",
        [],
        id="nobody-was-hurt-in-the",
    ),
    pytest.param(
        "The senate killed the bill, and the race ended in a dead heat.",
        [],
        id="the-senate-killed-the-bill",
    ),
    pytest.param(
        "The death toll rose to 41, leaving seven families without a home.",
        [
            "41 | 41 | count | person | increase | killed",
            "seven | 7 | count | of families",
        ],
        id="the-death-toll-rose-to",
    ),
    pytest.param(
        "The blast left one dead and three wounded.",
        [
            "one | 1 | count | person | killed",
            "three | 3 | count | person | injured",
        ],
        id="the-blast-left-one-dead",
    ),
    pytest.param(
        "The storm claimed 12 lives and displaced 4,500 people.",
        [
            "12 | 12 | count | person | of lives | killed",
            "4,500 | 4500 | count | person | of people | displaced",
        ],
        id="the-storm-claimed-12-lives",
    ),
    pytest.param(
        "Police detained 46 marchers, including nine students.",
        [
            "46 | 46 | count | person | of marchers | detained",
            "nine | 9 | count | person | of students | detained | part",
        ],
        id="police-detained-46-marchers-including",
    ),
    pytest.param(
        "Twelve miners are missing and two are feared dead.",
        [
            "Twelve | 12 | count | person | of miners | missing",
            "two | 2 | count | person | of miners | counted_ellipsis",
        ],
        id="twelve-miners-are-missing-and",
    ),
    pytest.param(
        "The rebels tried to kill four ministers but failed.",
        [
            "four | 4 | count | person | of ministers",
        ],
        id="the-rebels-tried-to-kill",
    ),
    pytest.param(
        "The ministry denied that 20 soldiers had been killed.",
        [
            "20 | 20 | count | person | of soldiers | killed | negated",
        ],
        id="the-ministry-denied-that-20",
    ),
    pytest.param(
        "Two bank clerks were shot and killed by robbers.",
        [
            "Two | 2 | count | person | of bank clerks | killed",
        ],
        id="two-bank-clerks-were-shot",
    ),
    pytest.param(
        "One sailor was killed and two others injured in the fire.",
        [
            "One | 1 | count | person | of sailor | killed",
            "two | 2 | count | person | of others | injured",
        ],
        id="one-sailor-was-killed-and",
    ),
    pytest.param(
        "The attack was in revenge for the killing of two herdsmen.",
        [
            "two | 2 | count | person | of herdsmen",
        ],
        id="the-attack-was-in-revenge",
    ),
    pytest.param(
        "Three of the dead were children.",
        [
            "Three | 3 | count | person | of dead | killed",
        ],
        id="three-of-the-dead-were",
    ),
    pytest.param(
        "Of the 64 passengers, 12 were killed.",
        [
            "64 | 64 | count | person | of passengers",
            "12 | 12 | count | person | of passengers | killed | counted_ellipsis",
        ],
        id="of-the-64-passengers-12",
    ),
    pytest.param(
        "The virus has infected nearly 40,000 people and killed 812.",
        [
            "nearly 40,000 | 40000 | approximate | count | person | of people | infected",
            "812 | 812 | count | person | of people | killed | counted_ellipsis",
        ],
        id="the-virus-has-infected-nearly",
    ),
    pytest.param(
        "Rescuers evacuated about 80 campers from the valley.",
        [
            "about 80 | 80 | approximate | count | person | of campers | evacuated",
        ],
        id="rescuers-evacuated-about-80-campers",
    ),
    pytest.param(
        "The number of soldiers killed since May is now more than 200, and of people charged 12.",
        [
            "more than 200 | 200 | more_than | count | person | of soldiers | killed",
            "12 | 12 | count",
        ],
        id="the-number-of-soldiers-killed",
    ),
    pytest.param(
        "The number of injured passengers rose to nine.",
        [
            "nine | 9 | count | person | of injured passengers | increase | injured",
        ],
        id="the-number-of-injured-passengers",
    ),
    pytest.param(
        "The number of injured reached 57.",
        [
            "57 | 57 | count | person | injured",
        ],
        id="the-number-of-injured-reached",
    ),
    pytest.param(
        "Masked men shot dead five nurses as they slept.",
        [
            "five | 5 | count | person | of nurses | killed",
        ],
        id="masked-men-shot-dead-five",
    ),
    pytest.param(
        "Without killing anyone, the quake ruined 300 houses.",
        [
            "300 | 300 | count | of houses",
        ],
        id="without-killing-anyone-the-quake",
    ),
    pytest.param(
        "A device exploded under a bus, killing one child and injuring two others, one critically.",
        [
            "one | 1 | count | person | of child | killed",
            "two | 2 | count | person | of others | injured",
            "one | 1 | count | person | of others | injured | part | counted_ellipsis",
        ],
        id="a-device-exploded-under-a",
    ),
    pytest.param(
        "The bodies of seven men with bullet wounds were found near the canal.",
        [
            "seven | 7 | count | person | of men | killed",
        ],
        id="the-bodies-of-seven-men",
    ),
    pytest.param(
        "Police said 14 people had died, among them four firefighters.",
        [
            "14 | 14 | count | person | of people | killed",
            "four | 4 | count | person | of firefighters | killed | part",
        ],
        id="police-said-14-people-had",
    ),
    pytest.param(
        "A mortar shell landed on a market, killing or wounding 20 people.",
        [
            "20 | 20 | count | person | of people",
        ],
        id="a-mortar-shell-landed-on",
    ),
    pytest.param(
        "Five of the wounded are in a critical condition.",
        [
            "Five | 5 | count | person | of wounded | injured",
        ],
        id="five-of-the-wounded-are",
    ),
    pytest.param(
        "The quake has left 1,200 dead, 3,400 injured and 150,000 homeless.",
        [
            "1,200 | 1200 | count | person | killed",
            "3,400 | 3400 | count | person | injured",
            "150,000 | 150000 | count | person | displaced",
        ],
        id="the-quake-has-left-1",
    ),
    pytest.param(
        "The number of infections rose by 340 to 12,450, with 11 new deaths.",
        [
            "340 | 340 | count | person | increase | infected",
            "12,450 | 12450 | count | of number of infections | increase",
            "11 | 11 | count | person | of new deaths | killed",
        ],
        id="the-number-of-infections-rose",
    ),
    pytest.param(
        "In all 40 riders were hurt, the club said.",
        [
            "40 | 40 | count | person | of riders | injured",
        ],
        id="in-all-40-riders-were",
    ),
    pytest.param(
        "The number of dead rose from 18 to 23.",
        [
            "18 | 18 | count | of number of dead",
            "23 | 23 | count | person | increase | killed",
        ],
        id="the-number-of-dead-rose",
    ),
    pytest.param(
        "The army retracted the toll of 64 dead.",
        [
            "64 | 64 | count | person | killed | retracted",
        ],
        id="the-army-retracted-the-toll",
    ),
    pytest.param(
        "A dead Canadian goose was found near the pond.",
        [],
        id="a-dead-canadian-goose-was",
    ),
    pytest.param(
        "They also said 26 “armed raiders” had been killed.",
        [
            "26 | 26 | count | person | of armed raiders | killed",
        ],
        id="they-also-said-26-armed",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_casualties_are_told_apart(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]
) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected


@pytest.mark.parametrize(("is_headline", "sums"), [(True, []), (False, [16.0])], ids=["headline", "body"])
def test_nothing_adds_to_a_headline(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], is_headline: bool, sums: list[float]
) -> None:
    told_before = "A bus crash killed 14 near Orve"
    text = f"{told_before}\n\nTwo of the injured died in hospital on Thursday."
    rows = facts(text, title=Span(0, len(told_before)) if is_headline else None)["quantities"]
    assert [row["value"] for row in rows if "sum" in row["flags"]] == sums
