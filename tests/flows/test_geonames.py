"""A dump of GeoNames: what of it is taken, what it adds to the seeds, that it is read once, and what is refused."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from flows.extractor import rules_hash
from flows.gazetteer import load_gazetteer
from flows.geonames import complete, fingerprint, read_dump
from flows.pipeline import run
from flows.settings import Settings, settings_from
from flows.stages import Request
from transforms.places.gazetteer import Gazetteer
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.query import query

COUNTRIES: dict[str, dict[str, object]] = {"NO": {"iso3": "NOR"}, "US": {"iso3": "USA"}}
FEATURES = [
    {"feature_code": code, "names": names, "weight": weight}
    for code, names, weight in [("STM", "3", "2000"), ("ADM1", "0", "20000"), ("ADM2", "0", "2000"), ("SEA", "0", "9")]
]


def line(number: int, name: str, kind: str, country: str, *, others: str = "", **cells: object) -> str:
    """A line as GeoNames writes it; `kind` is class and code, such as `H.STM`."""
    feature_class, feature_code = kind.split(".")
    point = cells.get("latitude", 61.5), cells.get("longitude", 9.25)
    divisions = cells.get("admin1", "07"), "", "", ""
    rest = cells.get("population", 0), "", 310, "Europe/Oslo", "2024-02-03"
    row = (number, name, name, others, *point, feature_class, feature_code, country, "", *divisions, *rest)
    return "\t".join(map(str, row))


RIVER = line(90000001, "Quendra River", "H.STM", "NO", others="Quendra,Quendraelva,Quendre")
BROOK = line(90000002, "Little Quendra", "H.STM", "NO")
TOWN = line(90000003, "Quendraby", "P.PPL", "NO", others="Quendrabyen,Kvendraby,Quendre", population=900)
PROVINCE = line(90000004, "Vestrand Fylke", "A.ADM1", "NO", others="Vestrand", population=70000)
SEA = line(90000005, "Tarn Sea", "H.SEA", "", admin1="00")
ISLANDS = line(90000006, "Ostrel Islands", "T.ISLS", "NO", others="Ostrel,Ostreloyane,Ostrels", latitude=70.1)
MOUNTAIN = line(90000007, "Mount Varnhild", "T.MT", "NO", others="Varnhild,Varnhildtind,Varnhilden")
COUNTIES = [line(90000010 + i, "Tolland Vale County", "A.ADM2", "US", admin1=state) for i, state in enumerate("XY")]


def dumped(folder: Path, lines: Sequence[str]) -> Path:
    path = folder / "NO.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_what_the_seed_wants_is_read(tmp_path: Path) -> None:
    dump = dumped(tmp_path, [RIVER, BROOK, TOWN, PROVINCE, SEA])
    found = list(read_dump(dump, {"geonames_features": FEATURES}, COUNTRIES))
    assert [(p.row["name"], p.row["country_code"], p.row["admin1"], p.row["population"]) for p in found] == [
        ("Quendra River", "NOR", "07", 6000),
        ("Vestrand Fylke", "NOR", "07", 70000),
        ("Tarn Sea", None, None, 9),
    ]


def test_an_archive_holds_the_same(tmp_path: Path) -> None:
    dump, archive = dumped(tmp_path, [RIVER, SEA]), tmp_path / "NO.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(dump, "NO.txt")
    tables = {"geonames_features": FEATURES}
    assert list(read_dump(archive, tables, COUNTRIES)) == list(read_dump(dump, tables, COUNTRIES))


def seed_row(name: str, code: str, country: str, admin1: str | None, key: str, *, is_main: bool = True) -> Any:
    known = {"geonames_id": None, "latitude": 60.0, "longitude": 8.0, "population": 300000}
    kind = {"feature_class": "A", "feature_code": code, "country_code": country, "admin1": admin1}
    return {"name": name, "key": key, "is_main": is_main} | kind | known


def test_a_seed_without_an_id_is_completed_and_not_doubled(tmp_path: Path) -> None:
    dump = dumped(tmp_path, [PROVINCE, *COUNTIES, SEA])
    places = list(read_dump(dump, {"geonames_features": FEATURES}, COUNTRIES))
    rows = [
        seed_row("Vestrand", "ADM1", "NOR", "03", "vestrand"),
        seed_row("Vestrand", "ADM1", "NOR", "03", "west strand", is_main=False),
        seed_row("Tolland Vale County", "ADM2", "USA", "Y", "tolland vale county"),
        seed_row("Elsewhere", "ADM1", "NOR", "04", "elsewhere"),
    ]
    filled, left = complete(rows, places)
    assert [(row["geonames_id"], row["admin1"], row["latitude"]) for row in filled] == [
        (90000004, "07", 61.5),
        (90000004, "07", 61.5),
        (90000011, "Y", 61.5),
        (None, "04", 60.0),
    ]
    assert [place.row["geonames_id"] for place in left] == [90000010, 90000005]


def test_another_dump_is_another_extractor(tmp_path: Path) -> None:
    dump = dumped(tmp_path, [RIVER])
    first = fingerprint(dump), rules_hash(dump)
    assert (fingerprint(dump), rules_hash(dump)) == first
    dumped(tmp_path, [RIVER, SEA])
    assert fingerprint(dump) != first[0]
    assert rules_hash(dump) not in {first[1], rules_hash()}


def test_the_variable_names_the_dump(tmp_path: Path) -> None:
    assert settings_from({"DATELINE_GEONAMES": str(tmp_path / "NO.txt")}).geonames == tmp_path / "NO.txt"
    assert settings_from({"DATELINE_GEONAMES": ""}).geonames is None


MISFITS = {
    "too few columns": ("NO.txt", b"90000001\tQuendra River\n", "line 1: 2 columns where a GeoNames dump has 19"),
    "no number": ("NO.txt", RIVER.replace("61.5", "north").encode(), "could not convert string to float: 'north'"),
    "no text": ("NO.txt", b"\xff\xfe\x00", "cannot be read ('utf-8' codec can't decode"),
    "no archive": ("NO.zip", b"PK", "cannot be read (File is not a zip file)"),
}


@pytest.mark.parametrize(("name", "content", "message"), MISFITS.values(), ids=MISFITS.keys())
def test_what_is_no_dump_is_refused(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DatelineError) as error:
        list(read_dump(tmp_path / name, {"geonames_features": FEATURES}, COUNTRIES))
    assert message in str(error.value)
    assert "set DATELINE_GEONAMES to a dump" in str(error.value)


def test_a_missing_dump_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match=r"The GeoNames dump .*NO\.txt cannot be read \(No such file"):
        fingerprint(tmp_path / "NO.txt")


@pytest.mark.slow
def test_compacted_once(tmp_path: Path) -> None:
    dump, folder = dumped(tmp_path, [RIVER, PROVINCE, SEA, ISLANDS, MOUNTAIN]), tmp_path / "cache"
    gazetteer = Gazetteer(load_gazetteer(folder, dump=dump))
    (built,) = folder.iterdir()
    written = built.stat().st_mtime_ns
    load_gazetteer(folder, dump=dump)
    assert [path.stat().st_mtime_ns for path in folder.iterdir()] == [written]
    names = "Quendra River", "Vestrand", "Tarn Sea", "Ostrel Islands", "Mount Varnhild"
    assert [gazetteer.find(name)[0].geonames_id for name in names] == [90000001, 90000004, 90000005, 90000006, 90000007]
    assert gazetteer.find("Oslo")[0].country_code == "NOR"


@pytest.mark.slow
def test_articles_are_read_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    text = "Floods along the Quendra River in Norway tore down bridges. Ferries to the Ostrel Islands stayed in port."
    (tmp_path / "floods.txt").write_text(text, encoding="utf-8")
    dump = dumped(tmp_path, [RIVER, ISLANDS])
    run(Settings(tmp_path / "home", worker_count=1, geonames=dump), Request((str(tmp_path / "floods.txt"),)))
    sql = "select surface, geonames_id, country_code, feature_code from facts.places where geonames_id > 90000000"
    assert [tuple(row.values()) for row in query(Home(tmp_path / "home"), f"{sql} order by 2").to_pylist()] == [
        ("Quendra River", 90000001, "NOR", "STM"),
        ("Ostrel Islands", 90000006, "NOR", "ISLS"),
    ]
