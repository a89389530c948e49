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
        ("ordered", "REQUEST", "president", "troops", "happened", False),
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


UNDATED = [
    ("A bomb exploded in the market at 3 pm.", "exploded", "day_not_stated"),
    ("The priest was killed at dawn.", "killed", "day_not_stated"),
    ("Troops withdrew the next day.", "withdrew", "day_not_stated"),
    ("The minister resigned after the vote.", "resigned", "not_stated"),
]


@pytest.mark.parametrize(("text", "surface", "reason"), UNDATED, ids=[row[0] for row in UNDATED])
def test_day_of_publication_is_no_day_of_an_event(facts: Read, text: str, surface: str, reason: str) -> None:
    row = only(facts(text)["events"], surface)
    assert (row["happened_on"], row["date_reason"]) == (None, reason)


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


SPORT = [
    "City attacked from the kick-off. The striker fired past the goalkeeper; a defender was hurt in the second half.",
    "Roe beat the second seed in two sets. She crushed her opponent's serve and raided the net to win the match.",
    "The coach defended his players after United's midfield surrendered a lead in the league for a third time.",
]


@pytest.mark.parametrize("text", SPORT)
def test_sport_is_no_conflict(facts: Read, text: str) -> None:
    assert {row["event_type"] for row in facts(text)["events"]} <= {"COMPETE", "INJURY"}


def test_violence_at_a_match_is_told(facts: Read) -> None:
    text = "Police fired tear gas at football fans after the cup final, and two supporters were killed at the stadium."
    assert {row["event_type"] for row in facts(text)["events"]} == {"COERCE", "DEATH"}


BEHIND = [
    ("The group claimed responsibility for the bombing of the embassy.", "bombing", "group", "embassy"),
    ("The senator holds the army responsible for the massacre.", "massacre", "army", None),
    ("The rebels are responsible for the kidnapping of two nurses.", "kidnapping", "rebels", "nurses"),
    ("Three officers were implicated in the murder of the editor.", "murder", "Three officers", "editor"),
    ("The murder was attributed to drug gangs.", "murder", "drug gangs", None),
    ("The masterminds of the attack fled.", "attack", "masterminds of the attack", None),
    ("The militia was behind the shelling of the port.", "shelling", "militia", "port"),
    ("Ten men took part in the ambush.", "ambush", "Ten men", None),
]


@pytest.mark.parametrize(("text", "trigger", "actor", "recipient"), BEHIND, ids=[row[0] for row in BEHIND])
def test_who_is_behind_a_deed(facts: Read, text: str, trigger: str, actor: str, recipient: str | None) -> None:
    row = only(facts(text)["events"], trigger)
    assert (row["actor_surface"], row["recipient_surface"]) == (actor, recipient)


def test_names_stand_for_the_group_they_belong_to(facts: Read) -> None:
    rows = facts("Gunmen killed two clerks, Anna Keller and David Lim, near the river.")["events"]
    assert [row["recipient_surface"] for row in rows] == ["Anna Keller", "David Lim"]
