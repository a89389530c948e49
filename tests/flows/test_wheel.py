"""The wheel alone: installed away from the checkout, in an empty folder, it finds its seeds and its SQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = "import sys; from flows.cli import main; sys.argv[0] = 'dateline'; main()"


@pytest.mark.slow
def test_an_installed_wheel_runs(tmp_path: Path) -> None:
    def python(*arguments: str, cwd: Path = ROOT, **environment: str) -> str:
        command, variables = [sys.executable, *arguments], os.environ | environment
        return subprocess.run(
            command, cwd=cwd, env=variables, stdout=subprocess.PIPE, text=True, check=True, timeout=250
        ).stdout

    python("-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path / "dist"))
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    installed, empty = tmp_path / "installed", tmp_path / "empty"
    python("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(installed), str(wheel))
    empty.mkdir()

    # The installed copy comes before the checkout, whose packages are all that is borrowed.
    place = python("-c", "import flows; print(flows.__file__)", cwd=empty, PYTHONPATH=str(installed))
    assert place.startswith(str(installed))
    said = python("-c", PROGRAM, "run", cwd=empty, PYTHONPATH=str(installed), PREFECT_API_URL="")
    assert "0 rejected" in said
    assert (empty / "data" / "dateline.duckdb").is_file()
    claims = python("-c", PROGRAM, "query", "from marts.tolls", "--json", cwd=empty, PYTHONPATH=str(installed))
    assert '"measure": "killed"' in claims
