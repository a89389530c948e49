"""What `dateline up` is made of: when to run, processes that end with their parent, upkeep, what is quoted where."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from warehouse_rows import add_batch, article, with_facts

from explorer.newest import newest
from flows.command_line import status
from flows.health import health
from flows.lock import locked
from flows.prefect_environment import prepare, prepare_server
from flows.schedules.plan import Plan
from flows.schedules.served import alone, note_address, served_at
from flows.schedules.told import is_told, is_well, note_told
from flows.schedules.traces import remove_traces
from flows.schedules.upkeep import Upkeep, keep_up
from flows.sources.configuration import parse_configuration
from warehouse.compaction import FEWEST_BATCHES
from warehouse.errors import DatelineError, StorageError
from warehouse.home import Home
from warehouse.ledger import receipts
from warehouse.publish import publish, rebuild
from warehouse.query import query

PLANS = {
    "nothing said": ("", Plan()),
    "all": (
        'every = "1h"\ncron = "5 6 * * *"\nnightly = "0 2 * * 1"\ntimezone = "Europe/Oslo"\nfailure_webhook = "http://a/b"',
        Plan(timedelta(hours=1), "5 6 * * *", "0 2 * * 1", "Europe/Oslo", "http://a/b"),
    ),
    "seconds": ('every = "90s"', Plan(timedelta(seconds=90))),
}


@pytest.mark.parametrize(("text", "plan"), PLANS.values(), ids=PLANS.keys())
def test_the_plan_in_sources_toml(text: str, plan: Plan) -> None:
    assert parse_configuration(f"[schedule]\n{text}\n".encode(), Path("sources.toml")).schedule == plan


WRONG_PLANS = {
    "a key": ('evry = "1h"', "`evry` is not a key that Dateline knows; perhaps `every`"),
    "a length": ('every = "often"', "`every` is 'often'; it is a length of time such as 15m, 6h or 7d"),
    "a webhook": ('failure_webhook = "chat"', "`failure_webhook` is 'chat'; it begins with http:// or https://"),
}


@pytest.mark.parametrize(("text", "trouble"), WRONG_PLANS.values(), ids=WRONG_PLANS.keys())
def test_what_is_wrong_in_a_plan(text: str, trouble: str) -> None:
    with pytest.raises(DatelineError) as raised:
        parse_configuration(f"[schedule]\n{text}\n".encode(), Path("sources.toml"))
    assert str(raised.value) == f"sources.toml: {trouble}."


WRONG_OPTIONS = {
    "two ways": (["--every", "1h", "--cron", "* * * * *"], "--every and --cron are two ways to say the same"),
    "a length": (["--every", "often"], "is 'often'; it is a length of time"),
    "a cron": (["--cron", "now and then"], "The cron 'now and then' cannot be read; an example is '*/15 * * * *'."),
    "a minute": (["--nightly", "61 3 * * *"], "The cron '61 3 * * *' cannot be read"),
    "a zone": (["--timezone", "Mars/Base"], "There is no time zone 'Mars/Base'; an example is Europe/Oslo."),
    "a model": (["--model", "en_none"], "The spaCy model en_none is not installed"),
}


@pytest.mark.parametrize(("options", "sentence"), WRONG_OPTIONS.values(), ids=WRONG_OPTIONS.keys())
def test_wrong_options(options: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["up", *options, "--home", str(tmp_path / "home")]) in {1, 2}
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "home").exists()


def test_a_server_of_ones_own() -> None:
    environment = {"PREFECT_API_URL": "http://other/api", "PREFECT_API_KEY": "k", "PREFECT_PROFILE": "cloud"}
    prepare_server(Home(Path("/h")), "http://127.0.0.1:1", environment=environment)
    assert environment["PREFECT_API_URL"] == environment["PREFECT_UI_API_URL"] == "http://127.0.0.1:1/api"
    assert (environment["PREFECT_HOME"], environment["DO_NOT_TRACK"]) == ("/h/state/prefect", "1")
    assert {"PREFECT_API_KEY", "PREFECT_PROFILE"} & environment.keys() == set()


FAMILY = """
import os, sys, time
from flows.schedules.children import start_child, stop_child, when_told

def work(line, word):
    when_told(line, lambda: (print(word, flush=True), os._exit(0)))
    print("ready", flush=True)
    time.sleep(600)

if __name__ == "__main__":
    child = start_child(work, "told to stop")
    sys.stdin.read(1)
    if sys.argv[1] == "stop":
        stop_child(child)
        print("ended with", child.process.exitcode, flush=True)
    os._exit(0)
