"""Names and who they are, one line a mention: LABEL surface = canonical name (kind, country)."""

from collections.abc import Callable

import pytest
from conftest import Facts, Row

from transforms.entities.definitions import abbreviates, definitions
from transforms.lexicon import Lexicon

Read = Callable[..., Facts]

NAMES = [
    pytest.param(
        "Karl Lund leads the Security Council of the Russian Federation. Iran's Security Council met.",
        [
            "PERSON Karl Lund",
            "ORG Security Council of the Russian Federation (government, RUS)",
            "GPE Iran (country, IRN)",
            "ORG Security Council (government, IRN)",
        ],
        id="no-council-of-the-un",
    ),
    pytest.param(
        "The Security Council met on Monday.",
        ["ORG Security Council = United Nations Security Council (igo)"],
        id="council-of-the-un",
    ),
    pytest.param(
        "The General Directorate of Roads (DGR) closed it. The DGR and the Social Democrats (SPD) agreed.",
        [
            "ORG General Directorate of Roads (government)",
            "ORG DGR = General Directorate of Roads (government)",
            "ORG DGR = General Directorate of Roads (government)",
            "ORG Social Democrats = SPD (party, DEU)",
            "ORG SPD (party, DEU)",
        ],
        id="initials-of-another-language",
    ),
    pytest.param(
        "The Georgia Court of Appeals sat in Atlanta. A Georgia judge in Savannah agreed.",
        [
            "ORG Georgia Court of Appeals (court, USA)",
            "GPE Atlanta (city, USA)",
            "GPE Georgia (region, USA)",
            "GPE Savannah (city, USA)",
        ],
        id="court-of-a-state",
    ),
    pytest.param(
        "The Kazakh cabinet met while Kazakhs in Almaty queued for bread.",
        ["NORP Kazakh = Kazakhstan (country, KAZ)", "NORP Kazakhs (people, KAZ)", "GPE Almaty (city, KAZ)"],
        id="adjective-and-people",
    ),
    pytest.param(
        "Two climbers were rescued near Zhanaozen, a guide told NHK World.",
        ["GPE Zhanaozen (city, KAZ)", "ORG NHK World (media, JPN)"],
        id="town-the-model-misses",
    ),
    pytest.param(
        "Most households buy liquefied petroleum gas (LPG). LPG is cheap.",
        [
            "PRODUCT liquefied petroleum gas (product)",
            "PRODUCT LPG = liquefied petroleum gas (product)",
            "PRODUCT LPG = liquefied petroleum gas (product)",
        ],
        id="product-not-organisation",
    ),
    pytest.param(
        "SOLDIERS SENT TO KAZAKHSTAN AFTER UNREST\n\nThey landed in Kazakhstan on Monday.",
        ["GPE KAZAKHSTAN = Kazakhstan (country, KAZ)", "GPE Kazakhstan (country, KAZ)"],
        id="capitals",
    ),
    pytest.param(
        "Foreign Minister Ana Petrova met Karl Lund in Oslo. Petrova said Lund had agreed.",
        [
            "PERSON Ana Petrova",
            "PERSON Karl Lund",
            "GPE Oslo (city, NOR)",
            "PERSON Petrova = Ana Petrova",
            "PERSON Lund = Karl Lund",
        ],
        id="surname",
    ),
    pytest.param(
        "Igor Sokolov and his sister Vera Sokolov were held. Sokolov denied it.",
        ["PERSON Igor Sokolov", "PERSON Vera Sokolov", "PERSON Sokolov"],
        id="two-of-one-surname",
    ),
    pytest.param(
        "Mario Holm won. Mario Holm thanked his son Andrew Holm. Holm wept.",
        ["PERSON Mario Holm", "PERSON Mario Holm", "PERSON Andrew Holm", "PERSON Holm = Mario Holm"],
        id="the-one-the-article-is-about",
    ),
    pytest.param(
        "Kremlin aides met Putin in Moscow.",
        ["ORG Kremlin (government, RUS)", "PERSON Putin = Vladimir Putin", "GPE Moscow (city, RUS)"],
        id="known-by-surname",
    ),
    pytest.param(
        "Sheriff Carl Wilkes Jr. spoke. Reporters asked Wilkes about it.",
        ["PERSON Carl Wilkes Jr.", "PERSON Wilkes = Carl Wilkes Jr."],
        id="junior",
    ),
    pytest.param(
        "The Maritime Safety Board (MSB) closed the harbour. The MSB gave no reason.",
        ["ORG Maritime Safety Board", "ORG MSB = Maritime Safety Board", "ORG MSB = Maritime Safety Board"],
        id="definition",
    ),
    pytest.param(
        "Russia’s Foreign Ministry rejected the note. India’s Foreign Ministry kept silent.",
        [
            "GPE Russia (country, RUS)",
            "ORG Foreign Ministry (government, RUS)",
            "GPE India (country, IND)",
            "ORG Foreign Ministry (government, IND)",
        ],
        id="ministries-of-two-countries",
    ),
    pytest.param(
        "The Alatau Post and Radio Erevan carried the story.",
        ["ORG Alatau Post (media)", "ORG Radio Erevan (media)"],
        id="outlet-by-pattern",
    ),
    pytest.param(
        "Mr Toral, 44, who runs a bakery in Quito, was hurt.",
        ["PERSON Toral", "GPE Quito (city, ECU)"],
        id="age-and-clause",
    ),
    pytest.param(
        "Kenya Medical Board chairman Otieno Wafula resigned.",
        ["ORG Kenya Medical Board", "PERSON Otieno Wafula"],
        id="body-with-country",
    ),
    pytest.param(
        "Two Frenchmen were held by al-Shabab and later by Boko Haram.",
        ["NORP Frenchmen = France (country, FRA)", "ORG al-Shabab (armed_group)", "ORG Boko Haram (armed_group)"],
        id="armed-group",
    ),
    pytest.param(
        "Hurricane Odette hit Palawan and the Philippines.",
        ["EVENT Hurricane Odette", "LOC Palawan (natural, PHL)", "GPE Philippines (country, PHL)"],
        id="storm-and-sea",
    ),
    pytest.param(
        "West Nile virus was found in Ohio.",
        ["GPE Ohio (region, USA)"],
        id="virus-is-no-place",
    ),
    pytest.param(
        "The pump costs US$4 million.",
        [],
        id="dollars-are-no-country",
    ),
    pytest.param(
        "RIVERTON, Wyo. (Reuters) - A teacher was arrested in Riverton.",
        [
            "GPE RIVERTON = Riverton (city, USA)",
            "GPE Wyo. = Wyoming (region, USA)",
            "ORG Reuters (media, GBR)",
            "GPE Riverton (city, USA)",
        ],
        id="town-in-capitals",
    ),
    pytest.param(
        "The Oyl Harbour Guild met on Friday. The OHG wants more boats, and the A.U. pays.",
        [
            "ORG Oyl Harbour Guild",
            "ORG OHG = Oyl Harbour Guild",
            "ORG A.U. = African Union (igo)",
        ],
        id="initials-without-brackets",
    ),
    pytest.param(
        "The United Nations Children's Fund (UNICEF) opened a clinic in Juba, South Sudan.",
        [
            "ORG United Nations Children's Fund (igo)",
            "ORG UNICEF = United Nations Children's Fund (igo)",
            "GPE Juba (city, SSD)",
            "GPE South Sudan (country, SSD)",
        ],
        id="fund",
    ),
    pytest.param(
        "The CSTO Collective Security Council met. Observers of the CSTO watched.",
        ["ORG CSTO Collective Security Council (igo)", "ORG CSTO = Collective Security Treaty Organization (igo)"],
        id="igo-organ",
    ),
    pytest.param(
        "Collective Peacekeeping Forces of the Collective Security Treaty Organization landed.",
        [
            "ORG Collective Peacekeeping Forces of the Collective Security Treaty Organization (military)",
            "ORG Collective Security Treaty Organization (igo)",
        ],
        id="forces-of",
    ),
    pytest.param(
        "The Ministry of Health in Nairobi, Kenya, closed two wards.",
        ["ORG Ministry of Health (government, KEN)", "GPE Nairobi (city, KEN)", "GPE Kenya (country, KEN)"],
        id="ministry-where",
    ),
    pytest.param(
        "Nora Quist won the vote. N. Quist thanked her rivals.",
        ["PERSON Nora Quist", "PERSON N. Quist = Nora Quist"],
        id="initial",
    ),
    pytest.param(
        "The jury chose Ludvig Holm, Petra Vasko and Imre Balint.",
        ["PERSON Ludvig Holm", "PERSON Petra Vasko", "PERSON Imre Balint"],
        id="list-of-names",
    ),
    pytest.param(
        "Prime Minister Tomas Berg and General Ilya Orlov shook hands.",
        ["PERSON Tomas Berg", "PERSON Ilya Orlov"],
        id="titles",
    ),
    pytest.param(
        "The Prosecutor General’s Office in Almaty announced the count.",
        ["ORG Prosecutor General’s Office (government, KAZ)", "GPE Almaty (city, KAZ)"],
        id="office-of-a-prosecutor",
    ),
    pytest.param(
        "Kazakhstan’s Internal Affairs Ministry announced the count.",
        ["GPE Kazakhstan (country, KAZ)", "ORG Internal Affairs Ministry (government, KAZ)"],
        id="possessive-is-no-part",
    ),
    pytest.param(
        "The European Commission met. A spokeswoman for the Commission thanked Spain.",
        ["ORG European Commission (igo)", "ORG Commission = European Commission (igo)", "GPE Spain (country, ESP)"],
        id="short-of-longer",
    ),
    pytest.param(
        "Troops from Kazakhstan watched. Collective Peacekeeping Forces landed.",
        ["GPE Kazakhstan (country, KAZ)", "ORG Collective Peacekeeping Forces (military)"],
        id="igo-forces-have-no-country",
    ),
    pytest.param(
        "The WHO and NATO sent observers to Chad.",
        ["ORG WHO = World Health Organization (igo)", "ORG NATO (igo)", "GPE Chad (country, TCD)"],
        id="acronym-known",
    ),
]

