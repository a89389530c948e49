"""Which names of an article mean one thing: "Kassym-Jomart Tokayev" = "Tokayev", "CSTO" = its long form.

Ids are digests of name, kind and country, so that the same name means the same entity in every article;
what only this article makes clear (a bare surname) stays local to it.
"""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from transforms.cast import Entity
from transforms.entities.aliases import defined_aliases
from transforms.entities.bodies import body_of, longer_names
from transforms.entities.context import Context
from transforms.entities.home import home_country, home_towns
from transforms.entities.labels import Labelled
from transforms.entities.people import bearer_here, link_people
from transforms.identity import digest
from transforms.places.gazetteer import Gazetteer, Toponym
from transforms.places.identity import country_id, place_entity
from transforms.places.resolution import Resolution, Setting, contains, resolve

PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
WITHIN = re.compile(r",\s(?:in\s)?(?:the\s)?|\sin\s(?:the\s)?")
LISTED = re.compile(r",\s(?:and\s)?(?:the\s)?|\sand\s(?:the\s)?|\sor\s")
MAIN = 0.7  # share of an article's mentions of countries from which a place left open is taken to lie there
CONTAINER = re.compile(r",\s*(?:the\s+)?$")


def link_names(names: Sequence[Labelled], context: Context) -> list[Entity | None]:
    """The entity of each name, in order."""
    text = context.text
    surfaces = [" ".join(text[n.start : n.end].split()) for n in names]
    grounds = [s for s, n in zip(surfaces, names, strict=True) if n.label in PLACE_LABELS]
    setting = setting_of(names, context)
    places = resolve(grounds, setting, context.gazetteer, context.lexicon.words.division)
    outer = _as_containers(names, surfaces, places, context)
    lands = _lands(setting.countries, grounds, places)
    context = replace(context, main_country=_main(lands), lands_elsewhere=_elsewhere(names, surfaces, places))
    aliases = defined_aliases(names, text, context.lexicon)
    persons = [s for s, n in zip(surfaces, names, strict=True) if n.label == "PERSON"]
    people = link_people(persons, context.article, context.lexicon)
    bodies = Counter(s for s, n in zip(surfaces, names, strict=True) if n.label == "ORG")
    organizations = longer_names(bodies, {b for b in bodies if b in aliases or context.lexicon.entry(b)}, context)
    kinds = {s: n.kind for s, n in zip(surfaces, names, strict=True) if n.label == "ORG"}
    defining, defined = set(aliases.values()), dict[str, Entity]()
    found: list[Entity | None] = []
    for i, (name, surface) in enumerate(zip(names, surfaces, strict=True)):
        if i in outer:
            found.append(place_entity(outer[i]))
        elif name.label == "PERSON":
            found.append(_person(i, names, surfaces, people, context))
        elif name.label in PLACE_LABELS:
            found.append(_place(surface, places) or _unplaced(name, surface, names, context))
        elif name.label == "NORP" and name.kind == "country":
            found.append(_country(surface, context))
        else:
            long = aliases.get(surface, surface)
            long = organizations.get(long, long)
            body = body_of(name._replace(kind=kinds.get(long, name.kind)), long, names, context)
            found.append(defined.setdefault(long, body) if long in defining else body)
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


def _lands(countries: Mapping[str, int], grounds: Sequence[str], places: Mapping[str, Resolution]) -> Counter[str]:
    """How often an article names each country, or a place that lies there."""
    found = [places[surface].place for surface in grounds]
    towns = [p.country_code for p in found if p and p.country_code and not p.is_country]
    return Counter(countries) + Counter(towns)


def _elsewhere(names: Sequence[Labelled], surfaces: Sequence[str], places: Mapping[str, Resolution]) -> dict[str, str]:
    """Names of countries that mean a state of another one in this article, with that other country."""
    found: dict[str, str] = {}
    for name, surface in zip(names, surfaces, strict=True):
        place = places[surface].place if name.kind == "country" and surface in places else None
        if place and place.country_code and place.country_code != name.country_code:
            found[surface] = place.country_code
    return found


def _main(lands: Counter[str]) -> str | None:
    """The country of which an article mostly tells."""
    main = max(lands, key=lambda c: (lands[c], c), default=None)
    return main if main and lands[main] >= MAIN * lands.total() else None


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


def _person(
    index: int, names: Sequence[Labelled], surfaces: Sequence[str], people: Mapping[str, Entity], context: Context
) -> Entity:
    surface = surfaces[index]
    if " " in surface:
        return people[surface]
    start = names[index].start
    earlier = [s for s, n in zip(surfaces[:index], names, strict=False) if n.label == "PERSON" and " " in s]
    return bearer_here(surface, context.text[max(0, start - 8) : start], earlier, people, context.lexicon)


def _place(surface: str, places: Mapping[str, Resolution]) -> Entity | None:
    found = places.get(surface)
    return place_entity(found.place) if found and found.place else None


def _unplaced(name: Labelled, surface: str, names: Sequence[Labelled], context: Context) -> Entity:
    """A place that is not resolved, in the country right behind it, or the one of which the article mostly tells."""
    code = _country_behind(name, names, context) or context.main_country
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
