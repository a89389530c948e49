"""Which names of an article mean one thing: "Kassym-Jomart Tokayev" = "Tokayev", "CSTO" = its long form.

Ids are digests of name, kind and country, so that the same name means the same entity in every article;
what only this article makes clear (a bare surname) stays local to it.
"""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transforms.article import Article, Layout
from transforms.cast import Entity
from transforms.entities.aliases import defined_aliases
from transforms.entities.home import home_country, home_towns
from transforms.entities.joining import owner_inside
from transforms.entities.labels import Labelled
from transforms.entities.lexicon import EntityLexicon
from transforms.entities.people import link_people
from transforms.identity import digest
from transforms.places.gazetteer import Gazetteer, Toponym
from transforms.places.identity import country_id, place_entity
from transforms.places.resolution import Resolution, Setting, contains, resolve

PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
GENERIC_KINDS = frozenset(["government", "police", "military", "court"])
BEFORE_BODY = re.compile(r"(?:['’]s?)?\s+(?:\w+\s)?")
BEHIND_BODY = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")
WITHIN = re.compile(r",\s(?:in\s)?(?:the\s)?|\sin\s(?:the\s)?")
LISTED = re.compile(r",\s(?:and\s)?(?:the\s)?|\sand\s(?:the\s)?|\sor\s")
MAIN = 0.7  # share of an article's mentions of countries from which a place left open is taken to lie there
CONTAINER = re.compile(r",\s*(?:the\s+)?$")


@dataclass(frozen=True)
class Context:
    """What linking looks at besides the names."""

    text: str
    article: Article
    layout: Layout
    lexicon: EntityLexicon
    gazetteer: Gazetteer


def link_names(names: Sequence[Labelled], context: Context) -> list[Entity | None]:
    """The entity of each name, in order."""
    text = context.text
    surfaces = [text[n.start : n.end] for n in names]
    grounds = [s for s, n in zip(surfaces, names, strict=True) if n.label in PLACE_LABELS]
    setting = setting_of(names, context)
    places = resolve(grounds, setting, context.gazetteer)
    outer = _as_containers(names, surfaces, places, context)
    aliases = defined_aliases(names, text)
    people = link_people([s for s, n in zip(surfaces, names, strict=True) if n.label == "PERSON"], context.article)
    bodies = {s for s, n in zip(surfaces, names, strict=True) if n.label == "ORG"}
    organizations = _longer_names(bodies, {b for b in bodies if b in aliases or context.lexicon.entry(b)})
    found: list[Entity | None] = []
    for i, (name, surface) in enumerate(zip(names, surfaces, strict=True)):
        if i in outer:
            found.append(place_entity(outer[i]))
        elif name.label == "PERSON":
            found.append(people[surface])
        elif name.label in PLACE_LABELS:
            found.append(_place(surface, places) or _unplaced(name, surface, setting.countries, names, context))
        elif name.label == "NORP" and name.kind == "country":
            found.append(_country(surface, context))
        else:
            long = aliases.get(surface, surface)
            found.append(_thing(name, organizations.get(long, long), names, context))
    return found


def setting_of(names: Sequence[Labelled], context: Context) -> Setting:
    """Countries named or meant by an adjective, and "X, Y" as X in Y."""
    countries = _countries_named(names, context)
    containers: dict[str, str] = {}
    contents: dict[str, str] = {}
    siblings: dict[str, set[str]] = {}
    for inner, outer in itertools.pairwise(names):
        between = context.text[inner.end : outer.start]
        x, y = context.text[inner.start : inner.end], context.text[outer.start : outer.end]
        if inner.label not in PLACE_LABELS or outer.label not in PLACE_LABELS:
            continue
        if CONTAINER.fullmatch(between):
            containers.setdefault(x, y)
            contents.setdefault(y, x)
        if LISTED.fullmatch(between):
            siblings.setdefault(x, set()).add(y)
            siblings.setdefault(y, set()).add(x)
    home = home_country(context.article, context.lexicon)
    towns = home_towns(context.article, context.lexicon, context.gazetteer)
    lands = {town.country_code for town in towns}
    country = home.country_code or (lands.pop() if len(lands) == 1 else None)
    return Setting(countries, containers, contents, siblings, country, home.is_local, towns)