ABBREVIATIONS = [
    pytest.param("CSTO", "Collective Security Treaty Organization", True, id="initials"),
    pytest.param("BoJ", "Bank of Japan", True, id="with-small-words"),
    pytest.param("EPA", "Environment Agency", False, id="a-letter-too-many"),
    pytest.param("LPG", "liquefied petroleum gas", True, id="lower-case"),
    pytest.param("UN", "Union", False, id="one-word"),
    pytest.param("Reuters", "Police in Wyoming", False, id="no-initials"),
]

DEFINITIONS = [
    pytest.param("The Maritime Safety Board (MSB) met.", [("Maritime Safety Board", "MSB")], id="after-article"),
    pytest.param("Staff of the Bureau of Animal Health (BAH) met.", [("Bureau of Animal Health", "BAH")], id="with-of"),
    pytest.param("A storm (SW) came. The board met.", [], id="nothing-before"),
    pytest.param("RIVERTON, Wyo. (Reuters) - Rain fell.", [], id="date-line"),
]


def shown(facts: Facts, row: Row) -> str:
    """A mention as a line; `= ?` where its entity is not known."""
    entity = next((e for e in facts["entity_proposals"] if e["entity_id"] == row["entity_id"]), None)
    line = f"{row['label']} {row['surface']}"
    if entity is None:
        return f"{line} = ?"
    name = "" if entity["canonical_name"] == row["surface"] else f" = {entity['canonical_name']}"
    finer = ", ".join(filter(None, (entity["kind"], entity["country_code"])))
    return line + name + (f" ({finer})" if finer else "")


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(facts: Read, text: str, expected: list[str]) -> None:
    found = facts(text)
    assert [shown(found, m) for m in found["mentions"] if m["form"] == "name"] == expected


