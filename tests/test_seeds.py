"""The sample articles: there, readable with the plainest of parsers, varied, and distinct but for the intended copy."""

import csv
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import html

from warehouse.shipped import shipped

ARTICLES = shipped("seeds") / "articles"
FIELDS = {
    "id", "text", "title", "url", "outlet", "authors", "published_at", "updated_at", "language", "section",
}  # fmt: skip
COPY, COPIED = "harbour-daily-164", "kazakhstan-ministry-164.html"
CORRECTED = "steppe-courier-225"

GENRES = [
    pytest.param("kazakhstan-csto.txt", ("CSTO", "NHK World", "Almaty"), id="unrest"),
    pytest.param("kazakhstan-officers.html", ("armed criminals", "Interfax"), id="toll-of-8-January"),
    pytest.param(COPIED, ("164 people", "103 of them"), id="toll-of-9-January"),
    pytest.param(COPY, ("164 people", "103 of them"), id="syndicated-copy"),
    pytest.param("alatau-observer-withdrawn", ("took back", "164"), id="toll-withdrawn"),
    pytest.param(CORRECTED, ("225 people", "4,353"), id="toll-of-15-January"),
    pytest.param("earthquake.txt", ("magnitude 6.4", "between 60 and 70 missing"), id="disaster"),
    pytest.param("plant-blast.txt", ("nine workers", "11 deaths"), id="conflicting-tolls"),
    pytest.param("court.html", ("sentenced", "allegedly", "£1.2 million"), id="court"),
    pytest.param("outbreak.txt", ("infected", "vaccinated", "percent"), id="outbreak"),
    pytest.param("avalanche-brief.txt", ("TBILISI, Jan 9 (Meridian) -",), id="wire-brief"),
    pytest.param("sanctions.html", ("agreement", "promised", "denied"), id="diplomacy"),
    pytest.param("markets-rate-rise", ("basis points", "percent", "second quarter"), id="markets"),
    pytest.param("grocer-results", ("£2.84 billion", "pence"), id="company-results"),
    pytest.param("election.html", ("votes", "seats", "Turnout"), id="election"),
    pytest.param("football.txt", ("shot", "killed off the game", "beat", "knee injury"), id="sport"),
]


class Sample(NamedTuple):
    """One sample article: its key as the readers form it, and what it states of itself."""

    key: str
    fields: dict[str, object]

    @property
    def text(self) -> str:
        return str(self.fields["text"])

    @property
    def heading_and_text(self) -> str:
        return self.text if self.key.endswith(".html") else f"{self.fields.get('title', '')}\n\n{self.text}"


def page(path: Path) -> dict[str, object]:
    tree = html.fromstring(path.read_bytes())
    for element in tree.xpath("//script | //style | //nav | //aside | //footer"):
        element.drop_tree()
    return {"title": tree.findtext(".//title"), "text": tree.find("body").text_content()}


def records(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8", newline="") as lines:
        if path.suffix == ".csv":
            yield from csv.DictReader((line for line in lines if not line.startswith("#")), strict=True)
        else:
            yield from map(json.loads, lines)


def samples() -> Iterator[Sample]:
    for path in sorted(ARTICLES.iterdir()):
        if path.suffix == ".txt":
            yield Sample(path.name, {"text": path.read_text(encoding="utf-8")})
        elif path.suffix == ".html":
            yield Sample(path.name, page(path))
        else:
            yield from (Sample(str(record["id"]), record) for record in records(path))


SAMPLES = list(samples())
NEWEST = {sample.key: sample for sample in SAMPLES}


ANSWERS = list(records(Path(__file__).with_name("sample_answers.csv")))


def words(text: str) -> set[str]:
    return set(text.replace("’", "'").replace("“", '"').replace("”", '"').split())


def test_formats() -> None:
    assert {path.suffix for path in ARTICLES.iterdir()} == {".txt", ".html", ".jsonl", ".csv"}
    assert len(NEWEST) >= 14


@pytest.mark.parametrize(("key", "phrases"), GENRES)
def test_genre(key: str, phrases: tuple[str, ...]) -> None:
    assert [phrase for phrase in phrases if phrase not in NEWEST[key].text] == []


def test_every_article_has_a_genre() -> None:
    assert {param.values[0] for param in GENRES} == set(NEWEST)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.key)
def test_size(sample: Sample) -> None:
    assert 150 <= len(sample.text.split()) <= 1000


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.html")), ids=lambda p: p.name)
def test_page_has_a_title(path: Path) -> None:
    assert str(page(path)["title"]).strip()


@pytest.mark.parametrize("sample", [s for s in SAMPLES if "id" in s.fields], ids=lambda s: s.key)
def test_record_states_its_fields(sample: Sample) -> None:
    assert set(sample.fields) <= FIELDS
    assert all(sample.fields[name] for name in ("id", "text", "title", "outlet", "url", "language"))
    datetime.fromisoformat(str(sample.fields["published_at"]))


def test_nothing_twice_but_the_copy_and_the_correction() -> None:
    alike = {
        (one.key, other.key)
        for i, one in enumerate(SAMPLES)
        for other in SAMPLES[i + 1 :]
        if len(words(one.text) & words(other.text)) > 0.7 * min(len(words(one.text)), len(words(other.text)))
    }
    assert alike == {(COPIED, COPY), (CORRECTED, CORRECTED)}


def test_copy_has_straight_quotes_and_lacks_the_last_paragraph() -> None:
    copy = NEWEST[COPY].text
    assert not set(copy) & set("“”‘’")
    assert "January 2 in Zhanaozen" in NEWEST[COPIED].text
    assert "January 2 in Zhanaozen" not in copy


def test_correction_changes_one_number_under_one_address() -> None:
    earlier, later = (sample.fields for sample in SAMPLES if sample.key == CORRECTED)
    body, _, note = str(later["text"]).rpartition("\n\n")
    assert body == str(earlier["text"]).replace("4,533", "4,353")
    assert note.startswith("Correction:")
    assert (earlier["url"], earlier["published_at"]) == (later["url"], later["published_at"])
    assert "updated_at" not in earlier
    assert str(later["updated_at"]) > str(later["published_at"])


def test_readme_names_every_article() -> None:
    readme = (shipped("seeds") / "README.md").read_text(encoding="utf-8")
    named = {path.name for path in ARTICLES.iterdir()} | set(NEWEST)
    assert [name for name in sorted(named) if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda a: f"{a['source_key']}-{a['value'] or a['measure']}-{a['note']}")
def test_answer_stands_in_its_article(answer: dict[str, str]) -> None:
    text = " ".join(NEWEST[answer["source_key"]].heading_and_text.split())
    if answer["evidence"]:
        assert text.count(answer["evidence"]) == 1
    for column in ("counted", "speaker", "via"):
        assert all(word.casefold() in text.casefold() for word in answer[column].split("|"))


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda a: f"{a['source_key']}-{a['value'] or a['measure']}-{a['note']}")
def test_answer_is_whole(answer: dict[str, str]) -> None:
    assert answer["expected"] in {"must", "may", "never"}
    if answer["expected"] != "never":
        assert all(answer[name] for name in ("measure", "bound", "evidence"))
    limits = (answer["value"], answer["value_low"], answer["value_high"])
    open_above = answer["bound"] in {"at_least", "more_than"}
    assert answer["bound"] == "between" or limits == (answer["value"],) * 2 + ("" if open_above else answer["value"],)


def test_answers_name_no_article_without_casualties() -> None:
    named = {answer["source_key"] for answer in ANSWERS}
    assert set(NEWEST) - named == {"football.txt", "markets-rate-rise", "grocer-results", "election.html"}
