"""`dateline sources`, `rejects`, `status`: what they print, and rejects that are read again."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from newsroom import Newsroom, newsroom

from flows import inbox
from flows.command_line import status
from flows.ingest import ingest
from flows.replay import chosen, replayed, table
from flows.sources.named import due_sources
from flows.sources.overview import state_of
from flows.sources.settings import SourceSettings
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.ledger import Run, append_run
from warehouse.rejects import write_rejects
from warehouse.watched import Watched

NOW = datetime(2024, 5, 6, 7, 8, 9)


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with newsroom() as room:
        yield room


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def told(capsys: pytest.CaptureFixture[str], home: Home, *arguments: str) -> tuple[int, str, str]:
    code = status([*arguments, "--home", str(home.path)])
    said = capsys.readouterr()
    return code, said.out, said.err


def run(home: Home, *sources: str, run_id: str = "r1") -> inbox.Ingested:
    """One ingest with its record."""
    done = ingest(home, sources, run_id=run_id, known={}, now=NOW, on_record=lambda uri: None)
    write_rejects(home, run_id, done.rejects)
    counts = (done.fetched_count, done.accepted_count, done.duplicate_count, done.rejected_count)
    append_run(home, Run(run_id, "run", NOW, NOW, "x", done.sources, *counts, 1.0, {}))
    return done


def test_sources_are_added_checked_tested_and_listed(
    room: Newsroom, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    room.feed("/feed", ("/1", "Bridge shut"))
    room.story("/1", "Bridge shut")
    path = home.path / "sources.toml"
    assert told(capsys, home, "sources", "check") == (
        0, f"There is no {path}; `dateline sources add` makes one.\n", ""
    )  # fmt: skip
    code, out, _ = told(capsys, home, "sources", "add", "post", f"{room.address}/feed", "--outlet", "Valley Post")
    assert (code, out.startswith(f"post is in {path};")) == (0, True)
    assert told(capsys, home, "sources", "check")[1] == f"{path}: 1 source, 0 of them disabled; nothing is wrong.\n"
    code, out, _ = told(capsys, home, "sources", "test", "post")
    assert (code, out) == (0, f"no date  Bridge shut  (Valley Post, 261 characters, {room.address}/1)\n")
    (row,) = json.loads(told(capsys, home, "sources", "list", "--json")[1])
    assert (row["source_id"], row["state"], row["kind"]) == ("post", "new", "auto")
    assert list(home.path.iterdir()) == [path]


@pytest.mark.parametrize("address", ["wire", "wire/*.txt", "wire/a.txt"])
def test_an_address_that_is_not_on_the_web_is_files(
    address: str, tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "a.txt").write_text("Bridge shut\n\nThe bridge over the Orve is shut until Friday.\n")
    told(capsys, home, "sources", "add", "desk", str(tmp_path / address))
    said = told(capsys, home, "sources", "test", "desk")
    assert said == (0, "no date  no title  (no outlet, 60 characters, a.txt)\n", "")


def test_relative_paths(
    tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the file they count from its folder, typed from where they are typed."""
    monkeypatch.chdir(tmp_path)
    told(capsys, home, "sources", "add", "typed", "wire")
    with (home.path / "sources.toml").open("a") as file:
        file.write('[[source]]\nname = "written"\naddress = "wire/*.txt"\n')
    for folder in (tmp_path / "wire", home.path / "wire"):
        folder.mkdir()
        (folder / "a.txt").write_text("Bridge shut\n\nThe bridge over the Orve is shut until Friday.\n")
    rows = json.loads(told(capsys, home, "sources", "list", "--json")[1])
    places = [str(tmp_path / "wire"), str(home.path / "wire" / "*.txt")]
    assert [row["source_uri"] for row in rows] == places
    assert [told(capsys, home, "sources", "test", name)[0] for name in ("typed", "written")] == [0, 0]


@pytest.mark.parametrize(("name", "remedy"), [("pots", "perhaps post"), ("x", "`dateline sources list` shows")])
def test_a_name_that_there_is_not(name: str, remedy: str, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, home, "sources", "add", "post", "https://post.example/feed")
    code, _, err = told(capsys, home, "sources", "test", name)
    path = home.path / "sources.toml"
    assert (code, f"no file or folder {name}, and no source of that name in {path}; {remedy}" in err) == (1, True)


