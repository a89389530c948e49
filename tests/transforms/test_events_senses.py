"""Which sense of a word an event has, whether it happened and on which day, where one word alone misleads."""

from collections.abc import Callable
from typing import Any

import pytest

Facts = dict[str, list[dict[str, Any]]]
Read = Callable[..., Facts]

SENSES = [
    # What burns, is killed or is fought in a figure of speech is no attack.
    ("Most farmers there burn coal and wood at home.", []),
    ("The central bank wants to kill inflation.", []),
    ("The campaign was fought over taxes.", []),
    ("The list won the vote by a landslide.", [("won", "ELECTION")]),
    ("A landslide buried a hamlet.", [("buried", "DISASTER")]),
    ("The worst destruction was seen in the valley.", []),
    ("The destruction of the village by troops was filmed.", [("destruction", "ASSAULT")]),
    ("The price depends on supply and demand.", []),
    ("Engineers inspected the dam.", []),
    ("Officials threw out 214 ballots.", []),
    ("The army crushed the revolt.", [("crushed", "COERCE"), ("revolt", "PROTEST")]),
    ("Two firefighters were crushed when a wall fell on their engine.", []),
    ("He turned to the defence pact for shelter.", []),
    ("The two signed a pact.", [("signed", "SUPPORT")]),
    ("He said the firm had broken the embargo.", [("broken", "REJECT")]),
    # Forces that go and leave, crowds that break in.
    ("Peacekeeping forces have left for Chad.", [("left for", "MOBILIZE")]),
    ("The soldiers began to go home.", [("go home", "RETREAT")]),
    ("Groups of demonstrators broke into the parliament.", [("broke into", "PROTEST")]),
    ("Gunmen broke into a school.", [("broke into", "ASSAULT")]),
    ("The brothers were sent to prison.", [("sent to", "COERCE")]),
    ("Critics bombarded him with questions.", []),
    ("The team is in a battle for the title.", []),
    ("The chamber voted to remove President Luis Vega from office.", [("voted", "ELECTION"), ("remove", "RESIGN")]),
    ("Lochaber Mountain Rescue thanked the pilots.", [("thanked", "SUPPORT")]),
    ("Residents protested against pollution.", [("protested", "PROTEST")]),
    ("The paramilitary forces looted a warehouse.", [("looted", "COERCE")]),
    ("More crews joined the battle against the flames.", []),
    ("The Senate rejected the nominee by 51 votes to 49.", [("rejected", "REJECT")]),
    ("The airline will sack 300 pilots.", [("sack", "TRADE")]),
    # A particle makes another verb of it, an object another deed.
    ("The idea took on a life of its own.", []),
    ("Lines backed up into the street.", []),
    ("The firm released a new browser.", []),
    ("The rebels released Ada Roe.", [("released", "RETREAT")]),
    ("It was shown in Oslo on Tuesday, March 8.", []),
    # Idioms, and what cannot mean any harm.
    ("She shot to fame in 2010.", []),
    ("The protein attacks cancer cells.", []),
    ("The puppy destroyed the sofa.", []),
    ("Tourists invaded the beaches.", []),
    ("The road was blocked by snow.", []),
    ("The team captured the title.", []),
    ("The recipe calls for two eggs.", []),
    ("The chef beat the eggs.", []),
    ("The vaccine protects children.", []),
    ("His attack on the budget drew laughter.", []),
    ("Their crops meet their needs.", []),
    ("Two men were taken into custody.", [("taken into", "COERCE")]),
    ("The weather helped the fire crews.", []),
    ("Two frigates set sail for the Gulf.", [("set sail for", "MOBILIZE")]),
    # A blast where things are made is an accident until somebody says otherwise.
    ("An explosion ripped through a fertiliser plant.", [("ripped through", "ACCIDENT")]),
    ("The blast killed two guards.", [("killed", "ASSAULT")]),
    ("Four were killed and six hurt when a bomb exploded.", [
        ("killed", "ASSAULT"), ("hurt", "ASSAULT"), ("exploded", "ASSAULT")]),
    ("A judge dismissed the lawsuit.", [("dismissed", "JUDGE")]),
]  # fmt: skip

