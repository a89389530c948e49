"""The place that opens a report, whatever the model made of it: "LAHORE: The court ...", "Suva (Wire) - ..."."""

import re
from collections.abc import Iterator

from transforms.entities.boundaries import Name
from transforms.entities.lexicon import EntityLexicon

OPENING = re.compile(
    r"(?:^|(?<=\n))([A-Z][\w'’-]{2,}(?: [A-Z][\w'’-]{2,}){0,2})(?=(?:/[A-Z][A-Z ]+)?\s?(?:[:(]|[-–—]+\s)|\.\s)"
)


def openings(text: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """Large towns and countries at the start of a line before a colon, a dash, a stop or a bracket."""
    for found in OPENING.finditer(text):
        name = found[1]
        if name.upper() in lexicon.written and name not in lexicon.given_names:
            yield Name(*found.span(1), "GPE", lexicon.entry(lexicon.written[name.upper()]))
