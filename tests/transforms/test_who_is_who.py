"""Whether mentions of one person or body share an id, within an article and across all: B-cubed on our own articles.

A mention that is not found, or has no entity, stands alone and costs recall (Bagga and Baldwin 1998).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Facts, Row

from transforms.entities.bodies import scope_of
from transforms.entities.keys import body_key, name_key, person_key
from transforms.lexicon import Lexicon

MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
FLOORS = {"within": 0.97, "across": 0.945}
Item = tuple[str, str]

SAME = [
    pytest.param(person_key, "Mahmúd al-Salabi", "Mahmoud Salabi", id="article-and-accent"),
    pytest.param(person_key, "Kim Jong-un", "Kim Jong Un", id="hyphen"),
    pytest.param(person_key, "Oleh Dmytrenko", "Oleg Dmytrenko", id="spelling"),
    pytest.param(body_key, "Ministry of Defense", "Defence Ministry", id="turned-round"),
    pytest.param(body_key, "Department for Roads", "Roads Department", id="department"),
    pytest.param(name_key, "Centre for Policy & Law", "Center for Policy and Law", id="ampersand"),
    pytest.param(name_key, "U.N. Women", "UN Women", id="dots"),
]
APART = [
    pytest.param(person_key, "Vladimir Orlov", "Volodymyr Orlov", id="two-names"),
    pytest.param(body_key, "Bank of England", "England Bank", id="no-ministry"),
    pytest.param(name_key, "New Times", "News Times", id="two-words"),
]


@pytest.mark.parametrize(("key", "one", "other"), SAME)
def test_one_key(lexicon: Lexicon, key: Callable[..., str], one: str, other: str) -> None:
    variants = lexicon.entities.variants
    assert key(one, variants) == key(other, variants)


@pytest.mark.parametrize(("key", "one", "other"), APART)
def test_two_keys(lexicon: Lexicon, key: Callable[..., str], one: str, other: str) -> None:
    variants = lexicon.entities.variants
    assert key(one, variants) != key(other, variants)


SCOPES = {
    "Supreme Court": "country",
    "Health Ministry": "country",
    "City Council": "local",
    "Commission": "local",
    "Bristol City Council": "own",
    "National Rat Council": "own",
}


@pytest.mark.parametrize(("name", "expected"), SCOPES.items(), ids=SCOPES)
def test_scope_of(lexicon: Lexicon, name: str, expected: str) -> None:
    assert scope_of(name, lexicon.entities) == expected


BEARERS = [
    pytest.param(
        "Eva Holm and Karl Holm met. Ms Holm left.", ["Eva Holm", "Karl Holm", "Eva Holm"], id="form-of-address"
    ),
    pytest.param(
        "Eva Holm won. Holm wept. Her son Karl Holm left.", ["Eva Holm", "Eva Holm", "Karl Holm"], id="before"
    ),
]


@pytest.mark.parametrize(("text", "expected"), BEARERS)
def test_bearers_of_a_surname(facts: Callable[..., Facts], text: str, expected: list[str]) -> None:
    found = facts(text)
    names = {e["entity_id"]: e["canonical_name"] for e in found["entity_proposals"]}
    assert [names[m["entity_id"]] for m in found["mentions"] if m["form"] == "name"] == expected


def test_identity(facts: Callable[..., Facts]) -> None:
    items = list(answers(facts))
    within = b_cubed([(f"{no} {gold}", f"{no} {found}") for no, gold, found in items])
    across = b_cubed([(gold, found) for _, gold, found in items])
    assert within >= FLOORS["within"], within
    assert across >= FLOORS["across"], across


def answers(facts: Callable[..., Facts]) -> Iterator[tuple[int, str, str]]:
    """Number of the article, the entity meant, and the id found, for each marked name."""
    stored = (Path(__file__).parent / "who_is_who.txt").read_text("utf-8")
    marked = "\n".join(line for line in stored.splitlines() if not line.startswith("#"))
    for number, article in enumerate(marked.split("\n====\n")):
        text = MARKED.sub(r"\1", article)
        names = [m for m in facts(text, article_id=str(number))["mentions"] if m["form"] == "name" and m["entity_id"]]
        shift = 0
        for mark in MARKED.finditer(article):
            start = mark.start() - shift
            shift += len(mark[0]) - len(mark[1])
            found = next((m for m in names if _is_alike(m, start, start + len(mark[1]))), None)
            yield number, mark[2], found["entity_id"] if found else f"missing {number}/{start}"


def _is_alike(mention: Row, start: int, end: int) -> bool:
    """Whether a mention and a name share more than half of what either covers."""
    shared = min(mention["char_end"], end) - max(mention["char_start"], start)
    covered = max(mention["char_end"], end) - min(mention["char_start"], start)
    return bool(shared > covered / 2)


def b_cubed(items: list[Item]) -> float:
    gold, found, both = Counter(g for g, _ in items), Counter(f for _, f in items), Counter(items)
    precision = sum(n * n / found[f] for (_, f), n in both.items()) / len(items)
    recall = sum(n * n / gold[g] for (g, _), n in both.items()) / len(items)
    return 2 * precision * recall / (precision + recall)
