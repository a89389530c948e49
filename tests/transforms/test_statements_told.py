"""What is told without quotation marks: complements, attributions beside clauses, chains through outlets, settings."""

from collections.abc import Callable

import pytest
from conftest import Facts
from test_statements import line

Read = Callable[..., Facts]

TOLD = [
    pytest.param(
        "The harbour master said on Tuesday that two ferries had collided near the mole.",
        ["indirect | The harbour master | said | say | that two ferries had collided near the mole"],
        id="said-that",
    ),
    pytest.param(
        "Officials say the bridge will stay closed until spring.",
        ["indirect | Officials | say | say | the bridge will stay closed until spring"],
        id="said-bare",
    ),
    pytest.param(
        "Twelve miners were rescued overnight, the company said.",
        ["indirect | the company | said | say | Twelve miners were rescued overnight"],
        id="tail",
    ),
    pytest.param(
        "The dam was inspected last week, said engineer Rosa Quint.",
        ["indirect | engineer Rosa Quint | said | say | The dam was inspected last week"],
        id="tail-inverted",
    ),
    pytest.param(
        "The rebels seized the airport, reported Radio Meridian.",
        ["indirect | Radio Meridian | reported | report | The rebels seized the airport"],
        id="tail-outlet",
    ),
    pytest.param(
        "At least nine people drowned, according to the coast guard.",
        ["indirect | the coast guard | according to | say | At least nine people drowned"],
        id="according-to-tail",
    ),
    pytest.param(
        "According to the coast guard, at least nine people drowned.",
        ["indirect | the coast guard | According to | say | at least nine people drowned"],
        id="according-to-head",
    ),
    pytest.param(
        "Ticket sales fell last year and the festival expects 4,000 guests this summer according to its website.",
        ["indirect | its website | according to | say | the festival expects 4,000 guests this summer"],
        id="according-conjunct",
    ),
    pytest.param(
        "Over 400 vehicles were burned, most of them police cars, the interior ministry said.",
        ["indirect | the interior ministry | said | say | Over 400 vehicles were burned, most of them police cars"],
        id="tail-behind-comma",
    ),
    pytest.param(
        "Tallow & Finch, the grocery chain, said that it had sold fewer goods.",
        ["indirect | Tallow & Finch | said | say | that it had sold fewer goods"],
        id="whole-name",
    ),
    pytest.param(
        "The banker denies money laundering.",
        ["indirect | The banker | denies | deny | money laundering"],
        id="denies-charge",
    ),
    pytest.param(
        "Scientists at the institute estimate the flood displaced 30,000 people.",
        ["indirect | Scientists at the institute | estimate | think | the flood displaced 30,000 people"],
        id="verb-taken-for-noun",
    ),
    pytest.param(
        "Two soldiers were killed near the border, Interfax reported, citing the defence ministry.",
        ["indirect | the defence ministry | reported | report | Two soldiers were killed near the border | Interfax"],
        id="citing",
    ),
    pytest.param(
        "According to Xinhua, quoting the provincial governor, 300 houses were swept away.",
        ["indirect | the provincial governor | According to | say | 300 houses were swept away | Xinhua"],
        id="quoting",
    ),
    pytest.param(
        "The minister told BBC News that the talks had failed.",
        ["indirect | The minister | told | say | that the talks had failed | BBC News"],
        id="told-outlet",
    ),
    pytest.param(
        "The governor was quoted as saying by TASS that the fire was under control.",
        ["indirect | The governor | saying | say | that the fire was under control | TASS"],
        id="quoted-as-saying",
    ),
    pytest.param(
        "The chancellor promised to raise pensions before the end of the year.",
        ["indirect | The chancellor | promised | promise | to raise pensions before the end of the year"],
        id="promised-to",
    ),
    pytest.param(
        "The union threatened to stop all trains.",
        ["indirect | The union | threatened | promise | to stop all trains"],
        id="threatened-to",
    ),
    pytest.param(
        "The spokesman also stressed evacuating the elderly first.",
        ["indirect | The spokesman | stressed | say | evacuating the elderly first"],
        id="stressed-gerund",
    ),
    pytest.param(
        "The company denied dumping waste in the river.",
        ["indirect | The company | denied | deny | dumping waste in the river"],
        id="denied-gerund",
    ),
    pytest.param(
        "The general denied that his troops had crossed the border.",
        ["indirect | The general | denied | deny | that his troops had crossed the border"],
        id="denied-that",
    ),
    pytest.param(
        "The opposition accused the electoral commission of hiding 300 ballot boxes.",
        ["indirect | The opposition | accused | accuse | the electoral commission of hiding 300 ballot boxes"],
        id="accused-of",
    ),
    pytest.param(
        "The UN envoy urged both sides to stop the shelling.",
        ["indirect | The UN envoy | urged | ask | both sides to stop the shelling"],
        id="urged",
    ),
    pytest.param(
        "Aid groups called for an immediate ceasefire.",
        ["indirect | Aid groups | called for | ask | an immediate ceasefire"],
        id="called-for",
    ),
    pytest.param(
        "Lawmakers asked why the warning had been ignored.",
        ["indirect | Lawmakers | asked | ask | why the warning had been ignored"],
        id="asked-why",
    ),
    pytest.param(
        "The commission believes the pilot had fallen asleep.",
        ["indirect | The commission | believes | think | the pilot had fallen asleep"],
        id="believes",
    ),
    pytest.param(
        "The study found that sea levels had risen by 9 centimetres.",
        ["indirect | The study | found | think | that sea levels had risen by 9 centimetres"],
        id="found",
    ),
    pytest.param(
        "The lawyer said she thought the contract was void.",
        [
            "indirect | The lawyer | said | say | she thought the contract was void",
            "indirect | she | thought | think | the contract was void",
        ],
        id="nested",
    ),
    pytest.param(
        "The minister said prices had fallen, and warned that they would rise again.",
        [
            "indirect | The minister | said | say | prices had fallen",
            "indirect | The minister | warned | warn | that they would rise again",
        ],
        id="and-said",
    ),
    pytest.param(
        "The agency said 30 homes had burned down, adding that nobody was missing.",
        [
            "indirect | The agency | said | say | 30 homes had burned down",
            "indirect | The agency | adding | say | that nobody was missing",
        ],
        id="adding",
    ),
    pytest.param(
        "Wren, who said he had seen nothing, was released.",
        ["indirect | Wren | said | say | he had seen nothing"],
        id="which-he-said",
    ),
    pytest.param(
        "The army rejected claims that its soldiers had looted the museum.",
        ["indirect | The army | rejected | deny | that its soldiers had looted the museum"],
        id="claims-noun",
    ),
    pytest.param(
        "It is believed that four climbers died.",
        ["indirect | None | believed | think | that four climbers died"],
        id="impersonal",
    ),
    pytest.param("She was told that her mother had left.", [], id="was-told"),
    pytest.param("No group has admitted that it planted the bomb.", [], id="nobody"),
    pytest.param(
        "The ministry has not confirmed that the hostages were freed.",
        ["indirect | The ministry | confirmed | deny | that the hostages were freed"],
        id="not-confirmed",
    ),
    pytest.param("His brother, who runs the firm, announced his departure.", [], id="announced-object"),
    pytest.param(
        "As the coroner told reporters, the bodies have not been identified.",
        ["indirect | the coroner | told | say | the bodies have not been identified"],
        id="as-x-said",
    ),
    pytest.param(
        "The fleet, the admiral said, will return in May.",
        ["indirect | the admiral | said | say | The fleet", "indirect | the admiral | said | say | will return in May"],
        id="medial",
    ),
    pytest.param(
        "The plan, which according to critics would cost 40 million crowns, was dropped.",
        ["indirect | critics | according to | say | would cost 40 million crowns"],
        id="which-according",
    ),
    pytest.param("Police arrested six people, and the station reported the arrests.", [], id="led-and-reported"),
    pytest.param(
        "It reported that the price had doubled.",
        ["indirect | It | reported | report | that the price had doubled"],
        id="pronoun-it-reported",
    ),
    pytest.param(
        "In a televised speech on Monday, President Halvard Ness said the emergency would end.",
        ["indirect | President Halvard Ness | said | say | the emergency would end"],
        id="said-in",
    ),
    pytest.param("The results show a clear majority for the coalition.", [], id="showed-up"),
    pytest.param(
        "Both governments agreed that the treaty had failed.",
        ["indirect | Both governments | agreed | confirm | that the treaty had failed"],
        id="agree",
    ),
    pytest.param(
        "The manager is confident that the club will survive.",
        ["indirect | The manager | confident | think | that the club will survive"],
        id="confident",
    ),
    pytest.param(
        "The storm, which forecasters say is the strongest in a decade, killed 14 people.",
        ["indirect | forecasters | say | say | is the strongest in a decade"],
        id="relative-extraction",
    ),
    pytest.param(
        "The minister, according to two officials familiar with the talks, offered to resign.",
        [
            "indirect | two officials | according to | say | The minister",
            "indirect | two officials | according to | say | offered to resign",
        ],
        id="according-medial",
    ),
    pytest.param(
        "The death toll has risen to 52, the governor's office said, and 11 people are still missing.",
        [
            "indirect | the governor's office | said | say | The death toll has risen to 52",
            "indirect | the governor's office | said | say | 11 people are still missing",
        ],
        id="medial-tail",
    ),
    pytest.param(
        "The station said the general had fled, citing unnamed officers.",
        ["indirect | The station | said | say | the general had fled"],
        id="named-source",
    ),
    pytest.param(
        "Reuters quoted a hospital official as saying that 12 bodies had been brought in.",
        ["indirect | a hospital official | saying | say | that 12 bodies had been brought in | Reuters"],
        id="quoted-by",
    ),
    pytest.param(
        "Police said Monday that the suspect had been released.",
        ["indirect | Police | said | say | that the suspect had been released"],
        id="said-monday",
    ),
    pytest.param(
        "The army claimed it had killed 40 fighters, but residents said the dead were farmers.",
        [
            "indirect | The army | claimed | claim | it had killed 40 fighters",
            "indirect | residents | said | say | the dead were farmers",
        ],
        id="claimed-but-said",
    ),
    pytest.param(
        "It warns that food will run out in March.",
        ["indirect | It | warns | warn | that food will run out in March"],
        id="warns",
    ),
    pytest.param(
        "A survey by the Ifor Institute suggests that one in four firms will cut staff.",
        ["indirect | A survey by the Ifor Institute | suggests | claim | that one in four firms will cut staff"],
        id="survey",
    ),
    pytest.param("Neither side would say how many soldiers had died.", [], id="nothing-said"),
    pytest.param(
        "The group, which the government blames for the bombing, denied any role.",
        ["indirect | The group | denied | deny | any role"],
        id="denied-a-role",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_told(text: str, expected: list[str], facts: Read) -> None:
    assert [line(row) for row in facts(text)["statements"]] == expected
