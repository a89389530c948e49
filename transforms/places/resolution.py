"""Which place a name means: the reading that the rest of the article supports best.

"Paris" is the French capital, unless the article says "Paris, Texas" or speaks of Texas only. Each reading
is weighed by size, by whether its country and neighbours are named, and by a container that the text states.
"""

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from transforms.places.gazetteer import Gazetteer, Toponym

EARTH_KM = 6371.0
NEAR_KM = 250.0
SMALL = 30_000  # a smaller town needs something else in the article that speaks for it
CITY = 200_000  # a larger town is known without its country: "in Lyon, Spain and Italy" is a list
HOME, ONLY_HOME, WORLDWIDE = 1.5, 3.0, 0.7  # weight of a local outlet's country, where no other is named, of others
HOLDING = 4.5  # about what a country weighs more than a state of its name
LARGEST = 300.0  # kilometres: towns farther apart say nothing to one another, even in one division
EQUAL = 0.05  # within which two readings far apart are equally good
CLEAR = 0.8  # by how much the best reading must lead the next one elsewhere


@dataclass(frozen=True)
class Setting:
    """What an article says of where it plays.

    `countries`: how often each is named; `containers`: place name -> name of what it lies in, as stated
    ("Paris" -> "Texas"); `contents`: the other way round; `siblings`: what it is listed with; `home`: country of
    the outlet, as far as its address tells (`is_local`: it is not read worldwide); `home_towns`: towns that its
    name may begin with.
    """

    countries: Mapping[str, int] = field(default_factory=dict)
    containers: Mapping[str, str] = field(default_factory=dict)
    contents: Mapping[str, str] = field(default_factory=dict)
    siblings: Mapping[str, Collection[str]] = field(default_factory=dict)
    home: str | None = None
    is_local: bool = True
    home_towns: Collection[Toponym] = ()

    @cached_property
    def weight_of_home(self) -> float:
        """What it weighs to lie in the country of the outlet."""
        weight = ONLY_HOME if set(self.countries) <= {self.home} else HOME
        return weight if self.is_local else WORLDWIDE


class Resolution(NamedTuple):
    """The reading chosen (None: none is clear), and the others, best first."""

    place: Toponym | None
    others: tuple[Toponym, ...] = ()
    reason: str | None = None


def resolve(
    names: Sequence[str], setting: Setting, gazetteer: Gazetteer, division: re.Pattern[str]
) -> dict[str, Resolution]:
    """Each distinct name resolved: first those with one likely reading, then the others in their company."""
    distinct = list(dict.fromkeys(names))
    found = {name: _weigh(name, setting, (), gazetteer, division) for name in distinct}
    anchors = [r.place for r in found.values() if r.place and not r.others and not r.place.is_country]
    for name, alone in found.items() if anchors else ():
        if not (setting.countries and anchors == [alone.place]) and alone.reason != "not_in_gazetteer":
            found[name] = _weigh(name, setting, anchors, gazetteer, division)
    return found


def readings_of(name: str, gazetteer: Gazetteer, division: re.Pattern[str]) -> tuple[Toponym, ...]:
    """What a name may mean; "Fulton County" and "Kunar province", where not filed, are about where their namesake is.

    Such a division has its namesake's point and no id: the gazetteer knows the town, not the division. `division`
    matches what its name has beside that of the town.
    """
    found = gazetteer.find(name)
    namesake = division.sub("", name)
    if found or namesake == name:
        return found
    towns = [p for p in gazetteer.find(namesake) if p.is_town]
    return tuple(
        p._replace(is_main=False, geonames_id=None, name=name, feature_class="A", feature_code="ADM2", population=1000)
        for p in towns
    )


def _weigh(
    name: str, setting: Setting, anchors: Sequence[Toponym], gazetteer: Gazetteer, division: re.Pattern[str]
) -> Resolution:
    readings = readings_of(name, gazetteer, division)
    if not readings:
        return Resolution(None, reason="not_in_gazetteer")
    outer = gazetteer.find(setting.containers.get(name, ""))
    inner = gazetteer.find(setting.contents.get(name, ""))
    company = [a for a in anchors if a not in readings]
    listed = [s for other in sorted(setting.siblings.get(name, ())) for s in gazetteer.find(other)[:1]]
    support = [_support(p, setting, company) for p in readings]
    if len({p.country_code for p in readings if p.is_country or p.feature_code == "ADM1"}) > 1:
        support = [known + _holding(p, company) for p, known in zip(readings, support, strict=True)]
    if outer or inner or listed:
        stated = (_stated(p, outer, inner) + _listed(p, listed) for p in readings)
        support = [known + more for known, more in zip(support, stated, strict=True)]
    scored = [(_size(p, name) + known, known, p) for p, known in zip(readings, support, strict=True)]
    scored.sort(key=lambda s: (-s[0], -s[2].population, s[2].geonames_id or 0))
    score, known, best = scored[0]
    if best.population < CITY and _is_elsewhere(outer, readings):
        return Resolution(None, tuple(place for _, _, place in scored[:5]), "ambiguous")
    equal = [p for other, _, p in scored[1:] if score - other < EQUAL and kilometres(best, p) > NEAR_KM]
    rivals = tuple(p for other, _, p in scored[1:6] if score - other < CLEAR and kilometres(best, p) > NEAR_KM)
    if equal and not best.is_country and best.feature_class in "PA":
        return Resolution(None, (best, *rivals), "ambiguous")
    if (
        best.feature_class in "PA"
        and not best.is_country
        and best.population < SMALL
        and known <= 0.0
        and (anchors or setting.countries)
    ):
        return Resolution(None, (best, *rivals), "ambiguous")
    return Resolution(best, rivals)


