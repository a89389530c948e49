"""Python environments of their own, for readers that do not live with our pins."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def environment(folder: Path, *requirements: str, python: Path | None = None) -> Path:
    """The interpreter of a new environment that holds the requirements; where it cannot be made, a skip outside CI."""
    subprocess.run([python or sys.executable, "-m", "venv", folder], check=True)
    own = folder / "bin" / "python"
    command = [own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)
    if done.returncode and not os.environ.get("CI"):
        pytest.skip(f"{' '.join(requirements)} cannot be installed: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return own


def run(python: Path, *arguments: str | Path, folder: Path | None = None) -> str:
    """What a program of that environment prints; it must succeed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [python, *arguments], capture_output=True, text=True, check=False, timeout=280, env=clean, cwd=folder
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
