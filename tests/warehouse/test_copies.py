"""Copies of the sample articles, edited as outlets edit them, and other facts in the same mould: every one is told."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest

from warehouse.likeness import bands, likeness, sentences
from warehouse.shipped import shipped

TEXTS = {path.stem: path.read_text("utf-8").strip() for path in sorted((shipped("seeds") / "articles").glob("*.txt"))}


def paragraphs(text: str) -> list[str]:
    return [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]


def excerpt(text: str) -> str:
    """The first half, by paragraphs."""
    parts = paragraphs(text)
    return "\n\n".join(parts[: (len(parts) + 1) // 2])


EDITS: dict[str, Callable[[str], str]] = {
    "unchanged": lambda text: text,
    "paragraphs merged": lambda text: " ".join(text.split()),
    "quotation marks straightened": lambda text: re.sub("[“”]", '"', text).replace("’", "'").replace("‘", "'"),
    "another headline and byline": lambda text: "\n\n".join(["Told again", "By Our Staff", *paragraphs(text)[1:]]),
    "boilerplate behind it": lambda text: text + "\n\nSubscribe to our newsletter. Follow us where you like.",
    "the last paragraph dropped": lambda text: "\n\n".join(paragraphs(text)[:-1]),
    "a paragraph in the middle dropped": lambda text: "\n\n".join(
        part for number, part in enumerate(paragraphs(text)) if number != len(paragraphs(text)) // 2
    ),
    "an excerpt": excerpt,
    "a date line": lambda text: "LUMEN BAY (Wire) - " + text,
}


def other_numbers(text: str) -> str:
    """Another report in the same mould: every number is another one."""
    return re.sub(r"\d+", lambda found: str(int(found[0]) + 7), text)


def other_names(text: str) -> str:
    """Another report in the same mould: names inside sentences are other names."""
    return re.sub(r"(?<=[a-z,] )[A-Z][a-z]+", lambda found: found[0][::-1].capitalize(), text)


MOULDS = {"other numbers": other_numbers, "other names": other_names}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
@pytest.mark.parametrize("name", TEXTS)
def test_an_edited_copy_is_found(name: str, edit: Callable[[str], str]) -> None:
    one, other = TEXTS[name], edit(TEXTS[name])
    assert set(bands(one)) & set(bands(other))
    assert likeness(sentences(one), sentences(other)).is_copy


@pytest.mark.parametrize("mould", MOULDS.values(), ids=MOULDS.keys())
@pytest.mark.parametrize("name", TEXTS)
def test_other_facts_in_the_same_mould_are_no_copy(name: str, mould: Callable[[str], str]) -> None:
    assert not likeness(sentences(TEXTS[name]), sentences(mould(TEXTS[name]))).is_copy


@pytest.mark.parametrize(("one", "other"), list(combinations(TEXTS, 2)))
def test_reports_of_other_things_are_no_copies(one: str, other: str) -> None:
    assert not likeness(sentences(TEXTS[one]), sentences(TEXTS[other])).is_copy
