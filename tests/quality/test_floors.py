"""Quality on development data must not fall below the pinned floors.

The data and their scorers lie outside the repository (their licences differ): in `../shared`, or where
DATELINE_GOLD points. Without them these tests are skipped, except in CI.
"""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DATELINE_GOLD") or HERE.parent.parent.parent / "shared").resolve()
FLOORS: dict[str, dict[str, Any]] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
GOLDEN = {"golden-seed": ("seed.txt", "seed.facts.json"), "golden-more": ("more.articles.jsonl", "more.facts.json")}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not SHARED.is_dir() and not os.environ.get("CI"), reason=f"no development data in {SHARED}"),
]


def dateline(*arguments: object) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("dateline")), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 3}, done.stderr


def score(scorer: str, *arguments: object) -> dict[str, Any]:
    command = [sys.executable, str(SHARED / "score" / f"{scorer}.py"), *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    figures: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])
    return figures


def golden(name: str, home: Path) -> dict[str, float]:
    articles, facts = (SHARED / "gold" / "golden" / file for file in GOLDEN[name])
    dateline("run", articles, "--home", home, "--quiet")
    out = score("golden", "--home", home, "--facts", facts)
    assert out["offsets"][1] == [], "every span must slice back to its surface"
    return {tier: counts[0] for tier, counts in out["tiers"].items()} | {"questions": out["questions"][0]}


def measured(name: str, home: Path) -> dict[str, float]:
    pinned = FLOORS[name]
    if pinned["scorer"] == "golden":
        return golden(name, home)
    stem = SHARED / "gold" / pinned["folder"] / name
    dateline("run", f"{stem}.articles.jsonl", "--home", home, "--quiet")
    out = score(pinned["scorer"], "--gold", f"{stem}.gold.jsonl", "--home", home)
    return {f"{row}.{figure}": value for row, figures in out.items() for figure, value in figures.items()}


@pytest.mark.parametrize("name", FLOORS)
def test_quality_does_not_fall(name: str, tmp_path: Path) -> None:
    found = measured(name, tmp_path / "home")
    fallen = {key: (found[key], floor) for key, floor in FLOORS[name]["floors"].items() if found[key] < floor}
    assert not fallen, f"{name}: (found, floor) {fallen}"
