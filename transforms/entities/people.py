"""Which forms of a name are one person: "Kassym-Jomart Tokayev" = "K. Tokayev" = "Tokayev"."""

import re
from collections.abc import Sequence

from transforms.article import Article
from transforms.cast import Entity
from transforms.identity import digest


def link_people(surfaces: Sequence[str], article: Article) -> dict[str, Entity]:
    """A person for each form of a name: fuller names first, a bare surname joins the only person who bears it."""
    fuller = sorted({s for s in surfaces if len(s.split()) > 1}, key=lambda s: (-len(s), s))
    persons: dict[str, Entity] = {}
    for name in fuller:
        same = [full for full in fuller if full in persons and full != name and _short_of(name, full)]
        persons[name] = persons[same[0]] if len({persons[s].entity_id for s in same}) == 1 else _person(name, None)
    for name in {s for s in surfaces if len(s.split()) == 1}:
        bearers = {persons[f].entity_id: persons[f] for f in fuller if name in (f.split()[-1], f.split()[0])}
        last = {persons[f].entity_id: persons[f] for f in fuller if name == f.split()[-1]} or bearers
        persons[name] = next(iter(last.values())) if len(last) == 1 else _person(name, article.article_id)
    return persons


def _short_of(short: str, full: str) -> bool:
    """Same surname, and each given name of the short form begins or stands for one of the full form."""
    a, b = short.split(), full.split()
    if a[-1] != b[-1]:
        return False
    given = iter(re.split(r"[\s-]", " ".join(b[:-1])))
    return all(any(g.startswith(part.rstrip(".")) for g in given) for part in a[:-1])


def _person(name: str, local_to: str | None) -> Entity:
    parts = ("person", name.casefold()) if local_to is None else ("person", name.casefold(), local_to)
    return Entity(digest(*parts), "PERSON", None, name)
