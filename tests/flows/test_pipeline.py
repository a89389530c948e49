"""Runs on disk: what is read once stays read, and a run that is stopped anywhere is finished by the next."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from flows.inbox import finished, pending_chunks
from flows.lock import locked
from flows.pipeline import run
from flows.report import RunReport
from flows.settings import Settings
from flows.stages import Request, extract_stage, ingest_stage, publish_stage
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.ledger import append_receipt, receipts, runs
from warehouse.publish import rebuild
from warehouse.query import query

pytestmark = pytest.mark.slow
COUNTS = "fetched_count", "loaded_count", "duplicate_count", "rejected_count"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A home that does not exist yet, and one worker."""
    return Settings(home=tmp_path / "home", worker_count=1)


def counts(report: RunReport) -> tuple[int, ...]:
    """Fetched, loaded, duplicate, rejected."""
    return tuple(getattr(report, name) for name in COUNTS)


def contents(home: Path) -> Mapping[str, bytes]:
    """Every file of a home but the lock."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def test_reading_again_writes_nothing(settings: Settings, articles: Path) -> None:
    request = Request((str(articles),))
    first = run(settings, request)
    assert (first.is_changed, counts(first), first.exit_code) == (True, (2, 2, 0, 0), 0)
    before = contents(settings.home)
    again = run(settings, request)
    assert (again.is_changed, counts(again), again.summary()) == (
        False,
        (2, 0, 2, 0),
        "nothing new: 2 articles already read",
    )
    assert contents(settings.home) == before


def test_a_changed_aliases_file_is_taken_up_once(settings: Settings, articles: Path) -> None:
    request, home = Request((str(articles),)), Home(settings.home)
    run(settings, request)
    sql = "select canonical_name from facts.entities order by canonical_name limit 1"
    ((name,),) = (row.values() for row in query(home, sql).to_pylist())
    home.aliases.write_text(f"name,action,reason\n{name},hide,a try\n", encoding="utf-8")
    run(settings, request)
    assert query(home, "select row_id, reason from ops.corrections").to_pylist() == [
        {"row_id": name, "reason": "a try"}
    ]
    assert query(home, f"from facts.entities where canonical_name = '{name}'").num_rows == 0
    before = contents(settings.home)
    run(settings, request)
    assert contents(settings.home) == before


def test_a_changed_text_is_the_new_current_version(settings: Settings, articles: Path) -> None:
    request = Request((str(articles),))
    run(settings, request)
    changed = articles / "quake.txt"
    changed.write_text(changed.read_text().replace("Four people", "Six people"))
    (articles / "mill.txt").unlink()
    assert counts(run(settings, request)) == (1, 1, 0, 0)
    home = Home(settings.home)
    assert query(home, "select is_current, count(*) as n from facts.articles group by 1 order by 1").to_pylist() == [
        {"is_current": False, "n": 1},
        {"is_current": True, "n": 2},
    ]
    assert query(home, "select value from marts.tolls where measure = 'killed'").to_pylist() == [{"value": 6.0}]


def test_two_runs_and_a_rebuild_give_the_same_tables(tmp_path: Path, articles: Path) -> None:
    request = Request((str(articles),))
    one, two = (run(Settings(home=tmp_path / name, worker_count=1), request) for name in ("one", "two"))
    assert one.table_hashes == two.table_hashes != {}
    assert rebuild(Home(tmp_path / "one")).table_hashes == one.table_hashes


def _after_ingest(settings: Settings, request: Request) -> None:
    ingest_stage(settings, request)


def _while_reading(settings: Settings, request: Request) -> None:
    ingested = ingest_stage(settings, request)
    (Home(settings.home).inbox / ingested.run_id / "ingest.json").unlink()


def _after_extract(settings: Settings, request: Request) -> None:
    ingest_stage(settings, request)
    extract_stage(settings)


def _between_receipt_and_inbox(settings: Settings, request: Request) -> None:
    _after_ingest(settings, request)
    home = Home(settings.home)
    (chunk,) = pending_chunks(home)
    content = chunk.read_bytes()
    extract_stage(settings)
    chunk.write_bytes(content)


def _before_the_ledger(settings: Settings, request: Request) -> None:
    _between_receipt_and_inbox(settings, request)
    (entry,) = (Home(settings.home).ledger / "batches").iterdir()
    entry.unlink()


def _after_publish(settings: Settings, request: Request) -> None:
    ingest_stage(settings, request)
    extract_stage(settings)
    home = Home(settings.home)
    (ingested,) = finished(home)
    marker = home.inbox / ingested.run_id / "ingest.json"
    content = marker.read_bytes()
    publish_stage(settings)
    marker.parent.mkdir()
    marker.write_bytes(content)


STOPS = {
    "while reading": _while_reading,
    "after ingest": _after_ingest,
    "before the ledger": _before_the_ledger,
    "between receipt and inbox": _between_receipt_and_inbox,
    "after extract": _after_extract,
    "after publish": _after_publish,
}


@pytest.fixture(scope="module")
def untroubled(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Hashes of the tables after a run that nothing stopped."""
    folder = tmp_path_factory.mktemp("untroubled")
    return run(Settings(home=folder / "home", worker_count=1), Request((str(written(folder)),))).table_hashes


