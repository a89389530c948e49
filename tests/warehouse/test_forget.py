"""Erasing: nothing of an article is left in any file of the home, and everything else stays."""

from pathlib import Path

import pytest
from warehouse_rows import BODY, add_batch, article, with_facts

from warehouse.errors import DatelineError
from warehouse.forget import find_articles, forget, forgotten
from warehouse.home import Home
from warehouse.ledger import Sighting, receipts, write_sightings
from warehouse.publish import is_behind, publish, rebuild
from warehouse.query import query
from warehouse.rejects import new_reject, write_rejects

pytestmark = pytest.mark.slow  # every test publishes a warehouse

SECRET = "A name that is to be forgotten, " + BODY
NOW = article()["ingested_at"]


@pytest.fixture
def told(home: Home) -> Home:
    """Two articles of one source, one of another; one is read by two extractors and met again."""
    secret = article("a", text=SECRET, source_id="spring")
    add_batch(home, with_facts(secret, article("b", source_id="spring")))
    add_batch(home, with_facts(article("c", source_id="autumn")))
    add_batch(home, with_facts(article("a", text=SECRET, source_id="spring")), extractor="test 2")
    write_sightings(home, "run1", (Sighting(secret["article_id"], "spring", "file:///a.txt", NOW),))
    write_rejects(home, "run1", [new_reject("read", source_uri="spring/x.txt", reason="Empty.", payload="A name")])
    publish(home, None)
    return home


def mentions(home: Home, words: str) -> list[str]:
    """Files of the home that hold some words, compressed parts read."""
    import pyarrow.parquet as pq

    def text(path: Path) -> str:
        if path.suffix == ".parquet":
            return str(pq.ParquetFile(path).read().to_pylist())
        return path.read_bytes().decode("utf-8", "replace")

    return [path.name for path in sorted(home.path.rglob("*")) if path.is_file() and words in text(path)]


def test_an_article_is_erased_everywhere(told: Home) -> None:
    (secret,) = (row["article_id"] for row in query(told, "from facts.articles where source_key = 'a'").to_pylist())
    assert mentions(told, "to be forgotten")
    assert find_articles(told, article_ids=[secret]) == [secret]
    gone = forget(told, [secret])
    assert gone.article_ids == (secret,)
    assert mentions(told, "to be forgotten") == []
    assert mentions(told, secret) == ["forgotten.jsonl"]
    assert forgotten(told) == [secret]
    keys = query(told, "select source_key from facts.articles order by all")["source_key"].to_pylist()
    assert keys == ["b", "c"]
    assert not is_behind(told)
    assert rebuild(told).failed_checks == ()


def test_a_source_is_erased_everywhere(told: Home) -> None:
    forget(told, find_articles(told, source_id="spring"), source_id="spring")
    assert query(told, "select source_key from facts.articles")["source_key"].to_pylist() == ["c"]
    assert query(told, "from ops.rejects").num_rows == 0
    assert mentions(told, "spring") == []


def test_erasing_again_changes_nothing(told: Home) -> None:
    first = forget(told, find_articles(told, source_id="spring"), source_id="spring")
    again = forget(told, [], source_id="spring")
    assert first.part_count > 0 == again.part_count
    assert next(receipt.article_ids for receipt in receipts(told)) == ()


def test_what_waits_for_extraction_comes_first(told: Home) -> None:
    (told.inbox / "run2").mkdir(parents=True)
    (told.inbox / "run2" / "chunk.parquet").touch()
    with pytest.raises(DatelineError, match="holds a run that is not finished"):
        forget(told, ["x"])
