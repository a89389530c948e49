"""Regions, rivers, islands and mountains from a dump of GeoNames (`allCountries.txt` or a country's, also as `.zip`).

A dump has a line for each place: 19 columns, tab-separated, without a header, as GeoNames gives them out. Which of
them are kept is said in `seeds/geonames_features.csv`.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from flows.seeds import Tables
from transforms.places.gazetteer import place_key
from warehouse.errors import DatelineError

Row = dict[str, object]
COLUMNS = 19
NO_DIVISION = {"", "00"}
EDGE = 1 << 16  # bytes at both ends of a dump by which it is recognised, with its length
REMEDY = "set DATELINE_GEONAMES to a dump such as allCountries.txt or KZ.zip, or to nothing"


class DumpPlace(NamedTuple):
    """A place of the dump as a row of the gazetteer without a name, and its names, the usual one first."""

    row: Row
    names: list[str]


class Wanted(NamedTuple):
    """Of a feature code: how many other names a place must have, and how many inhabitants each counts for."""

    names: int
    weight: int


def fingerprint(dump: Path | None) -> str:
    """What tells a dump from another, the same on every machine; empty without one. Raises DatelineError."""
    if dump is None:
        return ""
    try:
        with dump.open("rb") as file:
            length = file.seek(0, io.SEEK_END)
            found = blake2b(str(length).encode(), digest_size=8)
            for start in (0, max(0, length - EDGE)):
                file.seek(start)
                found.update(file.read(EDGE))
    except OSError as error:
        raise DatelineError(f"The GeoNames dump {dump} cannot be read ({error.strerror}); {REMEDY}.") from error
    return found.hexdigest()


def read_dump(dump: Path, tables: Tables, countries: Mapping[str, Row]) -> Iterator[DumpPlace]:
    """The places of a dump that the seed wants, in its order; raises DatelineError where it is no dump."""
    wanted = {
        seed["feature_code"]: Wanted(int(seed["names"]), int(seed["weight"])) for seed in tables["geonames_features"]
    }
    with _lines(dump) as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) != COLUMNS:
                raise DatelineError(
                    f"{dump}, line {number}: {len(cells)} columns where a GeoNames dump has {COLUMNS}; {REMEDY}."
                )
            if cells[7] in wanted and (place := _place(cells, wanted[cells[7]], countries)):
                yield place


def complete(rows: Sequence[Row], places: Sequence[DumpPlace]) -> tuple[list[Row], list[DumpPlace]]:
    """Rows of the seeds without an id get id, point and division of their place in the dump; the places left over.

    A place is the seed's where kind, country and a name agree, of a county also the state.
    """
    by_name: dict[tuple[object, ...], DumpPlace] = {}
    for place in places:
        for name in reversed(place.names):
            by_name.setdefault(_identity(place.row, place_key(name)), place)
    own = {_identity(row, str(row["name"])) for row in rows if row["geonames_id"] is None}
    found = {
        _identity(row, str(row["name"])): by_name[key]
        for row in sorted(rows, key=lambda row: bool(row["is_main"]))
        if (key := _identity(row, str(row["key"]))) in by_name and _identity(row, str(row["name"])) in own
    }
    used = {place.row["geonames_id"] for place in found.values()} | {row["geonames_id"] for row in rows}
    filled = [_filled(row, found.get(_identity(row, str(row["name"])))) for row in rows]
    return filled, [place for place in places if place.row["geonames_id"] not in used]


def _filled(row: Row, place: DumpPlace | None) -> Row:
    if place is None or row["geonames_id"] is not None:
        return row
    taken = {name: place.row[name] for name in ("geonames_id", "latitude", "longitude")}
    return row | taken | ({"admin1": place.row["admin1"]} if place.row["admin1"] else {})


def _identity(row: Row, name: str) -> tuple[object, ...]:
    state = row["admin1"] if row["country_code"] == "USA" and row["feature_code"] == "ADM2" else None
    return row["country_code"], row["feature_code"], state, name


def _place(cells: Sequence[str], wanted: Wanted, countries: Mapping[str, Row]) -> DumpPlace | None:
    others = [name for name in cells[3].split(",") if name]
    if len(others) < wanted.names:
        return None
    row: Row = {
        "geonames_id": int(cells[0]),
        "name": cells[1],
        "feature_class": cells[6],
        "feature_code": cells[7],
        "country_code": countries[cells[8]]["iso3"] if cells[8] in countries else None,
        "admin1": None if cells[10] in NO_DIVISION else cells[10],
        "latitude": float(cells[4]),
        "longitude": float(cells[5]),
        "population": max(int(cells[14] or 0), wanted.weight * max(1, len(others))),
    }
    return DumpPlace(row, [cells[1], cells[2], *others])


@contextmanager
def _lines(dump: Path) -> Iterator[Iterator[str]]:
    """The lines of a dump, also of the one inside GeoNames' archive."""
    try:
        if dump.suffix == ".zip":
            with zipfile.ZipFile(dump) as archive, archive.open(f"{dump.stem}.txt") as member:
                yield io.TextIOWrapper(member, encoding="utf-8", newline="\n")
        else:
            with dump.open(encoding="utf-8", newline="\n") as file:
                yield file
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise DatelineError(f"The GeoNames dump {dump} cannot be read ({error}); {REMEDY}.") from error
