"""Casualties without a number, who count as one each, and the sums that they and others make."""

from collections.abc import Callable
from typing import Any

import pytest
from quantity_lines import told

CASES = [
    pytest.param(
        "A watchman was shot dead outside the granary.",
        [
            "A watchman | 1 | count | person | of watchman | killed | implied",
        ],
        id="a-watchman-was-shot-dead",
    ),
    pytest.param(
        "Raiders killed the mayor and his driver on the coast road.",
        [
            "the mayor | 1 | count | person | of mayor | killed | implied",
            "the mayor and his driver | 2 | count | person | of the mayor and his driver | killed | sum",
            "his driver | 1 | count | person | of his driver | killed | implied",
        ],
        id="raiders-killed-the-mayor-and",
    ),
    pytest.param(
        "A driver and two passengers were killed when the tram overturned.",
        [
            "A driver | 1 | count | person | of driver | killed | implied",
            "A driver and two passengers | 3 | count | person | of A driver and two passengers | killed | sum",
            "two | 2 | count | person | of passengers | killed",
        ],
        id="a-driver-and-two-passengers",
    ),
    pytest.param(
        "Gunmen kidnapped three surveyors and took a nurse hostage.",
        [
            "three | 3 | count | person | of surveyors | kidnapped",
            "a nurse hostage | 1 | count | person | of nurse hostage | hostage | implied",
        ],
        id="gunmen-kidnapped-three-surveyors-and",
    ),
    pytest.param(
        "A bomber killed himself and six recruits at the gate.",
        [
            "himself | 1 | count | person | of himself | killed | implied",
            "himself and six recruits | 7 | count | person | of himself and six recruits | killed | sum",
            "six | 6 | count | person | of recruits | killed",
        ],
        id="a-bomber-killed-himself-and",
    ),
    pytest.param(
        "Two guards were killed. A gardener was also killed.",
        [
            "Two | 2 | count | person | of guards | killed",
            "Two guards were killed. A gardener | 3 | count | person | killed | sum",
            "A gardener | 1 | count | person | of gardener | killed | implied",
        ],
        id="two-guards-were-killed-in",
    ),
    pytest.param(
        "A tourist was stabbed in the market.",
        [
            "A tourist | 1 | count | person | of tourist | injured | implied",
        ],
        id="a-tourist-was-stabbed-in",
    ),
    pytest.param(
        "A clerk was stabbed in the market and died on the way to the clinic.",
        [
            "A clerk | 1 | count | person | of clerk | killed | implied",
        ],
        id="a-clerk-was-stabbed-in",
    ),
    pytest.param(
        "The army executed Ivo Brandt and his brother.",
        [
            "Ivo Brandt | 1 | count | person | of Ivo Brandt | killed | implied",
            "Ivo Brandt and his brother | 2 | count | person | of Ivo Brandt and his brother | killed | sum",
            "his brother | 1 | count | person | of his brother | killed | implied",
        ],
        id="the-army-executed-colonel-ivo",
    ),
    pytest.param(
        "Unknown gunmen shot and killed an elder and two of his sons.",
        [
            "an elder | 1 | count | person | of elder | killed | implied",
            "an elder and two of his sons | 3 | count | person | of an elder and two of his sons | killed | sum",
            "two | 2 | count | person | of his sons | killed",
        ],
        id="unknown-gunmen-shot-and-killed",
    ),
    pytest.param(
        "Armed men burst into the house, killing him, his wife and three sons.",
        [
            "him | 1 | count | person | of him | killed | implied",
            "him, his wife and three sons | 5 | count | person | of him, his wife and three sons | killed | sum",
            "his wife | 1 | count | person | of his wife | killed | implied",
            "three | 3 | count | person | of sons | killed",
        ],
        id="armed-men-burst-into-the",
    ),
    pytest.param(
        "Three men drowned on Monday; another four died in hospital.",
        [
            "Three | 3 | count | person | of men | killed",
            "Three men drowned on Monday; another four | 7 | count | person | killed | sum",
            "four | 4 | count | person | of men | killed | counted_ellipsis",
        ],
        id="three-men-drowned-on-monday",
    ),
    pytest.param(
        "Two cyclists and a passer-by had been hurt.",
        [
            "Two | 2 | count | person | of cyclists | injured",
            "Two cyclists and a passer-by | 3 | count | person | of Two cyclists and a passer-by | injured | sum",
            "a passer-by | 1 | count | person | of passer-by | injured | implied",
        ],
        id="two-cyclists-and-a-passer",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_unnumbered_are_counted(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[str]
) -> None:
    assert [told(row) for row in facts(text)["quantities"]] == expected