def test_a_second_source_of_a_name_is_not_added(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, home, "sources", "add", "post", "https://post.example/feed")
    before = (home.path / "sources.toml").read_text()
    code, _, err = told(capsys, home, "sources", "add", "post", "https://post.example/other")
    assert (code, "two sources are called 'post'" in err) == (1, True)
    assert (home.path / "sources.toml").read_text() == before


def test_due_without_a_due_source(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, home, "run", "--due") == (0, "", "No source is due.\n")
    assert told(capsys, home, "run", "--due", "a.txt")[0] == 2


def test_rejects_are_listed_and_shown(tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": 1}\n')
    run(home, str(tmp_path / "a.jsonl"))
    (row,) = json.loads(told(capsys, home, "rejects", "list", "--stage", "read", "--json")[1])
    assert (row["run_id"], row["line"], row["reason"]) == ("r1", 1, "`text` is a number, not a string")
    code, out, _ = told(capsys, home, "rejects", "show", row["reject_id"][:6])
    assert (
        code,
        out.endswith('first_run   r1\nseen        2024-05-06 07:08:09 to 2024-05-06 07:08:09 (UTC)\n\n{"text": 1}\n'),
    ) == (0, True)
    assert told(capsys, home, "rejects", "show", "zz")[2] == (
        "dateline: There is no reject zz; `dateline rejects list` shows what there is.\n"
    )
    assert told(capsys, home, "rejects", "replay")[0] == 2


def test_a_mended_file_is_read_again(tmp_path: Path, home: Home) -> None:
    folder = tmp_path / "wire"
    folder.mkdir()
    (folder / "a.jsonl").write_text('{"id": "a", "text": 1}\n{"id": "b", "text": 2}\n')
    run(home, str(folder))
    (folder / "a.jsonl").write_text('{"id": "a", "text": "The bridge is shut."}\n{"id": "b", "text": 2}\n')
    with replayed(home, chosen(home, ())) as sources:
        assert sources == (folder.as_uri(),)
        done = run(home, *sources, run_id="r2")
    assert (done.accepted_count, done.rejected_count) == (1, 1)
    assert table(home)["source_key"].to_pylist() == ["b"]


def test_a_refused_page_is_fetched_again_though_its_feed_shows_it_no_more(room: Newsroom, home: Home) -> None:
    room.feed("/feed", ("/1", "Bridge shut"))
    home.path.mkdir()
    fetch = "[fetch]\nseconds_between = 0\n"
    (home.path / "sources.toml").write_text(
        f'{fetch}[[source]]\nname = "post"\naddress = "{room.address}/feed"\n[[source]]\nname = "b"\naddress = "x"\n'
    )
    run(home, "post")
    assert table(home)["reason"].to_pylist() == ["it answers 404 Not Found"]
    room.feed("/feed")
    room.story("/1", "Bridge shut")
    assert run(home, "post", run_id="r2").fetched_count == 0
    with replayed(home, chosen(home, ())) as sources:
        done = run(home, *sources, run_id="r3")
    assert (sources, done.accepted_count, table(home).num_rows) == (("post",), 1, 0)


def test_rejects_stay_when_the_replay_fails(tmp_path: Path, home: Home) -> None:
    (tmp_path / "a.jsonl").write_text("{")
    run(home, str(tmp_path / "a.jsonl"))
    before = table(home)
    (tmp_path / "a.jsonl").unlink()
    with pytest.raises(DatelineError), replayed(home, chosen(home, ())) as sources:
        run(home, *sources, run_id="r2")
    assert table(home) == before


def test_a_corrected_address_is_due_at_once(room: Newsroom, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    room.story("/1", "Bridge shut")
    room.feed("/feed", ("/1", "Bridge shut"))
    told(capsys, home, "sources", "add", "post", f"{room.address}/fed")
    run(home, "post")
    assert due_sources(home, NOW) == []
    path = home.path / "sources.toml"
    path.write_text(path.read_text().replace("/fed", "/feed"))
    assert due_sources(home, NOW) == ["post"]
    assert json.loads(told(capsys, home, "sources", "list", "--json")[1])[0]["state"] == "new"


def test_what_is_over_is_taken_off_file(tmp_path: Path, home: Home) -> None:
    """A file that was mended is read without its reject; that of another file stays, with when it was met."""
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text('{"text": 1}\n{"text": "The bridge over the Orve is shut until Friday."}\n')
    run(home, str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl"))
    later = NOW + timedelta(hours=1)
    ingest(home, [str(tmp_path / "b.jsonl")], run_id="r2", known={}, now=later, on_record=lambda uri: None)
    (tmp_path / "a.jsonl").write_text('{"text": "The bridge over the Orve is open again."}\n')
    run(home, str(tmp_path / "a.jsonl"), run_id="r3")
    (left,) = table(home).to_pylist()
    assert (left["source_uri"][-7:], left["first_seen_at"], left["last_seen_at"]) == (
        "b.jsonl", "2024-05-06 07:08:09", "2024-05-06 08:08:09"
    )  # fmt: skip


def test_trouble_of_a_source_is_over_when_it_answers(
    room: Newsroom, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    room.story("/1", "Bridge shut")
    told(capsys, home, "sources", "add", "post", f"{room.address}/feed")
    run(home, "post")
    room.feed("/feed", ("/1", "Bridge shut"), ("/2", "Ferry lost"))
    run(home, "post", run_id="r2")
    assert [row["source_uri"] for row in table(home).to_pylist()] == [f"{room.address}/2"]
    room.story("/2", "Ferry lost", lead="It snowed.")
    with replayed(home, chosen(home, ())) as sources:
        run(home, *sources, run_id="r3")
    assert table(home).num_rows == 0


def test_status(room: Newsroom, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, home, "status")[:2] == (0, "\n".join([
        f"home       {home.path}", "warehouse  empty", "articles   0; 0 in a day, 0 in a week", "newest     unknown",
        "rejects    none", "sources    none", "",
    ]))  # fmt: skip
    told(capsys, home, "sources", "add", "post", f"{room.address}/none")
    run(home, "post")
    code, out, _ = told(capsys, home, "status", "--json")
    found = json.loads(out)
    assert (code, found["source_counts"], found["reject_counts"]) == (3, {"failing": 1}, {"read": 1})
    assert found["troubled_sources"] == [
        {"source_id": "post", "state": "failing", "volume": None, "last_error": "it answers 404 Not Found"}
    ]
    assert [row["rejected_count"] for row in found["last_runs"]] == [1]


@pytest.mark.slow
def test_due_sources_and_replay_from_the_command_line(
    room: Newsroom, home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way: a feed with one good page and one that is missing, which comes with the replay."""
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.setenv("DATELINE_WORKERS", "1")
    room.feed("/feed", ("/1", "Bridge shut"), ("/2", "Mill burns"))
    room.story("/1", "Bridge shut", lead="Three people were killed.")
    told(capsys, home, "sources", "add", "post", f"{room.address}/feed", "--outlet", "Valley Post", "--every", "1h")
    assert told(capsys, home, "run", "--due", "--quiet")[0] == 3
    assert told(capsys, home, "run", "--due", "--quiet") == (0, "", "No source is due.\n")
    room.story("/2", "Mill burns", lead="Four workers died.")
    assert told(capsys, home, "rejects", "replay", "--all")[0] == 0
    sql = "select source_id, title, outlet from facts.articles order by title"
    assert json.loads(told(capsys, home, "query", sql, "--json")[1]) == [
        {"source_id": "post", "title": "Bridge shut", "outlet": "Valley Post"},
        {"source_id": "post", "title": "Mill burns", "outlet": "Valley Post"},
    ]
    sql = "select source_id, failure_count, next_due_at > checked_at as is_later from ops.sources"
    assert json.loads(told(capsys, home, "query", sql, "--json")[1]) == [
        {"source_id": "post", "failure_count": 0, "is_later": True}
    ]
    assert told(capsys, home, "status")[0] == 0


DAY = datetime(2024, 5, 3, 8)
LISTLESS = {
    "asked for the first time": ({"2024-05-03": 0}, None, "ok"),
    "asked for three days": ({"2024-04-30": 0, "2024-05-03": 0}, None, "stale"),
    "gave something long ago": ({"2024-05-03": 0}, DAY - timedelta(days=3), "stale"),
    "gave something yesterday": ({"2024-05-03": 0}, DAY - timedelta(days=1), "ok"),
}


@pytest.mark.parametrize(("daily", "changed_at", "state"), LISTLESS.values(), ids=LISTLESS.keys())
def test_a_source_that_gives_nothing(daily: dict[str, int], changed_at: datetime | None, state: str) -> None:
    watch = Watched("post", "x", DAY, changed_at, DAY + timedelta(minutes=15), daily=daily)
    assert state_of(SourceSettings("post", "x"), watch, DAY) == state
