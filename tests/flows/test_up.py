"""`dateline up` for real: a server on loopback, a feed that grows, a kill in the middle, a failure that is told.

The steps wait for what is to happen, never for a time; how long anything takes is not asserted.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from newsroom import Newsroom, newsroom

from warehouse.errors import WarehouseError
from warehouse.home import Home
from warehouse.ledger import runs
from warehouse.publish import rebuild
from warehouse.query import query
from warehouse.watched import watched, write_watch

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]
PROGRAM = Path(sys.executable).with_name("dateline")
PATIENCE_SECONDS = 300
SOURCES = """
[fetch]
seconds_between = 0
[schedule]
failure_webhook = "{room}/told"
[[source]]
name = "post"
kind = "feed"
address = "{room}/feed.xml"
every = "1d"
"""


class Service:
    """One `dateline up` with everything that it starts."""

    def __init__(self, home: Home, port: int) -> None:
        self.api = f"http://127.0.0.1:{port}/api"
        self.log = (home.path.parent / "up.log").open("ab")
        self.process = subprocess.Popen(
            [PROGRAM, "up", "--every", "10s", "--port", str(port), "--workers", "1", "--home", home.path],
            env=os.environ | {"PREFECT_RUNNER_POLL_FREQUENCY": "1"}, stderr=self.log, start_new_session=True,
        )  # fmt: skip

    def due_runs(self, state: str | None = None) -> list[dict[str, Any]]:
        """Runs of the flow `due` that have begun, or those in a state, oldest first."""
        found = [run for run in _ask(self.api, "flow_runs") if run["name"] == "due" and run["deployment_id"]]
        return sorted(
            (run for run in found if state in {None, run["state_name"]}), key=lambda run: str(run["start_time"])
        )

    def family(self) -> set[int]:
        """The processes below it, itself included."""
        parents = {int(path.name): _parent(path) for path in Path("/proc").glob("[0-9]*")}
        found = {self.process.pid}
        while grown := {child for child, parent in parents.items() if parent in found} - found:
            found |= grown
        return found

    def end(self) -> None:
        """Whatever is left of it."""
        for process in self.family():
            if _is_alive(process):
                os.kill(process, signal.SIGKILL)
        self.process.wait()
        self.log.close()


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with newsroom() as room:
        yield room


@pytest.fixture
def home(tmp_path: Path, room: Newsroom) -> Home:
    home = Home(tmp_path / "home")
    home.path.mkdir()
    (home.path / "sources.toml").write_text(SOURCES.format(room=room.address))
    return home


def test_the_feed_grows_while_runs_happen_by_themselves(room: Newsroom, home: Home) -> None:
    port = _free_port()
    _publish(room, 2)
    first = Service(home, port)
    try:
        _until(lambda: _article_count(home) == 2)
        _until(lambda: first.due_runs("Completed"))
        assert _has_pages(first.api)
        assert {a["key"] for a in _ask(first.api, "artifacts")} == {"run-counts", "run-summary", "run-rejects"}

        _publish(room, 3)
        _make_due(home)
        _until(lambda: _article_count(home) == 3)
        assert [run.loaded_count for run in runs(home)] == [2, 1]

        _pause(first.api, "nightly")
        before = query(home, "select table_hashes from ops.warehouse").to_pylist()
        _publish(room, 4)
        _make_due(home)
        _until(lambda: any(home.inbox.glob("*/ingest.json")))
        family = first.family()
        os.kill(first.process.pid, signal.SIGKILL)
        _until(lambda: not any(map(_is_alive, family - {first.process.pid})))
        assert query(home, "select table_hashes from ops.warehouse").to_pylist() == before
        assert _article_count(home) == 3
    finally:
        first.end()

    second = Service(home, port)
    try:
        _until(lambda: _article_count(home) == 4)
        _until(lambda: _has_gone_on([run["state_name"] for run in second.due_runs()]))
        (home.path / "sources.toml").write_text("[[source]]\nnmae = 'post'\n")
        assert [run.loaded_count for run in runs(home)] == [2, 1, 1]
        assert len(second.due_runs("Crashed")) == 1
        _assert_one_at_a_time(second.due_runs())
        assert {d["paused"] for d in _ask(second.api, "deployments") if d["name"] == "dateline"} == {True, False}

        _until(lambda: room.posted)
        told = json.loads(room.posted[0])
        assert (told["flow"], told["state"], "`nmae` is not a key" in told["text"]) == ("due", "Failed", True)

        family = second.family()
        second.process.terminate()
        assert second.process.wait(PATIENCE_SECONDS) == 0
        _until(lambda: not any(map(_is_alive, family - {second.process.pid})))
    finally:
        second.end()
    published = query(home, "select table_hashes from ops.warehouse").to_pylist()
    assert [list(rebuild(home).table_hashes.items())] == [list(dict(row["table_hashes"]).items()) for row in published]


def _publish(room: Newsroom, count: int) -> None:
    """A feed of so many stories."""
    stories = [(f"/story-{n}", f"Bridge number {n} is shut") for n in range(count)]
    for path, title in stories:
        room.story(path, title, lead=f"Rain fell for {len(path)} hours on {title}.")
    room.feed("/feed.xml", *stories)


def _pause(api: str, flow: str) -> None:
    """As the switch in the pages does."""
    with urlopen(f"{api}/deployments/name/{flow}/dateline", timeout=60) as answer:
        deployment = json.load(answer)["id"]
    with urlopen(Request(f"{api}/deployments/{deployment}/pause_deployment", method="POST"), timeout=60):
        pass


def _make_due(home: Home) -> None:
    """As if its day were over."""
    (watch,) = watched(home)
    write_watch(home, replace(watch, next_due_at=None))


def _article_count(home: Home) -> int:
    try:
        return int(query(home, "select count(*) as n from facts.articles")["n"][0].as_py())
    except WarehouseError:
        return 0


def _has_gone_on(states: list[str]) -> bool:
    """Whether a run has completed after the one that was killed."""
    return "Crashed" in states and "Completed" in states[states.index("Crashed") :]


def _assert_one_at_a_time(begun: list[dict[str, Any]]) -> None:
    spans = [(run["start_time"], run["end_time"]) for run in begun if run["start_time"] and run["end_time"]]
    assert len(spans) > 2
    assert [one for one, other in pairwise(spans) if one[1] > other[0]] == []


def _has_pages(api: str) -> bool:
    with urlopen(api.removesuffix("/api"), timeout=30) as answer:
        page = answer.read().decode()
    script = page.split('src="')[1].split('"')[0]
    with urlopen(api.removesuffix("/api") + script, timeout=30) as answer:
        return "<html" in page and len(answer.read()) > 1000


def _ask(api: str, what: str) -> list[dict[str, Any]]:
    body = json.dumps({"sort": "START_TIME_DESC"} if what == "flow_runs" else {}).encode()
    request = Request(f"{api}/{what}/filter", data=body, headers={"Content-Type": "application/json"})
    with urlopen(request, timeout=60) as answer:
        found: list[dict[str, Any]] = json.load(answer)
    return found


def _until(condition: Callable[[], object]) -> None:
    for _ in range(PATIENCE_SECONDS * 5):
        if condition():
            return
        time.sleep(0.2)
    raise AssertionError("it did not come to pass")


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError):
        return 0


def _is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
