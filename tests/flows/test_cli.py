"""The command line: help for everything, one sentence for every failure, and light commands that stay light."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.command_line import dateline, status
from flows.commands.status import age
from warehouse.home import Home

COMMANDS = sorted(dateline.commands)
DOCS = Path(__file__).parents[2] / "docs" / "commands.md"


def run_program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The installed program in a process of its own."""
    program = Path(sys.executable).with_name("dateline")
    return subprocess.run(
        [program, *arguments], capture_output=True, text=True, env=os.environ | environment, timeout=60, check=False
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"dateline {command}" in shown.split("Examples:")[1]
    assert "--home" in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    section = DOCS.read_text().split(f"\n## dateline {command}\n")[1].split("\n## ")[0]
    names = [
        name for parameter in dateline.commands[command].params for name in parameter.opts if name.startswith("--")
    ]
    assert [name for name in names if f"`{name}" not in section] == []


FAILURES = {
    "unknown command": (["bogus"], 2, "Error: No such command 'bogus'."),
    "missing argument": (["query"], 2, "Error: Missing argument 'SQL'."),
    "unknown format": (["export", "xml"], 2, "'xml' is not one of 'parquet', 'csv', 'jsonl', 'gdelt-gkg', "),
    "no workers": (["run", "--workers", "0"], 2, "0 is not in the range x>=1."),
    "sources to re-extract": (["run", "--reextract", "a.txt"], 2, "Error: --reextract reads the stored articles again"),
    "no source": (["run", "nowhere.txt"], 1, "dateline: There is no file or folder nowhere.txt; check the path.\n"),
    "no warehouse": (["query", "select 1"], 1, "dateline: There is no warehouse at "),
    "no articles": (["rebuild"], 1, "run `dateline run"),
    "no model": (["run", "--model", "en_none"], 1, "dateline: The spaCy model en_none is not installed: "),
    "no such file in a store": (
        ["run", "memory://nowhere/a.txt"],
        1,
        "dateline: There is no file or folder memory://nowhere/a.txt (not found); check the address.\n",
    ),
    "a value without =": (
        ["correct", "quantities", "a1", "--set", "value", "--reason", "r"],
        2,
        "Error: --set value has no =; write COLUMN=VALUE, or COLUMN= for NULL.\n",
    ),
    "nothing to correct": (["correct", "quantities", "a1", "--hide", "--reason", "r"], 1, "run `dateline run` first"),
    "a sample in another form": (["audit", "--sample", "1", "--output", "a.txt"], 2, "must end in .csv or .html.\n"),
    "correction without a reason": (
        ["correct", "quantities", "a1", "--hide"],
        2,
        "Error: A correction needs TABLE, ROW_ID and --reason.\n",
    ),
    "home is a file": (["run", "--home", "taken"], 2, "Directory 'taken' is a file."),
}


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a command is given, with nothing but a file in the way; Prefect is not configured."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    (tmp_path / "taken").touch()
    return tmp_path


@pytest.mark.parametrize(("arguments", "code", "sentence"), FAILURES.values(), ids=FAILURES.keys())
def test_failures(
    empty_folder: Path, capsys: pytest.CaptureFixture[str], *, arguments: list[str], code: int, sentence: str
) -> None:
    assert status(arguments) == code
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said
    assert not (empty_folder / "data").exists(), "a failure leaves no empty home behind"


def test_verbose_adds_the_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["query", "select 1", "--home", str(tmp_path), "--verbose"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_query_as_json(ferry_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["query", "select measure, value from marts.tolls", "--json", "--home", str(ferry_home.path)]) == 0
    assert json.loads(capsys.readouterr().out) == [{"measure": "killed", "value": 9.0}]


def test_query_from_standard_input_to_parquet(ferry_home: Home, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    file = tmp_path / "out.parquet"
    program = Path(sys.executable).with_name("dateline")
    arguments = ["query", "-", "--format", "parquet", "--home", str(ferry_home.path)]
    with file.open("wb") as out:
        subprocess.run([program, *arguments], input=b"select 1 as n", stdout=out, timeout=60, check=True)
    assert pq.ParquetFile(file).read().to_pylist() == [{"n": 1}]


def test_evidence_page(ferry_home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "claims.html"
    assert status(["evidence", "--html", str(file), "--home", str(ferry_home.path)]) == 0
    assert capsys.readouterr().err == f"1 row in {file}\n"
    assert "<h1>Casualty claims</h1>" in file.read_text()


def test_evidence_as_json(ferry_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    sql = "select quantity_id, value from facts.quantities"
    assert status(["evidence", sql, "--json", "--home", str(ferry_home.path)]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["outlet"], row["evidence"], row["value"]) == ("Lumen Post", "Nine", 9.0)
    assert row["sentence"] == "Nine people were killed in Lumen Bay, the harbour office said on Monday."


def test_evidence_as_json_keeps_the_values_of_the_query(ferry_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    sql = """
        select quantity_id, 12000.5 as cost, 3 as n, date '2024-02-27' as day, ['a', 'b'] as names,
            case when value > 100 then 1 end as nothing
        from facts.quantities
    """
    assert status(["evidence", sql, "--json", "--home", str(ferry_home.path)]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert {name: row[name] for name in row.keys() & {"cost", "n", "day", "names", "nothing"}} == {
        "cost": 12000.5,
        "n": 3,
        "day": "2024-02-27",
        "names": ["a", "b"],
    }


@pytest.mark.parametrize(
    "arguments", [["query", "select 1", "--output"], ["evidence", "--html"]], ids=["query", "page"]
)
def test_an_output_that_cannot_be_written(
    arguments: list[str], ferry_home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").touch()
    file = tmp_path / "taken" / "out"
    assert status([*arguments, str(file), "--home", str(ferry_home.path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"dateline: {file} cannot be used (")
    assert said.endswith("; mend it or name another file.\n")


def test_refused_input_alone_shows_no_tables(
    empty_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"{\n")))
    assert status(["run", "-", "--home", str(empty_folder / "home")]) == 3
    shown = capsys.readouterr()
    assert shown.out.startswith("1 article: 0 read, 0 already known, 1 rejected, in ")
    assert "\nrejected: standard input line 1: the line is not JSON: " in shown.err


AGES = {
    "hours": (3.52, "3.5 hours ago"),
    "days": (41_422.3, "1,726 days ago"),
    "ahead": (-2.0, "2.0 hours from now"),
}


@pytest.mark.parametrize(("hours", "expected"), AGES.values(), ids=AGES.keys())
def test_age(hours: float, expected: str) -> None:
    assert age(hours) == expected


def test_export(ferry_home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out"
    assert status(["export", "csv", "--output", str(target), "--home", str(ferry_home.path)]) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == [str(path) for path in sorted(target.iterdir())]


@pytest.mark.parametrize("command", [["export-dbt"], ["export", "dbt"]], ids=" ".join)
def test_export_of_the_models_needs_no_warehouse(tmp_path: Path, command: list[str]) -> None:
    target = tmp_path / "project"
    assert status([*command, "--output", str(target), "--home", str(tmp_path / "home")]) == 0
    assert (target / "dbt_project.yml").is_file()


def test_version() -> None:
    done = run_program("--version")
    assert (done.returncode, done.stdout) == (0, "dateline 0.1.0\n")


COMPLETIONS = {
    "commands": ("dateline reb", ["plain,rebuild"]),
    "formats": ("dateline export p", ["plain,parquet"]),
    "options": ("dateline run --re", ["plain,--reextract"]),
}


@pytest.mark.parametrize(("line", "expected"), COMPLETIONS.values(), ids=COMPLETIONS.keys())
def test_completion(line: str, expected: list[str]) -> None:
    done = run_program(_DATELINE_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(line.split()) - 1))
    assert done.stdout.splitlines() == expected


LIGHT = {
    "query": ["query", "select 1"],
    "evidence": ["evidence"],
    "export": ["export", "jsonl", "--output", "out"],
    "rebuild": ["rebuild"],
    "doctor": ["doctor"],
    "help": ["run", "--help"],
    "nothing new": ["run", "no.jsonl"],
}
REPORT = """
import sys
from flows.command_line import status
status(sys.argv[1:])
print(sorted({"spacy", "prefect", "thinc"} & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.slow
@pytest.mark.parametrize("arguments", LIGHT.values(), ids=LIGHT.keys())
def test_light_commands_import_neither_spacy_nor_prefect(
    arguments: list[str], tmp_path: Path, ferry_home: Home
) -> None:
    import shutil

    home = shutil.copytree(ferry_home.path, tmp_path / "home")
    (tmp_path / "no.jsonl").touch()
    environment = {k: v for k, v in os.environ.items() if k != "PREFECT_API_URL"} | {"DATELINE_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", REPORT, *arguments],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stderr.splitlines()[-1] == "[]"


@pytest.mark.slow
def test_broken_pipe_is_quiet(ferry_home: Home) -> None:
    program = Path(sys.executable).with_name("dateline")
    command = f"{program} query 'from range(200000)' --home {ferry_home.path} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=True)
    assert (done.stdout.strip(), done.stderr) == ("range", "")
