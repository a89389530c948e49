"""The session in the README, played: `python tests/flows/readme_session.py` writes what the commands print now."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
SESSION = re.compile(r"(?<=```console\n).*?(?=```\n)", re.DOTALL)


def session(readme: str) -> str:
    """The session as the README has it."""
    (found,) = SESSION.findall(readme)
    return found


def played(text: str) -> str:
    """The commands of a session, each with what it prints now, in a home of their own; times are normalised."""
    commands = [line for line in text.splitlines() if line.startswith("$ ")]
    with tempfile.TemporaryDirectory() as home:
        return "".join(f"{command}\n{_output(command, home)}" for command in commands)


def _output(command: str, home: str) -> str:
    arguments = shlex.split(command.removeprefix("$ dateline"))
    environment = {name: value for name, value in os.environ.items() if name != "PREFECT_API_URL"}
    done = subprocess.run(
        [Path(sys.executable).with_name("dateline"), *arguments],
        cwd=README.parent, env=environment | {"DATELINE_HOME": home}, stdout=subprocess.PIPE, text=True, check=True,
        timeout=120,
    )  # fmt: skip
    return re.sub(r"in \d+\.\d s", "in 4.2 s", done.stdout)


if __name__ == "__main__":
    text = README.read_text()
    README.write_text(SESSION.sub(lambda found: played(found.group()), text))