def written(folder: Path) -> Path:
    """One article under a fixed path, so that its id is the same in every home."""
    source = folder.parent / "one.txt"
    source.write_text("Bridge falls in Arlo\n\nTwo drivers were killed on Friday, police said.\n")
    return source


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS.keys())
def test_a_stopped_run_is_finished(
    stop: object, tmp_path: Path, untroubled: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert callable(stop)
    settings = Settings(home=tmp_path / "home", worker_count=1)
    request = Request((str(written(tmp_path_factory.getbasetemp() / "x")),))
    stop(settings, request)
    run(settings, request)
    home = Home(settings.home)
    assert (len(runs(home)), len(receipts(home)), finished(home)) == (1, 1, [])
    assert rebuild(home).table_hashes == untroubled


def test_older_extractions_are_named_and_replaced(settings: Settings, articles: Path) -> None:
    from dataclasses import replace

    request = Request((str(articles),))
    first = run(settings, request)
    home = Home(settings.home)
    (receipt,) = receipts(home)
    (entry,) = (home.ledger / "batches").iterdir()
    entry.unlink()
    append_receipt(home, replace(receipt, extractor="older"))
    again = run(settings, request)
    assert again.outdated() == (
        "2 articles were read by an older extractor; `dateline run --reextract` reads them again"
    )
    renewed = run(settings, Request(is_reextract=True))
    assert (counts(renewed), renewed.outdated_count, renewed.known_count) == ((2, 2, 0, 0), 0, 2)
    assert renewed.table_hashes == first.table_hashes
    assert counts(run(settings, Request(is_reextract=True))) == (0, 0, 0, 0)


def test_a_reject_is_remembered(settings: Settings, articles: Path) -> None:
    (articles / "empty.txt").touch()
    request = Request((str(articles),))
    first = run(settings, request)
    assert (counts(first), first.exit_code, len(first.rejects)) == ((3, 2, 0, 1), 3, 1)
    again = run(settings, request)
    assert (again.is_changed, again.exit_code) == (False, 3)
    assert again.summary() == "nothing new: 2 articles already read, 1 rejected before"


@pytest.fixture
def held(settings: Settings) -> Iterator[Home]:
    """A home that is in use."""
    with locked(home := Home(settings.home)):
        yield home


def test_a_home_has_one_writer(held: Home, settings: Settings, articles: Path) -> None:
    with pytest.raises(DatelineError, match=rf"is in use by process {os.getpid()} on .*; wait until it is done"):
        run(settings, Request((str(articles),)))
