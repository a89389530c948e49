"""Ties between rows: the event that a casualty figure belongs to, the stated cause before the bare death."""

from collections.abc import Callable
from typing import Any

import pytest

Facts = dict[str, list[dict[str, Any]]]
Read = Callable[..., Facts]

TOLLS = [
    ("Nine people were killed when a bus plunged into a ravine.", [("Nine", "plunged")]),
    ("Three soldiers died in an ambush near the border.", [("Three", "ambush")]),
    ("A bomb exploded near a school, killing three children.", [("three", "exploded")]),
    ("Gunmen killed four farmers and wounded six.", [("four", "killed"), ("six", "killed")]),
    ("Two officers were killed as protesters stormed the parliament.", [("Two", "stormed")]),
    ("Twelve people were killed and forty wounded in clashes between the army and rebels.", [
        ("Twelve", "clashes"),
        ("forty", "clashes")]),
    ("At least 30 people died in the earthquake.", [("At least 30", "earthquake")]),
    ("Police arrested 200 people during the protests.", [("200", "arrested")]),
    ("A factory fire killed six workers.", [("six", "killed")]),
    ("Five people were killed in the unrest, and 300 were detained, the ministry said.", [
        ("Five", "unrest"),
        ("300", "detained")]),
    ("Cholera has killed 40 people since May.", [("40", "killed")]),
    ("Rebels kidnapped three nuns.", [("three", "kidnapped")]),
    ("Seven people died.", [("Seven", "died")]),
    ("The flood displaced 4,000 villagers and killed 12.", [("4,000", "flood"), ("12", "flood")]),
    ("Rockets hit the town, injuring ten people.", [("ten", "hit")]),
    ("The attack left five people dead.", [("five", "attack")]),
    ("More than 160 people were killed during the protests.", [("More than 160", "protests")]),
    ("Ten hikers are missing after the avalanche.", [("Ten", "avalanche")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLLS, ids=[text for text, _ in TOLLS])
def test_toll_belongs_to_its_event(facts: Read, text: str, expected: list[tuple[str, str]]) -> None:
    found = facts(text)
    events: dict[str, str] = {}
    for row in found["events"]:
        events.setdefault(row["event_id"], row["surface"])
    tolls = [(row["surface"], events.get(row["event_id"])) for row in found["quantities"] if row["measure"]]
    assert tolls == expected
