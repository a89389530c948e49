"""Ctrl-C and `kill` while the program works on the warehouse or still loads: one sentence, exit code 130, at once."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from warehouse.home import Home

pytestmark = pytest.mark.slow
PROGRAM = Path(sys.executable).with_name("dateline")
ENDLESS = "select sum(a.range * b.range) as n from range(10000000) a, range(10000000) b"
SENTENCE = "dateline: Stopped; what was finished is kept, and the next `dateline run` goes on from there."


def _started(*arguments: object) -> subprocess.Popen[str]:
    """The program in a session of its own."""
    return subprocess.Popen(
        [PROGRAM, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _has_open(process: int, file: Path) -> bool:
    return any(link.is_symlink() and link.resolve() == file for link in Path(f"/proc/{process}/fd").iterdir())


def _worked_ticks(process: int) -> int:
    """Time that a process spent on a processor, in clock ticks."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _await_query(program: subprocess.Popen[str], warehouse: Path) -> None:
    """Until the program has opened the warehouse and then worked for half a second."""
    while program.poll() is None and not _has_open(program.pid, warehouse):
        time.sleep(0.01)
    begun = _worked_ticks(program.pid)
    while program.poll() is None and _worked_ticks(program.pid) < begun + os.sysconf("SC_CLK_TCK") // 2:
        time.sleep(0.01)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "kill"])
@pytest.mark.parametrize("command", ["query", "evidence"])
def test_a_query_is_stopped(ferry_home: Home, command: str, sent: signal.Signals) -> None:
    program = _started(command, ENDLESS, "--home", ferry_home.path)
    try:
        _await_query(program, ferry_home.warehouse)
        os.killpg(program.pid, sent)
        shown, said = program.communicate(timeout=60)
        assert (shown, said.strip(), program.returncode) == ("", SENTENCE, 130)
    finally:
        program.kill()
        program.wait()


LOADING = """
import signal, sys
from flows import cli
for stop in cli.STOPS:
    signal.signal(stop, cli.stop)
try:
    import late
    signal.pause()
except KeyboardInterrupt:
    print(sys.modules["late"].is_whole)
"""


def test_a_module_is_loaded_whole_first(tmp_path: Path) -> None:
    (tmp_path / "late.py").write_text("import signal\nsignal.raise_signal(signal.SIGINT)\nis_whole = True\n")
    path = os.pathsep.join([str(tmp_path), *sys.path])
    command = [sys.executable, "-c", LOADING]
    environment = os.environ | {"PYTHONPATH": path}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("True\n", "")