@pytest.mark.parametrize(("short", "long", "expected"), ABBREVIATIONS)
def test_abbreviates(lexicon: Lexicon, short: str, long: str, expected: bool) -> None:
    assert abbreviates(short, long, lexicon.entities.words.no_initials) is expected


@pytest.mark.parametrize(("text", "expected"), DEFINITIONS)
def test_definitions(lexicon: Lexicon, text: str, expected: list[tuple[str, str]]) -> None:
    found = definitions(text, lexicon.entities.words.no_initials)
    assert [(text[a.start : a.end], text[b.start : b.end]) for a, b in found] == expected


def test_one_name_is_one_entity_in_every_article(facts: Read) -> None:
    ids = set()
    for text in ("Kassym-Jomart Tokayev spoke. Tokayev left.", "A car brought Kassym-Jomart Tokayev home."):
        ids |= {m["entity_id"] for m in facts(text)["mentions"] if m["label"] == "PERSON"}
    assert len(ids) == 1


def test_every_entity_of_a_mention_is_proposed(facts: Read) -> None:
    found = facts("The Kazakh government met. The organization, said Ana Holt, asked the police and two men to wait.")
    proposed = {e["entity_id"] for e in found["entity_proposals"]}
    assert {m["entity_id"] for m in found["mentions"]} - {None} <= proposed
