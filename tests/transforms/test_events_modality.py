"""Did it happen: modality and polarity of every trigger of a sentence."""

from collections.abc import Callable
from typing import Any

import pytest

Facts = dict[str, list[dict[str, Any]]]
Read = Callable[..., Facts]
COLUMNS = ("surface", "modality", "is_negated")

TOLD = [
    ("The general ruled out talks with the insurgents.", [
        ("ruled out", "happened", False),
        ("talks", "happened", True)]),
    ("The rebels rejected a ceasefire.", [
        ("rejected", "happened", False),
        ("ceasefire", "happened", True)]),
    ("Police foiled a bomb attack on a mosque.", [
        ("bomb attack", "happened", True)]),
    ("The opposition plans a rally on Saturday.", [
        ("rally", "planned", False)]),
    ("The ship was reportedly hit by a missile.", [
        ("hit", "alleged", False)]),
    ("Without talks, war is possible.", [
        ("talks", "happened", True),
        ("war", "conditional", False)]),
    ("The bishop pleaded for the release of the girls.", [
        ("pleaded for", "happened", False),
        ("release", "requested", False)]),
    ("The militia vowed on Thursday to wage war on the Kurds until that group yielded.", [
        ("vowed", "happened", False),
        ("wage", "promised", False),
        ("yielded", "happened", False)]),
    ("Rebels attacked a convoy.", [("attacked", "happened", False)]),
    ("Police have arrested three men.", [("arrested", "happened", False)]),
    ("The mayor was murdered in his home.", [("murdered", "happened", False)]),
    ("Troops are shelling the suburbs.", [("shelling", "ongoing", False)]),
    ("Protests continued in the capital.", [("Protests", "happened", False)]),
    ("Firefighters keep rescuing people.", [("rescuing", "ongoing", False)]),
    ("The union plans to strike in May.", [("strike", "planned", False)]),
    ("Kenya will send troops to Haiti.", [("send", "planned", False)]),
    ("The leaders are due to meet on Friday.", [("meet", "planned", False)]),
    ("A rally is scheduled for Saturday.", [("rally", "planned", False)]),
    ("Parliament is expected to approve the budget.", [("approve", "planned", False)]),
    ("She called for the release of two men.", [("called for", "happened", False), ("release", "requested", False)]),
    ("Troops must withdraw from the village.", [("withdraw", "requested", False)]),
    ("The court ordered police to free the singer.", [
        ("ordered", "happened", False),
        ("free", "requested", False)]),
    ("The envoy asked Norway to send aid.", [("asked", "happened", False), ("send", "requested", False)]),
    ("“We will free them,” the rebel leader said.", [("free", "promised", False)]),
    ("The president promised to lift the curfew.", [("promised", "happened", False), ("lift", "promised", False)]),
    ("Japan pledged to donate ten million dollars to Nepal.", [
        ("pledged", "happened", False),
        ("donate", "promised", False)]),
    ("The army said it would withdraw its troops.", [("withdraw", "promised", False)]),
    ("They may block the road.", [("block", "conditional", False)]),
    ("If the strike goes ahead, the union will boycott the talks.", [("boycott", "conditional", False)]),
    ("Unless the demands are met, rebels will kill the hostages.", [("kill", "conditional", False)]),
    ("The militia threatened to bomb the airport.", [
        ("threatened", "happened", False),
        ("bomb", "conditional", False)]),
    ("The ministry said rebels had burned a village.", [("burned", "alleged", False)]),
    ("The minister accused the militia of killing two farmers.", [
        ("accused", "happened", False),
        ("killing", "alleged", False)]),
    ("Police suspect the man of kidnapping a girl.", [("kidnapping", "alleged", False)]),
    ("The alleged attack on the embassy was not confirmed.", [("attack", "alleged", False)]),
    ("The rebels denied that they had attacked the village.", [("attacked", "alleged", True)]),
    ("The army has not bombed the hospital.", [("bombed", "happened", True)]),
    ("No one was killed in the blast.", [("killed", "happened", True), ("blast", "happened", False)]),
    ("Police failed to arrest the suspect.", [("arrest", "happened", True)]),
    ("The rebels refused to release the hostages.", [("refused", "happened", False), ("release", "happened", True)]),
    ("The troops left without firing a shot.", [
        ("left", "happened", False),
        ("firing", "happened", True)]),
    ("Nobody was injured.", [("injured", "happened", True)]),
    ("The talks never took place.", [("talks", "happened", True)]),
    ("The minister cancelled the visit.", [("cancelled", "happened", False)]),
    ("Police prevented protesters from storming the building.", [("storming", "happened", True)]),
    ("An attempt to kidnap the banker failed.", [("kidnap", "planned", False)]),
    ("They tried to kill the judge.", [("kill", "planned", False)]),
    ("The plot to assassinate the king was uncovered.", [("assassinate", "planned", False)]),
    ("Fears of an attack on the port grew.", [("attack", "conditional", False)]),
    ("The general denied ordering the massacre.", [("massacre", "alleged", True)]),
    ("The detained men were released.", [("released", "happened", False)]),
    ("Troops will not attack the town.", [("attack", "planned", True)]),
    ("The minister plans to visit Oslo.", [("visit", "planned", False)]),
    ("Rebels are besieging the town.", [("besieging", "ongoing", False)]),
    ("The union has decided to strike.", [("decided", "happened", False), ("strike", "planned", False)]),
    ("The senator urged the army to free the prisoners.", [
        ("urged", "happened", False),
        ("free", "requested", False)]),
    ("Norway offered to host the talks.", [
        ("offered", "happened", False),
        ("host", "promised", False)]),
    ("The general was accused of ordering the massacre.", [
        ("accused", "happened", False),
        ("massacre", "alleged", False)]),
    ("The army might withdraw from the valley.", [("withdraw", "conditional", False)]),
    ("Police say the man murdered two nurses.", [("murdered", "alleged", False)]),
    ("The militia never released the hostages.", [("released", "happened", True)]),
    ("The government allowed the opposition to hold a rally.", [("rally", "planned", False)]),
    ("Police refused to let students march.", [("refused", "happened", False), ("march", "planned", True)]),
    ("The mayor banned a demonstration planned for Saturday.", [
        ("banned", "happened", False),
        ("demonstration", "planned", False)]),
    ("Washington may follow with its own sanctions.", [("sanctions", "conditional", False)]),
    ("Three ministers denied plotting to oust the premier.", [("oust", "alleged", True)]),
    ("Rebels claimed to have shot down a helicopter.", [("shot down", "alleged", False)]),
    ("Villagers told reporters that soldiers had burned their huts.", [("burned", "alleged", False)]),
    ('"I will go," the senator told a rally in Porto.', [("rally", "happened", False)]),
    ("Kyiv will negotiate once the troops withdraw.", [
        ("negotiate", "planned", False),
        ("withdraw", "conditional", False)]),
    ("They fought until the army withdrew.", [("fought", "happened", False), ("withdrew", "happened", False)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_modality(facts: Read, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert list(dict.fromkeys(tuple(row[c] for c in COLUMNS) for row in facts(text)["events"])) == expected
