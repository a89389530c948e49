"""What goes wrong outside: one clear sentence, the right exit code, nothing lost, and the next run recovers."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from flows.inbox import finished
from warehouse.home import Home
from warehouse.query import query

pytestmark = pytest.mark.slow
PROGRAM = Path(sys.executable).with_name("dateline")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PREFECT_API_URL"} | {
    "DATELINE_WORKERS": "1"
}


def dateline(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    return subprocess.run(
        [PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=ENVIRONMENT, timeout=120, check=False
    )


def assert_one_sentence(done: subprocess.CompletedProcess[str], words: str, code: int = 1) -> None:
    """Exit code, and a last line on standard error that says it; no traceback anywhere."""
    assert words in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert done.returncode == code


def assert_read(home: Path, count: int) -> None:
    """So many articles are published, and nothing waits."""
    assert query(Home(home), "select count(*) as n from facts.articles").to_pylist() == [{"n": count}]
    assert finished(Home(home)) == []


def test_unreadable_files_are_rejects(articles: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (articles / "empty.txt").touch()
    (articles / "latin.txt").write_bytes("Caf\xe9 burns\n\nNobody was hurt.".encode("latin-1"))
    (articles / "long.txt").write_text("word " * 4_000_000)
    (articles / "wire.jsonl").write_text(
        '{"id": "w1", "text": "A ship sank off Orra; two died."}\n{"id": "w2", "text": \n'
    )
    done = dateline("run", articles, "--home", home)
    assert done.returncode == 3
    rejected = [line.split("/articles/")[1] for line in done.stderr.splitlines() if line.startswith("rejected: ")]
    starts = {
        name: next(line for line in rejected if line.startswith(name)) for name in ("empty", "latin", "long", "wire")
    }
    assert len(rejected) == 4
    assert "empty" in starts["empty"].split(": ")[1]
    assert "UTF-8" in starts["latin"]
    assert "the limit for one article" in starts["long"]
    assert starts["wire"].startswith("wire.jsonl line 2: ")
    assert_read(home, 3)


def test_a_foreign_warehouse_is_left_alone(articles: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with duckdb.connect(str(home / "dateline.duckdb")) as con:
        con.execute("create table diary as select 'mine' as entry")
    content = (home / "dateline.duckdb").read_bytes()
    assert_one_sentence(dateline("run", articles, "--home", home), "is a DuckDB file that Dateline did not make")
    assert (home / "dateline.duckdb").read_bytes() == content
    (home / "dateline.duckdb").rename(tmp_path / "diary.duckdb")
    assert dateline("run", articles, "--home", home).returncode == 0
    assert_read(home, 2)


HOLD = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


def test_a_locked_warehouse_does_not_block(articles: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert dateline("run", articles / "mill.txt", "--home", home).returncode == 0
    command = [sys.executable, "-c", HOLD, str(home / "dateline.duckdb")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        done = dateline("run", articles / "quake.txt", "--home", home)
        assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
        holder.communicate("", timeout=20)
    assert_read(home, 2)


Mount = Callable[[str], Path]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """A small file system in memory, given its options; unmounted afterwards."""
    place = tmp_path / "small"
    place.mkdir()

    def mounted(options: str) -> Path:
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False)
        if done.returncode and not os.environ.get("CI"):
            pytest.skip("mounting is not permitted here")
        assert done.returncode == 0, done.stderr
        return place

    yield mounted
    subprocess.run(["umount", "-l", place], capture_output=True, check=False)


def test_a_read_only_home(mount: Mount, articles: Path) -> None:
    place = mount("size=64m")
    home = place / "home"
    assert dateline("run", articles / "mill.txt", "--home", home).returncode == 0
    subprocess.run(["mount", "-o", "remount,ro", place], check=True)
    assert_one_sentence(
        dateline("run", articles / "quake.txt", "--home", home), "cannot be written (Read-only file system)"
    )
    assert_read(home, 1)
    subprocess.run(["mount", "-o", "remount,rw", place], check=True)
    assert dateline("run", articles / "quake.txt", "--home", home).returncode == 0
    assert_read(home, 2)


@pytest.mark.parametrize("size_kb", [40, 120, 800])
def test_a_full_disk(mount: Mount, articles: Path, size_kb: int) -> None:
    """Full while the inbox, the parts, or the warehouse is written."""
    place = mount(f"size={size_kb}k")
    home = place / "home"
    assert_one_sentence(dateline("run", articles, "--home", home), "free some and run again, nothing is lost.")
    assert not list(place.rglob("*.tmp"))
    subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)
    assert dateline("run", articles, "--home", home).returncode == 0
    assert_read(home, 2)


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """Three chunks of one-sentence articles."""
    file = tmp_path / "wire.jsonl"
    records = (
        {"id": str(n), "text": f"A bus fell into the Orra and {n + 2} people died, police said."} for n in range(600)
    )
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    return file


def _started(wire: Path, home: Path) -> subprocess.Popen[str]:
    """A run in a process group of its own, once its first chunk is done."""
    run = subprocess.Popen(
        [PROGRAM, "run", wire, "--home", home],
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
        start_new_session=True,
    )
    assert run.stderr
    for line in run.stderr:
        if line.startswith("chunk 1 of 3"):
            return run
    raise AssertionError("no chunk was done")


def _children(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(child) for child in found]


def _assert_gone(processes: list[int]) -> None:
    for _ in range(100):
        if not any(Path(f"/proc/{process}").exists() for process in processes):
            return
        time.sleep(0.1)
    raise AssertionError(f"still running: {processes}")


STOPS = {
    "ctrl-c": (signal.SIGINT, 130, "dateline: Stopped; what was finished is kept, and the next `dateline run` goes on"),
    "terminated": (signal.SIGTERM, 130, "dateline: Stopped; what was finished is kept"),
    "killed": (signal.SIGKILL, -signal.SIGKILL, ""),
}


@pytest.mark.parametrize(("sent", "code", "words"), STOPS.values(), ids=STOPS.keys())
def test_a_stopped_run_goes_on(wire: Path, tmp_path: Path, *, sent: signal.Signals, code: int, words: str) -> None:
    home = tmp_path / "home"
    run = _started(wire, home)
    workers = _children(run.pid)
    # A terminal sends Ctrl-C to every process of the run; kill is for the run alone.
    (os.killpg if sent == signal.SIGINT else os.kill)(run.pid, sent)
    _, rest = run.communicate(timeout=60)
    assert (run.returncode, "Traceback" in rest) == (code, False)
    assert words in (rest.splitlines() or [""])[-1]
    _assert_gone(workers)
    done = dateline("run", wire, "--home", home)
    assert (done.returncode, "going on with the run that was stopped" in done.stderr) == (0, True)
    assert_read(home, 600)


def test_a_killed_worker(wire: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    run = _started(wire, home)
    for child in _children(run.pid):
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(child, signal.SIGKILL)
    _, rest = run.communicate(timeout=60)
    assert (run.returncode, "Traceback" in rest) == (1, False)
    assert "dateline: A worker process was killed, most likely for lack of memory; 1 of 3 chunks are kept" in rest
    assert dateline("run", wire, "--home", home).returncode == 0
    assert_read(home, 600)


def test_leftovers_of_a_killed_run_are_swept(articles: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert dateline("run", articles / "mill.txt", "--home", home).returncode == 0
    (home / "state" / "inbox" / "20200101T000000000000").mkdir()
    shutil.copy(articles / "mill.txt", home / "dateline.duckdb.building")
    assert dateline("run", articles, "--home", home).returncode == 0
    assert sorted(path.name for path in (home / "state" / "inbox").iterdir()) == []
    assert not (home / "dateline.duckdb.building").exists()
