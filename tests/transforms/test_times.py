"""Times as a reader of the news means them: (text, rows of surface, TIMEX3 value, first day, last day)."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from spacy.language import Language

from flows.seeds import read_tables
from transforms.article import Article
from transforms.facts import Span, Time
from transforms.parse import read
from transforms.times.extract import find_times
from transforms.times.lexicon import TimeLexicon, compile_lexicon

FRIDAY = datetime(2022, 1, 7, 8, 1)

# Every article is published on Friday, 7 January 2022, at 8:01.
NEWS = {
    "weekday before": ("The minister resigned on Wednesday.", [("Wednesday", "2022-01-05")]),
    "weekday of publication": ("Police said on Friday that he was free.", [("Friday", "2022-01-07")]),
    "weekday ahead": ("The two sides will meet on Monday.", [("Monday", "2022-01-10")]),
    "said looks back, will looks ahead": (
        "The bank said on Thursday it will reopen on Tuesday.",
        [("Thursday", "2022-01-06"), ("Tuesday", "2022-01-11")],
    ),
    "due looks ahead": ("A ruling is due on Wednesday.", [("Wednesday", "2022-01-12")]),
    "present progressive looks ahead": ("The envoy is flying to Quito on Sunday.", [("Sunday", "2022-01-09")]),
    "infinitive looks ahead": ("Unions plan to strike on Saturday.", [("Saturday", "2022-01-08")]),
    "this weekday ahead": ("The council is due to meet this Thursday.", [("this Thursday", "2022-01-13")]),
    "this weekday behind": ("The council met this Sunday.", [("this Sunday", "2022-01-02")]),
    "this weekday of the week": ("A quiet week but for this Saturday.", [("this Saturday", "2022-01-08")]),
    "weekday with its day": ("He flew to Lima on Tuesday the 14th.", [("Tuesday the 14th", "2021-12-14")]),
    "weekday with its day in words": ("He flew on Friday the tenth.", [("Friday the tenth", "2021-12-10")]),
    "weekday with a day in short": ("He flew on Sat 20th.", [("Sat 20th", "2021-11-20")]),
    "in and a half": ("He will leave in a year and a half.", [("in a year and a half", "2023")]),
    "ago and a half": ("He left a year and a half ago.", [("a year and a half ago", "2021")]),
    "hour with a letter": ("The show starts at 7p.", [("7p", "2022-01-07T19:00")]),
    "the eve": ("On the eve of Christmas he fell.", [("the eve of Christmas", "2021-12-24")]),
    "part of a weekday": ("The dam broke late on Thursday night.", [("Thursday night", "2022-01-06TNI")]),
    "part before its day": (
        "Shops shut in the evening of 5 January.",
        [("in the evening of 5 January", "2022-01-05TEV")],
    ),
    "last week": ("Rain fell last week.", [("last week", "2021-W52")]),
    "this and next month": (
        "Prices rose this month and may fall next month.",
        [("this month", "2022-01"), ("next month", "2022-02")],
    ),
    "last Friday is of the week before": ("It closed last Friday.", [("last Friday", "2021-12-31")]),
    "yesterday and tomorrow": (
        "Yesterday it snowed; tomorrow it will thaw.",
        [("Yesterday", "2022-01-06"), ("tomorrow", "2022-01-08")],
    ),
    "last night": ("Two barns burned down last night.", [("last night", "2022-01-06TNI")]),
    "ago": ("The firm was founded two years ago.", [("two years ago", "2020")]),
    "months ago": ("She left three months ago.", [("three months ago", "2021-10")]),
    "days ago": ("It erupted ten days ago.", [("ten days ago", "2021-12-28")]),
    "month in the past tense": ("The strike began in November.", [("November", "2021-11")]),
    "month in the future": ("The port will reopen in March.", [("March", "2022-03")]),
    "day and month": ("He was arrested on 28 December.", [("28 December", "2021-12-28")]),
    "full date": ("They met on January 6, 2022, in Minsk.", [("January 6, 2022", "2022-01-06")]),
    "date and clock": (
        "The tremor struck at 4:15 p.m. on January 3.",
        [("4:15 p.m. on January 3", "2022-01-03T16:15")],
    ),
    "shared month": ("Polls open from 5 to 7 March.", [("5", "2022-03-05"), ("7 March", "2022-03-07")]),
    "shared year": (
        "He served between March and June 2010.",
        [("March", "2010-03"), ("June 2010", "2010-06")],
    ),
    "years in a range": ("The war of 1914-18 ended it.", [("1914", "1914"), ("18", "1918")]),
    "month of that year": (
        "The treaty was signed in 1998. In May of that year it took effect.",
        [("1998", "1998"), ("May of that year", "1998-05")],
    ),
    "the next day": (
        "He was shot on 3 January. He died the next day.",
        [("3 January", "2022-01-03"), ("the next day", "2022-01-04")],
    ),
    "two days later": (
        "Troops entered on 1 January. Two days later they left.",
        [("1 January", "2022-01-01"), ("Two days later", "2022-01-03")],
    ),
    "before a holiday": ("Shops will close two days before Easter.", [("two days before Easter", "2022-04-15")]),
    "decade and century": (
        "The 1990s were lean, as was the 19th century.",
        [("The 1990s", "199"), ("the 19th century", "18")],
    ),
    "quarter": ("Profit fell in the third quarter of 2019.", [("the third quarter of 2019", "2019-Q3")]),
    "quarter of a year before it": ("In 1989's third quarter, sales fell.", [("1989's third quarter", "1989-Q3")]),
    "the quarter is the one spoken of": (
        "Sales fell in the third quarter. For the quarter, costs rose.",
        [("the third quarter", "2021-Q3"), ("the quarter", "2021-Q3")],
    ),
    "nth weekday": (
        "The fair is held on the second Sunday of May 2021.",
        [("the second Sunday of May 2021", "2021-05-09")],
    ),
    "put off until": ("The vote was delayed until the summer.", [("the summer", "2022-SU")]),
    "clock before its day": (
        "At 5.30 pm the shelling began, and it ended on Wednesday.",
        [("5.30 pm", "2022-01-05T17:30"), ("Wednesday", "2022-01-05")],
    ),
    "a time of day that recurs": ("It opens at 8 a.m. every day.", [("8 a.m. every day", "P1D")]),
    "centuries": ("In the 18th and 19th centuries it grew.", [("the 18th", "17"), ("19th centuries", "18")]),
    "later than nothing": ("Two years later, he returned.", [("Two years later", None)]),
    "hours of a day": (
        "It fell in the early morning hours of 3 January.",
        [("the early morning hours of 3 January", "2022-01-03TMO")],
    ),
    "season": ("It flooded in the spring of 2018.", [("the spring of 2018", "2018-SP")]),
    "durations": (
        "The three-day siege left him hungry for several weeks.",
        [("three-day", "P3D"), ("several weeks", "PXW")],
    ),
    "compound duration": ("She ran for two hours and ten minutes.", [("two hours and ten minutes", "PT2H10M")]),
    "for years": ("They had quarrelled for years.", [("years", "PXY")]),
    "the past months": ("Rents doubled in the past six months.", [("the past six months", "P6M")]),
    "sets": (
        "The council meets every Monday and reports twice a year.",
        [("every Monday", "XXXX-WXX-1"), ("twice a year", "P1Y")],
    ),
    "now and recently": ("He now lives where she recently died.", [("now", "PRESENT_REF"), ("recently", "PAST_REF")]),
    "before an event without a date": (
        "Ten days before the vote, the court fell silent.",
        [("Ten days", "P10D")],
    ),
    "the day after an event": ("The day after the storm, boats lay inland.", [("The day after", None)]),
    "weekday confirms the year": ("It sinks on Sunday, 4 July.", [("Sunday, 4 July", "2021-07-04")]),
}

NO_TIMES = {
    "may the verb": "This may take longer than it should.",
    "an age": "A 23-year-old man, aged 23 years, was held.",
    "a count of people": "Some 1500 soldiers and 2000 police stood by.",
    "a newspaper": "He wrote for the Sunday Times and for USA Today.",
    "phone and case numbers": "Call 555-2010-2015 about case AB-1999-7.",
    "a percentage and a price": "Shares fell 20.5 % to $2019.",
    "a fraction": "Three quarters of the harvest was lost.",
    "march the verb": "They began to march to the sea.",
    "odds": "They were outnumbered two to one.",
    "pence": "The fare is 12p dearer.",
    "a greeting": "Good morning, said the host.",
}


@pytest.fixture(scope="module")
def lexicon() -> TimeLexicon:
    return compile_lexicon(read_tables())


def times(nlp: Language, lexicon: TimeLexicon, text: str, **fields: Any) -> Iterator[tuple[str, Time]]:
    article = Article(
        **{"article_id": "a", "published_at": FRIDAY, "published_precision": "minute", **fields}, text=text
    )
    ((_, doc, layout),) = read(nlp, [article], {})
    return ((text[t.char_start : t.char_end], t) for t in find_times(doc, article, layout, lexicon))


@pytest.mark.parametrize(("text", "expected"), NEWS.values(), ids=NEWS)
def test_values(nlp: Language, lexicon: TimeLexicon, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(surface, t.timex_value) for surface, t in times(nlp, lexicon, text)] == expected


@pytest.mark.parametrize("text", NO_TIMES.values(), ids=NO_TIMES)
def test_no_times(nlp: Language, lexicon: TimeLexicon, text: str) -> None:
    assert [surface for surface, _ in times(nlp, lexicon, text)] == []


def test_every_field_of_a_row(nlp: Language, lexicon: TimeLexicon) -> None:
    ((_, row),) = times(nlp, lexicon, "The minister resigned on Wednesday.")
    day = date(2022, 1, 5)
    assert row == Time(0, 25, 34, "DATE", "2022-01-05", True, day, day, "day", "published")


def test_the_past_decade_has_its_days(nlp: Language, lexicon: TimeLexicon) -> None:
    ((_, decade),) = times(nlp, lexicon, "Over the past decade prices have doubled.")
    assert (decade.timex_value, decade.starts_on, decade.ends_on) == ("P1DE", date(2012, 1, 7), date(2022, 1, 7))


def test_since_leaves_the_end_open(nlp: Language, lexicon: TimeLexicon) -> None:
    ((surface, row),) = times(nlp, lexicon, "Protests have been held since the beginning of this year.")
    assert (surface, row.starts_on, row.ends_on) == ("the beginning of this year", date(2022, 1, 1), None)


def test_a_day_told_by_another_outlet_may_be_the_day_before(nlp: Language, lexicon: TimeLexicon) -> None:
    ((_, row),) = times(nlp, lexicon, "A rally took place today in the west, according to the broadcaster.")
    assert (row.timex_value, row.alternatives) == ("2022-01-07", ("2022-01-06",))


def test_the_date_line_comes_before_the_publication(nlp: Language, lexicon: TimeLexicon) -> None:
    text = "LYON, Jan 5 (Wire) - The mayor resigned on Wednesday and left yesterday."
    found = times(nlp, lexicon, text, dateline_place="LYON")
    assert [(s, t.timex_value, t.anchor) for s, t in found] == [
        ("Jan 5", "2022-01-05", "published"),
        ("Wednesday", "2022-01-05", "dateline"),
        ("yesterday", "2022-01-04", "dateline"),
    ]


@pytest.mark.parametrize("line", ["LYON, Jan 5 - ", "LYON, Jan 5 — ", "Lyon, 5 January -- "])
@pytest.mark.parametrize("count", ["Seven", "7"])
def test_the_figure_behind_a_date_line_is_no_second_day(
    nlp: Language, lexicon: TimeLexicon, line: str, count: str
) -> None:
    text = f"{line}{count} people died in a fire, police said."
    ((_, row),) = times(nlp, lexicon, text, dateline_place="LYON", date_line=Span(0, len(line)))
    assert (row.timex_value, row.char_end < len(line)) == ("2022-01-05", True)


def test_without_a_day_of_writing_nothing_is_invented(nlp: Language, lexicon: TimeLexicon) -> None:
    ((_, row),) = times(nlp, lexicon, "He left on Friday.", published_at=None)
    assert (row.timex_value, row.starts_on, row.null_reason) == (None, None, "no_anchor")


def test_a_history_leans_on_the_text_before(nlp: Language, lexicon: TimeLexicon) -> None:
    text = (
        "In 1861 the war began. In 1862 it spread. By 1863 it had reached the coast, and in 1864 the islands. "
        "Peace came in March 1865. In April the king fled, and on 9 May he died. Today a stone marks the place."
    )
    assert [t.timex_value for _, t in times(nlp, lexicon, text)][4:] == [
        "1865-03",
        "1865-04",
        "1865-05-09",
        "PRESENT_REF",
    ]