MODALITIES = [
    ("“Rebels are seizing farms,” the president told a meeting.", "seizing", "alleged"),
    ("The envoy told reporters at a briefing that it was late.", "briefing", "happened"),
    ("The union decided the election.", "election", "happened"),
    ("The union decided to strike.", "strike", "planned"),
    ("The union has called a 24-hour strike.", "strike", "planned"),
    ("The union called for a strike by teachers.", "strike", "requested"),
    ("Ministers weigh new sanctions against the bank.", "sanctions", "planned"),
    ("The task is to guard the port and to protect the town.", "protect", "planned"),
    ("Soldiers opened fire and rioted, a newspaper reported.", "rioted", "happened"),
    ("All citizens are entitled to vote.", "vote", "conditional"),
    ("The minister has not ruled out talks with the rebels.", "talks", "conditional"),
    ("Norway would have sent troops had parliament agreed.", "sent", "conditional"),
    ("Ahead of a summit in Lagos, the leaders spoke.", "summit", "planned"),
    ("He stopped short of condemning the raid.", "raid", "happened"),
    ("The army denied having bombed the hospital.", "bombed", "alleged"),
    ("The firm would cut jobs and shut a plant.", "shut", "planned"),
    ("The north called the exercises illegal.", "exercises", "happened"),
    ("He called it a rehearsal for invasion.", "invasion", "conditional"),
    ("The agency has arrested a former minister, its spokesman said.", "arrested", "happened"),
    ("Police arrested two men, police said.", "arrested", "happened"),
    ("Rebels burned a farm, police said.", "burned", "alleged"),
    ("Chad's navy seized a boat, the navy ministry said.", "seized", "happened"),
    ("She flies to Oslo on Saturday.", "flies to", "planned"),
    ("He was charged with attempted murder.", "murder", "planned"),
    ("A man was held on suspicion of murder.", "murder", "alleged"),
    ("The court suspended the prime minister pending a ruling.", "ruling", "planned"),
    ("A man was arrested for killing a nurse.", "killing", "alleged"),
    ("The court was due to rule on the case.", "rule", "planned"),
    ("The president will travel to Oslo for talks with her counterpart.", "talks", "planned"),
    ("The president travelled to Oslo for talks with her counterpart.", "talks", "happened"),
]

DAYS = [
    ("A bomb exploded in Quito on Thursday, killing two people.", "killing", "2022-01-06"),
    ("A bomb exploded on Thursday, killing two and wounding six.", "wounding", "2022-01-06"),
    ("The bombing, which killed six on Thursday, was condemned.", "bombing", "2022-01-06"),
    ("The lorry veered off the road on Thursday, injuring three.", "injuring", "2022-01-06"),
    ("The blast killed two people on Thursday.", "killed", "2022-01-06"),
    ("An attack on Thursday that killed six was condemned.", "killed", "2022-01-06"),
    ("Gunmen raided a bank on Thursday and shot a guard.", "shot", "2022-01-06"),
    ("On Thursday rebels freed two men and burned a school.", "burned", "2022-01-06"),
    ("He was arrested on Thursday and charged with fraud.", "charged", None),
    ("Villagers fled on Thursday, saying that rebels had killed a man.", "killed", None),
    ("Its share fell to 20 percent, its worst result since 1998.", "fell", None),
    ("Two members asked for an exception until the end of the year.", "asked", None),
    ("The soldiers began to go home on Thursday.", "go home", "2022-01-06"),
    ("The union has called a strike for Wednesday.", "strike", "2022-01-12"),
    ("Oslo saw a rally on Thursday.", "rally", "2022-01-06"),
    ("Washington sanctioned a general whom it blames for the massacre in 2019.", "blames", None),
    ("Washington sanctioned a general whom it blames for the massacre in 2019.", "massacre", "2019-01-01"),
]


@pytest.mark.parametrize(("text", "expected"), SENSES, ids=[text for text, _ in SENSES])
def test_sense(facts: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row["surface"], row["event_type"]) for row in facts(text)["events"]] == expected


@pytest.mark.parametrize(("text", "trigger", "expected"), MODALITIES, ids=[text for text, _, _ in MODALITIES])
def test_modality_of_sense(facts: Read, text: str, trigger: str, expected: str) -> None:
    assert {row["modality"] for row in facts(text)["events"] if row["surface"] == trigger} == {expected}


@pytest.mark.parametrize(("text", "trigger", "expected"), DAYS, ids=[text for text, _, _ in DAYS])
def test_day(facts: Read, text: str, trigger: str, expected: str | None) -> None:
    days = {str(row["happened_on"] or "") for row in facts(text)["events"] if row["surface"] == trigger}
    assert days == {expected or ""}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ministry denied that a sailor had been killed in the raid.", "raid"),
        ("Prosecutors did not say how many of them died.", "died"),
    ],
)
def test_denial_leaves_what_is_taken_for_granted(facts: Read, text: str, trigger: str) -> None:
    told = [(r["modality"], r["is_negated"]) for r in facts(text)["events"] if r["surface"] == trigger]
    assert told == [("happened", False)]
