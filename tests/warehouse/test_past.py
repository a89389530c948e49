"""What the warehouse said on a day: versions, extractors, corrections and judgements of then, and nothing later."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from warehouse_rows import Rows, add_batch, article, with_facts

from warehouse.audit import Sample, draw
from warehouse.corrections import add_corrections, corrections, new_correction, withdraw_corrections
from warehouse.errors import WarehouseError
from warehouse.forget import forget
from warehouse.home import Home
from warehouse.judgements import add_judgements, judged
from warehouse.ledger import Run
from warehouse.past import KEPT_FILES, as_of
from warehouse.publish import publish, rebuild
from warehouse.query import query

pytestmark = pytest.mark.slow  # every test publishes a warehouse

FIRST_DAY = datetime(2024, 3, 1, 12)
STATE = """
    select article.title, article.is_current, quantity.value, article.extractor
    from facts.articles as article left join facts.quantities as quantity using (article_id)
    order by article.title
"""


def day(number: int) -> datetime:
    return FIRST_DAY + timedelta(days=number)


def published(home: Home, rows: Rows, number: int, *, extractor: str = "test 1") -> None:
    """A run of that day."""
    ids = add_batch(home, rows, run_id=f"run{number}", extractor=extractor).article_ids
    counts = {"fetched_count": len(ids), "loaded_count": len(ids), "duplicate_count": 0, "rejected_count": 0}
    publish(
        home, Run(f"run{number}", "run", day(number), day(number), extractor, (), **counts, seconds=0, table_hashes={})
    )


def told(home: Home, moment: datetime) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in query(as_of(home, moment), STATE).to_pylist()]


@pytest.fixture
def lived(home: Home) -> Home:
    """A first version, a second one, a reading by another extractor, a correction, its withdrawal: a day each."""
    old, new = (
        article("a", title="Ferry lost"),
        article("a", title="Ferry sunk", published_at=day(0), published_utc_at=day(0)),
    )
    published(home, with_facts(old), 0)
    published(home, with_facts(new), 1)
    read_again = with_facts(old, new)
    for row in read_again["quantities"]:
        row |= {"value": 8.0, "value_low": 8.0, "value_high": 8.0}
    published(home, read_again, 2, extractor="test 2")
    what = {"column_name": "value", "value": "7", "reason": "Misread.", "author": "B. Oys", "corrected_at": day(3)}
    add_corrections(home, [new_correction("quantities", f"{new['article_id']}-q", "change", **what)])
    publish(home, None)
    withdraw_corrections(home, [known.correction_id for known in corrections(home)], now=day(4))
    publish(home, None)
    return home


LATER = timedelta(hours=1)
STATES = {
    "one version": (0, [("Ferry lost", True, 9.0, "test 1")]),
    "two versions": (1, [("Ferry lost", False, 9.0, "test 1"), ("Ferry sunk", True, 9.0, "test 1")]),
    "another extractor": (2, [("Ferry lost", False, 8.0, "test 2"), ("Ferry sunk", True, 8.0, "test 2")]),
    "corrected": (3, [("Ferry lost", False, 8.0, "test 2"), ("Ferry sunk", True, 7.0, "test 2")]),
    "corrected no more": (4, [("Ferry lost", False, 8.0, "test 2"), ("Ferry sunk", True, 8.0, "test 2")]),
}


def test_each_day_has_its_state(lived: Home) -> None:
    for number, expected in STATES.values():
        assert told(lived, day(number) + LATER) == expected
    assert [tuple(row.values()) for row in query(lived, STATE).to_pylist()] == STATES["corrected no more"][1]


def test_it_is_what_was_published_then(home: Home) -> None:
    published(home, with_facts(article("a")), 0)
    hashes = query(home, "select table_hashes from ops.warehouse").to_pylist()
    published(home, with_facts(article("b")), 1)
    assert query(as_of(home, day(0)), "select table_hashes from ops.warehouse").to_pylist() == hashes
    assert rebuild(home).table_hashes != dict(hashes[0]["table_hashes"])


def test_nothing_was_there_before_the_first_run(lived: Home) -> None:
    with pytest.raises(
        WarehouseError, match=r"held nothing at 2024-02-29 12:00:00 UTC; its first run finished at 2024-03-01"
    ):
        as_of(lived, day(-1))


def test_corrections_and_judgements_stand_as_they_did(lived: Home) -> None:
    row = draw(lived, Sample(1, tables=("quantities",)))[0][0]
    add_judgements(lived, [judged(row, "y", note=None, author="B. Oys", judged_at=day(5))])
    sql = "select (select count(*) from ops.judgements), withdrawn_at from ops.corrections"
    for number, expected in {3: (0, None), 4: (0, day(4)), 5: (1, day(4))}.items():
        assert [tuple(row.values()) for row in query(as_of(lived, day(number) + LATER), sql).to_pylist()] == [expected]


def test_files_are_kept_for_the_next_question_but_not_all_of_them(lived: Home) -> None:
    one = as_of(lived, day(0)).warehouse
    built = one.stat().st_mtime_ns
    assert as_of(lived, day(0) + LATER).warehouse == one
    assert one.stat().st_mtime_ns == built
    for number in range(1, 5):
        as_of(lived, day(number) + LATER)
    assert len(list(lived.past.iterdir())) == KEPT_FILES


def test_what_is_erased_is_erased_from_the_past(lived: Home) -> None:
    as_of(lived, day(1))
    forget(lived, [article("a", title="Ferry lost")["article_id"]])
    assert list(lived.past.iterdir()) == []
    assert [title for title, *_ in told(lived, day(1) + LATER)] == ["Ferry sunk"]
