"""Quotations and whose they are, one line a row: kind | speaker | cue | class | content | outlet."""

from collections.abc import Callable

import pytest
from conftest import Facts, Row

Read = Callable[..., Facts]

QUOTATIONS = [
    pytest.param(
        "Governor Lena Moss said: “We have lost everything but our patience.”",
        ["direct | Governor Lena Moss | said | say | “We have lost everything but our patience.”"],
        id="direct-before",
    ),
    pytest.param(
        "“We have lost everything but our patience,” said Governor Lena Moss.",
        ["direct | Governor Lena Moss | said | say | “We have lost everything but our patience,”"],
        id="direct-after",
    ),
    pytest.param(
        "“The water came in the night,” farmer Tomas Reyl said.",
        ["direct | farmer Tomas Reyl | said | say | “The water came in the night,”"],
        id="direct-after-plain",
    ),
    pytest.param(
        "“We searched all night,” said Captain Ada Hale. “Nobody was left on board.”",
        [
            "direct | Captain Ada Hale | said | say | “We searched all night,”",
            "direct | Captain Ada Hale | said | say | “Nobody was left on board.”",
        ],
        id="direct-broken",
    ),
    pytest.param(
        "“The vote,” Ms Orlov said, “was neither free nor fair.”",
        [
            "direct | Ms Orlov | said | say | “The vote,”",
            "direct | Ms Orlov | said | say | “was neither free nor fair.”",
        ],
        id="direct-inside",
    ),
    pytest.param(
        "“The old quarter is gone,” said Mayor Ilse Brandt.\n\n“We will rebuild it. It will take years.”",
        [
            "direct | Mayor Ilse Brandt | said | say | “The old quarter is gone,”",
            "direct | Mayor Ilse Brandt | said | say | “We will rebuild it. It will take years.”",
        ],
        id="paragraphs",
    ),
    pytest.param(
        "Coach Petra Lund said: “We were slow at the start.\n\n“After the break we found our rhythm.”",
        [
            "direct | Coach Petra Lund | said | say | “We were slow at the start.",
            "direct | Coach Petra Lund | said | say | “After the break we found our rhythm.”",
        ],
        id="paragraphs-open",
    ),
    pytest.param(
        "The airline wrote on its website:\n\n“All flights from Brenn are cancelled until noon.”",
        ["direct | The airline | wrote | say | “All flights from Brenn are cancelled until noon.”"],
        id="colon-paragraph",
    ),
    pytest.param(
        "The president said foreign-paid “bandits” were burning shops and offices.",
        ["mixed | The president | said | say | foreign-paid “bandits” were burning shops and offices"],
        id="mixed",
    ),
    pytest.param(
        "She said that the ruling was “a black day for the press” and that she would appeal.",
        ["mixed | She | said | say | that the ruling was “a black day for the press” and that she would appeal"],
        id="mixed-that",
    ),
    pytest.param(
        "The judge called the evidence “thin and contradictory”.",
        ["mixed | The judge | called | say | the evidence “thin and contradictory”"],
        id="mixed-opening",
    ),
    pytest.param("The so-called “people's bank” closed its doors on Friday.", [], id="scare"),
    pytest.param("Her second novel, “The Salt Road”, was published in 2011.", [], id="title"),
    pytest.param(
        "The bank issued a statement late on Sunday. “Customers will not lose a penny.”",
        ["direct | The bank | statement | say | “Customers will not lose a penny.”"],
        id="statement-noun",
    ),
    pytest.param(
        "‘There is no danger to the public,’ the health officer said.",
        ["direct | the health officer | said | say | ‘There is no danger to the public,’"],
        id="single-marks",
    ),
    pytest.param(
        '"I heard a bang and then screaming," Dora Kint, a nurse at the clinic, told the court on Monday.',
        ['direct | Dora Kint | told | say | "I heard a bang and then screaming,"'],
        id="ap-style",
    ),
    pytest.param(
        "“Our staff are safe”, Meyer said during the weekly briefing.",
        ["direct | Meyer | said | say | “Our staff are safe”"],
        id="during-briefing",
    ),
    pytest.param(
        'Senator Brook tweeted: "Enough is enough."',
        ['direct | Senator Brook | tweeted | say | "Enough is enough."'],
        id="tweet",
    ),
    pytest.param(
        "“We will not negotiate,” the rebel commander, who gave his name as Abu Omar, told AFP by telephone.",
        ["direct | the rebel commander | told | say | “We will not negotiate,” | AFP"],
        id="speaker-with-relative",
    ),
    pytest.param(
        "Police spokesman Jan Kolar said “the driver was going at 140 kilometres an hour” when he lost control.",
        ["direct | Police spokesman Jan Kolar | said | say | “the driver was going at 140 kilometres an hour”"],
        id="quote-in-clause",
    ),
    pytest.param(
        "The president tweeted that the deal was “dead”, adding: “We will never sign it.”",
        [
            "mixed | The president | tweeted | say | that the deal was “dead”",
            "direct | The president | adding | say | “We will never sign it.”",
        ],
        id="adding-quote",
    ),
    pytest.param(
        "Asked whether he would resign, the mayor replied: “Not today.”",
        ["direct | the mayor | replied | say | “Not today.”"],
        id="replied-when-asked",
    ),
    pytest.param(
        "Mr. Dale said he was “very, very sorry” for the mistake and promised an inquiry.",
        ["mixed | Mr. Dale | said | say | he was “very, very sorry” for the mistake and promised an inquiry"],
        id="promise-behind-quote",
    ),
    pytest.param(
        '"This is not a drill," the captain announced.\n\n"Please move to the lower deck," he added.',
        [
            'direct | the captain | announced | say | "This is not a drill,"',
            'direct | he | added | say | "Please move to the lower deck,"',
        ],
        id="two-paragraph-speakers",
    ),
    pytest.param(
        "The leader of the Green party, Ola Berg, said the bill was dead.",
        ["indirect | The leader of the Green party, Ola Berg | said | say | the bill was dead"],
        id="name-behind-the-office",
    ),
    pytest.param(
        "A diplomat who asked not to be named said the plan was dead.",
        ["indirect | A diplomat | said | say | the plan was dead"],
        id="asked-not-to-be-named",
    ),
    pytest.param(
        "The general said the army would stay and added that new units were near.",
        [
            "indirect | The general | said | say | the army would stay",
            "indirect | The general | added | say | that new units were near",
        ],
        id="said-and-added",
    ),
    pytest.param(
        "“Run,” shouted one of the guards.",
        ["direct | one of the guards | shouted | say | “Run,”"],
        id="a-word-of-the-quotation-is-no-speaker",
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS)
def test_quotations(text: str, expected: list[str], facts: Read) -> None:
    assert [line(row) for row in facts(text)["statements"]] == expected


def test_i_in_a_quotation_is_its_speaker(facts: Read) -> None:
    outer, inner = facts("“I think the wall was too thin,” said engineer Mila Dorn.")["statements"]
    assert (inner["speaker_surface"], inner["surface"]) == ("I", "the wall was too thin")
    assert inner["speaker_entity_id"] == outer["speaker_entity_id"] is not None


def line(row: Row) -> str:
    """A row of statements as the tables write it."""
    assert row["depth"] == (2 if row["via_surface"] else 1)
    parts = [row["kind"], row["speaker_surface"], row["cue"], row["cue_class"], row["surface"], row["via_surface"]]
    return " | ".join(str(part) for part in parts[: 6 if row["via_surface"] else 5])
