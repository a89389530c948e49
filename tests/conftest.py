"""Homes that several rooms' tests look at."""

import signal
from pathlib import Path

import pytest
from warehouse_rows import add_batch, article, with_facts

from warehouse.home import Home
from warehouse.publish import publish


def pytest_configure() -> None:
    """Listen to Ctrl-C again where the tests were started in the background, which makes a process deaf to it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with a test that may take long come first, so that no core waits for one that another began last."""
    longest: dict[Path, float] = {}
    for item in items:
        mark = item.get_closest_marker("timeout")
        longest[item.path] = max(longest.get(item.path, 0), mark.args[0] if mark else 0)
    items.sort(key=lambda item: -longest[item.path])


@pytest.fixture(scope="session")
def ferry_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A published home with one hand-made article: nine killed, says the harbour office. Not to be written to."""
    home = Home(tmp_path_factory.mktemp("ferry"))
    add_batch(home, with_facts(article(outlet="Lumen Post", url="https://post.example/ferry?a=1&b=2")))
    publish(home, None)
    return home


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of two short articles to be read."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "quake.txt").write_text(
        "Quake shakes Ormel\n\nBy Lena Roth - 3 May 2023, 09:15\n\n"
        "Four people were killed and 27 were injured when an earthquake struck Ormel on Tuesday, the mayor said.\n"
    )
    (folder / "mill.txt").write_text(
        "Fire closes paper mill\n\nBy Tom Abel - 4 May 2023, 18:00\n\n"
        "A fire destroyed a paper mill in Sundry on Thursday. “Nobody was hurt,” said fire chief Ida Moor.\n"
    )
    return folder
