"""The seeds of times hold together, and whatever words meet, rows come out in order."""

from collections import Counter
from datetime import date, datetime

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.seeds import read_tables
from transforms.article import Article, Layout
from transforms.facts import Sentence
from transforms.parsed import Doc
from transforms.times.days import holiday
from transforms.times.extract import find_times
from transforms.times.lexemes import lexemes
from transforms.times.lexicon import compile_lexicon
from transforms.times.readers import READERS

TABLES = read_tables()
LEXICON = compile_lexicon(TABLES)
ROWS = TABLES["time_patterns"]
BLANK = spacy.blank("en")
BLANK.add_pipe("sentencizer")
PUBLISHED = [None, datetime(2022, 1, 7, 8, 1), datetime(2024, 2, 29), datetime(1, 1, 1), datetime(9999, 12, 31)]

HOLIDAYS = {
    "fixed": ("christmas", 2021, date(2021, 12, 25)),
    "easter": ("easter", 2024, date(2024, 3, 31)),
    "counted from easter": ("good friday", 2022, date(2022, 4, 15)),
    "fourth Thursday": ("thanksgiving", 2022, date(2022, 11, 24)),
    "the day after it": ("black friday", 2010, date(2010, 11, 26)),
    "last Monday": ("memorial day", 2022, date(2022, 5, 30)),
    "moving": ("eid al-fitr", 2022, date(2022, 5, 2)),
    "moving, of a year that no table has": ("eid al-fitr", 1950, None),
}


@pytest.mark.parametrize("row", ROWS, ids=[row["pattern"] for row in ROWS])
def test_the_example_of_a_pattern_fits_it(row: dict[str, str]) -> None:
    pieces = lexemes(row["example"], LEXICON.vocabulary, frozenset())
    codes = "".join(piece.code for piece in pieces)
    found = [m.meaning for place in range(len(codes)) for m in LEXICON.patterns.at(codes, place, pieces)]
    assert row["meaning"] in found


def test_every_meaning_has_a_reader_and_every_reader_a_pattern() -> None:
    assert {row["meaning"] for row in ROWS} == set(READERS)


def test_a_word_stands_once_in_a_class() -> None:
    counts = Counter((row["word"], row["class"]) for row in TABLES["time_words"])
    assert [pair for pair, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(("name", "year", "day"), HOLIDAYS.values(), ids=HOLIDAYS)
def test_holidays(name: str, year: int, day: date | None) -> None:
    assert holiday(name, year, LEXICON.holidays, LEXICON.moving) == day


def test_every_holiday_has_a_day() -> None:
    missing = [name for name in LEXICON.holidays if holiday(name, 2022, LEXICON.holidays, LEXICON.moving) is None]
    assert missing == []


WORDS = [row["word"] for row in TABLES["time_words"]] + [row["name"] for row in TABLES["holidays"]]
REST = [
    "0",
    "12",
    "31",
    "99",
    "1500",
    "2015",
    "5/3/18",
    "30/2",
    "2.30",
    "'99",
    "1990s",
    "31st",
    "X",
    ",",
    "-",
    "(",
    "'s",
]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS + REST * 20), min_size=2, max_size=20), st.sampled_from(PUBLISHED))
def test_any_words_give_ordered_rows_or_none(words: list[str], published: datetime | None) -> None:
    text = " ".join(words)
    layout = Layout([Sentence(0, 0, "body", 0, len(text))])
    rows = list(find_times(Doc(BLANK(text)), Article("a", text, published_at=published), layout, LEXICON))
    ends = [0, *(row.char_end for row in rows)]
    assert all(end <= row.char_start < row.char_end <= len(text) for end, row in zip(ends, rows, strict=False))
    assert all(row.timex_value or row.null_reason for row in rows)
    assert all(row.starts_on <= row.ends_on for row in rows if row.starts_on and row.ends_on)
