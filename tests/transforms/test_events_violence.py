"""Who did what to whom in reports of violence: whoever answers for it, and everybody that it befell."""

from collections.abc import Callable
from typing import Any

import pytest

Facts = dict[str, list[dict[str, Any]]]
Read = Callable[..., Facts]
COLUMNS = ("surface", "event_type", "actor_surface", "recipient_surface")


def tell(facts: Read, text: str) -> list[tuple[Any, ...]]:
    return [tuple(row[c] for c in COLUMNS) for row in facts(text)["events"]]


DOERS = [
    ("The Revolutionary Army credited itself with the killing of inspector Declan Moore.", [
        ("killing", "ASSAULT", "Revolutionary Army", "inspector Declan Moore")]),
    ("The explosions were the work of the Red Path.", [("explosions", "ASSAULT", "Red Path", None)]),
    ("The former minister died at the hands of his captors.", [
        ("died", "ASSAULT", "his captors", "former minister")]),
    ("She was killed on the orders of rancher Bruno Teixeira.", [
        ("killed", "ASSAULT", "rancher Bruno Teixeira", "She")]),
    ("The army is responsible for the death of two nurses.", [("death", "ASSAULT", "army", "nurses")]),
    ("No group has claimed responsibility for the bombing.", [("bombing", "ASSAULT", None, None)]),
    ("The authors of the massacre are soldiers.", [("massacre", "ASSAULT", "soldiers", None)]),
    ("A bomb exploded in a hotel killing two people.", [
        ("exploded", "ASSAULT", None, "hotel"), ("killing", "ASSAULT", None, "people")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DOERS, ids=[text for text, _ in DOERS])
def test_who_did_it(facts: Read, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert tell(facts, text) == expected


BEFALLEN = [
    ("The colonel and two bodyguards died in the blast.", [
        ("died", "ASSAULT", None, "colonel"), ("died", "ASSAULT", None, "bodyguards"),
        ("blast", "ASSAULT", None, None)]),
    ("Farm leader Jaswant Gill, whose murder sparked riots, was shot by the Khan gang.", [
        ("murder", "ASSAULT", None, "Farm leader Jaswant Gill"), ("riots", "PROTEST", None, None),
        ("shot", "ASSAULT", "Khan gang", "Farm leader Jaswant Gill")]),
    ("An attempt on the life of the opposition leader, Kofi Anane, failed.", [
        ("attempt", "ASSAULT", None, "Kofi Anane")]),
    ("An attempt on the life of the opposition leader failed.", [("attempt", "ASSAULT", None, "opposition leader")]),
    ("The bodies of two monks murdered last week by uniformed men were buried.", [
        ("murdered", "ASSAULT", "uniformed men", "monks")]),
    ("Rodrigo Sanz, his son, and four guards were murdered.", [
        ("murdered", "ASSAULT", None, "Rodrigo Sanz"), ("murdered", "ASSAULT", None, "his son"),
        ("murdered", "ASSAULT", None, "guards")]),
    ("The explosion took place at km 102 of the road.", [("explosion", "ASSAULT", None, None)]),
    ("Heavy fighting with air support raged there.", [("fighting", "ASSAULT", None, None)]),
    ("The governor survived an attempt on his life.", [("attempt", "ASSAULT", None, "governor")]),
    ("The body of Mercy Achieng was found in a quarry.", [("found", "DEATH", None, "Mercy Achieng")]),
    ("Masked men shot dead Edwin Rosero.", [("shot dead", "ASSAULT", "Masked men", "Edwin Rosero")]),
    ("Guards fired into the crowd.", [("fired into", "ASSAULT", "Guards", "crowd")]),
    ("Two men escaped death.", [("escaped", "DISPLACE", "Two men", None)]),
    ("Four men threw Molotov cocktails at a church.", [("threw", "ASSAULT", "Four men", "church")]),
    ("The residence was the target of an attack.", [("attack", "ASSAULT", None, "residence")]),
    ("The explosion caused serious damage to the embassy.", [("caused", "ASSAULT", None, "embassy")]),
    ("A truck loaded with dynamite exploded outside a barracks, killing two men.", [
        ("exploded", "ASSAULT", None, "barracks"), ("killing", "ASSAULT", None, "men")]),
    ("Samuel Ayuk was seized by separatist fighters.", [("seized", "ASSAULT", "separatist fighters", "Samuel Ayuk")]),
    ("The strike killed a family of five: Ali Nasser, his wife Huda and their three children.", [
        ("killed", "ASSAULT", None, "Ali Nasser"), ("killed", "ASSAULT", None, "his wife"),
        ("killed", "ASSAULT", None, "their three children")]),
    ("The bishop condemned the attacks on democracy.", [
        ("condemned", "ACCUSE", "bishop", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BEFALLEN, ids=[text for text, _ in BEFALLEN])
def test_whom_it_befell(facts: Read, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert tell(facts, text) == expected


NAMED_LATER = [
    ("Gunmen kidnapped two engineers. The victims were identified as Peter Lang and Oswin Braun.", [
        ("kidnapped", "ASSAULT", "Gunmen", "engineers"), ("kidnapped", "ASSAULT", "Gunmen", "Peter Lang"),
        ("kidnapped", "ASSAULT", "Gunmen", "Oswin Braun")]),
    ("Six miners were killed when rebels raided a camp. Among the dead was a nurse, Odette Mave.", [
        ("killed", "ASSAULT", None, "miners"), ("killed", "ASSAULT", None, "Odette Mave"),
        ("raided", "ASSAULT", "rebels", "camp")]),
    ("Ten civilians were executed by troops. The victims included the priest, Ivan Horbal, and his two sons.", [
        ("executed", "ASSAULT", "troops", "civilians"), ("executed", "ASSAULT", "troops", "Ivan Horbal"),
        ("executed", "ASSAULT", "troops", "his two sons")]),
    ("Militiamen murdered 11 peasants, among them Rosa Pardo.", [
        ("murdered", "ASSAULT", "Militiamen", "peasants"), ("murdered", "ASSAULT", "Militiamen", "Rosa Pardo")]),
    ("Gunmen shot two nurses. The nurses, Ada Roe and Ben Lim, worked for a charity.", [
        ("shot", "ASSAULT", "Gunmen", "nurses"), ("shot", "ASSAULT", "Gunmen", "Ada Roe"),
        ("shot", "ASSAULT", "Gunmen", "Ben Lim")]),
    ("Rebels kidnapped two soldiers. The soldier was identified as Jan Vos.", [
        ("kidnapped", "ASSAULT", "Rebels", "soldiers")]),
    ("Gunmen shot at a group of tourists. The leader of the group, Ada Roe, was unhurt.", [
        ("shot", "ASSAULT", "Gunmen", "group of tourists")]),
    ("Rebels killed a nurse. The winners were named as Ada Roe and Ben Lim.", [
        ("killed", "ASSAULT", "Rebels", "nurse")]),
    ("Rebels shot at a bus and wounded two men. The dead were named as Ada Roe and Ben Lim.", [
        ("shot", "ASSAULT", "Rebels", "bus"), ("wounded", "ASSAULT", "Rebels", "men")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED_LATER, ids=[text for text, _ in NAMED_LATER])
def test_who_is_named_in_a_later_sentence(facts: Read, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert tell(facts, text) == expected


BODIES = [
    ("Guerrillas of the ELN kidnapped a banker.", ["Guerrillas of the ELN", "ELN"]),
    ("A commando of the Tupac Amaru Movement kidnapped a banker.", [
        "commando of the Tupac Amaru Movement", "Tupac Amaru Movement"]),
    ("Police arrested two men for kidnapping a banker.", ["men"]),
    ("The banker had his house burned down by loggers.", ["loggers"]),
    ("Members of a gang kidnapped a banker.", ["Members of a gang"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=[text for text, _ in BODIES])
def test_named_body_of_those_who_did_it(facts: Read, text: str, expected: list[str]) -> None:
    assert [row["actor_surface"] for row in facts(text)["events"] if row["event_type"] == "ASSAULT"] == expected


ANSWERING = [
    ("Rebels claimed responsibility for stabbing a settler.", [("stabbing", "ASSAULT", "Rebels", "settler")]),
    ("No group claimed responsibility for bombing the temple.", [("bombing", "ASSAULT", None, "temple")]),
    ("Responsibility for the attack on the mayor was claimed by the Revolutionary Left.", [
        ("attack", "ASSAULT", "Revolutionary Left", "mayor")]),
    ("The ministry accused the Tamil Lions of the murder of a judge.", [
        ("accused", "ACCUSE", "ministry", "Tamil Lions"), ("murder", "ASSAULT", "Tamil Lions", "judge")]),
    ("The army blamed the abduction on Boko Haram.", [
        ("blamed", "ACCUSE", "army", "Boko Haram"), ("abduction", "ASSAULT", "Boko Haram", None)]),
    ("A car bomb killed the governor. The Islamic Front claimed responsibility.", [
        ("killed", "ASSAULT", None, "governor"),
        ("claimed responsibility", "ASSAULT", "Islamic Front", "governor")]),
    ("Six priests were murdered. The army is responsible for the crime.", [
        ("murdered", "ASSAULT", None, "priests"), ("crime", "ASSAULT", "army", "priests")]),
    ("A bomb destroyed a bank. No one has claimed responsibility.", [("destroyed", "ASSAULT", None, "bank")]),
    ("The team lost. The coach claimed responsibility.", []),
    ("A gang shot a guard. Most of the crimes committed by the young are small.", [
        ("shot", "ASSAULT", "gang", "guard")]),
    ("The minister took responsibility for the deaths of two miners.", [("deaths", "DEATH", None, "miners")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ANSWERING, ids=[text for text, _ in ANSWERING])
def test_who_answers_for_a_deed_told_before(facts: Read, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert tell(facts, text) == expected


def test_a_claim_tells_the_same_event(facts: Read) -> None:
    rows = facts("A car bomb killed the governor. The Islamic Front claimed responsibility.")["events"]
    assert len({row["event_id"] for row in rows}) == 1
