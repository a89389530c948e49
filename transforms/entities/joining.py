"""Names within names: "Collective Peacekeeping Forces of the Collective Security Treaty Organization"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.entities.labels import Labelled
from transforms.entities.lexicon import EntityLexicon

OF = re.compile(r"\s+of\s+(?:the\s+)?")


def join_bodies(names: Sequence[Labelled], text: str) -> list[Labelled]:
    """A body's name reaches over the organisation of states that it belongs to, which stays a name inside it."""
    joined = list(names)
    for i, (body, owner) in enumerate(pairwise(names)):
        if body.label == owner.label == "ORG" and owner.kind == "igo" and OF.fullmatch(text, body.end, owner.start):
            joined[i] = body._replace(end=owner.end)
    return joined


def owner_inside(surface: str, lexicon: EntityLexicon) -> str | None:
    """The organisation of states in a body's name: the CSTO in "CSTO Collective Security Council"."""
    starts = [0, *(found.end() for found in OF.finditer(surface))]
    for start in starts:
        entry = lexicon.at(surface, start)
        if entry and entry.kind == "igo" and entry.text != surface:
            return entry.canonical
    return None
