"""More words of the news, and words that only look like conflict."""

from collections.abc import Callable
from typing import Any

import pytest

Facts = dict[str, list[dict[str, Any]]]
Read = Callable[..., Facts]
COLUMNS = ("surface", "event_type", "actor_surface", "recipient_surface")

TOLD = [
    ("The two sides clashed in the streets of the capital, and three officers were hurt.", [
        ("clashed", "ASSAULT", "two sides", None),
        ("hurt", "ASSAULT", None, "officers")]),
    ("Police clashed with students outside the university.", [
        ("clashed", "ASSAULT", "Police", "students")]),
    ("Two bombs went off in the market.", [
        ("went off", "ASSAULT", None, "market")]),
    ("A car bomb blew up a bus.", [
        ("blew up", "ASSAULT", None, "bus")]),
    ("The explosion at the refinery injured four workers.", [
        ("explosion", "ACCIDENT", None, None),
        ("injured", "ACCIDENT", None, "workers")]),
    ("A gas cylinder exploded in a restaurant.", [
        ("exploded", "ACCIDENT", None, "gas cylinder")]),
    ("Authorities detained the editor of the newspaper on Sunday.", [
        ("detained", "COERCE", "Authorities", "editor")]),
    ("Ten activists were jailed for protesting.", [
        ("jailed", "COERCE", None, "activists"),
        ("protesting", "PROTEST", "activists", None)]),
    ("A court jailed the activist for five years.", [
        ("jailed", "JUDGE", "court", "activist")]),
    ("Farmers blocked highways with tractors.", [
        ("blocked", "PROTEST", "Farmers", "highways")]),
    ("Crowds looted shops in the capital.", [
        ("looted", "PROTEST", "Crowds", "shops")]),
    ("Riots broke out after the verdict.", [
        ("Riots", "PROTEST", None, None),
        ("verdict", "JUDGE", None, None)]),
    ("Pilots began a three-day strike on Monday.", [
        ("began", "PROTEST", "Pilots", None)]),
    ("The bus drivers' strike entered its second week.", [
        ("strike", "PROTEST", "bus drivers'", None)]),
    ("Canada lifted sanctions on the bank.", [
        ("lifted", "RETREAT", "Canada", "bank")]),
    ("China slapped tariffs on Australian wine.", [
        ("slapped", "SANCTION", "China", "Australian wine")]),
    ("The ministers signed a memorandum of understanding on water.", [
        ("signed", "SUPPORT", "ministers", None)]),
    ("Talks between the government and the rebels collapsed.", [
        ("Talks", "CONSULT", "government", "rebels"),
        ("collapsed", "SANCTION", None, None)]),
    ("Mr Ortega arrived in Lima for talks with President Rojas.", [
        ("arrived in", "CONSULT", "Mr Ortega", "Lima"),
        ("talks", "CONSULT", None, "President Rojas")]),
    ("The chancellor will travel to Ankara next week.", [
        ("travel to", "CONSULT", "chancellor", "Ankara")]),
    ("The envoy held a meeting with tribal leaders.", [
        ("held", "CONSULT", "envoy", "tribal leaders")]),
    ("The agency provided shelter to 200 families.", [
        ("provided", "AID", "agency", "200 families")]),
    ("Germany will supply tanks to Ukraine.", [
        ("supply", "AID", "Germany", "Ukraine")]),
    ("The opposition candidate won the presidential election with 52 percent of the vote.", [
        ("won", "ELECTION", "opposition candidate", None)]),
    ("The incumbent conceded defeat.", [
        ("conceded", "CONCEDE", "incumbent", None)]),
    ("A federal judge blocked the law.", [
        ("blocked", "REJECT", "federal judge", "law")]),
    ("The tribunal acquitted the general.", [
        ("acquitted", "JUDGE", "tribunal", "general")]),
    ("The company was fined 3 million euros.", [
        ("fined", "JUDGE", None, "company")]),
    ("The chief executive stepped down on Tuesday.", [
        ("stepped down", "RESIGN", "chief executive", None)]),
    ("The board fired the chief executive.", [
        ("fired", "RESIGN", "board", "chief executive")]),
    ("The president sacked his interior minister.", [
        ("sacked", "RESIGN", "president", "his interior minister")]),
    ("She was sworn in as governor.", [
        ("sworn in", "APPOINT", None, "She")]),
    ("Gold fell 2 percent.", [
        ("fell", "PRICE_CHANGE", None, "Gold")]),
    ("The euro slipped to 1.05 dollars.", [
        ("slipped", "PRICE_CHANGE", None, "euro")]),
    ("The central bank cut its key rate by half a point.", [
        ("cut", "PRICE_CHANGE", "central bank", "its key rate")]),
    ("Unemployment rose slightly.", [
        ("rose", "PRICE_CHANGE", None, "Unemployment")]),
    ("House prices have doubled since 2010.", [
        ("doubled", "PRICE_CHANGE", None, "House prices")]),
    ("A 6.1-magnitude earthquake shook the island, toppling houses.", [
        ("shook", "DISASTER", None, "island"),
        ("toppling", "DISASTER", None, "houses")]),
    ("Landslides buried two villages.", [
        ("buried", "DISASTER", None, "two villages")]),
    ("Wildfires forced thousands to evacuate.", [
        ("evacuate", "DISPLACE", "thousands", None)]),
    ("The typhoon made landfall on Luzon.", [
        ("made", "DISASTER", None, "Luzon")]),
    ("Two trains collided near the town, killing 12 people.", [
        ("collided", "ACCIDENT", None, "Two trains"),
        ("killing", "ACCIDENT", None, "people")]),
    ("A helicopter crashed in the mountains.", [
        ("crashed", "ACCIDENT", None, "helicopter")]),
    ("A truck hit a group of pilgrims.", [
        ("hit", "ACCIDENT", None, "group of pilgrims")]),
    ("A building collapsed in the old town and at least nine people died.", [
        ("collapsed", "ACCIDENT", None, "building"),
        ("died", "DEATH", None, "people")]),
    ("Measles spread through the camps.", [
        ("spread", "OUTBREAK", None, None)]),
    ("Health workers vaccinated children against polio.", [
        ("vaccinated", "AID", "Health workers", "children")]),
    ("The village was evacuated.", [
        ("evacuated", "DISPLACE", None, "village")]),
    ("Volunteers pulled a boy from the rubble.", [
        ("pulled", "RESCUE", "Volunteers", "boy")]),
    ("Ten hikers were rescued.", [
        ("rescued", "RESCUE", None, "Ten hikers")]),
    ("More than 3,000 people were displaced by the floods.", [
        ("displaced", "DISPLACE", None, "people"),
        ("floods", "DISASTER", None, None)]),
    ("The minister apologised for the delay.", [
        ("apologised", "SUPPORT", "minister", None)]),
    ("Spain recognised the state of Palestine.", [
        ("recognised", "SUPPORT", "Spain", "Palestine")]),
    ("The envoy praised the ceasefire.", [
        ("praised", "SUPPORT", "envoy", None),
        ("ceasefire", "RETREAT", None, None)]),
    ("The militia laid down its arms.", [
        ("laid down", "RETREAT", "militia", None)]),
    ("Rebels handed over the bodies of two pilots.", [
        ("handed over", "RETREAT", "Rebels", "bodies of two pilots")]),
    ("The premier bowed to demands from striking doctors.", [
        ("bowed to", "CONCEDE", "premier", "striking doctors")]),
    ("Armies of the two countries began joint exercises.", [
        ("began", "COOPERATE", "Armies of the two countries", None)]),
    ("The general ordered the mobilisation of reservists.", [
        ("mobilisation", "MOBILIZE", "general", "reservists")]),
    ("Warships were sent to the strait.", [
        ("sent", "MOBILIZE", "Warships", "strait")]),
    ("Lawmakers demanded an inquiry.", [
        ("demanded", "REQUEST", "Lawmakers", None),
        ("inquiry", "ACCUSE", None, None)]),
    ("Relatives appealed to the kidnappers for mercy.", [
        ("appealed to", "REQUEST", "Relatives", "kidnappers")]),
    ("The spokesman condemned the raid.", [
        ("condemned", "ACCUSE", "spokesman", None),
        ("raid", "COERCE", None, None)]),
    ("The opposition sued the government.", [
        ("sued", "ACCUSE", "opposition", "government")]),
    ("Detectives are investigating the fire.", [
        ("investigating", "ACCUSE", "Detectives", None),
        ("fire", "DISASTER", None, None)]),
    ("Moscow vetoed the resolution.", [
        ("vetoed", "REJECT", "Moscow", "resolution")]),
    ("The union rejected the offer.", [
        ("rejected", "REJECT", "union", "offer")]),
    ("Tehran threatened to close the strait.", [
        ("threatened", "THREATEN", "Tehran", "strait")]),
    ("The ministry banned demonstrations.", [
        ("banned", "COERCE", "ministry", None),
        ("demonstrations", "PROTEST", None, None)]),
    ("Customs officers seized two tonnes of cocaine.", [
        ("seized", "COERCE", "Customs officers", "two tonnes of cocaine")]),
    ("The regime cut off the internet.", [
        ("cut off", "COERCE", "regime", "internet")]),
    ("Hackers attacked the ministry's servers.", [
        ("attacked", "COERCE", "Hackers", "ministry's servers")]),
    ("Pirates hijacked a tanker off the coast.", [
        ("hijacked", "ASSAULT", "Pirates", "tanker")]),
    ("Vandals defaced the monument.", [
        ("defaced", "PROTEST", "Vandals", "monument")]),
    ("Protesters tore down a statue of the king.", [
        ("tore down", "PROTEST", "Protesters", "statue of the king")]),
    ("Arsonists burned down a school.", [
        ("burned down", "ASSAULT", "Arsonists", "school")]),
    ("The army shelled the village for a third day.", [
        ("shelled", "ASSAULT", "army", "village")]),
    ("The film kills off its hero.", []),
    ("The drug kills bacteria.", []),
    ("The minister defended the policy.", [
        ("defended", "SUPPORT", "minister", "policy")]),
    ("Heavy rain is expected to hit the coast.", [
        ("hit", "DISASTER", None, "coast")]),
    ("Shares rallied after the deal.", [
        ("rallied", "PRICE_CHANGE", None, "Shares"),
        ("deal", "AGREE", None, None)]),
    ("The sprinter won the race.", []),
    ("He was killed in a car accident.", [
        ("killed", "ACCIDENT", None, "He"),
        ("car accident", "ACCIDENT", None, None)]),
    ("The actor died aged 80.", [
        ("died", "DEATH", None, "actor")]),
    ("Three soldiers died in an ambush.", [
        ("died", "ASSAULT", None, "soldiers"),
        ("ambush", "ASSAULT", None, None)]),
    ("The team fought for a place in the final.", []),
    ("The company attacked the rival's pricing.", []),
    ("The heart attack killed him.", [
        ("killed", "DEATH", None, "him")]),
    ("The debate was a battle of words.", []),
    ("A bomb killed two and wounded eight in a central market.", [
        ("killed", "ASSAULT", None, "two"),
        ("wounded", "ASSAULT", None, "eight")]),
    ("One clerk was killed and one guard wounded.", [
        ("killed", "DEATH", None, "clerk"),
        ("wounded", "INJURY", None, "guard")]),
    ("The show helped inspire young readers.", []),
    ("Critics charge that the camp is a prison.", [
        ("charge", "ACCUSE", "Critics", None)]),
    ("The singer is known as a recluse.", []),
    ("Rebels carried out a series of attacks on the port.", [
        ("carried out", "ASSAULT", "Rebels", "port")]),
    ("The union staged a wave of strikes.", [
        ("staged", "PROTEST", "union", None)]),
    ("The navy launched strikes on the port.", [
        ("launched", "ASSAULT", "navy", "port")]),
    ("The clinic got help from Norway.", [
        ("got", "AID", "Norway", "clinic")]),
    ("The minister inked a gas contract with Peru.", [
        ("inked", "AGREE", "minister", "Peru")]),
    ("The ambassador briefed lawmakers on the plan.", [
        ("briefed", "CONSULT", "ambassador", "lawmakers")]),
    ("Chad granted diplomatic recognition to the new state.", [
        ("granted", "SUPPORT", "Chad", "new state")]),
    ("Sweden recognised the territory as a state.", [
        ("recognised", "SUPPORT", "Sweden", "territory")]),
    ("The premier expressed regret to the families over the shooting.", [
        ("expressed", "SUPPORT", "premier", "families"),
        ("shooting", "ASSAULT", None, None)]),
    ("India bought six submarines from France.", [
        ("bought", "COOPERATE", "India", "France")]),
    ("Traders bought grain from France.", []),
    ("The army called off its offensive against the rebels.", [
        ("called off", "RETREAT", "army", "rebels")]),
    ("A judge found the mining company responsible for the spill.", [
        ("found", "ACCUSE", "judge", "mining company"),
        ("spill", "ACCIDENT", None, None)]),
    ("The senator mocked the president.", [
        ("mocked", "ACCUSE", "senator", "president")]),
    ("The junta kicked out foreign observers.", [
        ("kicked out", "COERCE", "junta", "foreign observers")]),
    ("Soldiers blockaded the port.", [
        ("blockaded", "COERCE", "Soldiers", "port")]),
    ("A patrol boat torpedoed a trawler.", [
        ("torpedoed", "ASSAULT", "patrol boat", "trawler")]),
    ("Soldiers raped women in the village.", [
        ("raped", "ASSAULT", "Soldiers", "women")]),
    ("The general survived an assassination attempt.", [
        ("assassination attempt", "ASSAULT", None, "general")]),
    ("The mayor allowed that the plan had flaws.", [
        ("allowed", "AGREE", "mayor", None)]),
    ("The envoy encouraged the rebels to disarm.", [
        ("encouraged", "REQUEST", "envoy", "rebels"),
        ("disarm", "RETREAT", "rebels", None)]),
    ("Unions threatened to boycott the talks.", [
        ("threatened", "THREATEN", "Unions", None),
        ("boycott", "PROTEST", "Unions", None)]),
    ("Chad suspended military aid to Peru.", [
        ("suspended", "SANCTION", "Chad", "Peru")]),
    ("The two leaders rescheduled their summit.", [
        ("rescheduled", "AGREE", "two leaders", None)]),
    ("Italy dropped its plan to raise taxes.", [
        ("dropped", "CONCEDE", "Italy", None)]),
    ("Turkey wants Sweden to extradite the editor.", [
        ("wants", "REQUEST", "Turkey", "Sweden"),
        ("extradite", "COOPERATE", "Sweden", "editor")]),
    ("The city failed to honour its agreement with the firm.", [
        ("agreement", "AGREE", None, "firm")]),
    ("Fighter jets flew over the island.", [
        ("flew over", "MOBILIZE", "Fighter jets", "island")]),
    ("Hackers broke into the network of the ministry.", [
        ("broke into", "COERCE", "Hackers", "network of the ministry")]),
    ("Spain handed back the island to Morocco.", [
        ("handed back", "RETREAT", "Spain", "island")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_sentence_with_news_words(facts: Read, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [tuple(row[c] for c in COLUMNS) for row in facts(text)["events"]] == expected
