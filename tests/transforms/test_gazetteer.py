"""The gazetteer: what a name may mean, and the file that holds it."""

from pathlib import Path

import pytest

from flows.gazetteer import load_gazetteer
from transforms.lexicon import Lexicon
from transforms.places.gazetteer import SCHEMA, Gazetteer, place_key

KEYS = [
    pytest.param("Zürich", "zurich", id="accents"),
    pytest.param("The Hague", "hague", id="article"),
    pytest.param("Côte d’Ivoire", "cote d'ivoire", id="quotes"),
    pytest.param("  New   York ", "new york", id="spaces"),
]

FIRST = [
    pytest.param("London", ("London", "GBR", "PPLC"), id="largest-first"),
    pytest.param("almaty", ("Almaty", "KAZ", "PPL"), id="any-case"),
    pytest.param("Alma-Ata", ("Almaty", "KAZ", "PPL"), id="former-name"),
    pytest.param("Zhanaozen", ("Zhanaozen", "KAZ", "PPL"), id="town"),
    pytest.param("U.K.", ("United Kingdom", "GBR", "PCLI"), id="initials"),
    pytest.param("Crimea", ("Crimea", "UKR", "ADM1"), id="region"),
    pytest.param("Black Sea", ("Black Sea", None, "SEA"), id="water"),
]


@pytest.mark.parametrize(("name", "expected"), KEYS)
def test_place_key(name: str, expected: str) -> None:
    assert place_key(name) == expected


@pytest.mark.parametrize(("name", "expected"), FIRST)
def test_find(lexicon: Lexicon, name: str, expected: tuple[str, str | None, str]) -> None:
    best = lexicon.gazetteer.find(name)[0]
    assert (best.name, best.country_code, best.feature_code) == expected


def test_unknown_name_has_no_reading(lexicon: Lexicon) -> None:
    assert lexicon.gazetteer.find("Qurbaltay") == ()
    assert "Qurbaltay" not in lexicon.gazetteer


def test_table_has_the_declared_columns_and_is_sorted(lexicon: Lexicon) -> None:
    table = load_gazetteer()
    assert table.schema.equals(SCHEMA)
    keys = table.column("key").slice(0, 50_000).to_pylist()
    assert keys == sorted(keys)


@pytest.mark.slow
def test_built_once_into_the_folder(tmp_path: Path) -> None:
    first = load_gazetteer(tmp_path)
    (built,) = tmp_path.iterdir()
    written = built.stat().st_mtime_ns
    assert load_gazetteer(tmp_path).equals(first)
    assert built.stat().st_mtime_ns == written
    assert Gazetteer(first).find("Oslo")[0].country_code == "NOR"
