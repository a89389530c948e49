"""What a run says: lines where there is no terminal, nothing when asked to be quiet, a summary in one sentence."""

import pytest

from flows.progress import Voice, counted
from flows.report import RunReport
from warehouse.ledger import Receipt
from warehouse.rejects import new_reject

REJECT = new_reject("extract", source_uri="file:///a.txt", reason="no")
RECEIPT = Receipt("b", "r", "x", "c", ("a1", "a2"), {}, {"articles": 2, "times": 3, "events": 4}, (REJECT,), 1.25)


def told(style: str) -> None:
    """A run of one chunk."""
    with Voice(style) as voice:
        voice.reading("file:///a.txt")
        voice.extracting(3, 1)
        voice.extracted(RECEIPT, 1, 1)
        voice.publishing()
        voice.note("done [with] brackets")


def test_lines(capsys: pytest.CaptureFixture[str]) -> None:
    told("lines")
    assert capsys.readouterr().err.splitlines() == [
        "extracting 3 articles in 1 chunk",
        "chunk 1 of 1: 3 articles read, 2 kept, 1 rejected, 7 facts, 1.2 s",
        "done [with] brackets",
    ]


def test_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    told("quiet")
    assert capsys.readouterr() == ("", "")


def test_terminal_keeps_its_notes(capsys: pytest.CaptureFixture[str]) -> None:
    told("terminal")
    assert "done [with] brackets\n" in capsys.readouterr().err


COUNTED = {0: "0 articles", 1: "1 article", 1204: "1,204 articles"}


@pytest.mark.parametrize(("number", "text"), COUNTED.items())
def test_counted(number: int, text: str) -> None:
    assert counted(number, "article") == text


REPORT = RunReport(
    home="/h",
    run_ids=("r",),
    is_changed=True,
    extractor="x",
    orchestrator="none",
    fetched_count=1204,
    loaded_count=1200,
    duplicate_count=3,
    rejected_count=1,
    rejects=(REJECT,),
    warnings=(),
    known_count=1300,
    outdated_count=1,
    seconds=61.25,
    row_counts={},
    table_hashes={},
)
SUMMARIES = {
    "changed": ({}, "1,204 articles: 1,200 read, 3 already known, 1 rejected, in 61.2 s", 3),
    "nothing new": ({"is_changed": False, "rejected_count": 0}, "nothing new: 3 articles already read", 0),
    "an old reject": ({"is_changed": False}, "nothing new: 3 articles already read, 1 rejected before", 3),
}


@pytest.mark.parametrize(("other", "sentence", "code"), SUMMARIES.values(), ids=SUMMARIES.keys())
def test_summary(other: dict[str, object], sentence: str, code: int) -> None:
    report = RunReport(**(vars(REPORT) | other))
    assert (report.summary(), report.exit_code) == (sentence, code)


def test_outdated() -> None:
    assert REPORT.outdated() == ("1 article was read by an older extractor; `dateline run --reextract` reads it again")
