"""The flows on a real Prefect server: states and counts are read back through its API."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from flows.prefect_environment import prepare
from warehouse.home import Home
from warehouse.ledger import runs

PATIENCE_SECONDS = 120


@pytest.mark.slow
def test_the_server_can_be_imported() -> None:
    """A newer fastapi than the pinned one breaks Prefect's server at import."""
    prepare(Home(Path("nowhere")), environment=(environment := dict(os.environ)))
    done = subprocess.run(
        [sys.executable, "-c", "import prefect.server.api.server"], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


ENVIRONMENTS = {
    "nothing set": ({}, {"PREFECT_HOME": "/h/state/prefect", "PREFECT_SERVER_EPHEMERAL_ENABLED": "true"}),
    "a server": ({"PREFECT_API_URL": "http://127.0.0.1:1/api"}, {"PREFECT_HOME": None}),
    "a home of one's own": ({"PREFECT_HOME": "/mine"}, {"PREFECT_HOME": "/mine"}),
    "telemetry wanted": ({"DO_NOT_TRACK": "0", "PREFECT_SERVER_ANALYTICS_ENABLED": "true"}, {}),
}


@pytest.mark.parametrize(("before", "after"), ENVIRONMENTS.values(), ids=ENVIRONMENTS.keys())
def test_environment(before: dict[str, str], after: dict[str, str | None]) -> None:
    prepare(Home(Path("/h")), environment=(environment := dict(before)))
    assert {name: environment.get(name) for name in after} == after
    assert (environment["DO_NOT_TRACK"], environment["PREFECT_SERVER_ANALYTICS_ENABLED"]) == ("1", "false")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Address of the API of a Prefect server that is stopped afterwards."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    environment |= {"PREFECT_HOME": str(tmp_path / "prefect"), "PREFECT_SERVER_UI_ENABLED": "false"}
    environment |= {"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with (tmp_path / "server.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=tmp_path)
    try:
        address = f"http://127.0.0.1:{port}/api"
        _await_health(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.slow
def test_the_flow_runs_on_a_server(server: str, articles: Path, tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("dateline")
    done = subprocess.run(
        [program, "run", str(articles), "--json", "--home", str(tmp_path / "home")],
        env=os.environ | {"PREFECT_API_URL": server}, capture_output=True, text=True, timeout=200, check=True,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert (report["orchestrator"], report["loaded_count"]) == ("prefect", 2)
    assert f"steps run as Prefect flows on {server}" in done.stderr

    flow_names = {flow["id"]: flow["name"] for flow in _ask(server, "flows")}
    flow_runs = [(flow_names[run["flow_id"]], run["state_type"]) for run in _ask(server, "flow_runs")]
    assert sorted(flow_runs) == [(name, "COMPLETED") for name in ("daily", "extract", "ingest", "publish")]

    # A subflow appears among its parent's task runs too, beside the task of each stage.
    task_runs = sorted((re.split(r"[ -]", run["name"])[0], run["state_type"]) for run in _ask(server, "task_runs"))
    names = ("build", "extract", "extract", "ingest", "publish", "read")
    assert task_runs == [(name, "COMPLETED") for name in names]

    (artifact,) = _ask(server, "artifacts")
    counts = {row["what"]: row["count"] for row in json.loads(artifact["data"])}
    assert (artifact["key"], counts["loaded"], counts["facts.articles"]) == ("run-counts", 2, 2)


SERVERS = {
    "not there": (
        {"PREFECT_API_URL": "http://127.0.0.1:9/api"},
        "Prefect's API at http://127.0.0.1:9/api does not answer",
    ),
    "embedded": ({"PREFECT_API_URL": ""}, "There is no file or folder nowhere.txt; check the path."),
}


@pytest.mark.slow
@pytest.mark.parametrize(("environment", "sentence"), SERVERS.values(), ids=SERVERS.keys())
def test_a_flow_that_fails_is_one_sentence(environment: dict[str, str], sentence: str, tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("dateline")
    done = subprocess.run(
        [program, "run", "--flow", "nowhere.txt", "--home", str(tmp_path / "home")],
        env=os.environ | environment, cwd=tmp_path, capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip
    start, last = done.stderr.splitlines()
    assert (done.returncode, start[:27], last.startswith(f"dateline: {sentence}")) == (
        1,
        "steps run as Prefect flows ",
        True,
    )


@pytest.mark.slow
def test_the_deployments_run_on_a_worker(server: str, articles: Path, tmp_path: Path) -> None:
    """`prefect.yaml` on a process work pool, as docs/schedules.md says."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "sources.toml").write_text(f"[[source]]\nname = 'desk'\nkind = 'files'\naddress = '{articles}'\n")
    root = Path(__file__).parents[2]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment |= {"PREFECT_API_URL": server, "PREFECT_HOME": str(tmp_path / "client"), "DO_NOT_TRACK": "1"}
    environment |= {"DATELINE_DIRECTORY": str(root), "DATELINE_HOME": str(home)}
    for command in (
        "work-pool create dateline --type process",
        "--no-prompt deploy --all",
        "deployment run due/dateline",
        "worker start --pool dateline --limit 1 --run-once",
    ):
        program = [sys.executable, "-m", "prefect", *command.split()]
        done = subprocess.run(program, env=environment, cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        environment.pop("DATELINE_HOME", None) if "deploy --all" in command else None

    deployments = {d["entrypoint"].split(":")[1]: d for d in _ask(server, "deployments")}
    assert {name: d["name"] for name, d in deployments.items()} == {"due": "dateline", "nightly": "dateline"}
    assert [d["global_concurrency_limit"]["limit"] for d in deployments.values()] == [1, 1]
    begun = [run["state_name"] for run in _ask(server, "flow_runs") if run["name"] == "due"]
    assert begun == ["Completed"]
    assert [run.loaded_count for run in runs(Home(home))] == [2]


def _await_health(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE_SECONDS * 5):
        assert process.poll() is None, "the server ended"
        try:
            with urlopen(f"{address}/health", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("the server did not answer")


def _ask(address: str, what: str) -> list[dict[str, Any]]:
    request = Request(f"{address}/{what}/filter", data=b"{}", headers={"Content-Type": "application/json"})
    with urlopen(request, timeout=30) as answer:
        found: list[dict[str, Any]] = json.load(answer)
    return found
