"""Stated links, one line a row: subject | relation | object | value | role | ordinal | former."""

from collections.abc import Callable

import pytest
from conftest import Facts, Row

Read = Callable[..., Facts]

LINKS = [
    pytest.param(
        "Kazakhstan President Kassym-Jomart Tokayev spoke.",
        ["Kassym-Jomart Tokayev | president_of | Kazakhstan | President"],
        id="president",
    ),
    pytest.param(
        "Armenian Prime Minister Nikol Pashinyan, who chairs the CSTO, agreed.",
        [
            "Nikol Pashinyan | prime_minister_of | Armenia | Prime Minister",
            "Nikol Pashinyan | chairs | Collective Security Treaty Organization | chairs",
        ],
        id="adjective",
    ),
    pytest.param(
        "Kazakhstan mourned. Crowds honoured the country’s first President Nursultan Nazarbayev.",
        ["Nursultan Nazarbayev | president_of | Kazakhstan | first President | 1"],
        id="ordinal",
    ),
    pytest.param(
        "Canadian golfer Eva Holm, 24, won on Sunday.",
        ["Eva Holm | nationality | Canada | CAN", "Eva Holm | age | - | 24"],
        id="nationality-and-age",
    ),
    pytest.param(
        "Russian officials released the 31-year-old student Karl Berg.",
        ["Karl Berg | age | - | 31"],
        id="age-before",
    ),
    pytest.param(
        "Adam Holm's wife, Eva Lund, and Karl Berg, brother of Igor Berg, left.",
        ["Eva Lund | spouse_of | Adam Holm | wife", "Karl Berg | sibling_of | Igor Berg | brother"],
        id="kin",
    ),
    pytest.param(
        "Former Brazilian President Adam Holm met ex-U.S. President Karl Berg.",
        [
            "Adam Holm | president_of | Brazil | Former Brazilian President | former",
            "Karl Berg | president_of | United States | ex-U.S. President | former",
        ],
        id="former-before-the-country",
    ),
    pytest.param(
        "Igor Lind, a nephew of former President Adam Berg, was held. Toru Lund, grandson of the founder, spoke.",
        ["Adam Berg | president_of | - | former President | former"],
        id="no-office-of-a-relative",
    ),
    pytest.param(
        "Eva Holm, the president's spokeswoman, and Bo Lund, the minister's brother, left.",
        ["Eva Holm | spokesperson_of | - | spokeswoman"],
        id="no-office-of-an-employer",
    ),
    pytest.param(
        "Governor General Mary Holm met Prime Minister-elect Karl Berg of Canada.",
        [
            "Mary Holm | governor_general_of | - | Governor General",
            "Karl Berg | prime_minister_of | - | Prime Minister-elect",
        ],
        id="governor-general",
    ),
    pytest.param(
        "Ana Lind, a former investment chief, met Peru's first female president, Dina Holm.",
        [
            "Ana Lind | leads | - | former investment chief | former",
            "Dina Holm | president_of | Peru | first female president | 1",
        ],
        id="former-and-first-over-other-words",
    ),
    pytest.param(
        "The Democratic Assembly (DA) met. DA leader John Berg left.",
        [
            "John Berg | leads | Democratic Assembly | leader",
            "Democratic Assembly | acronym_of | Democratic Assembly | Democratic Assembly",
        ],
        id="short-form-of-two-letters",
    ),
    pytest.param(
        "Adam Yunus, met former Premier Khaleda Holm. Ex-Oslo police chief Bo Lund and ex-army chief Eva Berg left.",
        [
            "Khaleda Holm | prime_minister_of | - | former Premier | former",
            "Bo Lund | police_chief_of | Oslo | Ex-Oslo police chief | former",
            "Eva Berg | army_chief_of | - | ex-army chief | former",
        ],
        id="office-of-the-next-name",
    ),
    pytest.param(
        "Colonel Karl Lund met Burkina Faso's Captain Ibrahim Holm and the U.S. attorney for Delaware, Eva Berg.",
        ["Eva Berg | prosecutor_of | Delaware | U.S. attorney for Delaware"],
        id="rank-and-us-attorney",
    ),
    pytest.param(
        "Ghanaian President-elect Karl Berg spoke.",
        ["Karl Berg | president_of | Ghana | President-elect"],
        id="elect",
    ),
    pytest.param(
        "Cuba's former leader Ramon Diaz died.",
        ["Ramon Diaz | leads | Cuba | former leader | former"],
        id="former",
    ),
    pytest.param(
        "Interior Ministry spokeswoman Olga Lind denied it.",
        ["Olga Lind | spokesperson_of | Interior Ministry | spokeswoman"],
        id="spokesperson",
    ),
    pytest.param(
        "Malaysia's Prime Minister, Hamid Razak, agreed.",
        ["Hamid Razak | prime_minister_of | Malaysia | Prime Minister"],
        id="comma-before",
    ),
    pytest.param(
        "Fuad Basri, spokesman for the Red Cross, confirmed it.",
        ["Fuad Basri | spokesperson_of | Red Cross | spokesman for the Red Cross"],
        id="apposition",
    ),
    pytest.param(
        "Jeff Rathe, the State Department spokesperson, declined.",
        ["Jeff Rathe | spokesperson_of | State Department | spokesperson"],
        id="apposition-body-first",
    ),
    pytest.param(
        "The president of the Lombardy region, Roberto Maran, objected.",
        ["Roberto Maran | president_of | Lombardy | president of the Lombardy"],
        id="of-region",
    ),
    pytest.param(
        "Education Minister Stella Gianni resigned.",
        ["Stella Gianni | minister_of | - | Education Minister"],
        id="office-of-work",
    ),
    pytest.param(
        "Civil Defence Authority director Omar Amri warned of rain.",
        ["Omar Amri | leads | Civil Defence Authority | director"],
        id="body-director",
    ),
    pytest.param(
        "Lena Ford, chief executive of Norlund Bank, resigned.",
        ["Lena Ford | leads | Norlund Bank | chief executive of Norlund Bank"],
        id="chief-executive",
    ),
    pytest.param(
        "Marta Kos is the mayor of Maribor.",
        ["Marta Kos | mayor_of | Maribor | mayor of Maribor"],
        id="copula",
    ),
    pytest.param(
        "Tunisia's coach Nabil Maal resigned.",
        ["Nabil Maal | coach_of | Tunisia | coach"],
        id="coach",
    ),
    pytest.param(
        "The six-member Collective Security Treaty Organization met.",
        ["Collective Security Treaty Organization | member_count | - | 6"],
        id="members",
    ),
    pytest.param(
        "A Russia-led security alliance met. The CSTO sent troops.",
        ["Russia | leads | Collective Security Treaty Organization | led"],
        id="led",
    ),
    pytest.param(
        "The CSTO secretariat said so.",
        ["Collective Security Treaty Organization secretariat | part_of | Collective Security Treaty Organization"],
        id="part",
    ),
    pytest.param(
        "The Maritime Safety Board (MSB) closed the harbour.",
        ["Maritime Safety Board | acronym_of | Maritime Safety Board | Maritime Safety Board"],
        id="acronym",
    ),
    pytest.param(
        "Shops in the largest city of Almaty closed. Kazakhstan waited.",
        ["Almaty | largest_city_in | Kazakhstan | largest city"],
        id="largest-city",
    ),
    pytest.param(
        "Kazakhs met in the western town of Zhanaozen, near the edge of Kazakhstan.",
        ["Zhanaozen | located_in | Kazakhstan | western town"],
        id="town-of",
    ),
    pytest.param(
        "A shop in Livorno, Tuscany, burned.",
        ["Livorno | located_in | Tuscany"],
        id="inside",
    ),
    pytest.param(
        "Russia’s support for President Bashar Hadid grew.",
        ["Bashar Hadid | president_of | - | President"],
        id="no-support",
    ),
    pytest.param(
        "Erik Thal, who leads the Farmers Party, lost.",
        ["Erik Thal | leads | Farmers Party | leads"],
        id="who-leads",
    ),
    pytest.param(
        "The Prosecutor General’s Office gave no figures.",
        [],
        id="office-is-no-person",
    ),
    pytest.param(
        "Clerks told Pia Holm that the president was ill.",
        [],
        id="no-office",
    ),
]


def shown(facts: Facts, row: Row) -> str:
    """A relation as a line, with the names of its entities."""
    names = {e["entity_id"]: e["canonical_name"] for e in facts["entity_proposals"]} | {None: "-"}
    said = [row["object_value"], row["role_surface"], row["role_ordinal"], "former" if row["is_former"] else None]
    ends = [names[row["subject_entity_id"]], row["relation"], names[row["object_entity_id"]]]
    return " | ".join([*ends, *(str(part) for part in said if part)])


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_relations(facts: Read, text: str, expected: list[str]) -> None:
    found = facts(text)
    assert [shown(found, row) for row in found["relations"]] == expected
