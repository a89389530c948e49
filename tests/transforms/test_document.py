"""Heads of articles, in invented words, and what each says of itself; whole values, nothing beside them."""

from datetime import datetime
from typing import Any

import pytest

from flows.readers.stated import words
from transforms.document import Head, head_spans, recognise
from transforms.facts import Span
from transforms.instant import Instant

BODY = "Crews worked through the night to clear the road.\n\nNobody was hurt, the council said."
LONG = (
    "Crews worked through the night to clear the road into the valley, and by morning the first lorries with bread, "
    "water and blankets had reached the village school where most families slept."
)


def day(year: int, month: int, date: int) -> Instant:
    return Instant(datetime(year, month, date), None, "day")


def minute(*parts: int, offset: str | None = None) -> Instant:
    return Instant(datetime(*parts), offset, "minute")  # type: ignore[arg-type]


# id -> (head, what is recognised). The head stands above BODY unless it holds `{body}`.
HEADS: dict[str, tuple[str, dict[str, Any]]] = {
    "title": ("Landslide closes mountain pass", {"title": "Landslide closes mountain pass"}),
    "title-in-capitals": ("PASS CLOSED AGAIN", {"title": "PASS CLOSED AGAIN"}),
    "title-question": ("Who will clear the pass?", {"title": "Who will clear the pass?"}),
    "title-ends-in-abbreviation": ("Two passes close in U.S.", {"title": "Two passes close in U.S."}),
    "title-over-two-lines": (
        "Landslide closes pass\nfor a third day",
        {"title": "Landslide closes pass for a third day"},
    ),
    "no-title": ("Snow fell on the pass all day.", {}),
    "byline-with-time": (
        "Landslide closes pass\n\nby Staff Writer - May 4, 2019, 6:45 pm",
        {
            "title": "Landslide closes pass",
            "byline": "by Staff Writer - May 4, 2019, 6:45 pm",
            "published": minute(2019, 5, 4, 18, 45),
        },
    ),
    "standfirst-before-byline": (
        "Landslide closes pass\n\nThe only road is buried. Villagers wait.\n\n"
        "By Ines Okoro and Tam Vale | 3 March 2021 14:05 GMT",
        {
            "title": "Landslide closes pass",
            "standfirst": "The only road is buried. Villagers wait.",
            "byline": "By Ines Okoro and Tam Vale | 3 March 2021 14:05 GMT",
            "authors": ("Ines Okoro", "Tam Vale"),
            "published": minute(2021, 3, 3, 14, 5, offset="+00:00"),
        },
    ),
    "deck-without-stop": (
        "Landslide closes pass\n\nVillagers wait for bread as rain goes on",
        {"title": "Landslide closes pass", "standfirst": "Villagers wait for bread as rain goes on"},
    ),
    "title-with-stop-before-byline": (
        "The pass is closed.\n\nBy Ines Okoro",
        {"title": "The pass is closed.", "byline": "By Ines Okoro", "authors": ("Ines Okoro",)},
    ),
    "published-and-updated": (
        "Landslide closes pass\n\nPublished: 3 March 2021 14:05 GMT | Updated: 4 March 2021 09:00 GMT",
        {
            "title": "Landslide closes pass",
            "published": minute(2021, 3, 3, 14, 5, offset="+00:00"),
            "updated": minute(2021, 3, 4, 9, 0, offset="+00:00"),
        },
    ),
    "updated-only": (
        "Landslide closes pass\n\nLast updated: March 4, 2021",
        {"title": "Landslide closes pass", "updated": day(2021, 3, 4)},
    ),
    "byline-then-date-paragraph": (
        "Landslide closes pass\n\nBy Ines Okoro\n\nMarch 4, 2021",
        {
            "title": "Landslide closes pass",
            "byline": "By Ines Okoro\n\nMarch 4, 2021",
            "authors": ("Ines Okoro",),
            "published": day(2021, 3, 4),
        },
    ),
    "head-in-one-block": (
        "Landslide closes pass\nBy Ines Okoro\nThe Valley Post\n14 June 2019",
        {
            "title": "Landslide closes pass",
            "byline": "By Ines Okoro\nThe Valley Post\n14 June 2019",
            "authors": ("Ines Okoro",),
            "published": day(2019, 6, 14),
            "outlet": "The Valley Post",
        },
    ),
    "outlet-and-date": (
        "Landslide closes pass\n\nValley Post | 14 June 2019 | 3 min read",
        {
            "title": "Landslide closes pass",
            "byline": "Valley Post | 14 June 2019 | 3 min read",
            "published": day(2019, 6, 14),
            "outlet": "Valley Post",
        },
    ),
    "author-with-office-and-place": (
        "Landslide closes pass\n\nBy Ines Okoro, Mountain Correspondent in Upper Vale",
        {
            "title": "Landslide closes pass",
            "byline": "By Ines Okoro, Mountain Correspondent in Upper Vale",
            "authors": ("Ines Okoro",),
        },
    ),
    "three-authors": (
        "Landslide closes pass\n\nWritten by Ines Okoro, Tam Vale and Jo de la Mar",
        {
            "title": "Landslide closes pass",
            "byline": "Written by Ines Okoro, Tam Vale and Jo de la Mar",
            "authors": ("Ines Okoro", "Tam Vale", "Jo de la Mar"),
        },
    ),
    "byline-in-capitals": (
        "PASS CLOSED AGAIN\n\nBY INES OKORO",
        {"title": "PASS CLOSED AGAIN", "byline": "BY INES OKORO", "authors": ("INES OKORO",)},
    ),
    "date-line": (
        "Landslide closes pass\n\nUPPER VALE, Jan 6 (Example Wire) - {body}",
        {
            "title": "Landslide closes pass",
            "date_line": "UPPER VALE, Jan 6 (Example Wire) - ",
            "dateline_place": "UPPER VALE",
            "outlet": "Example Wire",
        },
    ),
    "date-line-with-year": (
        "Landslide closes pass\n\nUpper Vale, Norland, 6 January 2022 (Example Wire) — {body}",
        {
            "title": "Landslide closes pass",
            "date_line": "Upper Vale, Norland, 6 January 2022 (Example Wire) — ",
            "dateline_place": "Upper Vale, Norland",
            "outlet": "Example Wire",
            "published": day(2022, 1, 6),
        },
    ),
    "date-line-place-only": (
        "Landslide closes pass\n\nThe road is buried.\n\nVALEBURG — {body}",
        {
            "title": "Landslide closes pass",
            "standfirst": "The road is buried.",
            "date_line": "VALEBURG — ",
            "dateline_place": "VALEBURG",
        },
    ),
    "date-line-agency-only": (
        "Landslide closes pass\n\nValeburg (EXW) – {body}",
        {
            "title": "Landslide closes pass",
            "date_line": "Valeburg (EXW) – ",
            "dateline_place": "Valeburg",
            "outlet": "EXW",
        },
    ),
    "date-line-colon": (
        "Landslide closes pass\n\nNew Vale, Jan. 6 (EXW): {body}",
        {
            "title": "Landslide closes pass",
            "date_line": "New Vale, Jan. 6 (EXW): ",
            "dateline_place": "New Vale",
            "outlet": "EXW",
        },
    ),
    "date-line-first": (
        "VALEBURG, Norland (EXW) -- {body}",
        {"date_line": "VALEBURG, Norland (EXW) -- ", "dateline_place": "VALEBURG, Norland", "outlet": "EXW"},
    ),
    "brackets-hold-a-region": (
        "VALEBURG (UK) - {body}",
        {"date_line": "VALEBURG (UK) - ", "dateline_place": "VALEBURG"},
    ),
    "date-line-with-the-day-behind-the-dash": (
        "Landslide closes pass\nBy Valley Post staff\nVALEBURG (Reuters) - Friday, August 15, 2008\n\n{body}",
        {
            "title": "Landslide closes pass",
            "byline": "By Valley Post staff",
            "date_line": "VALEBURG (Reuters) - Friday, August 15, 2008",
            "dateline_place": "VALEBURG",
            "outlet": "Reuters",
            "published": day(2008, 8, 15),
        },
    ),
    "outlet-is-no-place": (
        "Landslide closes pass\n\nVALLEY POST — Friday, 14 June 2019",
        {
            "title": "Landslide closes pass",
            "byline": "VALLEY POST — Friday, 14 June 2019",
            "published": day(2019, 6, 14),
            "outlet": "VALLEY POST",
        },
    ),
    "shouting-is-no-place": ("BEST ROAD CREW EVER - Very fast. {body}", {}),
    "cut-sentence-is-no-standfirst": (
        "Landslide closes pass\n\nCrews have worked for three days on the road above\n\nthe lake. {body}",
        {"title": "Landslide closes pass"},
    ),
    "flash-is-no-place": ("Landslide closes pass\n\nBREAKING — {body}", {"title": "Landslide closes pass"}),
    "acronym-is-no-place": (
        "Landslide closes pass\n\nEXCO — the road company — has sent crews.\n\n{body}",
        {"title": "Landslide closes pass"},
    ),
    "clause-is-no-byline": ("By Friday the army had cleared the road.\n\nBy then it was late.", {}),
    "by-phrase-is-no-byline": (
        "Landslide closes pass\n\nBy nightfall crews had left the road to the wolves.",
        {"title": "Landslide closes pass"},
    ),
    "by-phrase-as-headline": ("By Land and Sea", {"title": "By Land and Sea"}),
    "date-in-headline": ("Live Updates – January 7, 2022", {"title": "Live Updates – January 7, 2022"}),
    "byline-deep-in-the-text": (
        "Landslide closes pass\n\n{body}\n\nMore rain is due.\n\nBy Ines Okoro",
        {"title": "Landslide closes pass"},
    ),
    "windows-line-ends": (
        "Landslide closes pass\r\n\r\nBy Ines Okoro\r\n\r\n{body}",
        {"title": "Landslide closes pass", "byline": "By Ines Okoro", "authors": ("Ines Okoro",)},
    ),
    "date-above-the-headline": (
        "3 March 2021\n\nLandslide closes pass",
        {"title": "Landslide closes pass", "published": day(2021, 3, 3)},
    ),
    "line-a-paragraph": ("Landslide closes pass\n" + LONG + "\n{body}", {"title": "Landslide closes pass"}),
    "one-line-only": ("Landslide closes pass{body}", {}),
    "one-line-with-a-date": ("Supper with Ines at 13:00 February 28, 2013{body}", {}),
}
EMPTY: dict[str, Any] = dict.fromkeys(("title", "standfirst", "byline", "published", "updated")) | {
    "authors": (), "date_line": None, "dateline_place": None, "outlet": None,
}  # fmt: skip
SPANS = ("title", "standfirst", "byline", "date_line")


