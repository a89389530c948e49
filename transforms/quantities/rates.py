"""What a count is per, behind what is counted: "12 deaths a day", "3.5 per 100,000 people"."""

import re

from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.phrases import Counted

PER = re.compile(r"\s+(per|a|an|each|every)\s+((?:[\d,]+\s+)?[^\W\d_]+)(?:\s+([^\W\d_]+))?")


def rate(text: str, figure: Figure, what: Counted | None, lexicon: QuantityLexicon) -> str | None:
    """The unit that a count is stated per; after "a" and "each" only a time."""
    if figure.kind != "count" or figure.form in ("implied", "sum"):
        return None
    end = what.end if what is not None and figure.end <= what.end and not what.ellipsis else figure.end
    found = PER.match(text, end)
    if found is None or (found[3] or "").lower() in lexicon.beside.look_back:
        return None
    unit = lexicon.units.get(found[2].lower())
    if unit is not None and unit.kind == "duration":
        return unit.name
    return found[2].lower() if found[1] == "per" and found[2].lower() != "cent" else None
