"""Events in the words of news agencies: one sentence for each way of putting it, over PLOVER's sixteen types."""

from collections.abc import Callable
from typing import Any

import pytest

Facts = dict[str, list[dict[str, Any]]]
Read = Callable[..., Facts]
COLUMNS = ("surface", "event_type", "actor_surface", "recipient_surface")

TOLD = [
    ("26 killed. 127 injured.", [
        ("killed", "DEATH", None, "26"),
        ("injured", "INJURY", None, "127")]),
    ("The curfew was lifted.", [
        ("lifted", "RETREAT", None, None)]),
    ("The priest was killed in May, shot by a group of men.", [
        ("killed", "ASSAULT", None, "priest"),
        ("shot", "ASSAULT", "group of men", "priest")]),
    ("The two airlines signed up to a common baggage policy.", [
        ("signed up", "AGREE", "two airlines", None)]),
    ("The company committed itself to rehiring the dockers.", [
        ("committed", "AGREE", "company", None)]),
    ("Qatar is mediating between the army and the paramilitary force.", [
        ("mediating", "CONSULT", "Qatar", "army"),
        ("mediating", "CONSULT", "Qatar", "paramilitary force")]),
    ("The labs exchanged samples of the virus.", [
        ("exchanged", "COOPERATE", "labs", None)]),
    ("Turkey sent forty trucks of flour and blankets to the valley.", [
        ("sent", "AID", "Turkey", "valley")]),
    ("Monks sheltered dozens of flood victims in their temple.", [
        ("sheltered", "AID", "Monks", "dozens of flood victims")]),
    ("The United States shipped rocket launchers to Estonia.", [
        ("shipped", "AID", "United States", "Estonia")]),
    ("The kidnappers let the two nuns go.", [
        ("let", "RETREAT", "kidnappers", "two nuns")]),
    ("The separatists handed over the pilots' bodies.", [
        ("handed over", "RETREAT", "separatists", "pilots' bodies")]),
    ("The opposition demanded the resignation of the interior minister.", [
        ("demanded", "REQUEST", "opposition", "interior minister"),
        ("resignation", "RESIGN", None, "interior minister")]),
    ("The UN appealed to donors.", [
        ("appealed to", "REQUEST", "UN", "donors")]),
    ("He urged an end to the violence.", [
        ("urged", "REQUEST", "He", None)]),
    ("Two widows took the oil firm to court.", [
        ("took", "ACCUSE", "Two widows", "oil firm")]),
    ("Hungary blocked the loan to Ukraine.", [
        ("blocked", "REJECT", "Hungary", "Ukraine")]),
    ("Delegates voted down the merger.", [
        ("voted down", "REJECT", "Delegates", None),
        ("merger", "TRADE", None, None)]),
    ("Pyongyang warned that it would shut the industrial park.", [
        ("warned", "THREATEN", "Pyongyang", None)]),
    ("Youths hurled stones at riot police.", [
        ("hurled", "PROTEST", "Youths", "riot police")]),
    ("Students occupied the rector's office.", [
        ("occupied", "PROTEST", "Students", "rector's office")]),
    ("The army was put on high alert.", [
        ("put on", "MOBILIZE", None, "army")]),
    ("Hackers crippled the power grid.", [
        ("crippled", "COERCE", "Hackers", "power grid")]),
    ("A mortar round struck a bakery.", [
        ("struck", "ASSAULT", None, "bakery")]),
    ("Pirates seized a tanker off Benin.", [
        ("seized", "ASSAULT", "Pirates", "tanker")]),
    ("Warplanes raided the refinery.", [
        ("raided", "ASSAULT", "Warplanes", "refinery")]),
    ("Heavy fighting erupted between the army and the separatists.", [
        ("fighting", "ASSAULT", "army", "separatists")]),
    ("Bird flu was found on a second farm.", [
        ("found", "OUTBREAK", None, None)]),
    ("The king named a retired banker as prime minister.", [
        ("named", "APPOINT", "king", "retired banker")]),
    ("Vietnam is willing to host the delegations.", [
        ("is willing", "AGREE", "Vietnam", None),
        ("host", "CONSULT", "Vietnam", "delegations")]),
    ("Seoul offered to resume family reunions with the North.", [
        ("offered", "AGREE", "Seoul", "North")]),
    ("Jakarta gave assurances to Canberra.", [
        ("gave", "AGREE", "Jakarta", "Canberra")]),
    ("Rebel commanders accepted a proposal for a truce.", [
        ("accepted", "AGREE", "Rebel commanders", None),
        ("truce", "RETREAT", None, None)]),
    ("Belgrade and Pristina came to an agreement.", [
        ("came to", "AGREE", "Belgrade", "Pristina")]),
    ("The premier promised sweeping reforms to the protesters.", [
        ("promised", "AGREE", "premier", "protesters")]),
    ("President Ruiz held a telephone conversation with his Chilean counterpart.", [
        ("held", "CONSULT", "President Ruiz", "his Chilean counterpart")]),
    ("The two presidents spoke by phone for an hour.", [
        ("spoke by phone", "CONSULT", "two presidents", None)]),
    ("Envoys gathered in Doha.", [
        ("gathered", "CONSULT", "Envoys", None)]),
    ("Egyptian mediators shuttled between the two delegations.", [
        ("shuttled between", "CONSULT", "Egyptian mediators", "two delegations")]),
    ("Canada threw its weight behind Ukraine.", [
        ("threw", "SUPPORT", "Canada", "Ukraine")]),
    ("Saudi Arabia and Iran restored diplomatic relations.", [
        ("restored", "SUPPORT", "Saudi Arabia", "Iran")]),
    ("The senate ratified the treaty with Peru.", [
        ("ratified", "SUPPORT", "senate", "Peru")]),
    ("Interpol shared data with police in Malaysia.", [
        ("shared", "COOPERATE", "Interpol", "police")]),
    ("Poland and Ukraine will jointly patrol the frontier.", [
        ("patrol", "COOPERATE", "Poland", None),
        ("patrol", "COOPERATE", "Ukraine", None)]),
    ("Colombia extradited an accountant to Peru.", [
        ("extradited", "COOPERATE", "Colombia", "Peru")]),
    ("Japan sent two planeloads of tents to Nepal.", [
        ("sent", "AID", "Japan", "Nepal")]),
    ("Ghana provided Togo with tents.", [
        ("provided", "AID", "Ghana", "Togo")]),
    ("The bank lent Sri Lanka $350 million.", [
        ("lent", "AID", "bank", "Sri Lanka")]),
    ("Ethiopia has taken in 40,000 refugees.", [
        ("taken in", "AID", "Ethiopia", "40,000 refugees")]),
    ("The emir gave in to the lawmakers.", [
        ("gave in", "CONCEDE", "emir", "lawmakers")]),
    ("The cabinet shelved its plan to raise fares.", [
        ("shelved", "CONCEDE", "cabinet", None)]),
    ("The military rulers legalised opposition parties.", [
        ("legalised", "CONCEDE", "military rulers", "opposition parties")]),
    ("Authorities lifted a ban on the Islamist party.", [
        ("lifted", "CONCEDE", "Authorities", "Islamist party")]),
    ("The garrison surrendered to the rebels.", [
        ("surrendered", "RETREAT", "garrison", "rebels")]),
    ("The warring sides exchanged two hundred prisoners.", [
        ("exchanged", "RETREAT", "warring sides", "two hundred prisoners")]),
    ("A cease-fire was declared.", [
        ("cease-fire", "RETREAT", None, None)]),
    ("The mayor told the driver to wait.", [
        ("told", "REQUEST", "mayor", "driver")]),
    ("The court ordered the ministry to hand over the letters.", [
        ("ordered", "REQUEST", "court", "ministry")]),
    ("Peru's call for talks was ignored.", [
        ("talks", "CONSULT", None, None),
        ("ignored", "REJECT", None, "Peru's")]),
    ("The bishop was sharply critical of the president.", [
        ("was sharply critical of", "ACCUSE", "bishop", "president")]),
    ("Sweden summoned the Iranian ambassador.", [
        ("summoned", "ACCUSE", "Sweden", "Iranian ambassador")]),
    ("The report held the army responsible.", [
        ("held", "ACCUSE", "report", "army")]),
    ("The premier lashed out at judges.", [
        ("lashed out at", "ACCUSE", "premier", "judges")]),
    ("Parliament voted down the budget.", [
        ("voted down", "REJECT", "Parliament", None)]),
    ("Brussels has given Warsaw an ultimatum.", [
        ("given", "THREATEN", "Brussels", "Warsaw")]),
    ("Threats were made against the judge.", [
        ("Threats", "THREATEN", None, "judge")]),
    ("Dozens of demonstrators gathered outside the embassy.", [
        ("gathered outside", "PROTEST", "Dozens of demonstrators", "embassy")]),
    ("Students staged a sit-in.", [
        ("sit-in", "PROTEST", "Students", None)]),
    ("Bus drivers walked off the job.", [
        ("walked off", "PROTEST", "Bus drivers", None)]),
    ("Residents set up barricades of burning tyres.", [
        ("set up", "PROTEST", "Residents", None)]),
    ("Iran test-fired a missile.", [
        ("fired", "MOBILIZE", "Iran", None)]),
    ("An American aircraft carrier was sent to the Gulf.", [
        ("sent", "MOBILIZE", "American aircraft carrier", "Gulf")]),
    ("The governor called out the National Guard after the riots.", [
        ("called out", "MOBILIZE", "governor", "National Guard"),
        ("riots", "PROTEST", None, None)]),
    ("The army set up checkpoints on the road.", [
        ("set up", "MOBILIZE", "army", "road")]),
    ("Talks between the two clans collapsed.", [
        ("Talks", "CONSULT", None, "two clans"),
        ("collapsed", "SANCTION", None, None)]),
    ("Nigeria banned imports of rice from Benin.", [
        ("banned", "SANCTION", "Nigeria", "imports of rice")]),
    ("The general's peacekeepers have been withdrawn from the town.", [
        ("withdrawn", "SANCTION", None, "general's peacekeepers")]),
    ("Soldiers sealed off the campus.", [
        ("sealed off", "COERCE", "Soldiers", "campus")]),
    ("Rebels captured the town of Orlo.", [
        ("captured", "COERCE", "Rebels", "town of Orlo")]),
    ("Shells landed in a market.", [
        ("landed in", "ASSAULT", None, "market")]),
    ("Artillery fire hit a market, wounding thirty shoppers.", [
        ("hit", "ASSAULT", None, "market"),
        ("wounding", "ASSAULT", None, "shoppers")]),
    ("The army denied the torture and murder of two students.", [
        ("torture", "ASSAULT", None, "students"),
        ("murder", "ASSAULT", None, "students")]),
    ("The officer's abduction and murder were condemned.", [
        ("abduction", "ASSAULT", None, "officer's"),
        ("murder", "ASSAULT", None, "officer's")]),
    ("The rebels kidnapped a Dutch engineer, Jan Vos, and his driver.", [
        ("kidnapped", "ASSAULT", "rebels", "Jan Vos"),
        ("kidnapped", "ASSAULT", "rebels", "his driver")]),
    ("Gunmen killed the governor of Antioquia, Antonio Roldan.", [
        ("killed", "ASSAULT", "Gunmen", "Antonio Roldan")]),
    ("Rebels killed six priests, including Ignacio Serra.", [
        ("killed", "ASSAULT", "Rebels", "priests"),
        ("killed", "ASSAULT", "Rebels", "Ignacio Serra")]),
    ("The mayor, together with her driver, was shot.", [
        ("shot", "ASSAULT", None, "mayor"),
        ("shot", "ASSAULT", None, "her driver")]),
    ("Britain praised Jordan for taking in refugees.", [
        ("praised", "SUPPORT", "Britain", "Jordan"),
        ("taking in", "AID", "Jordan", "refugees")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_sentence_in_agency_words(facts: Read, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [tuple(row[c] for c in COLUMNS) for row in facts(text)["events"]] == expected


NO_EVENT = [
    "The coalition is hanging by a thread.",
    "A doctor asked not to be named.",
    "The critically acclaimed series ended.",
    "They need to stop talking about it.",
    "She came to terms with the loss.",
    "An aid agency, Amnesty, has an office there.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_words_that_only_look_like_dealings(facts: Read, text: str) -> None:
    assert not facts(text)["events"]


ASIDE = [
    ("The governor called out the guard after the riots.", "riots", ("happened", False)),
    ("Oslo stopped aid to the junta after the killings.", "killings", ("happened", False)),
    ("The army denied the torture and murder of two students.", "murder", ("alleged", True)),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), ASIDE, ids=[row[0] for row in ASIDE])
def test_how_far_a_governing_word_reaches(facts: Read, text: str, trigger: str, expected: tuple[str, bool]) -> None:
    (row,) = [row for row in facts(text)["events"] if row["surface"] == trigger]
    assert (row["modality"], row["is_negated"]) == expected


def test_occasion_of_a_speech_has_its_day(facts: Read) -> None:
    text = "“We are ready,” Arta Bell said on Thursday. “Nobody is hurt,” Bell said during the weekly briefing."
    (row,) = [row for row in facts(text)["events"] if row["surface"] == "briefing"]
    assert (str(row["happened_on"]), row["date_precision"]) == ("2022-01-06", "day")