def _is_elsewhere(outer: Sequence[Toponym], readings: Sequence[Toponym]) -> bool:
    """Whether the text puts a place into a country or state where none of its readings lies ("Stroud, Ontario")."""
    states = [o for o in outer[:1] if o.is_country or o.feature_code == "ADM1"]
    return bool(states) and not any(contains(o, place) for o in outer for place in readings)


def _size(place: Toponym, name: str) -> float:
    """How likely a name alone means a place, by population and rank; "Newcastle" is usual for "Newcastle upon Tyne"."""
    kind = 4.0 if place.is_country else 1.5 if place.feature_code in {"PPLC", "CONT", "OCN"} else 0.0
    kind += 1.0 if place.feature_class != "P" and not place.is_country else 0.0
    is_usual = place.is_main or (place.is_town and place.name.casefold().startswith(name.casefold() + " "))
    return math.log10(place.population + 10) + kind + (1.0 if is_usual else -0.5)


def _support(place: Toponym, setting: Setting, anchors: Sequence[Toponym]) -> float:
    """What else the article names: its country, what lies near, what holds it."""
    named = setting.countries.get(place.country_code or "", 0)
    company = min(2.0, 0.8 + 0.4 * named) if named else 0.0
    home = setting.weight_of_home if setting.home and place.country_code == setting.home else 0.0
    around = _around(place, anchors) if anchors else 0.0
    towns = setting.home_towns
    local = 1.2 if towns and any(kilometres(place, t) < 100 or _same_division(place, t) for t in towns) else 0.0
    return company + home + around + local


def _around(place: Toponym, anchors: Sequence[Toponym]) -> float:
    """What it weighs to lie near other places of the article, or in or beside one."""
    distance = min(kilometres(place, a) for a in anchors)
    near = 1.5 if distance < 100 else 1.0 if distance < NEAR_KM else 0.0
    held = 1.2 if any(a.feature_code == "ADM1" and contains(a, place) for a in anchors) else 0.0
    beside = 0.9 if not near and any(a.is_town and _same_division(a, place) for a in anchors) else 0.0
    return near + held + beside


def _holding(place: Toponym, anchors: Sequence[Toponym]) -> float:
    """What it weighs that a country or state holds towns of the article: Georgia, where Atlanta is."""
    if place.is_country:
        return HOLDING if any(a.is_town and a.country_code == place.country_code for a in anchors) else 0.0
    is_state = place.feature_code == "ADM1"
    return HOLDING if is_state and any(a.is_town and _same_division(a, place) for a in anchors) else 0.0


def _same_division(a: Toponym, b: Toponym) -> bool:
    """In one province or state, and not at two ends of it; a county's own point is not known."""
    same = a.admin1 is not None and (a.country_code, a.admin1) == (b.country_code, b.admin1)
    return same and (a.latitude is None or b.latitude is None or kilometres(a, b) < LARGEST)


def _listed(place: Toponym, others: Sequence[Toponym]) -> float:
    """Whether the places of one list are of one kind: Washington, between Oregon and Utah, is the state."""
    same = [
        o for o in others if o.feature_code == place.feature_code == "ADM1" and o.country_code == place.country_code
    ]
    return 1.5 if same else 0.0


def _stated(place: Toponym, outer: Sequence[Toponym], inner: Sequence[Toponym]) -> float:
    """Whether the place lies in what the text puts it in, and holds what the text puts into it."""
    inside = 5.0 if any(contains(o, place) for o in outer) else -2.0 if outer else 0.0
    holds = 3.0 if any(contains(place, i) and i.is_main for i in inner) else 0.0
    return inside + holds


def contains(outer: Toponym, inner: Toponym) -> bool:
    """Whether a country or region holds a place, as far as codes and distances tell."""
    if outer == inner:
        return False
    if outer.is_country:
        return outer.country_code == inner.country_code
    if outer.feature_code == "ADM1" and outer.country_code == inner.country_code == "USA":
        return outer.admin1 == inner.admin1
    same_country = outer.country_code in {None, inner.country_code}
    reach = 1000 if outer.feature_code == "ADM1" else 60 if outer.is_town else 400
    return same_country and kilometres(outer, inner) < reach


def kilometres(a: Toponym, b: Toponym) -> float:
    """Great-circle distance; infinite where a point is not known."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return math.inf
    p, q = math.radians(a.latitude), math.radians(b.latitude)
    turn = math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * turn
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
