"""What names are called where the model is unsure or runs them together, one line a mention: LABEL surface."""

from collections.abc import Callable

import pytest
from conftest import Facts

from transforms.entities.lexicon import EntityLexicon
from transforms.entities.person_names import is_person_name
from transforms.lexicon import Lexicon

LABELS = [
    pytest.param(
        "Swiss banker Thomas Jordan left. Jordan said nothing. DNO, a Norwegian oil producer, closed.",
        ["NORP Swiss", "PERSON Thomas Jordan", "PERSON Jordan", "ORG DNO", "NORP Norwegian"],
        id="family-name-of-a-country",
    ),
    pytest.param(
        "Thomas Holm left. Jordan said nothing. Talks in Jordan failed.",
        ["PERSON Thomas Holm", "GPE Jordan", "GPE Jordan"],
        id="country-of-that-name",
    ),
    pytest.param(
        "Actor Tom Holland left. Holland, 27, was alone.",
        ["PERSON Tom Holland", "PERSON Holland"],
        id="surname-like-a-country",
    ),
    pytest.param(
        "Voters left Lima. Morena, the ruling party, won.",
        ["GPE Lima", "ORG Morena"],
        id="party-like-a-town",
    ),
    pytest.param(
        "Granville County District Attorney Eva Holm left. Its director, Vasiti Soko, and his wife, Malgorzata, sat.",
        ["GPE Granville County", "PERSON Eva Holm", "PERSON Vasiti Soko", "PERSON Malgorzata"],
        id="office-across-and-owned",
    ),
    pytest.param(
        "They met at the Karl Berg on Friday, then at Adam Holm airport.",
        ["FAC Karl Berg", "FAC Adam Holm"],
        id="called-after-people",
    ),
    pytest.param(
        "A bus from Dera Ismail Khan burned.",
        ["GPE Dera Ismail Khan"],
        id="town-of-three-words",
    ),
    pytest.param(
        "The tanker Marlin Lund left the islands of Vanua Levu and Taveuni.",
        ["PRODUCT Marlin Lund", "LOC Vanua Levu", "LOC Taveuni"],
        id="ship-and-islands",
    ),
    pytest.param(
        "GAZA/CAIRO (Reuters) - Talks failed.",
        ["GPE GAZA", "GPE CAIRO", "ORG Reuters"],
        id="two-towns-of-a-date-line",
    ),
    pytest.param(
        "Romanian Agriculture Minister Gheorghe Lund met Home Secretary Ann Holm.",
        ["NORP Romanian", "PERSON Gheorghe Lund", "PERSON Ann Holm"],
        id="portfolio-before-an-office",
    ),
    pytest.param(
        "The Minister for Public Health and Sanitation, Beth Odhiambo, resigned on Monday.",
        ["PERSON Beth Odhiambo"],
        id="portfolio-behind-an-office",
    ),
    pytest.param(
        "A U.S.-led force left Kabul.",
        ["GPE U.S.", "GPE Kabul"],
        id="led-by",
    ),
    pytest.param(
        "The company Kroger Holm Co. sued Apple Inc. on Friday.",
        ["ORG Kroger Holm Co.", "ORG Apple Inc."],
        id="dot-of-a-legal-form",
    ),
    pytest.param(
        "He played in Major League Baseball for ten years.",
        ["ORG Major League Baseball"],
        id="no-rank-in-a-league",
    ),
    pytest.param(
        "Sulvik is a small village in Norway. Nobody in Sulvik works.",
        ["GPE Sulvik", "GPE Norway", "GPE Sulvik"],
        id="said-to-be-a-village",
    ),
    pytest.param(
        "Norlund, a lender in Oslo, closed. Norlund had lost money.",
        ["ORG Norlund", "GPE Oslo", "ORG Norlund"],
        id="apposed-lender",
    ),
]

