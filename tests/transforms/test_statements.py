"""Who says what: quotations, complements, attributions beside clauses, chains through outlets."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from conftest import Facts

Read = Callable[..., Facts]


class Said(NamedTuple):
    """What a row of statements must hold, in the article's words."""

    kind: str
    speaker: str | None
    cue: str | None
    cue_class: str | None
    content: str
    via: str | None = None


STATEMENTS = [
    pytest.param(
        "The harbour master said on Tuesday that two ferries had collided near the mole.",
        [Said("indirect", "The harbour master", "said", "say", "that two ferries had collided near the mole")],
        id="said-that",
    ),
    pytest.param(
        "Officials say the bridge will stay closed until spring.",
        [Said("indirect", "Officials", "say", "say", "the bridge will stay closed until spring")],
        id="said-bare",
    ),
    pytest.param(
        "Twelve miners were rescued overnight, the company said.",
        [Said("indirect", "the company", "said", "say", "Twelve miners were rescued overnight")],
        id="tail",
    ),
    pytest.param(
        "The dam was inspected last week, said engineer Rosa Quint.",
        [Said("indirect", "engineer Rosa Quint", "said", "say", "The dam was inspected last week")],
        id="tail-inverted",
    ),
    pytest.param(
        "The rebels seized the airport, reported Radio Meridian.",
        [Said("indirect", "Radio Meridian", "reported", "report", "The rebels seized the airport")],
        id="tail-outlet",
    ),
    pytest.param(
        "At least nine people drowned, according to the coast guard.",
        [Said("indirect", "the coast guard", "according to", "say", "At least nine people drowned")],
        id="according-to-tail",
    ),
    pytest.param(
        "According to the coast guard, at least nine people drowned.",
        [Said("indirect", "the coast guard", "According to", "say", "at least nine people drowned")],
        id="according-to-head",
    ),
    pytest.param(
        "Ticket sales fell last year and the festival expects 4,000 guests this summer according to its website.",
        [Said("indirect", "its website", "according to", "say", "the festival expects 4,000 guests this summer")],
        id="according-conjunct",
    ),
    pytest.param(
        "The interior ministry says six officers have died and more than 40 have been hurt, reported NHK World.",
        [
            Said(
                "indirect",
                "The interior ministry",
                "says",
                "say",
                "six officers have died and more than 40 have been hurt",
                "NHK World",
            )
        ],
        id="chain",
    ),
    pytest.param(
        "According to Reuters, the mayor said the market would reopen on Monday.",
        [Said("indirect", "the mayor", "said", "say", "the market would reopen on Monday", "Reuters")],
        id="chain-head",
    ),
    pytest.param(
        "Two soldiers were killed near the border, Interfax reported, citing the defence ministry.",
        [
            Said(
                "indirect",
                "the defence ministry",
                "reported",
                "report",
                "Two soldiers were killed near the border",
                "Interfax",
            )
        ],
        id="citing",
    ),
    pytest.param(
        "According to Xinhua, quoting the provincial governor, 300 houses were swept away.",
        [Said("indirect", "the provincial governor", "According to", "say", "300 houses were swept away", "Xinhua")],
        id="quoting",
    ),
    pytest.param(
        "The minister told BBC News that the talks had failed.",
        [Said("indirect", "The minister", "told", "say", "that the talks had failed", "BBC News")],
        id="told-outlet",
    ),
    pytest.param(
        "The governor was quoted as saying by TASS that the fire was under control.",
        [Said("indirect", "The governor", "saying", "say", "that the fire was under control", "TASS")],
        id="quoted-as-saying",
    ),
    pytest.param(
        "Governor Lena Moss said: “We have lost everything but our patience.”",
        [Said("direct", "Governor Lena Moss", "said", "say", "“We have lost everything but our patience.”")],
        id="direct-before",
    ),
    pytest.param(
        "“We have lost everything but our patience,” said Governor Lena Moss.",
        [Said("direct", "Governor Lena Moss", "said", "say", "“We have lost everything but our patience,”")],
        id="direct-after",
    ),
    pytest.param(
        "“The water came in the night,” farmer Tomas Reyl said.",
        [Said("direct", "farmer Tomas Reyl", "said", "say", "“The water came in the night,”")],
        id="direct-after-plain",
    ),
    pytest.param(
        "“We searched all night,” said Captain Ada Hale. “Nobody was left on board.”",
        [
            Said("direct", "Captain Ada Hale", "said", "say", "“We searched all night,”"),
            Said("direct", "Captain Ada Hale", "said", "say", "“Nobody was left on board.”"),
        ],
        id="direct-broken",
    ),
    pytest.param(
        "“The vote,” Ms Orlov said, “was neither free nor fair.”",
        [
            Said("direct", "Ms Orlov", "said", "say", "“The vote,”"),
            Said("direct", "Ms Orlov", "said", "say", "“was neither free nor fair.”"),
        ],
        id="direct-inside",
    ),
    pytest.param(
        "“The old quarter is gone,” said Mayor Ilse Brandt.\n\n“We will rebuild it. It will take years.”",
        [
            Said("direct", "Mayor Ilse Brandt", "said", "say", "“The old quarter is gone,”"),
            Said("direct", "Mayor Ilse Brandt", "said", "say", "“We will rebuild it. It will take years.”"),
        ],
        id="paragraphs",
    ),
    pytest.param(
        "Coach Petra Lund said: “We were slow at the start.\n\n“After the break we found our rhythm.”",
        [
            Said("direct", "Coach Petra Lund", "said", "say", "“We were slow at the start."),
            Said("direct", "Coach Petra Lund", "said", "say", "“After the break we found our rhythm.”"),
        ],
        id="paragraphs-open",
    ),
    pytest.param(
        "The airline wrote on its website:\n\n“All flights from Brenn are cancelled until noon.”",
        [Said("direct", "The airline", "wrote", "say", "“All flights from Brenn are cancelled until noon.”")],
        id="colon-paragraph",
    ),
    pytest.param(
        "The president said foreign-paid “bandits” were burning shops and offices.",
        [Said("mixed", "The president", "said", "say", "foreign-paid “bandits” were burning shops and offices")],
        id="mixed",
    ),
    pytest.param(
        "She said that the ruling was “a black day for the press” and that she would appeal.",
        [
            Said(
                "mixed",
                "She",
                "said",
                "say",
                "that the ruling was “a black day for the press” and that she would appeal",
            )
        ],
        id="mixed-that",
    ),
    pytest.param(
        "The judge called the evidence “thin and contradictory”.",
        [Said("mixed", "The judge", "called", "say", "the evidence “thin and contradictory”")],
        id="mixed-opening",
    ),
    pytest.param("The so-called “people's bank” closed its doors on Friday.", [], id="scare"),
    pytest.param("Her second novel, “The Salt Road”, was published in 2011.", [], id="title"),
    pytest.param(
        "The chancellor promised to raise pensions before the end of the year.",
        [Said("indirect", "The chancellor", "promised", "promise", "to raise pensions before the end of the year")],
        id="promised-to",
    ),
    pytest.param(
        "The union threatened to stop all trains.",
        [Said("indirect", "The union", "threatened", "promise", "to stop all trains")],
        id="threatened-to",
    ),
    pytest.param(
        "The spokesman also stressed evacuating the elderly first.",
        [Said("indirect", "The spokesman", "stressed", "say", "evacuating the elderly first")],
        id="stressed-gerund",
    ),
    pytest.param(
        "The company denied dumping waste in the river.",
        [Said("indirect", "The company", "denied", "deny", "dumping waste in the river")],
        id="denied-gerund",
    ),
    pytest.param(
        "The general denied that his troops had crossed the border.",
        [Said("indirect", "The general", "denied", "deny", "that his troops had crossed the border")],
        id="denied-that",
    ),
    pytest.param(
        "The opposition accused the electoral commission of hiding 300 ballot boxes.",
        [
            Said(
                "indirect", "The opposition", "accused", "accuse", "the electoral commission of hiding 300 ballot boxes"
            )
        ],
        id="accused-of",
    ),
    pytest.param(
        "The UN envoy urged both sides to stop the shelling.",
        [Said("indirect", "The UN envoy", "urged", "ask", "both sides to stop the shelling")],
        id="urged",
    ),
    pytest.param(
        "Aid groups called for an immediate ceasefire.",
        [Said("indirect", "Aid groups", "called for", "ask", "an immediate ceasefire")],
        id="called-for",
    ),
    pytest.param(
        "Lawmakers asked why the warning had been ignored.",
        [Said("indirect", "Lawmakers", "asked", "ask", "why the warning had been ignored")],
        id="asked-why",
    ),
    pytest.param(
        "The commission believes the pilot had fallen asleep.",
        [Said("indirect", "The commission", "believes", "think", "the pilot had fallen asleep")],
        id="believes",
    ),
    pytest.param(
        "The study found that sea levels had risen by 9 centimetres.",
        [Said("indirect", "The study", "found", "think", "that sea levels had risen by 9 centimetres")],
        id="found",
    ),
    pytest.param(
        "The lawyer said she thought the contract was void.",
        [
            Said("indirect", "The lawyer", "said", "say", "she thought the contract was void"),
            Said("indirect", "she", "thought", "think", "the contract was void"),
        ],
        id="nested",
    ),
    pytest.param(
        "The minister said prices had fallen, and warned that they would rise again.",
        [
            Said("indirect", "The minister", "said", "say", "prices had fallen"),
            Said("indirect", "The minister", "warned", "warn", "that they would rise again"),
        ],
        id="and-said",
    ),
    pytest.param(
        "The agency said 30 homes had burned down, adding that nobody was missing.",
        [
            Said("indirect", "The agency", "said", "say", "30 homes had burned down"),
            Said("indirect", "The agency", "adding", "say", "that nobody was missing"),
        ],
        id="adding",
    ),
    pytest.param(
        "Wren, who said he had seen nothing, was released.",
        [Said("indirect", "who", "said", "say", "he had seen nothing")],
        id="which-he-said",
    ),
    pytest.param(
        "The army rejected claims that its soldiers had looted the museum.",
        [Said("indirect", "The army", "rejected", "deny", "that its soldiers had looted the museum")],
        id="claims-noun",
    ),
    pytest.param(
        "The bank issued a statement late on Sunday. “Customers will not lose a penny.”",
        [Said("direct", "The bank", "statement", "say", "“Customers will not lose a penny.”")],
        id="statement-noun",
    ),
    pytest.param(
        "It is believed that four climbers died.",
        [Said("indirect", None, "believed", "think", "that four climbers died")],
        id="impersonal",
    ),
    pytest.param("She was told that her mother had left.", [], id="was-told"),
    pytest.param("No group has admitted that it planted the bomb.", [], id="nobody"),
    pytest.param(
        "The ministry has not confirmed that the hostages were freed.",
        [Said("indirect", "The ministry", "confirmed", "deny", "that the hostages were freed")],
        id="not-confirmed",
    ),
    pytest.param("His brother, who runs the firm, announced his departure.", [], id="announced-object"),
    pytest.param(
        "As the coroner told reporters, the bodies have not been identified.",
        [Said("indirect", "the coroner", "told", "say", "the bodies have not been identified")],
        id="as-x-said",
    ),
    pytest.param(
        "The fleet, the admiral said, will return in May.",
        [
            Said("indirect", "the admiral", "said", "say", "The fleet"),
            Said("indirect", "the admiral", "said", "say", "will return in May"),
        ],
        id="medial",
    ),
    pytest.param(
        "The plan, which according to critics would cost 40 million crowns, was dropped.",
        [Said("indirect", "critics", "according to", "say", "would cost 40 million crowns")],
        id="which-according",
    ),
    pytest.param("Police arrested six people, and the station reported the arrests.", [], id="led-and-reported"),
    pytest.param(
        "It reported that the price had doubled.",
        [Said("indirect", "It", "reported", "report", "that the price had doubled")],
        id="pronoun-it-reported",
    ),
    pytest.param(
        "‘There is no danger to the public,’ the health officer said.",
        [Said("direct", "the health officer", "said", "say", "‘There is no danger to the public,’")],
        id="single-marks",
    ),
    pytest.param(
        '"I heard a bang and then screaming," Dora Kint, a nurse at the clinic, told the court on Monday.',
        [Said("direct", "Dora Kint", "told", "say", '"I heard a bang and then screaming,"')],
        id="ap-style",
    ),
    pytest.param(
        "In a televised speech on Monday, President Halvard Ness said the emergency would end.",
        [Said("indirect", "President Halvard Ness", "said", "say", "the emergency would end")],
        id="said-in",
    ),
    pytest.param(
        "“Our staff are safe”, Meyer said during the weekly briefing.",
        [Said("direct", "Meyer", "said", "say", "“Our staff are safe”")],
        id="during-briefing",
    ),
    pytest.param("The results show a clear majority for the coalition.", [], id="showed-up"),
    pytest.param(
        "Both governments agreed that the treaty had failed.",
        [Said("indirect", "Both governments", "agreed", "confirm", "that the treaty had failed")],
        id="agree",
    ),
    pytest.param(
        'Senator Brook tweeted: "Enough is enough."',
        [Said("direct", "Senator Brook", "tweeted", "say", '"Enough is enough."')],
        id="tweet",
    ),
    pytest.param(
        "The manager is confident that the club will survive.",
        [Said("indirect", "The manager", "confident", "think", "that the club will survive")],
        id="confident",
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_statements(text: str, expected: list[Said], facts: Read) -> None:
    rows = facts(text)["statements"]
    found = [
        Said(r["kind"], r["speaker_surface"], r["cue"], r["cue_class"], r["surface"], r["via_surface"]) for r in rows
    ]
    assert found == expected
    assert [r["depth"] for r in rows] == [2 if said.via else 1 for said in expected]


SETTINGS = [
    pytest.param(
        "At a closed hearing on Tuesday, the auditor said the accounts were false.",
        ("At a closed hearing", "2022-01-04", None, None),
        id="occasion-and-day",
    ),
    pytest.param(
        "The bridge collapsed on Tuesday, engineer Mila Dorn said.",
        (None, None, "not_stated", "engineer"),
        id="the-day-of-what-is-told-is-not-the-day-of-saying",
    ),
    pytest.param(
        "“Our staff are safe”, embassy spokesperson Arvid Holm said on Wednesday during the weekly briefing.",
        ("during the weekly briefing", "2022-01-05", None, "embassy spokesperson"),
        id="role-before-the-name",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SETTINGS)
def test_setting(text: str, expected: tuple[str | None, ...], facts: Read) -> None:
    (row,) = facts(text)["statements"]
    day = row["said_on"].isoformat() if row["said_on"] else None
    assert (row["occasion"], day, row["said_on_reason"], row["speaker_role"]) == expected


def test_a_speaker_who_goes_on_keeps_entity_and_day(facts: Read) -> None:
    text = "Mayor Ilse Brandt said on Tuesday that the pool would close. She said the roof was unsafe."
    first, second = facts(text)["statements"]
    assert first["speaker_entity_id"] is not None
    assert (second["speaker_entity_id"], second["said_on"]) == (first["speaker_entity_id"], first["said_on"])


def test_i_in_a_quotation_is_its_speaker(facts: Read) -> None:
    outer, inner = facts("“I think the wall was too thin,” said engineer Mila Dorn.")["statements"]
    assert (inner["speaker_surface"], inner["surface"]) == ("I", "the wall was too thin")
    assert inner["speaker_entity_id"] == outer["speaker_entity_id"] is not None
