"""The extractor's version: what changes it, so that `--reextract` reads again, and what does not."""

from pathlib import Path

import pytest

from flows.extractor import rules_hash
from flows.gazetteer import load_gazetteer
from flows.seeds import READER_TABLES, read_tables
from transforms.lexicon import compile_lexicon
from transforms.places.gazetteer import Gazetteer
from warehouse.reference import TABLES

SEEDS = {"units.csv": "# Units.\nname,unit\nkm,kilometre\n", "toll_scopes.csv": "word,scope\nsoldiers,soldiers\n"}
CHANGES = {
    "a row": ("units.csv", "# Units.\nname,unit\nkm,kilometre\nm,metre\n", True),
    "a cell": ("units.csv", "# Units.\nname,unit\nkm,mile\n", True),
    "a new table": ("cues.csv", "cue\nsay\n", True),
    "a comment": ("units.csv", "# Units of length.\n\nname,unit\nkm,kilometre\n", False),
    "a table that only SQL reads": ("toll_scopes.csv", "word,scope\nsoldiers,security forces\n", False),
    "a table that only readers of sources use": ("wiki_markup.csv", "role,word\ndraft,develop\n", False),
}


@pytest.mark.parametrize(("name", "text", "is_another"), CHANGES.values(), ids=CHANGES.keys())
def test_what_makes_another_extractor(tmp_path: Path, name: str, text: str, is_another: bool) -> None:
    for file, table in SEEDS.items():
        (tmp_path / file).write_text(table)
    before = rules_hash(seeds=tmp_path)
    (tmp_path / name).write_text(text)
    assert (rules_hash(seeds=tmp_path) != before) == is_another


def test_extractors_need_no_table_that_is_left_out() -> None:
    kept = {name: rows for name, rows in read_tables().items() if name not in {*TABLES, *READER_TABLES}}
    assert len(kept) == len(read_tables()) - len(TABLES) - len(READER_TABLES)
    compile_lexicon(kept, Gazetteer(load_gazetteer()))  # a missing table is a KeyError
