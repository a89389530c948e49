"""Ids of places as entities, the same in every article that means the same place."""

from functools import lru_cache

from transforms.cast import Entity
from transforms.identity import digest
from transforms.places.gazetteer import Toponym


@lru_cache(maxsize=20_000)
def place_id(place: Toponym) -> str:
    """Digest of name, kind and country, and of the GeoNames id that tells two Springfields apart.

    Where none is known, the division does: there are eight Fulton Counties.
    """
    if place.is_country:
        return country_id(place.country_code)
    return digest(place.name.casefold(), place_kind(place), place.country_code, place.geonames_id or place.admin1)


def country_id(code: str | None) -> str:
    """A country's id, from its ISO 3166-1 alpha-3 code."""
    return digest("country", code)


def place_kind(place: Toponym) -> str:
    """`country`, `city`, `region`, or `natural` for waters and mountains."""
    if place.is_country:
        return "country"
    if place.feature_class == "P":
        return "city"
    return "region" if place.feature_class in "AL" else "natural"


@lru_cache(maxsize=20_000)
def place_entity(place: Toponym) -> Entity:
    """A place as an entity of an article."""
    label = "GPE" if place.feature_class in "AP" else "LOC"
    return Entity(
        place_id(place), label, place_kind(place), place.name, place.country_code, geonames_id=place.geonames_id
    )
