"""No number in digits is passed over in silence: what no row explains is listed with its reason."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = {
    "read": ("On 5 May 2021 the flood killed 12 people in Arlo and cost $3.5 million.", []),
    "in a name": ("The G7 met over Boeing 737 jets and Article 5 as COVID-19 spread.", [("19", "code")]),
    "a label": ("The rule is on page 12 of the code.", [("12", "label")]),
    "a code": ("They seized container AB-1204 at the port.", [("1204", "code")]),
    "addresses": (
        "Call 555-014-2233 or write to a.roe7@post.example.",
        [("555", "address"), ("014", "address"), ("2233", "address"), ("7", "address")],
    ),
    "a short phone number": ("Ring 555-0142 for help.", [("555", "address"), ("0142", "address")]),
    "what a rate is for": ("There were 11.4 deaths per 100,000 people.", []),
    "not understood": ("The blood pressure was 140/90 at noon.", [("140/90", "not_understood")]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_unread_numbers(
    facts: Callable[..., dict[str, list[dict[str, Any]]]], text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(row["surface"], row["reason"]) for row in facts(text)["unread_numbers"]] == expected
