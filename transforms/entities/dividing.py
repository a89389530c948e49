"""Where the model ran names together, or took a minister's portfolio for a body.

"Karl Langdon & Harvey Deegan" are two people, "Lagos and Kano" two cities; "Indonesian Health" before "Minister"
is Indonesia's, and "Public Health" in "Minister for Public Health Beth Mugo" is nobody.
"""

import re
from collections.abc import Iterator

from transforms.entities.boundaries import Name
from transforms.entities.lexicon import EntityLexicon
from transforms.entities.person_names import is_person_name
from transforms.places.gazetteer import Gazetteer

AND = re.compile(r"\s(?:and|&|or|to)\s(?:the\s)?(?=[A-Z])")
WORD = re.compile(r"[^\W_][\w'’.-]*")
JOINS = frozenset(["and", "the", "of", "for"])
BEHIND = 45  # characters before a name in which "Minister of State for the" fits
LARGE = 15_000


def divided(names: list[Name], text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> Iterator[Name]:
    """The model's names, each whole list as its members, portfolios left out."""
    for name in names:
        found = without_portfolio(name, text, lexicon)
        if found:
            yield from _members(found, text, lexicon, gazetteer)


def without_portfolio(name: Name, text: str, lexicon: EntityLexicon) -> Name | None:
    """A name without the words for what a minister beside it is in charge of; None where nothing is left."""
    words = [m for m in WORD.finditer(text, name.start, name.end) if m[0] not in JOINS]
    if not words or (words[0][0].casefold() not in lexicon.portfolios and len(words) == 1):
        return name
    if lexicon.words.portfolio_of.search(text[max(0, name.start - BEHIND) : name.start]):
        kept = next((w for w in words if w[0].casefold() not in lexicon.portfolios), None)
        return name._replace(start=kept.start()) if kept else None
    if lexicon.words.portfolio_holder.match(text, name.end):
        led = [w for w in words if w[0].casefold() not in lexicon.portfolios]
        if not led:
            return None
        whose = lexicon.at(text, name.start)
        if whose and led[-1].end() <= name.start + len(whose.text):
            return name._replace(end=name.start + len(whose.text))
    return name


def _members(name: Name, text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> Iterator[Name]:
    """Both sides of a conjunction where each is a name of its own."""
    for joint in AND.finditer(text, name.start, name.end):
        left, right = text[name.start : joint.start()], text[joint.end() : name.end]
        if lexicon.entry(text[name.start : name.end]):
            break
        if _is_whole(left, lexicon, gazetteer) and _is_whole(right, lexicon, gazetteer):
            yield name._replace(end=joint.start())
            yield from _members(name._replace(start=joint.end()), text, lexicon, gazetteer)
            return
    yield name


def _is_whole(text: str, lexicon: EntityLexicon, gazetteer: Gazetteer) -> bool:
    """A person, a place, or what the tables know."""
    first = AND.split(text, maxsplit=1)[0]
    places = gazetteer.find(first)
    known = lexicon.entry(first) is not None or is_person_name(first, lexicon)
    return known or bool(places and places[0].is_main and places[0].population >= LARGE)
