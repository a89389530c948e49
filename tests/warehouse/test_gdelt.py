"""GDELT's files: names, widths and grammars, what each cell says, and that readers of GDELT take them unchanged."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from environments import environment, run
from exported import exported_home

from warehouse.export import export
from warehouse.home import Home

READER = Path(__file__).with_name("read_gkg.py")
WIDTHS = {"gdelt-gkg": 27, "gdelt-events": 61, "gdelt-mentions": 16}
Cells = list[list[str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The hand-made home."""
    return exported_home(tmp_path_factory.mktemp("gdelt"))


def written(home: Home, form: str, folder: Path, **options: bool) -> dict[str, Cells]:
    """File name -> rows of cells."""
    files = export(home, form, folder, **options)
    return {
        file.name: [line.split("\t") for line in file.read_bytes().decode().removesuffix("\n").split("\n")]
        for file in files
    }


def test_files_are_named_after_the_quarter_of_an_hour_of_reading(home: Home, tmp_path: Path) -> None:
    names = {form: list(written(home, form, tmp_path / form)) for form in WIDTHS}
    assert names == {
        "gdelt-gkg": ["20240301120000.gkg.csv", "20240302073000.gkg.csv"],
        "gdelt-events": ["20240301120000.export.CSV", "20240302073000.export.CSV"],
        "gdelt-mentions": ["20240301120000.mentions.CSV", "20240302073000.mentions.CSV"],
    }


EVENT = {
    2: "20240226", 3: "202402", 4: "2024", 5: "2024.1534", 6: "KAZCOP", 7: "COAST GUARD", 8: "KAZ", 13: "COP", 26: "1",
    27: "1831", 28: "183", 29: "18", 30: "4", 31: "-10.0", 32: "2", 33: "1", 34: "2", 36: "0", 44: "0", 52: "4",
    53: "Lumen  Bay, Kazakhstan", 54: "KZ", 55: "KZ02", 57: "43.25", 58: "76.95", 60: "20240301120000",
}  # fmt: skip


def test_a_report_and_its_copy_tell_one_event_of_one_source(home: Home, tmp_path: Path) -> None:
    rows = written(home, "gdelt-events", tmp_path)["20240301120000.export.CSV"]
    assert [len(row) for row in rows] == [61]
    said = {number: cell for number, cell in enumerate(rows[0], 1) if cell and number not in {1, 61}}
    assert said == EVENT
    assert rows[0][60] in {"https://www.post.example/ferry?a=1", "https://mirror.example/ferry"}


def test_a_vague_date_leaves_the_day_empty(home: Home, tmp_path: Path) -> None:
    row = written(home, "gdelt-events", tmp_path)["20240302073000.export.CSV"][0]
    assert row[1:5] == ["", "202402", "2024", ""]
    assert row[60] == "c"


def test_mentions_point_at_their_words(home: Home, tmp_path: Path) -> None:
    rows = written(home, "gdelt-mentions", tmp_path)["20240301120000.mentions.CSV"]
    assert sorted(row[1:] for row in rows) == [
        ["20240301120000", "20240301120000", "1", source, address, "2", "50", "-1", "29", "1", "", "265", "", "", ""]
        for source, address in (
            ("mirror.example", "https://mirror.example/ferry"),
            ("post.example", "https://www.post.example/ferry?a=1"),
        )
    ]


GROUND = "4#Lumen  Bay, Kazakhstan#KZ#KZ02#43.25#76.95#"
RECORD = {
    2: "20240227090000", 3: "1", 4: "post.example", 5: "https://www.post.example/ferry?a=1",
    6: f"KILL#9#people#{GROUND}", 7: f"KILL#9#people#{GROUND}#12", 8: "ARMEDCONFLICT;KILL",
    9: "KILL,12;ARMEDCONFLICT,29",
    10: GROUND, 11: "4#Lumen  Bay, Kazakhstan#KZ#KZ02##43.25#76.95##39", 12: "ana quist", 13: "Ana Quist,115",
    17: "3#2#26#2024#77", 18: "wc:50", 23: "85|15||“We search on,”", 24: "Ana Quist,115", 25: "9,people,12",
    27: "<PAGE_PRECISEPUBTIMESTAMP>20240227090000</PAGE_PRECISEPUBTIMESTAMP>"
        "<PAGE_AUTHORS>A. Nyberg &amp; Co</PAGE_AUTHORS>"
        "<PAGE_TITLE>Ferry lost</PAGE_TITLE>",
}  # fmt: skip


def test_a_record_of_the_graph(home: Home, tmp_path: Path) -> None:
    rows = written(home, "gdelt-gkg", tmp_path)["20240301120000.gkg.csv"]
    row = next(row for row in rows if row[4] == RECORD[5])
    assert {number: cell for number, cell in enumerate(row, 1) if cell and number != 1} | {8: RECORD[8]} == RECORD
    assert set(row[7].split(";")) == {"ARMEDCONFLICT", "KILL"}
    assert {row[0] for row in rows} == {"20240301120000-1", "20240301120000-2"}


def test_without_text_no_words_go_out(home: Home, tmp_path: Path) -> None:
    row = written(home, "gdelt-gkg", tmp_path, with_text=False)["20240302073000.gkg.csv"][0]
    assert row[1:5] == ["0", "2", "", "c"]
    assert [row[5], row[22], row[24], row[26]] == [f"KILL#9#person#{GROUND}", "", "9,person,0", ""]


