"""Places on the ground, one line a row: surface = name, feature code, country; or why it is not resolved."""

from collections.abc import Callable

import pytest
from conftest import Facts, Row

from transforms.article import Article
from transforms.entities.home import home_country, home_towns
from transforms.lexicon import Lexicon

Read = Callable[..., Facts]

PLACES = [
    pytest.param(
        "He was seen in Stroud, Ontario, on Friday.",
        ["Stroud = ? CAN ambiguous", "Ontario = Ontario ADM1 CAN"],
        id="no-reading-where-the-text-says",
    ),
    pytest.param(
        "British doctors in Newcastle and London met British nurses.",
        ["Newcastle = Newcastle upon Tyne PPL GBR", "London = London PPLC GBR"],
        id="usual-short-name",
    ),
    pytest.param(
        "Buses from Mombasa and Kisumu stopped. A bridge near the village of Qurbaltay fell.",
        ["Mombasa = Mombasa PPL KEN", "Kisumu = Kisumu PPL KEN", "Qurbaltay = ? KEN not_in_gazetteer"],
        id="country-of-the-other-towns",
    ),
    pytest.param(
        "Talks opened in London on Monday.",
        ["London = London PPLC GBR"],
        id="capital",
    ),
    pytest.param(
        "A fire broke out in Paris, Texas, on Monday.",
        ["Paris = Paris PPL USA", "Texas = Texas ADM1 USA"],
        id="stated-state",
    ),
    pytest.param(
        "A shop in Livorno, Tuscany, burned.",
        ["Livorno = Livorno PPL ITA", "Tuscany = Tuscany ADM1 ITA"],
        id="stated-region",
    ),
    pytest.param(
        "Ontario ministers met. A bus left Toronto for London, Ontario.",
        [
            "Ontario = Ontario ADM1 CAN",
            "Toronto = Toronto PPL CAN",
            "London = London PPL CAN",
            "Ontario = Ontario ADM1 CAN",
        ],
        id="listed-elsewhere",
    ),
    pytest.param(
        "A Georgia judge freed two men in Atlanta on Monday. Both had fled from Savannah.",
        ["Georgia = Georgia ADM1 USA", "Atlanta = Atlanta PPL USA", "Savannah = Savannah PPL USA"],
        id="state-of-its-towns",
    ),
    pytest.param(
        "Georgia held a vote on Monday. Crowds met in Tbilisi and Batumi.",
        ["Georgia = Georgia PCLI GEO", "Tbilisi = Tbilisi PPLC GEO", "Batumi = Batumi PPL GEO"],
        id="country-of-its-towns",
    ),
    pytest.param(
        "Police in Fulton County searched two houses in Atlanta, Georgia.",
        ["Fulton County = Fulton County ADM2 USA", "Atlanta = Atlanta PPL USA", "Georgia = Georgia ADM1 USA"],
        id="county-of-many-states",
    ),
    pytest.param(
        "The eruption in North Sulawesi shook Vanua Levu, the Ganges and West Java.",
        [
            "North Sulawesi = North Sulawesi ADM1 IDN",
            "Vanua Levu = Vanua Levu ISL FJI",
            "Ganges = Ganges STM IND",
            "West Java = West Java ADM1 IDN",
        ],
        id="provinces-islands-rivers",
    ),
    pytest.param(
        "Golden State lost at the Santiago Bernal on Friday.",
        [],
        id="no-town-in-a-name",
    ),
    pytest.param(
        "A fire broke out in Springfield on Monday.",
        ["Springfield = ? None ambiguous"],
        id="two-as-good",
    ),
    pytest.param(
        "Gunmen fled to Sokoto State in Nigeria.",
        ["Sokoto State = Sokoto State ADM2 NGA", "Nigeria = Nigeria PCLI NGA"],
        id="state-through-its-town",
    ),
    pytest.param(
        "Georgian guards left Tbilisi. Georgia closed its embassy. Two planes left Atlanta, Georgia.",
        [
            "Tbilisi = Tbilisi PPLC GEO",
            "Georgia = Georgia PCLI GEO",
            "Atlanta = Atlanta PPL USA",
            "Georgia = Georgia ADM1 USA",
        ],
        id="both-georgias",
    ),
    pytest.param(
        "The United States and Canada sent nurses. Wards in Alabama, Iowa and Georgia are full.",
        [
            "United States = United States PCLI USA",
            "Canada = Canada PCLI CAN",
            "Alabama = Alabama ADM1 USA",
            "Iowa = Iowa ADM1 USA",
            "Georgia = Georgia ADM1 USA",
        ],
        id="the-american-georgia",
    ),
    pytest.param(
        "A barn burned in Laurel County, Kentucky.",
        ["Laurel County = Laurel County ADM2 USA", "Kentucky = Kentucky ADM1 USA"],
        id="county",
    ),
    pytest.param(
        "Gunmen attacked a convoy in Zamfara, and police in Daqahliya closed a road.",
        ["Zamfara = Zamfara ADM1 NGA", "Daqahliya = Dakahlia ADM1 EGY"],
        id="divisions-at-their-seats",
    ),
    pytest.param(
        "Cases were found in Qurbaltay, Kenya and Chad.",
        ["Qurbaltay = ? None not_in_gazetteer", "Kenya = Kenya PCLI KEN", "Chad = Chad PCLI TCD"],
        id="listed-beside-countries",
    ),
    pytest.param(
        "Floods hit Queensland and the Gaza Strip.",
        ["Queensland = Queensland ADM1 AUS", "Gaza Strip = Gaza Strip ADM1 PSE"],
        id="region",
    ),
    pytest.param(
        "A tanker sank in the Black Sea.",
        ["Black Sea = Black Sea SEA None"],
        id="water",
    ),
    pytest.param(
        "Turkish workers cheered.",
        [],
        id="demonym-is-none",
    ),
    pytest.param(
        "A Russia-led alliance met.",
        ["Russia = Russia PCLI RUS"],
        id="led",
    ),
    pytest.param(
        "Two died in the village of Qurbaltay, Kazakhstan.",
        ["Qurbaltay = ? KAZ not_in_gazetteer", "Kazakhstan = Kazakhstan PCLI KAZ"],
        id="unknown-village",
    ),
    pytest.param(
        "Kentucky State Police closed the road.",
        ["Kentucky = Kentucky ADM1 USA"],
        id="inside-a-body",
    ),
    pytest.param(
        "The Boston Globe and the Daily Mail reported it.",
        [],
        id="outlet-is-none",
    ),
    pytest.param(
        "Trains stopped in Alma-Ata and Bombay.",
        ["Alma-Ata = Almaty PPL KAZ", "Bombay = Mumbai PPL IND"],
        id="alias",
    ),
    pytest.param(
        "He was born in Edmonton, Ky., in 1970.",
        ["Edmonton = Edmonton PPL USA", "Ky. = Kentucky ADM1 USA"],
        id="abbreviation",
    ),
    pytest.param(
        "Rain fell in Fulton County, Illinois.",
        ["Fulton County = Fulton County ADM2 USA", "Illinois = Illinois ADM1 USA"],
        id="division",
    ),
    pytest.param(
        "Rosa Lima met Karl Berg. Lima smiled.",
        [],
        id="person-not-town",
    ),
    pytest.param(
        "Ministers of France and Spain met near Kelso.",
        ["France = France PCLI FRA", "Spain = Spain PCLI ESP", "Kelso = ? None ambiguous"],
        id="small-town-alone",
    ),
    pytest.param(
        "The Union of the North won.",
        [],
        id="union-of-what",
    ),
    pytest.param(
        "Fires burned in Oregon, Washington and California.",
        ["Oregon = Oregon ADM1 USA", "Washington = Washington State ADM1 USA", "California = California ADM1 USA"],
        id="washington-state",
    ),
]

