"""Numbers in digits and words, without the model."""

import pytest

from flows.seeds import read_tables
from transforms.quantities.lexicon import QuantityLexicon, compile_lexicon
from transforms.quantities.numerals import numerals
from transforms.quantities.pieces import pieces


@pytest.fixture(scope="module")
def lexicon() -> QuantityLexicon:
    return compile_lexicon(read_tables())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,500 sheep", [12500]),
        ("12,34,567 rupees", [1234567]),
        ("1 250 000 francs", [1250000]),
        ("1,5 litres", [1.5]),
        ("one hundred and four", [104]),
        ("two thousand three hundred and six", [2306]),
        ("seventy-one", [71]),
        ("2.5 million", [2.5e6]),
        ("five and a half million", [5.5e6]),
        ("one million and a half", [1.5e6]),
        ("three lakh crore", [3e12]),
        ("half a dozen", [6]),
        ("two-thirds", [2 / 3]),
        ("2 1/4 and 7½", [2.25, 7.5]),
        ("3 hundred and 2 hundred", [300, 200]),
        ("nine point four", [9.4]),
        ("minus six", [-6]),
        ("twenty-first", [21]),
        ("the first half", [1]),
        ("$40m and 5m people", [4e7, 5e6]),
        ("tens of thousands", [10000]),
        ("several hundred", [300]),
        ("a third of them", [1 / 3]),
        ("a third man", [3]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_numerals_have_their_value(lexicon: QuantityLexicon, text: str, expected: list[float]) -> None:
    assert [n.value for n in numerals(pieces(text, 0, len(text)), lexicon)] == pytest.approx(expected)