NUMBER, OFFSET = r"-?\d+(?:\.\d+)?(?:e[+-]\d+)?", r"\d+"
PLACE = rf"[1-5]#[^#;\t]+#[A-Z]{{2}}#(?:[A-Z]{{2}}[0-9A-Z]{{0,2}})?#(?:{NUMBER})?#(?:{NUMBER})?#[A-Z0-9]*"
PLACE_2 = rf"[1-5]#[^#;\t]+#[A-Z]{{2}}#(?:[A-Z]{{2}}[0-9A-Z]{{0,2}})?##(?:{NUMBER})?#(?:{NUMBER})?#[A-Z0-9]*#{OFFSET}"
COUNT = rf"[A-Z]+#\d+#[^#;\t]*#(?:{PLACE}|######)"
NAME = r"[^,;#|\t]+"


def listed(entry: str, separator: str = ";") -> str:
    """A cell of entries, or an empty one."""
    return rf"(?:(?:{entry})(?:{separator}(?:{entry}))*)?"


# Column -> its grammar in the codebook of the Global Knowledge Graph 2.1.
GRAMMAR = {
    1: r"\d{14}-\d+", 2: r"\d{14}|0", 3: "[12]", 6: listed(COUNT), 7: listed(rf"{COUNT}#{OFFSET}"),
    8: listed("[A-Z_]+"), 9: listed(rf"[A-Z_]+,{OFFSET}"), 10: listed(PLACE), 11: listed(PLACE_2),
    12: listed(NAME), 13: listed(rf"{NAME},{OFFSET}"), 14: listed(NAME), 15: listed(rf"{NAME},{OFFSET}"), 16: "",
    17: listed(rf"(?:3#\d+#\d+|2#\d+#0|1#0#0)#\d{{1,4}}#{OFFSET}"), 18: r"wc:\d+",
    23: listed(r"\d+\|\d+\|[^|#\t]*\|[^|#\t]+", "#"), 24: listed(rf"{NAME},{OFFSET}"),
    25: listed(rf"{NUMBER},[^,;\t]*,{OFFSET}"), 26: "", 27: r"(?:<(PAGE_\w+)>[^<>\t]*</\1>)*",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("with_text", [True, False], ids=["text", "no text"])
def test_every_cell_keeps_to_the_codebook(sample_home: Home, tmp_path: Path, with_text: bool) -> None:
    rows = [row for rows in written(sample_home, "gdelt-gkg", tmp_path, with_text=with_text).values() for row in rows]
    assert {len(row) for row in rows} == {27}
    wrong = [(n, row[n - 1]) for row in rows for n, rule in GRAMMAR.items() if not re.fullmatch(rule, row[n - 1])]
    assert wrong == []
    filled = {number for row in rows for number, cell in enumerate(row, 1) if cell}
    assert filled >= {6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 24, 25} | ({23} if with_text else set())


DATASETS = {
    "gdelt-gkg": ("gkg_v2", "gkg-v2"),
    "gdelt-events": ("events_15min", "events-15min"),
    "gdelt-mentions": ("mentions",) * 2,
}


@pytest.mark.slow
@pytest.mark.parametrize("form", DATASETS)
def test_gdeltforge_reads_it(sample_home: Home, tmp_path: Path, form: str) -> None:
    import gdeltforge
    import polars

    folder, dataset = DATASETS[form]
    raw = tmp_path / "data" / folder / "raw"
    raw.mkdir(parents=True)
    files = export(sample_home, form, tmp_path / "export")
    for file in files:
        with zipfile.ZipFile(raw / f"{file.name}.zip", "w") as archive:
            archive.write(file, file.name)
    (tmp_path / "config").mkdir()
    settings = Path(gdeltforge.__file__).parent / "config" / "default_settings.yaml"
    shutil.copy(settings, tmp_path / "config" / "settings.yaml")
    run(Path(sys.executable), "-m", "gdeltforge", "convert", "--dataset", dataset, folder=tmp_path)
    read = polars.concat([polars.read_parquet(path) for path in sorted(tmp_path.rglob("*.parquet"))])
    lines = sum(len(file.read_text("utf-8").splitlines()) for file in files)
    assert read.shape == (lines, WIDTHS[form])


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_gdelt_regkg_reads_every_cell_of_the_graph(sample_home: Home, tmp_path: Path) -> None:
    found = json.loads(run(newer_python(tmp_path), READER, *export(sample_home, "gdelt-gkg", tmp_path / "export")))
    assert found["rows"] == 16
    assert [name for name, count in found.items() if not count] == []


def newer_python(folder: Path) -> Path:
    """An interpreter with the reader: ours if it is new enough, else the system's with an environment of its own."""
    if sys.version_info >= (3, 12):
        return Path(sys.executable)
    found = next((path for name in ("python3.13", "python3.12") if (path := working(name))), None)
    if found is None:
        pytest.skip("gdelt-regkg needs Python 3.12, which is not here")
    return environment(folder / "reader", "gdelt-regkg>=2.1,<3", python=found)


def working(name: str) -> Path | None:
    """A program on the path that runs; a shim may stand for a version that is not chosen."""
    path = shutil.which(name)
    is_there = path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0
    return Path(path) if path and is_there else None