HOMES = [
    pytest.param("https://www.lumenpost.co.uk/a", None, "GBR", id="british-domain"),
    pytest.param("https://news.example.ca/a", "Prairie Sun", "CAN", id="canadian-domain"),
    pytest.param("https://www.example.com/a", "NHK World", "JPN", id="known-outlet"),
    pytest.param("https://www.example.tv/a", None, None, id="domain-sold-worldwide"),
    pytest.param("http://news.nationalpost.com/a", None, "CAN", id="outlet-by-address"),
    pytest.param("http://www.wxyz.com/a", None, "USA", id="call-sign"),
    pytest.param("http://www.kiosk.com/a", None, None, id="no-call-sign"),
    pytest.param(None, None, None, id="nothing-stated"),
]


def shown(row: Row) -> str:
    if row["name"]:
        return f"{row['surface']} = {row['name']} {row['feature_code']} {row['country_code']}"
    return f"{row['surface']} = ? {row['country_code']} {row['null_reason']}"


REASONS = [
    pytest.param("“We will not wait,” Kyiv said.", ["Kyiv actor"], id="metonymy-behind-a-quotation"),
    pytest.param(
        "According to Moscow, the ship sank near Kerch.", ["Moscow actor", "Kerch None"], id="metonymy-source"
    ),
    pytest.param("Paris and Berlin rejected the plan.", ["Paris actor", "Berlin actor"], id="metonymy-of-two"),
    pytest.param(
        "Peru was accused by Chile of fraud in Lima.", ["Peru None", "Chile actor", "Lima None"], id="metonymy-doer"
    ),
    pytest.param("Vienna attracts tourists.", ["Vienna None"], id="no-deed-of-a-government"),
    pytest.param("Moscow said it would send nurses to Minsk.", ["Moscow actor", "Minsk None"], id="metonymy"),
    pytest.param("Kenya has fifty towns.", ["Kenya None"], id="not-a-deed"),
    pytest.param(
        "A barn burned in Laurel County, Kentucky.",
        ["Laurel County approximate_point", "Kentucky None"],
        id="county",
    ),
]


@pytest.mark.parametrize(("text", "expected"), REASONS)
def test_what_is_particular_about_a_place(facts: Read, text: str, expected: list[str]) -> None:
    assert [f"{row['surface']} {row['null_reason']}" for row in facts(text)["places"]] == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(facts: Read, text: str, expected: list[str]) -> None:
    assert [shown(row) for row in facts(text)["places"]] == expected


@pytest.mark.parametrize(("url", "outlet", "expected"), HOMES)
def test_home_country(lexicon: Lexicon, url: str | None, outlet: str | None, expected: str | None) -> None:
    assert home_country(Article("a", "", url=url, outlet=outlet), lexicon.entities).country_code == expected


TOWNS = [
    pytest.param("https://www.lemarssentinel.com/a", None, "Le Mars", id="address"),
    pytest.param(None, "Huntington News", "Huntington", id="name"),
    pytest.param("https://www.example.com/a", "The Examiner", None, id="no-town"),
]


@pytest.mark.parametrize(("url", "outlet", "expected"), TOWNS)
def test_home_towns(lexicon: Lexicon, url: str | None, outlet: str | None, expected: str | None) -> None:
    towns = home_towns(Article("a", "", url=url, outlet=outlet), lexicon.entities, lexicon.gazetteer)
    assert {town.name for town in towns} == ({expected} if expected else set())
