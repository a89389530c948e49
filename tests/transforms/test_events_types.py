"""What sentences of every type tell: trigger, type, who and whom."""

from collections.abc import Callable
from typing import Any

import pytest

Facts = dict[str, list[dict[str, Any]]]
Read = Callable[..., Facts]
COLUMNS = ("surface", "event_type", "actor_surface", "recipient_surface")

TOLD = [
    ("Rebels shelled the town of Ormel and seized two villages on Sunday.", [
        ("shelled", "ASSAULT", "Rebels", "town of Ormel"),
        ("seized", "COERCE", "Rebels", "two villages")]),
    ("Four soldiers were killed in a clash with militants near the border.", [
        ("killed", "ASSAULT", None, "soldiers"),
        ("clash", "ASSAULT", None, "militants")]),
    ("Nine people were killed when a bus plunged into a ravine.", [
        ("killed", "ACCIDENT", None, "people"),
        ("plunged", "ACCIDENT", None, "bus")]),
    ("Three tourists were injured when a bomb exploded in a market in Lumi.", [
        ("injured", "ASSAULT", None, "tourists"),
        ("exploded", "ASSAULT", None, "market")]),
    ("A roadside bomb hit a police patrol, killing two officers.", [
        ("hit", "ASSAULT", None, "police patrol"),
        ("killing", "ASSAULT", None, "officers")]),
    ("A missile struck a hospital in the northern district.", [
        ("struck", "ASSAULT", None, "hospital")]),
    ("Flooding destroyed hundreds of homes in the delta.", [
        ("destroyed", "DISASTER", None, "hundreds of homes")]),
    ("Hurricane Odile slammed into the coast, killing six people.", [
        ("slammed into", "DISASTER", None, "coast"),
        ("killing", "DISASTER", None, "people")]),
    ("Police arrested twelve demonstrators outside the ministry.", [
        ("arrested", "COERCE", "Police", "demonstrators")]),
    ("Officers raided the headquarters of the opposition party.", [
        ("raided", "COERCE", "Officers", "headquarters of the opposition party")]),
    ("Police fired tear gas at protesters in the square.", [
        ("fired", "COERCE", "Police", "protesters")]),
    ("Thousands of teachers went on strike over pay on Monday.", [
        ("went on", "PROTEST", "Thousands of teachers", None)]),
    ("Students blocked the main road and burned tyres.", [
        ("blocked", "PROTEST", "Students", "main road"),
        ("burned", "PROTEST", "Students", None)]),
    ("The European Union imposed sanctions on two generals.", [
        ("imposed", "SANCTION", "European Union", "two generals")]),
    ("Brazil recalled its ambassador from Lisbon.", [
        ("recalled", "SANCTION", "Brazil", "its ambassador")]),
    ("The two countries signed a peace deal in Doha.", [
        ("signed", "SUPPORT", "two countries", None)]),
    ("Prime Minister Ana Ruiz visited Norway on Tuesday.", [
        ("visited", "CONSULT", "Prime Minister Ana Ruiz", "Norway")]),
    ("The president met with the king of Jordan.", [
        ("met with", "CONSULT", "president", "king of Jordan")]),
    ("The foreign ministers held talks in Vienna.", [
        ("held", "CONSULT", "foreign ministers", None)]),
    ("Japan donated 10 million dollars to Nepal.", [
        ("donated", "AID", "Japan", "Nepal")]),
    ("The Red Cross delivered food to villagers.", [
        ("delivered", "AID", "Red Cross", "villagers")]),
    ("Voters go to the polls on Sunday.", [
        ("go to", "ELECTION", "Voters", None)]),
    ("A court sentenced the former mayor to six years in prison.", [
        ("sentenced", "JUDGE", "court", "former mayor")]),
    ("The Supreme Court overturned the ruling.", [
        ("overturned", "JUDGE", "Supreme Court", None)]),
    ("The judge ruled that the law was invalid.", [
        ("ruled", "JUDGE", "judge", None)]),
    ("The finance minister resigned over the scandal.", [
        ("resigned", "RESIGN", "finance minister", None)]),
    ("Parliament appointed Ms Roe as prime minister.", [
        ("appointed", "APPOINT", "Parliament", "Ms Roe")]),
    ("Oil prices rose 3 percent to 80 dollars a barrel.", [
        ("rose", "PRICE_CHANGE", None, "Oil prices")]),
    ("Shares in the bank fell by 12 percent.", [
        ("fell", "PRICE_CHANGE", None, "Shares")]),
    ("Inflation rose to 9 percent in May.", [
        ("rose", "PRICE_CHANGE", None, "Inflation")]),
    ("The government raised fuel prices.", [
        ("raised", "PRICE_CHANGE", "government", "fuel prices")]),
    ("He fell down the stairs.", []),
    ("The government fell after a vote.", []),
    ("Troops advanced on the capital.", []),
    ("The sun rose over the valley.", []),
    ("A cholera outbreak killed 30 people in the camp.", [
        ("cholera outbreak", "OUTBREAK", None, None),
        ("killed", "OUTBREAK", None, "people")]),
    ("Health officials confirmed 12 cases of measles in the city.", [
        ("cases", "OUTBREAK", None, None)]),
    ("A passenger train derailed near the station, injuring 40.", [
        ("derailed", "ACCIDENT", None, "passenger train"),
        ("injuring", "ACCIDENT", None, "40")]),
    ("A crane collapsed at a building site.", [
        ("collapsed", "ACCIDENT", None, "crane")]),
    ("The ferry sank off the coast.", [
        ("sank", "ACCIDENT", None, "ferry")]),
    ("A fire broke out at a garment factory.", [
        ("fire", "DISASTER", None, None)]),
    ("Soldiers opened fire on the crowd.", [
        ("opened", "ASSAULT", "Soldiers", "crowd")]),
    ("Firefighters rescued a girl from the rubble.", [
        ("rescued", "RESCUE", "Firefighters", "girl")]),
    ("Thousands fled the fighting.", [
        ("fled", "DISPLACE", "Thousands", None),
        ("fighting", "ASSAULT", None, None)]),
    ("The army evacuated residents from three villages.", [
        ("evacuated", "DISPLACE", "army", "residents")]),
    ("The United States vowed to retaliate against the militia.", [
        ("vowed", "THREATEN", "United States", "militia"),
        ("retaliate", "ASSAULT", "United States", "militia")]),
    ("Lawmakers rejected the budget.", [
        ("rejected", "REJECT", "Lawmakers", "budget")]),
    ("The minister refused to resign.", [
        ("refused", "REJECT", "minister", None),
        ("resign", "RESIGN", "minister", None)]),
    ("Parliament passed a law banning plastic bags.", [
        ("passed", "LEGISLATE", "Parliament", "law"),
        ("banning", "COERCE", "law", "plastic bags")]),
    ("The company will lay off 500 workers.", [
        ("lay off", "TRADE", "company", None)]),
    ("City beat United 2-1 in the league match after the striker attacked from the left.", [
        ("beat", "COMPETE", "City", None)]),
    ("The champion defended her title and crushed her opponent in two sets at the tournament.", []),
    ("The army withdrew its troops from the valley.", [
        ("withdrew", "RETREAT", "army", "its troops")]),
    ("The government lifted the curfew.", [
        ("lifted", "RETREAT", "government", None)]),
    ("The governor declared a state of emergency in the region.", [
        ("declared", "COERCE", "governor", "region")]),
    ("France expelled three diplomats.", [
        ("expelled", "SANCTION", "France", "three diplomats")]),
    ("The union threatened to strike.", [
        ("threatened", "THREATEN", "union", None),
        ("strike", "PROTEST", "union", None)]),
    ("Greece thanked Italy for its help.", [
        ("thanked", "SUPPORT", "Greece", "Italy")]),
    ("The pope apologised to the victims.", [
        ("apologised", "SUPPORT", "pope", "victims")]),
    ("The king pardoned the journalist.", [
        ("pardoned", "SUPPORT", "king", "journalist")]),
    ("Investigators are examining the black box.", [
        ("examining", "ACCUSE", "Investigators", "black box")]),
    ("Prosecutors charged the banker with fraud.", [
        ("charged", "JUDGE", "Prosecutors", "banker")]),
    ("The regulator fined the airline.", [
        ("fined", "JUDGE", "regulator", "airline")]),
    ("The plane was shot down by separatists.", [
        ("shot down", "ASSAULT", "separatists", "plane")]),
    ("Gunmen kidnapped a nun in the capital.", [
        ("kidnapped", "ASSAULT", "Gunmen", "nun")]),
    ("The parties agreed to share power.", [
        ("agreed to", "AGREE", "parties", None)]),
    ("The navy seized a trawler.", [
        ("seized", "COERCE", "navy", "trawler")]),
    ("The bishop called for calm.", [
        ("called for", "REQUEST", "bishop", None)]),
    ("The president warned neighbouring Kolva against an invasion.", [
        ("warned", "THREATEN", "president", "neighbouring Kolva"),
        ("invasion", "ASSAULT", None, None)]),
    ("The singer died of cancer on Monday.", [
        ("died", "DEATH", None, "singer")]),
    ("The killer of a judge was caught.", [
        ("killer", "ASSAULT", "killer of a judge", "judge")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_sentence_of_its_type(facts: Read, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [tuple(row[c] for c in COLUMNS) for row in facts(text)["events"]] == expected