def article(name: str) -> str:
    head = HEADS[name][0]
    if name.startswith("one-line"):
        return head.format(body="")
    return head.format(body=BODY) if "{body}" in head else f"{head}\n\n{BODY}"


@pytest.mark.parametrize("name", HEADS)
def test_recognise(name: str) -> None:
    text = article(name)
    head = recognise(text, words())
    found = head._asdict() | {key: span and text[span.start : span.end] for key, span in _spans(head).items()}
    found["title"] = " ".join(found["title"].split()) if found["title"] else None
    assert found == EMPTY | HEADS[name][1]


@pytest.mark.parametrize("name", HEADS)
def test_spans_are_found_again_from_the_columns(name: str) -> None:
    text = article(name)
    head = recognise(text, words())
    columns = {key: span and " ".join(text[span.start : span.end].split()) for key, span in _spans(head).items()}
    found = head_spans(
        text,
        body_start=0,
        title=columns["title"],
        standfirst=columns["standfirst"],
        byline=columns["byline"],
        dateline_place=head.dateline_place,
    )
    assert found == (head.title, head.standfirst, head.byline, head.date_line)


def test_separate_title_is_skipped_and_none_is_sought() -> None:
    text = f"Pass closed\n\nBy Ines Okoro\n\n{BODY}"
    head = recognise(text, words(), start=13, has_title=False)
    assert (head.title, head.byline, head.authors) == (None, (13, 26), ("Ines Okoro",))
    assert recognise(BODY.replace(".", ""), words(), has_title=False) == recognise("", words())


def _spans(head: Head) -> dict[str, Span | None]:
    return {key: getattr(head, key) for key in SPANS}