def _countries_named(names: Sequence[Labelled], context: Context) -> Counter[str]:
    """How often countries are named or meant by an adjective; "Georgia" is no evidence for itself."""
    named = [(context.text[n.start : n.end], n.country_code) for n in names if n.label in {"GPE", "NORP"}]
    return Counter(code for surface, code in named if code and not _is_elsewhere(surface, code, context.gazetteer))


@lru_cache(maxsize=2000)
def _is_elsewhere(surface: str, code: str, gazetteer: Gazetteer) -> bool:
    """Whether a country's name is that of a state or province elsewhere too."""
    return any(p.feature_code == "ADM1" and p.country_code != code for p in gazetteer.find(surface))


def _as_containers(
    names: Sequence[Labelled], surfaces: Sequence[str], places: Mapping[str, Resolution], context: Context
) -> dict[int, Toponym]:
    """Names that a town calls for in another reading: the state in "Atlanta, Georgia" beside the country."""
    found: dict[int, Toponym] = {}
    for i in range(1, len(names)):
        inner, outer = places.get(surfaces[i - 1]), places.get(surfaces[i])
        gap = context.text[names[i - 1].end : names[i].start]
        if inner and inner.place and outer and outer.place and CONTAINER.fullmatch(gap):
            holding = [
                p for p in context.gazetteer.find(surfaces[i]) if p.feature_class == "A" and contains(p, inner.place)
            ]
            if holding and not inner.place.is_country and not contains(outer.place, inner.place):
                found[i] = holding[0]
    return found


def _place(surface: str, places: Mapping[str, Resolution]) -> Entity | None:
    found = places.get(surface)
    return place_entity(found.place) if found and found.place else None


def _unplaced(
    name: Labelled, surface: str, countries: Mapping[str, int], names: Sequence[Labelled], context: Context
) -> Entity:
    """A place that is not resolved, in the country right behind it, or the one of which the article mostly tells."""
    code = _country_behind(name, names, context)
    if code is None and countries:
        main = max(countries, key=lambda c: (countries[c], c))
        code = main if countries[main] >= MAIN * sum(countries.values()) else None
    local = context.article.article_id if code is None else code
    return Entity(digest(surface.casefold(), name.label, local), name.label, name.kind, surface, code)


def _country_behind(name: Labelled, names: Sequence[Labelled], context: Context) -> str | None:
    """The country in "Qurbaltay, Kazakhstan", not the next member of a list ("Qurbaltay, Kenya and Chad")."""
    for i, outer in enumerate(names):
        if outer.start > name.end and outer.country_code and outer.kind in {"country", "region"}:
            follows = names[i + 1].start if i + 1 < len(names) else -1
            is_list = follows > 0 and LISTED.fullmatch(context.text, outer.end, follows)
            within = outer.label != "ORG" and WITHIN.fullmatch(context.text, name.end, outer.start)
            return outer.country_code if within and not is_list else None
    return None


def _country(surface: str, context: Context) -> Entity | None:
    entry = context.lexicon.entry(surface)
    if not entry:
        return None
    return Entity(country_id(entry.country_code), "GPE", "country", entry.canonical, entry.country_code)


def _longer_names(names: Collection[str], known: Collection[str]) -> dict[str, str]:
    """Short name -> the only longer name that ends or begins with it ("Commission"), but for "X of Y"."""
    longer: dict[str, str] = {}
    for name in sorted(set(names) - set(known)):
        fuller = [n for n in sorted(names) if n.endswith(" " + name) or n.startswith(name + " ")]
        if len(fuller) == 1 and len(name) > 3 and not re.search(r"\bof\b", fuller[0].replace(name, "")):
            longer[name] = fuller[0]
    return longer


def _thing(name: Labelled, surface: str, names: Sequence[Labelled], context: Context) -> Entity:
    """Anything but persons and places: known to the tables, or named by its own words and its country."""
    entry = context.lexicon.entry(surface)
    kind, country = (entry.kind, entry.country_code) if entry else (name.kind, name.country_code)
    canonical = entry.canonical if entry else surface
    if owner_inside(surface, context.lexicon):
        kind = "military" if kind == "military" else "igo"
    elif kind in GENERIC_KINDS and country is None:
        country = country_of(name, names, context)
        if country is None:
            return Entity(digest(canonical.casefold(), kind, context.article.article_id), name.label, kind, canonical)
    return Entity(digest(canonical.casefold(), kind or name.label, country), name.label, kind, canonical, country)


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