LABELS += [
    pytest.param(
        "Suva: Two men drowned on Monday.",
        ["GPE Suva"],
        id="town-before-a-colon",
    ),
    pytest.param(
        "The Kenyan Interior Ministry said that ethnic Oyrots had fled.",
        ["ORG Kenyan Interior Ministry", "NORP Oyrots"],
        id="body-that-each-country-has",
    ),
    pytest.param(
        "Sandrine Testouk (France) beat Bo Sugimurin (Japan) 7-5 4-6 6-2",
        ["PERSON Sandrine Testouk", "GPE France", "PERSON Bo Sugimurin", "GPE Japan"],
        id="athletes-by-their-countries",
    ),
    pytest.param(
        "Kano 12 8 3 1 25\nJos 12 7 3 2 21\nAba 12 1 3 8 6",
        ["ORG Kano", "ORG Jos", "ORG Aba"],
        id="teams-in-a-table",
    ),
    pytest.param(
        "Bayern Munich 2 Hamburg SV 0\nSweden 1 Norway 1",
        ["ORG Bayern Munich", "ORG Hamburg SV", "GPE Sweden", "GPE Norway"],
        id="teams-in-results",
    ),
    pytest.param(
        "The Oyl Centre for Law and Peace sued HMS Searcher's owners.",
        ["ORG Oyl Centre for Law and Peace", "PRODUCT HMS Searcher"],
        id="centre-for-something-and-a-ship",
    ),
    pytest.param(
        "KRA officers told a court in Mombasa. Punjab Police objected.",
        ["ORG KRA", "GPE Mombasa", "ORG Punjab Police"],
        id="police-of-a-province-and-capitals",
    ),
    pytest.param(
        "He will ride with Cristian Vargas in Spain.",
        ["PERSON Cristian Vargas", "GPE Spain"],
        id="given-name-that-the-model-takes-for-a-people",
    ),
    pytest.param(
        "TENNIS - SCORES OF THE DAY. Nadia Larsen AL-AIN, United Arab Emirates 1996-12-06 Norway won.",
        ["PERSON Nadia Larsen", "GPE AL-AIN", "GPE United Arab Emirates", "GPE Norway"],
        id="wire-report-in-one-line",
    ),
    pytest.param(
        "Standings on Friday: MIAMI 14 4 .778 - ORLANDO 8 6 .571 4",
        ["ORG MIAMI", "ORG ORLANDO"],
        id="share-of-games-won",
    ),
    pytest.param(
        "The Kurdish Freedom Battalion beat Istiklol 2-0 on Sunday.",
        ["ORG Kurdish Freedom Battalion", "ORG Istiklol"],
        id="people-in-a-body-and-a-team-before-goals",
    ),
    pytest.param(
        "Two men died near Zorka Vun on Friday.",
        ["GPE Zorka Vun"],
        id="unknown-place-behind-near",
    ),
]

LABELS += [
    pytest.param(
        "BOGOTA - Rebels freed five soldiers, a priest said.",
        ["GPE BOGOTA"],
        id="capitals-open-the-report",
    ),
    pytest.param(
        "KENYA. A bomb exploded on a bus near Kisumu.",
        ["GPE KENYA", "GPE Kisumu"],
        id="country-opens-the-report",
    ),
    pytest.param(
        "FLOODS DRIVE THOUSANDS FROM KUALA LUMPUR\n\nThe river rose all night.",
        ["GPE KUALA LUMPUR"],
        id="city-of-two-words-in-capitals",
    ),
    pytest.param(
        "TENNIS - NORWAY GET A LUCKY WIN. Norway beat Sweden on Friday.",
        ["GPE NORWAY", "GPE Norway", "GPE Sweden"],
        id="headline-before-the-story-in-one-line",
    ),
]

LABELS += [
    pytest.param(
        "The Malawi Farm Marketing Corporation (ADMARC) bought maize. ADMARC owes farmers money.",
        ["ORG Malawi Farm Marketing Corporation", "ORG ADMARC", "ORG ADMARC"],
        id="capitals-in-brackets",
    ),
    pytest.param(
        "The drug Carfentanil is sold in Oslo.",
        ["GPE Oslo"],
        id="one-unknown-word-is-no-person",
    ),
]

PERSONS = [
    ("Kwok Wai-keung", True),
    ("Alaya Wickramasinghe", True),
    ("Ann-Christin Sulvik", True),
    ("Zvad Merabishvili", True),
    ("Asia-Pacific Forum", False),
    ("Camp Howard", False),
    ("Old Bridge", False),
    ("B-25 Mitchell", False),
    ("Perley's Garcia", False),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_labels(facts: Callable[..., Facts], text: str, expected: list[str]) -> None:
    names = [m for m in facts(text)["mentions"] if m["form"] == "name"]
    assert [f"{m['label']} {m['surface']}" for m in names] == expected


@pytest.fixture(scope="module")
def entities(lexicon: Lexicon) -> EntityLexicon:
    return lexicon.entities


@pytest.mark.parametrize(("name", "expected"), PERSONS, ids=[name for name, _ in PERSONS])
def test_is_person_name(entities: EntityLexicon, name: str, expected: bool) -> None:
    assert is_person_name(name, entities) is expected
