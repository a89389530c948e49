"""Copies: what counts as repeating a text, and what as other facts in the same mould."""

import pytest

from warehouse.likeness import bands, likeness, sentences

PARAGRAPHS = [
    "The ferry Aurelia ran aground off Lumen Bay on Sunday night with 214 people on board. Divers went down.",
    "Nine of the crew are still missing, the harbour office said. Its head, Ana Quist, spoke of failed engines.",
    "The company that owns the ship had it inspected in March. Inspectors had found no cause to worry.",
    "Families waited on the quay through the night. A priest from the village handed out blankets and coffee.",
    "The wind is expected to turn north by the evening. Whether the tugs can pull the ship free depends on the tide.",
]
TEXT = "\n\n".join(PARAGRAPHS)


def other_facts(text: str) -> str:
    for old, new in {
        "Aurelia": "Margit",
        "Lumen": "Amber",
        "214": "187",
        "Ana Quist": "Per Holm",
        "March": "May",
    }.items():
        text = text.replace(old, new)
    return text


CASES = {
    "the same": (TEXT, True),
    "paragraphs merged": (TEXT.replace("\n\n", " "), True),
    "other quotation marks": (f"“{TEXT}”", True),
    "an excerpt": ("\n\n".join(PARAGRAPHS[:2]) + " Lumen Courier staff contributed to this report.", True),
    "the last paragraphs cut": ("\n\n".join(PARAGRAPHS[:4]), True),
    "typos": (TEXT.replace("aground", "agruond").replace("blankets", "blanket"), True),
    "one number corrected": (TEXT.replace("214", "241"), True),
    "a date line": (f"LUMEN BAY (Wire) - {TEXT}", True),
    "in capitals": (TEXT.upper(), True),
    "digits for words, a word for another": (
        TEXT.replace("Nine", "9").replace("cause to worry", "reason to worry").replace("said.", "says."),
        True,
    ),
    "a sentence put before and a day shortened": (
        "Our reporter writes: " + TEXT.replace("on Sunday night", "Sunday night"),
        True,
    ),
    "the same mould": (other_facts(TEXT), False),
    "the same mould, but for the names": (
        TEXT.replace("214", "187").replace("Nine", "12 more").replace("March", "May"),
        False,
    ),
    "one paragraph quoted": (f"{PARAGRAPHS[0]} " + "Something else was said about it at some length here. " * 9, False),
    "another text": ("Nothing in this is like the other. " * 9, False),
}


@pytest.mark.parametrize(("other", "is_copy"), CASES.values(), ids=CASES.keys())
def test_likeness(other: str, is_copy: bool) -> None:
    one, two = sentences(TEXT), sentences(other)
    assert likeness(one, two).is_copy == likeness(two, one).is_copy == is_copy
    if is_copy:
        assert set(bands(TEXT)) & set(bands(other))


def test_a_stock_phrase_has_no_sketch() -> None:
    assert bands("Read more on our page.") == []
