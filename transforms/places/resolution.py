"""Which place a name means: the reading that the rest of the article supports best.

"Paris" is the French capital, unless the article says "Paris, Texas" or speaks of Texas only. Each reading
is weighed by size, by whether its country and neighbours are named, and by a container that the text states.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.places.gazetteer import Gazetteer, Toponym

EARTH_KM = 6371.0
NEAR_KM = 250.0
CLEAR = 0.8  # by how much the best reading must lead the next one elsewhere


@dataclass(frozen=True)
class Setting:
    """What an article says of where it plays: how often each country is named, and what contains what.

    `containers`: place name -> name of what it lies in, as stated ("Paris" -> "Texas").
    """

    countries: Mapping[str, int] = field(default_factory=dict)
    containers: Mapping[str, str] = field(default_factory=dict)
    home: str | None = None


class Resolution(NamedTuple):
    """The reading chosen (None: none is clear), and the others, best first."""

    place: Toponym | None
    others: tuple[Toponym, ...] = ()
    reason: str | None = None


def resolve(names: Sequence[str], setting: Setting, gazetteer: Gazetteer) -> dict[str, Resolution]:
    """Each distinct name resolved: first those with one likely reading, then the others in their company."""
    readings = {name: gazetteer.find(name) for name in dict.fromkeys(names)}
    first = {name: _weigh(name, found, setting, [], gazetteer) for name, found in readings.items()}
    anchors = [r.place for r in first.values() if r.place and not r.others and not r.place.is_country]
    return {
        name: _weigh(name, found, setting, [a for a in anchors if a not in found], gazetteer)
        for name, found in readings.items()
    }


def _weigh(
    name: str, readings: Sequence[Toponym], setting: Setting, anchors: Sequence[Toponym], gazetteer: Gazetteer
) -> Resolution:
    if not readings:
        return Resolution(None, reason="not_in_gazetteer")
    stated = setting.containers.get(name)
    around = gazetteer.find(stated) if stated else ()
    scores = {place: _score(place, setting, anchors, around) for place in readings}
    ranked = sorted(readings, key=lambda p: (-scores[p], -p.population, p.geonames_id or 0))
    best = ranked[0]
    rivals = tuple(p for p in ranked[1:6] if scores[best] - scores[p] < CLEAR and kilometres(best, p) > NEAR_KM)
    return Resolution(best, rivals)


def _score(place: Toponym, setting: Setting, anchors: Sequence[Toponym], around: Sequence[Toponym]) -> float:
    size = math.log10(place.population + 10)
    kind = 4.0 if place.is_country else 1.5 if place.feature_code in {"PPLC", "CONT", "OCN"} else 0.0
    kind += 1.0 if place.feature_class != "P" and not place.is_country else 0.0
    main = 1.0 if place.is_main else -0.5
    named = setting.countries.get(place.country_code or "", 0)
    company = min(2.0, 0.8 + 0.4 * named) if named else 0.0
    home = 0.7 if setting.home and place.country_code == setting.home else 0.0
    near = 1.0 if any(kilometres(place, a) < NEAR_KM for a in anchors) else 0.0
    inside = 5.0 if any(contains(a, place) for a in around) else -2.0 if around else 0.0
    return size + kind + main + company + home + near + inside


def contains(outer: Toponym, inner: Toponym) -> bool:
    """Whether a country or region holds a place, as far as codes and distances tell."""
    if outer == inner:
        return False
    if outer.is_country:
        return outer.country_code == inner.country_code
    if outer.feature_code == "ADM1" and outer.country_code == inner.country_code == "USA":
        return outer.admin1 == inner.admin1
    same_country = outer.country_code in {None, inner.country_code}
    return same_country and kilometres(outer, inner) < (400 if outer.feature_class != "P" else 60)


def kilometres(a: Toponym, b: Toponym) -> float:
    """Great-circle distance; infinite where a point is not known."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return math.inf
    p, q = math.radians(a.latitude), math.radians(b.latitude)
    turn = math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * turn
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
