"""FollowTheMoney, GeoJSON and ACLED: what they say of the hand-made articles, and that FollowTheMoney agrees."""

import csv
import json
from pathlib import Path

import pytest
from environments import environment, run
from exported import exported_home

from warehouse.export import export
from warehouse.home import Home

READER = Path(__file__).with_name("read_ftm.py")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The hand-made home."""
    return exported_home(tmp_path_factory.mktemp("events"))


def test_entities_of_followthemoney(home: Home, tmp_path: Path) -> None:
    export(home, "ftm", tmp_path)
    entities = list(map(json.loads, (tmp_path / "ftm.entities.jsonl").read_text("utf-8").splitlines()))
    by_id = {entity["id"]: entity for entity in entities}
    assert by_id["quist"] == {
        "id": "quist",
        "schema": "Person",
        "properties": {"name": ["Ana Quist"]},
        "datasets": ["dateline"],
    }
    guard = {"name": ["Coast Guard"], "alias": ["the harbour office"], "country": ["kz"]}
    assert (by_id["office"]["schema"], by_id["office"]["properties"]) == ("PublicBody", guard)
    assert by_id["bay"]["properties"]["latitude"] == ["43.25"]
    links = [entity["properties"] for entity in entities if entity["schema"] == "Directorship"]
    assert {(link["director"][0], link["organization"][0], link["role"][0]) for link in links} == {
        ("quist", "office", "leads")
    }
    events = [entity["properties"] for entity in entities if entity["schema"] == "Event"]
    assert sorted(event["startDate"] for event in events) == [["2024-02-01"], ["2024-02-26"], ["2024-02-26"]]
    assert {tuple(event["involved"]) for event in events} == {("office",)}


def test_a_statement_has_the_article_that_said_it_first(home: Home, tmp_path: Path) -> None:
    export(home, "ftm", tmp_path)
    with (tmp_path / "ftm.statements.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if (row["entity_id"], row["prop"]) == ("quist", "name")]
    assert len(rows) == 1
    assert (rows[0]["first_seen"], rows[0]["last_seen"]) == ("2024-02-27T09:00:00",) * 2
    assert rows[0]["origin"] != ""


def test_geojson(home: Home, tmp_path: Path) -> None:
    export(home, "geojson", tmp_path)
    collection = json.loads((tmp_path / "events.geojson").read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) == 3
    first = collection["features"][-1]
    assert first["geometry"] == {"type": "Point", "coordinates": [76.95, 43.25]}
    said = first["properties"]
    assert (said["happened_on"], said["date_precision"], said["place_precision"]) == ("2024-02-26", "day", "place")
    assert (said["words"], said["char_end"] - said["char_start"]) == ("killed", 6)


def test_acled(home: Home, tmp_path: Path) -> None:
    export(home, "acled", tmp_path)
    with (tmp_path / "events.acled.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    dates = [(row["event_date"], row["time_precision"], row["geo_precision"], row["fatalities"]) for row in rows]
    assert dates == [("2024-02-01", "3", "1", "9"), ("2024-02-26", "1", "1", "9")]
    said = rows[1]
    assert (said["event_type"], said["sub_event_type"]) == ("Violence against civilians", "Attack")
    assert (said["actor1"], said["inter1"], said["actor2"]) == ("Coast Guard", "1", "")
    assert (said["iso"], said["country"], said["location"]) == ("398", "Kazakhstan", "Lumen, Bay")
    assert (said["source"], said["independent_source_count"]) == ("mirror.example; post.example", "1")
    assert said["notes"].startswith("Nine people were killed")


def test_a_warehouse_without_places_makes_an_empty_map(ferry_home: Home, tmp_path: Path) -> None:
    export(ferry_home, "geojson", tmp_path)
    assert json.loads((tmp_path / "events.geojson").read_text("utf-8"))["features"] == []


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("with_text", [True, False], ids=["text", "no text"])
def test_followthemoney_finds_nothing_wrong(sample_home: Home, tmp_path: Path, reader: Path, with_text: bool) -> None:
    export(sample_home, "ftm", tmp_path, with_text=with_text)
    found = json.loads(run(reader, READER, tmp_path))
    assert found["Article"] == 16
    assert {"Person", "Organization", "PublicBody", "Address", "Event", "Mention", "UnknownLink"} <= found.keys()


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter with followthemoney."""
    return environment(tmp_path_factory.mktemp("reader") / "ftm", "followthemoney>=4.11,<5")
