"""Where events happened, as their clauses say: trigger -> place; None where the clause names none."""

from collections.abc import Callable

import pytest
from conftest import Facts

Read = Callable[..., Facts]

PLACES = [
    ("Explosions were heard in the Oslo suburb of Lorenskog.", "Explosions", "Lorenskog"),
    ("New outbreaks of cholera have been confirmed in Kenya.", "outbreaks", "Kenya"),
    ("The mayor condemned the Kano bombing.", "bombing", "Kano"),
    ("The US election is in November.", "election", "US"),
    ("The envoys met for the first time in Madrid.", "met", "Madrid"),
    ("Rebels attacked a barracks last night in northern Kano.", "attacked", "Kano"),
    ("Two clerks were abducted and killed on Friday by gunmen in Lagos.", "abducted", "Lagos"),
    ("Two clerks were abducted and killed on Friday by gunmen in Lagos.", "killed", "Lagos"),
    ("Gunmen attacked a convoy near Mosul, killing four soldiers.", "killing", "Mosul"),
    ("An earthquake struck Nepal on Friday.", "struck", "Nepal"),
    ("The rebels have bombed Aleppo again.", "bombed", "Aleppo"),
    ("The minister will visit Libya on Friday.", "visit", "Libya"),
    ("Thousands of families fled from Aleppo on Friday.", "fled", "Aleppo"),
    ("He was taken to a clinic in Lyon, where he died on Friday.", "died", "Lyon"),
    ("Students marched through the streets of Lima on Friday.", "marched", "Lima"),
    ("Police shot dead two men at Kabul airport on Friday.", "shot", "Kabul"),
    ("There were attacks in and near Karak on Friday.", "attacks", "Karak"),
    ("Six men died of a fever in Kampala on Friday.", "died", "Kampala"),
    ("The murder, which occurred in Bogota, was solved.", "murder", "Bogota"),
    ("The bombing of Aleppo shocked the world.", "bombing", "Aleppo"),
    ("In New Delhi the ministers signed a treaty.", "signed", "New Delhi"),
    ("LAGOS, Jan 3 (Reuters) - Rebels attacked a convoy on Friday.", "attacked", None),
    ("MANILA, Philippines - Protests erupted on Friday.", "Protests", None),
    ("Israel attacked a convoy on Friday.", "attacked", None),
    ("The mayor condemned the Russia attack.", "attack", None),
    ("A man from Lagos was arrested on Friday.", "arrested", None),
    ("Police arrested a man on Friday, a paper in Nairobi said.", "arrested", None),
    ("Officials in Geneva said that rebels attacked a convoy.", "attacked", None),
]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"), PLACES, ids=[f"{trigger}-{place}" for _, trigger, place in PLACES]
)
def test_place(facts: Read, text: str, trigger: str, expected: str | None) -> None:
    found = facts(text)
    placed = {e["place_entity_id"] for e in found["events"] if trigger in e["surface"].split()}
    assert len(placed) == 1
    named = {m["surface"] for m in found["mentions"] if m["entity_id"] in placed and m["form"] == "name"}
    assert named == ({expected} if expected else set())
