"""Who suffers where the parse or the text makes it hard: broken lists, pronouns, bodies, later deaths."""

from collections.abc import Callable
from typing import Any

import pytest
from quantity_lines import told

CASES = [
    pytest.param(
        "Four Norwegians were killed and three others wounded near the pass.",
        [
            "Four | 4 | count | person | of Norwegians | killed",
            "three | 3 | count | person | of others | injured",
        ],
        id="four-norwegians-were-killed-and-three",
    ),
    pytest.param(
        "A Jesuit was murdered in his chapel.",
        [
            "A Jesuit | 1 | count | person | of Jesuit | killed | implied",
        ],
        id="a-jesuit-was-murdered-in-his",
    ),
    pytest.param(
        "Two men, their guide and a cook were killed.",
        [
            "Two | 2 | count | person | of men | killed",
            "Two men, their guide and a cook | 4 | count | person | of Two men, their guide and a cook | killed | sum",
            "their guide | 1 | count | person | of their guide | killed | implied",
            "a cook | 1 | count | person | of cook | killed | implied",
        ],
        id="two-men-their-guide-and-a",
    ),
    pytest.param(
        "ARVEN, May 3 - At least 17 miners were killed and 43 others hurt.",
        [
            "At least 17 | 17 | at_least | count | person | of miners | killed",
            "43 | 43 | count | person | of others | injured",
        ],
        id="arven-may-3-at-least-17",
    ),
    pytest.param(
        "A shell killed two men of a unit and six aides.",
        [
            "two | 2 | count | person | of men | killed",
            "two men of a unit and six aides | 8 | count | person | of two men of a unit and six aides | killed | sum",
            "six | 6 | count | person | of aides | killed",
        ],
        id="a-shell-killed-two-men-of",
    ),
    pytest.param(
        "A judge was shot dead along with a clerk of the court.",
        [
            "A judge | 1 | count | person | of judge | killed | implied",
            "A judge was shot dead along with a clerk | 2 | count | person | killed | sum",
            "a clerk | 1 | count | person | of clerk | killed | implied",
        ],
        id="a-judge-was-shot-dead-along",
    ),
    pytest.param(
        "Two engineers were taken at a roadblock. They were later found shot.",
        [
            "Two | 2 | count | person | of engineers",
            "They | 2 | count | person | of engineers | killed | implied | counted_ellipsis",
        ],
        id="two-engineers-were-taken-at-a",
    ),
    pytest.param(
        "Seven monks were abducted in May. Their severed heads were found in June.",
        [
            "Seven | 7 | count | person | of monks | kidnapped",
            "Their | 7 | count | person | of monks | killed | implied | counted_ellipsis",
        ],
        id="seven-monks-were-abducted-in-may",
    ),
    pytest.param(
        "Three raiders attacked a bus. The raiders were killed by guards.",
        [
            "Three | 3 | count | person | of raiders",
            "The raiders | 3 | count | person | of raiders | killed | implied | counted_ellipsis",
        ],
        id="three-raiders-attacked-a-bus-the",
    ),
    pytest.param(
        "Two men were killed and a third was wounded.",
        [
            "Two | 2 | count | person | of men | killed",
            "a third | 1 | count | person | of third | injured | implied",
            "third | 3 | ordinal",
        ],
        id="two-men-were-killed-and-a",
    ),
    pytest.param(
        "Nine miners were killed and 20 hurt. Three of the injured died later.",
        [
            "Nine | 9 | count | person | of miners | killed",
            "20 | 20 | count | person | injured",
            "Nine miners were killed and 20 hurt. Three of the injured | 12 | count | person | killed | sum",
            "Three | 3 | count | person | of injured | killed",
        ],
        id="nine-miners-were-killed-and-20",
    ),
    pytest.param(
        "Two waiters were killed instantly and five more died later in hospital.",
        [
            "Two | 2 | count | person | of waiters | killed",
            "Two waiters were killed instantly and five | 7 | count | person | killed | sum",
            "five | 5 | count | person | of waiters | killed | counted_ellipsis",
        ],
        id="two-waiters-were-killed-instantly-and",
    ),
    pytest.param(
        "One guard died at the gate and a second died in hospital.",
        [
            "One | 1 | count | person | of guard | killed",
            "One guard died at the gate and a second | 2 | count | person | killed | sum",
            "a second | 1 | count | person | of second | killed | implied",
            "second | 2 | ordinal",
        ],
        id="one-guard-died-at-the-gate",
    ),
    pytest.param(
        "Six guards were wounded. A cook at the clinic was also slightly hurt.",
        [
            "Six | 6 | count | person | of guards | injured",
            "Six guards were wounded. A cook | 7 | count | person | injured | sum",
            "A cook | 1 | count | person | of cook | injured | implied",
        ],
        id="six-guards-were-wounded-a-cook",
    ),
    pytest.param(
        "The charred body of a climber was found in the snow.",
        [
            "a climber | 1 | count | person | of climber | killed | implied",
        ],
        id="the-charred-body-of-a-climber",
    ),
    pytest.param(
        "A body was found in the cellar.",
        [
            "A body | 1 | count | person | of body | killed | implied",
        ],
        id="a-body-was-found-in-the",
    ),
    pytest.param(
        "Rivals admitted to the kidnapping and murder of six traders.",
        [
            "six | 6 | count | person | of traders | killed",
        ],
        id="rivals-admitted-to-the-kidnapping-and",
    ),
    pytest.param(
        "Blast kills 14 at market, wounds 30",
        [
            "14 | 14 | count | person | killed",
            "30 | 30 | count | person | injured",
        ],
        id="blast-kills-14-at-market-wounds",
    ),
    pytest.param(
        "The outbreak has sickened 85 pupils.",
        [
            "85 | 85 | count | person | of pupils | injured",
        ],
        id="the-outbreak-has-sickened-85-pupils",
    ),
    pytest.param(
        "Police said an elderly man and his grandson were stabbed to death.",
        [
            "an elderly man | 1 | count | person | of elderly man | killed | implied",
            "an elderly man and his grandson | 2 | count | person | of an elderly man and his grandson | killed | sum",
            "his grandson | 1 | count | person | of his grandson | killed | implied",
        ],
        id="police-said-an-elderly-man-and",
    ),
    pytest.param(
        "A sapper lost both legs in the blast.",
        [
            "A sapper | 1 | count | person | of sapper | injured | implied",
        ],
        id="a-sapper-lost-both-legs-in",
    ),
    pytest.param(
        "The regiment lost 14 men in the battle.",
        [
            "14 | 14 | count | person | of men | killed",
        ],
        id="the-regiment-lost-14-men-in",
    ),
    pytest.param(
        "The bomb caused damage and minor injury to two cooks.",
        [
            "two | 2 | count | person | of cooks | injured",
        ],
        id="the-bomb-caused-damage-and-minor",
    ),
    pytest.param(
        "The victims, two cooks, were found dead.",
        [
            "two | 2 | count | person | of cooks | killed",
        ],
        id="the-victims-two-cooks-were-found",
    ),
    pytest.param(
        "Three to nine guards were hurt along with two cooks.",
        [
            "Three to nine | 3..9 | between | count | person | of guards | injured",
            "Three to nine guards were hurt along with two cooks | 5..11 | between | count | person | injured | sum",
            "two | 2 | count | person | of cooks | injured",
        ],
        id="three-to-nine-guards-were-hurt",
    ),
    pytest.param(
        "Raiders cut the throats of six shepherds.",
        [
            "six | 6 | count | person | of shepherds | killed",
        ],
        id="raiders-cut-the-throats-of-six",
    ),
    pytest.param(
        "The bomb in a bus wounded at least ten.",
        [
            "at least ten | 10 | at_least | count | person | injured",
        ],
        id="the-bomb-in-a-bus-wounded",
    ),
    pytest.param(
        "All 52 people on board the plane were killed.",
        [
            "52 | 52 | count | person | of people | killed",
        ],
        id="all-52-people-on-board-the",
    ),
    pytest.param(
        "The fighting left 12 people injured and one man dead.",
        [
            "12 | 12 | count | person | of people | injured",
            "one | 1 | count | person | of man | killed",
        ],
        id="the-fighting-left-12-people-injured",
    ),
    pytest.param(
        "The storm killed two climbers, a Pole and a Swiss.",
        [
            "two | 2 | count | person | of climbers | killed",
        ],
        id="the-storm-killed-two-climbers-a",
    ),
    pytest.param(
        "A judge, his son and two cooks were shot dead.",
        [
            "A judge | 1 | count | person | of judge | killed | implied",
            "A judge, his son and two cooks | 4 | count | person | of A judge, his son and two cooks | killed | sum",
            "his son | 1 | count | person | of his son | killed | implied",
            "two | 2 | count | person | of cooks | killed",
        ],
        id="a-judge-his-son-and-two",
    ),
    pytest.param(
        "The raid killed 22 people, among them a Swede, a Dane and eight cooks.",
        [
            "22 | 22 | count | person | of people | killed",
            "eight | 8 | count | person | of cooks | killed | part",
        ],
        id="the-raid-killed-22-people-among",
    ),
    pytest.param(
        "Two miners died and 55 were hurt. Two miners had died and 55 others were hurt, the owner said.",
        [
            "Two | 2 | count | person | of miners | killed",
            "55 | 55 | count | person | of miners | injured | counted_ellipsis",
            "Two | 2 | count | person | of miners | killed",
            "55 | 55 | count | person | of others | injured",
        ],
        id="others-than-the-dead",
    ),
    pytest.param(
        "In all two miners died, the owner said.",
        [
            "two | 2 | count | person | of miners | killed",
        ],
        id="who-says-so-is-no-victim",
    ),
    pytest.param(
        "The cook had a wound to the head and the guard an injury to his leg.",
        [],
        id="a-wound-to-the-head",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_victims_are_found(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]
) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected
