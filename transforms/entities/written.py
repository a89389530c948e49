"""How names are written that stand in capitals: "KUALA LUMPUR" is "Kuala Lumpur", "almaty" in a headline "Almaty"."""

import re
from collections.abc import Iterable, Set
from typing import Protocol

from transforms.places.gazetteer import Gazetteer

TOWN = 30_000  # inhabitants of a town that may open a report
CITY = 100_000  # of one that is known in a headline
SHORTEST = 4


class Named(Protocol):
    """What a table knows a name by."""

    @property
    def text(self) -> str: ...

    @property
    def kind(self) -> str | None: ...


def written_forms(entries: Iterable[Named], gazetteer: Gazetteer, common: Set[str]) -> dict[str, str]:
    """Words in lower case, as headlines in capitals need them; places in capitals, as they open a report.

    Initials count only where no common word looks the same; `common` are towns whose names are common words.
    """
    written: dict[str, str] = {}
    for key, population in gazetteer.town_keys(TOWN):
        if len(key) >= SHORTEST:
            written[key.upper()] = key.title()
            if population >= CITY and key.isalpha() and key not in common:
                written.setdefault(key, key.title())
    for entry in entries:
        if entry.kind == "country" and entry.text[-1].isalpha() and not entry.text.isupper():
            written[entry.text.upper()] = entry.text
        for word in re.findall(r"[^\W\d_]+", entry.text):
            if word[0].isupper() and (len(word) > 3 or (word.isupper() and len(word) > 2)):
                written.setdefault(word.lower(), word)
    return written
