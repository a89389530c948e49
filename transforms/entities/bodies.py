"""Which body a name means: "Commission" is the European one, a Health Ministry its country's, Acme Inc is Acme."""

import re
from collections.abc import Collection, Mapping, Sequence

from transforms.cast import Entity
from transforms.entities.context import Context
from transforms.entities.joining import owner_inside
from transforms.entities.labels import Labelled
from transforms.identity import digest

GENERIC_KINDS = frozenset(["government", "police", "military", "court"])
BEFORE_BODY = re.compile(r"(?:['’]s?)?\s+(?:\w+\s)?")
BEHIND_BODY = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")


def longer_names(names: Mapping[str, int], known: Collection[str], context: Context) -> dict[str, str]:
    """Short name -> the only longer name that ends or begins with it ("Commission"), but for "X of Y".

    A name that stands alone far more often is a name of its own, unless it is a word that bodies share.
    """
    longer: dict[str, str] = {}
    for name in sorted(set(names) - set(known)):
        fuller = [n for n in sorted(names) if n.endswith(" " + name) or n.startswith(name + " ")]
        shared = name.casefold() in context.lexicon.name_words
        if len(fuller) != 1 or len(name) <= 3 or re.search(r"\b(?:of|the)\b", fuller[0].replace(name, "")):
            continue
        if shared or names[name] <= 2 * names[fuller[0]]:
            longer[name] = fuller[0]
    return longer


def body_of(name: Labelled, surface: str, names: Sequence[Labelled], context: Context) -> Entity:
    """Anything but persons and places: known to the tables, or named by its own words and its country.

    The legal form of a company tells it from nobody: "Acme Inc" in one article is "Acme" in the next.
    """
    bare = context.lexicon.words.legal_form.sub("", surface)
    entry = context.lexicon.entry(surface) or (context.lexicon.entry(bare) if name.kind == "company" else None)
    kind, country = (entry.kind, entry.country_code) if entry else (name.kind, name.country_code)
    canonical = entry.canonical if entry else surface
    if owner_inside(surface, context.lexicon):
        kind = "military" if kind == "military" else "igo"
    elif kind in GENERIC_KINDS and country is None:
        country = country_of(name, names, context)
        if country is None:
            return Entity(digest(canonical.casefold(), kind, context.article.article_id), name.label, kind, canonical)
    key = (
        (bare.casefold(), name.label) if kind == "company" and not entry else (canonical.casefold(), kind or name.label)
    )
    return Entity(digest(*key, country), name.label, kind, canonical, country)


def country_of(name: Labelled, names: Sequence[Labelled], context: Context) -> str | None:
    """Whose ministry or army this is: the country in its name, right before it, behind "of", or the latest named.

    Within a sentence the country named first counts ("India is watching Kazakhstan, the Foreign Ministry said").
    """
    surface = context.text[name.start : name.end]
    inside = [
        entry for word in re.finditer(r"\b[A-Z]", surface) if (entry := context.lexicon.at(surface, word.start()))
    ]
    if inside and inside[0].kind == "country":
        return inside[0].country_code
    countries = [n for n in names if n.country_code and n.kind == "country"]
    for near in countries:
        if near.end <= name.start and BEFORE_BODY.fullmatch(context.text, near.end, name.start):
            return near.country_code
        if near.start >= name.end and BEHIND_BODY.fullmatch(context.text, name.end, near.start):
            return near.country_code
    before = [n for n in countries if n.end <= name.start]
    here = [n for n in before if context.layout.number(n.start) == context.layout.number(name.start)]
    if not _is_generic(name, surface, context):
        return None
    nearest = here[:1] or before[-1:]
    everywhere = {n.country_code for n in countries}
    return nearest[0].country_code if nearest else everywhere.pop() if len(everywhere) == 1 else None


def _is_generic(name: Labelled, surface: str, context: Context) -> bool:
    """A name that many countries' bodies bear ("Health Ministry"), no town's own ("Bristol Crown Court")."""
    words = surface.split()
    place = context.gazetteer.find(words[0])
    of_a_town = bool(place) and place[0].is_main and place[0].population > 100_000
    return not of_a_town and (len(words) <= 2 or name.kind == "government")
