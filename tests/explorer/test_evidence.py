"""Rows become sentences with the words that say so, and every row keeps its own columns."""

from pathlib import Path

import pytest
from warehouse_rows import BODY, add_batch, article, with_facts

from explorer.claims import CASUALTY_CLAIMS
from explorer.evidence import Highlight, evidence
from warehouse.errors import DatelineError
from warehouse.home import Home
from warehouse.publish import publish

FIRST = "Nine people were killed in Lumen Bay, the harbour office said on Monday."
TITLE, WORDS = "Ferry lost", ("word_count", 50)
SECOND = BODY[len(FIRST) + 1 :]

FOUND = {
    "a span": (
        "select article_id, char_start, char_end, label from facts.mentions",
        SECOND,
        {"evidence": "Ana Quist"},
        (("label", "PERSON"),),
    ),
    "an id": (
        "select quantity_id, value from facts.quantities",
        FIRST,
        {"evidence": "Nine"},
        (("value", 9.0),),
    ),
    "further spans": (
        "select article_id, char_start, char_end, speaker_start, speaker_end, cue from facts.statements "
        "where kind = 'indirect'",
        FIRST,
        {"evidence": "Nine people were killed in Lumen Bay", "speaker": "the harbour office"},
        (("cue", "said"),),
    ),
    "the mentions of an event": (
        "select distinct event_id, modality from facts.events",
        FIRST,
        {"evidence": "killed"},
        (("modality", "happened"),),
    ),
    "a list of ids": (
        "select measure, quantity_ids from marts.toll_figures",
        FIRST,
        {"evidence": "Nine"},
        (("measure", "killed"),),
    ),
    "an article": ("select article_id, word_count from marts.article_summary", TITLE, {"evidence": TITLE}, (WORDS,)),
    "articles": (
        "select article_ids, article_count from marts.outlet_profile",
        TITLE,
        {"evidence": TITLE},
        (("article_count", 1),),
    ),
    "the casualty claims": (
        CASUALTY_CLAIMS,
        FIRST,
        {"evidence": "Nine", "counted": "people", "speaker": "the harbour office"},
        (
            ("measure", "killed"),
            ("value", 9.0),
            ("bound", "exact"),
            ("counted", "people"),
            ("speaker", "the harbour office"),
        ),
    ),
}


@pytest.mark.parametrize(("sql", "context", "marked", "details"), FOUND.values(), ids=FOUND.keys())
def test_evidence(
    ferry_home: Home, sql: str, context: str, marked: dict[str, str], details: tuple[tuple[str, object], ...]
) -> None:
    (found,) = evidence(ferry_home, sql)
    words = {h.role: found.context[h.start : h.end] for h in found.highlights}
    assert (found.context, words, found.details) == (context, marked, details)
    assert (found.title, found.outlet, found.published) == ("Ferry lost", "Lumen Post", "2024-02-27 09:00")


def test_an_article_without_title_is_named_by_its_first_words(tmp_path: Path) -> None:
    home = Home(tmp_path)
    add_batch(home, with_facts(article(title=None)))
    publish(home, None)
    (found,) = evidence(home, "select quantity_id from facts.quantities")
    assert (found.title, found.heading) == (
        None,
        "Nine people were killed in Lumen Bay, the harbour office said on Monday. “We …",
    )


def test_span_over_two_sentences_brings_both(ferry_home: Home) -> None:
    sql = "select article_id, body_start as char_start, char_count as char_end from facts.articles"
    (found,) = evidence(ferry_home, sql)
    assert found.context == BODY
    assert found.highlights == (Highlight(0, len(BODY), "evidence"),)


def test_another_side_is_a_row_of_its_own(ferry_home: Home) -> None:
    sql = """
        select one.article_id, one.char_start, one.char_end, other.article_id as other_article_id,
            other.char_start as other_start, other.char_end as other_end, 'toll' as kind
        from facts.quantities as one join facts.mentions as other using (article_id)
    """
    one, other = evidence(ferry_home, sql)
    marked = [[(side.context[h.start : h.end], h.role) for h in side.highlights] for side in (one, other)]
    assert marked == [[("Nine", "evidence")], [("Ana Quist", "evidence")]]
    assert (one.context, other.context) == (FIRST, SECOND)
    assert one.details == other.details == (("kind", "toll"),)


def test_no_rows(ferry_home: Home) -> None:
    assert evidence(ferry_home, "select * from facts.mentions where label = 'LAW'") == []


def test_rows_without_evidence_are_refused(ferry_home: Home) -> None:
    with pytest.raises(
        DatelineError, match="These rows name no evidence: select article_id, char_start and char_end, or one of"
    ):
        evidence(ferry_home, "select canonical_name from facts.entities")
