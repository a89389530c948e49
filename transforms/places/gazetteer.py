"""Names of places and what they may stand for: "London" -> the British capital, towns in Ontario, Ohio, Kentucky.

The gazetteer is one sorted Arrow table, a row for each name of each place, searched by bisection: it is
memory-mapped by the caller, so processes share its pages and it costs nothing to open.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

SCHEMA = pa.schema(
    [
        pa.field("key", pa.string(), nullable=False),
        pa.field("is_main", pa.bool_(), nullable=False),
        pa.field("geonames_id", pa.int32()),
        pa.field("name", pa.string(), nullable=False),
        pa.field("feature_class", pa.string(), nullable=False),
        pa.field("feature_code", pa.string(), nullable=False),
        pa.field("country_code", pa.string()),
        pa.field("admin1", pa.string()),
        pa.field("latitude", pa.float64()),
        pa.field("longitude", pa.float64()),
        pa.field("population", pa.int64(), nullable=False),
    ]
)


class Toponym(NamedTuple):
    """One reading of a name. `is_main`: it is the place's usual name, not another one; `country_code`: alpha-3."""

    is_main: bool
    geonames_id: int | None
    name: str
    feature_class: str
    feature_code: str
    country_code: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int

    @property
    def is_country(self) -> bool:
        return self.feature_code == "PCLI"

    @property
    def is_town(self) -> bool:
        return self.feature_class == "P"


def place_key(name: str) -> str:
    """The form under which a name is filed: without case, accents and a leading article; straight quotes."""
    plain = name.replace("’", "'").casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join(plain.split()).removeprefix("the ")


class Gazetteer:
    """Look-ups in a table of `SCHEMA` that is sorted by `key` in code point order."""

    def __init__(self, table: pa.Table) -> None:
        self._table = table.combine_chunks()
        self._keys = self._table.column("key")
        self._columns = [self._table.column(name) for name in Toponym._fields]
        self.find = lru_cache(maxsize=20_000)(self._find)

    def _find(self, name: str) -> tuple[Toponym, ...]:
        """Every place of a name, most populous first; empty if there is none."""
        key = place_key(name)
        low = bisect_left(range(len(self._keys)), key, key=lambda i: self._keys[i].as_py())
        high = low
        while high < len(self._keys) and self._keys[high].as_py() == key:
            high += 1
        if high == low:
            return ()
        rows = zip(*(column.slice(low, high - low).to_pylist() for column in self._columns), strict=True)
        return tuple(sorted(map(Toponym._make, rows), key=lambda t: (-t.population, t.geonames_id or 0, t.name)))

    def town_keys(self, least: int) -> Iterator[tuple[str, int]]:
        """The key and population of every town of at least so many inhabitants, by its usual name."""
        is_town = pc.and_(self._table.column("is_main"), pc.equal(self._table.column("feature_class"), "P"))
        table = self._table.filter(pc.and_(is_town, pc.greater_equal(self._table.column("population"), least)))
        yield from zip(table.column("key").to_pylist(), table.column("population").to_pylist(), strict=True)

    def __contains__(self, name: str) -> bool:
        return bool(self.find(name))
