"""Nouns and pronouns and whom they stand for, one line a mention: LABEL surface = canonical name (kind, country)."""

from collections.abc import Callable

import pytest
from conftest import Facts
from test_entities import shown

Read = Callable[..., Facts]

STANDS = [
    pytest.param(
        "The African Union met on Monday. The organization set no date.",
        ["ORG The organization = African Union (igo)"],
        id="organization",
    ),
    pytest.param(
        "The Alatau Post reported the raid. It said two men had fled.",
        ["ORG It = Alatau Post (media)", "GROUP men (civilian)"],
        id="outlet-it",
    ),
    pytest.param(
        "Norway joined the talks late. The country had asked for more time.",
        ["GPE The country = Norway (country, NOR)"],
        id="country",
    ),
    pytest.param(
        "The European Union and NATO condemned the attack. The alliance offered help.",
        ["ORG The alliance = ?"],
        id="two-alike",
    ),
    pytest.param(
        'Hannah Reed resigned. "I know that she was misled," Eva Holm said.',
        ["PERSON I = Eva Holm", "PERSON she = Hannah Reed"],
        id="no-speaker-of-herself",
    ),
    pytest.param(
        "Hannah Reed resigned on Friday. Her lawyer, Danstan Lund, said she would appeal.",
        ["PERSON she = ?"],
        id="hers-or-she",
    ),
    pytest.param(
        "The Alatau News Agency left Lima. Peru's weather agency warned of rain. The agency gave no date.",
        ["ORG The agency = ?"],
        id="another-agency",
    ),
    pytest.param(
        "Hannah Reed won. Reed, 61, is a chemist. Eva Holm conceded. Peter Lyle said she would lead the country.",
        ["PERSON she = ?", "GPE the country = ?"],
        id="she-of-whom-the-article-tells",
    ),
    pytest.param(
        "Hannah Reed resigned on Friday. She said the decision was final.",
        ["PERSON She = Hannah Reed"],
        id="she",
    ),
    pytest.param(
        "Laura Stein called Peter Lyle. He left early.",
        ["PERSON He = Peter Lyle"],
        id="he-not-she",
    ),
    pytest.param(
        "Boris Kamau said he would appeal.",
        ["PERSON he = Boris Kamau"],
        id="he-in-sentence",
    ),
    pytest.param(
        "Rain fell all night. He stayed at home.",
        ["PERSON He = ?"],
        id="nobody",
    ),
    pytest.param(
        "President Rosa Lima flew to Oslo on Sunday. The president will meet lawmakers.",
        ["PERSON The president = Rosa Lima", "GROUP lawmakers (official)"],
        id="president",
    ),
    pytest.param(
        "Kenya President Amos Otieno asked the United Nations to help his country.",
        ["GPE his country = Kenya (country, KEN)"],
        id="his-country",
    ),
    pytest.param(
        "The Kazakh government declared an emergency. The government gave no reasons.",
        ["ORG Kazakh government = Kazakhstan government (government, KAZ)", "ORG government (government)"],
        id="government",
    ),
    pytest.param(
        "The secretariat of the African Union was informed.",
        ["ORG secretariat of the African Union = African Union secretariat"],
        id="secretariat",
    ),
    pytest.param(
        "The embassy of Japan in Chad was closed.",
        ["ORG embassy of Japan in Chad = Japan embassy (government, JPN)"],
        id="embassy",
    ),
    pytest.param(
        "Soldiers will assist local law enforcement.",
        ["GROUP Soldiers (military)", "ORG local law enforcement (police)"],
        id="law-enforcement",
    ),
    pytest.param(
        "Eight police and national guard troops have died.",
        ["GROUP police and national guard troops (military)"],
        id="counted-pair",
    ),
    pytest.param(
        "Officials blamed foreign-trained “terrorists” for the fire.",
        ["GROUP Officials (official)", "GROUP foreign-trained “terrorists” (armed_group)"],
        id="scare-quotes",
    ),
    pytest.param(
        "Officials flew home 40 Indian nationals.",
        ["GROUP Officials (official)", "GROUP Indian nationals (civilian, IND)"],
        id="demonyms",
    ),
    pytest.param(
        "Rioters burned government buildings and the presidential residence.",
        ["GROUP Rioters (protester)", "FAC government buildings (facility)", "FAC presidential residence (facility)"],
        id="buildings",
    ),
    pytest.param(
        "The prime minister, Heri Joen, lost to Anna Rest. He will stay until May.",
        ["PERSON He = Heri Joen"],
        id="he-in-apposition",
    ),
    pytest.param(
        "The Green Party lost. The panel said it would rule soon.",
        [],
        id="it-in-a-clause",
    ),
    pytest.param(
        "Daniel Moreau apologised on Monday. “I was wrong,” Moreau said.",
        ["PERSON I = Daniel Moreau"],
        id="i-in-quotation",
    ),
    pytest.param(
        "India will wait, said External Affairs Ministry spokesperson Asha Rao. Rao said, “We have no plans.”",
        ["GPE We = India (country, IND)"],
        id="we-of-a-spokesperson",
    ),
]


@pytest.mark.parametrize(("text", "expected"), STANDS)
def test_standing(facts: Read, text: str, expected: list[str]) -> None:
    found = facts(text)
    assert [shown(found, m) for m in found["mentions"] if m["form"] != "name"] == expected
