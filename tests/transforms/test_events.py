"""Events from sentences: type, who acts on whom, modality, polarity, time and place."""

from collections.abc import Callable
from typing import Any

import pytest

Facts = dict[str, list[dict[str, Any]]]
Read = Callable[..., Facts]
COLUMNS = ("surface", "event_type", "actor_surface", "recipient_surface", "modality", "is_negated")

TOLD = [
    ("Rebels attacked a police station and killed two officers.", [
        ("attacked", "ASSAULT", "Rebels", "police station", "happened", False),
        ("killed", "ASSAULT", "Rebels", "officers", "happened", False)]),
    ("The mayor was shot dead by gunmen outside his home.", [
        ("shot dead", "ASSAULT", "gunmen", "mayor", "happened", False)]),
    ("The president ordered troops to storm the building.", [
        ("storm", "ASSAULT", "troops", "building", "requested", False)]),
    ("Workers staged a protest against the government in Lagos.", [
        ("protest", "PROTEST", "Workers", "government", "happened", False)]),
    ("The ministry refused to release the prisoners.", [
        ("refused", "REJECT", "ministry", None, "happened", False),
        ("release", "RETREAT", "ministry", "prisoners", "happened", True)]),
    ("The army has not bombed the hospital.", [
        ("bombed", "ASSAULT", "army", "hospital", "happened", True)]),
    ("A bomb exploded near a bus station in Karachi.", [
        ("exploded", "ASSAULT", None, "bus station", "happened", False)]),
    ("The attack was carried out by separatists.", [
        ("carried out", "ASSAULT", "separatists", None, "happened", False)]),
    ("The attack was blamed on separatists.", [
        ("attack", "ASSAULT", "separatists", None, "happened", False),
        ("blamed", "ACCUSE", None, "separatists", "happened", False)]),
    ("The court sentenced the former minister to six years in prison.", [
        ("sentenced", "JUDGE", "court", "former minister", "happened", False)]),
    ("The United States imposed sanctions on three Iranian banks.", [
        ("imposed", "SANCTION", "United States", "three Iranian banks", "happened", False)]),
    ("The union plans to strike next week.", [
        ("strike", "PROTEST", "union", None, "planned", False)]),
    ("Protesters may block the road to the airport.", [
        ("block", "PROTEST", "Protesters", "road", "conditional", False)]),
    ("The opposition called for the release of political prisoners.", [
        ("called for", "REQUEST", "opposition", None, "happened", False),
        ("release", "RETREAT", None, "political prisoners", "requested", False)]),
    ("No troops were sent to the border.", [
        ("sent", "MOBILIZE", "troops", "border", "happened", True)]),
    ("An earthquake struck the island of Lombok.", [
        ("struck", "DISASTER", None, "island of Lombok", "happened", False)]),
    ("Talks between India and Pakistan resumed in Geneva.", [
        ("Talks", "CONSULT", "India", "Pakistan", "happened", False)]),
    ("The committee killed the bill.", []),
    ("The striker shot wide in a dead heat.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_sentence_tells(facts: Read, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [tuple(row[c] for c in COLUMNS) for row in facts(text)["events"]] == expected


def only(rows: list[dict[str, Any]], surface: str) -> dict[str, Any]:
    return next(row for row in rows if row["surface"] == surface)


def test_day_of_the_deed_is_not_the_day_of_the_saying(facts: Read) -> None:
    rows = facts("Police said on Thursday that rebels burned a village on Monday.")["events"]
    assert str(only(rows, "burned")["happened_on"]) == "2022-01-03"


def test_no_stated_day_is_no_day(facts: Read) -> None:
    row = only(facts("Rebels burned a village.")["events"], "burned")
    assert (row["happened_on"], row["date_reason"]) == (None, "not_stated")


def test_accused_conduct_is_alleged_and_a_denial_negates_it(facts: Read) -> None:
    text = "The ministry said rebels had burned a village. The rebels denied that they had burned a village."
    rows = [r for r in facts(text)["events"] if r["surface"] == "burned"]
    assert [(r["modality"], r["is_negated"]) for r in rows] == [("alleged", False), ("alleged", True)]


def test_own_promise_is_promised(facts: Read) -> None:
    rows = facts("“We will release the hostages,” rebel leader Amin Dara said.")["events"]
    assert only(rows, "release")["modality"] == "promised"


def test_repeat_is_one_event_and_another_day_another(facts: Read) -> None:
    text = (
        "France sent troops to Mali on Monday. Troops were sent to Mali to guard the airport. "
        "On Tuesday, France sent troops to Mali again."
    )
    sent = [row for row in facts(text)["events"] if row["surface"] == "sent"]
    assert len({row["event_id"] for row in sent}) == 2
    assert sent[0]["event_id"] == sent[1]["event_id"]


def test_place_comes_from_the_clause(facts: Read) -> None:
    found = facts("Protesters stormed the parliament in Bishkek after a vote that Moscow had praised.")
    placed = only(found["events"], "stormed")
    names = {m["entity_id"]: m["surface"] for m in found["mentions"] if m["form"] == "name"}
    assert names[placed["place_entity_id"]] == "Bishkek"