"""
ENDS = {"in good order": ("stop", ["ready", "told to stop", "ended with 0"]), "without a word": ("vanish", ["ready"])}


@pytest.mark.parametrize(("how", "said"), ENDS.values(), ids=ENDS.keys())
def test_a_child_ends_with_its_parent(how: str, said: list[str], tmp_path: Path) -> None:
    (tmp_path / "family.py").write_text(FAMILY)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    program = subprocess.Popen(
        [sys.executable, tmp_path / "family.py", how],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    assert program.stdin and program.stdout
    first = program.stdout.readline()
    program.stdin.write("x")
    program.stdin.close()
    # The child holds the same output, so its end comes only when the child is gone too.
    assert [first.strip(), *program.stdout.read().split("\n")] == [*said, ""]
    program.wait()


def test_one_service_a_home(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert served_at(home) is None
    (home.state / "prefect").mkdir(parents=True)
    with alone(home):
        note_address(home, "http://127.0.0.1:1")
        assert health(home).schedules_at == "http://127.0.0.1:1"
        prepare(home, environment=(environment := {}))
        assert environment["PREFECT_API_URL"] == "http://127.0.0.1:1/api"
        with pytest.raises(StorageError, match=r"are served already, at http://127\.0\.0\.1:1"), alone(home):
            raise AssertionError
    assert served_at(home) is None


SECOND_FAILURES = {
    "the same": ("disk full", timedelta(minutes=15), True),
    "another": ("no model", timedelta(minutes=15), False),
    "the same a day later": ("disk full", timedelta(days=1), False),
}


@pytest.mark.parametrize(("message", "later", "is_known"), SECOND_FAILURES.values(), ids=SECOND_FAILURES.keys())
def test_a_failure_is_told_once_a_day(message: str, later: timedelta, is_known: bool, tmp_path: Path) -> None:
    home, at = Home(tmp_path), datetime(2024, 5, 3, 8)
    is_well(home, "due")
    assert not is_told(home, "due", "disk full", at)
    note_told(home, "due", "disk full", at)
    assert is_told(home, "due", message, at + later) == is_known
    assert not is_told(home, "nightly", "disk full", at)
    is_well(home, "due")
    assert not is_told(home, "due", "disk full", at)


def test_a_failure_is_told_though_the_home_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    note_told(Home(tmp_path), "due", "disk full", datetime(2024, 5, 3))
    assert not is_told(Home(tmp_path), "due", "disk full", datetime(2024, 5, 3))


def test_upkeep_removes_what_nothing_refers_to(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add_batch(home, with_facts(article(outlet="Lumen Post")))
    before = publish(home, None).table_hashes
    left = [home.facts / "quantities" / "extractor=old" / "beef.parquet", home.articles / ".x.parquet.9.tmp"]
    for path in [*left, home.path / ".aliases.csv.9.tmp", home.state / "prefect" / ".own.tmp"]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"left by a run that was killed")
    assert keep_up(home) == Upkeep(0, 3, 87)
    assert keep_up(home).summary() == "nothing to merge, no leftover files"
    assert (home.state / "prefect" / ".own.tmp").exists()
    assert len(receipts(home)) == 1
    assert rebuild(home).table_hashes == before


def test_upkeep_merges_small_batches(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    assert keep_up(home) == Upkeep()
    for number in range(FEWEST_BATCHES):
        add_batch(home, with_facts(article(f"a{number}")), run_id=f"run{number}")
    before = publish(home, None).table_hashes
    assert keep_up(home).merged_count == FEWEST_BATCHES
    assert len(receipts(home)) == 1
    assert dict(query(home, "select table_hashes from ops.warehouse")["table_hashes"][0].as_py()) == before
    assert len(list(home.articles.rglob("*.parquet"))) == 1


def test_upkeep_waits_for_no_one(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with locked(home), pytest.raises(StorageError, match="is in use by process"):
        keep_up(home)


def test_the_newest_claims_with_their_sentence(ferry_home: Home) -> None:
    assert newest(ferry_home) == "\n".join(
        [
            "## Newest tolls",
            "",
            "- **killed 9** · the harbour office · “**Nine** people were killed in Lumen Bay, the harbour office "
            "said on Monday.” ([Ferry lost](<https://post.example/ferry?a=1&b=2>), 2024-02-27 09:00)",
            "",
            "## Newest conflicts",
            "",
            "None.",
        ]
    )


def test_what_quotes_articles_can_be_removed(tmp_path: Path) -> None:
    home = Home(tmp_path)
    remove_traces(home)
    (home.state / "prefect").mkdir(parents=True)
    with closing(sqlite3.connect(home.state / "prefect" / "prefect.db")) as database, database:
        for name in ("artifact", "artifact_collection"):
            database.execute(f"create table {name} (key text, data text)")
            rows = [("run-summary", json.dumps("a sentence")), ("run-rejects", "[]"), ("my-own", "1")]
            database.executemany(f"insert into {name} values (?, ?)", rows)
    remove_traces(home)
    with closing(sqlite3.connect(home.state / "prefect" / "prefect.db")) as database:
        left = [database.execute(f"select key from {name}").fetchall() for name in ("artifact", "artifact_collection")]
    assert left == [[("my-own",)], [("my-own",)]]
