"""Mentions of places as rows on the ground: name, GeoNames id, country, point, or why there is none."""

from collections.abc import Iterator

from spacy.tokens import Doc

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.facts import Mention, Place
from transforms.places.gazetteer import Gazetteer, Toponym
from transforms.places.identity import place_id
from transforms.places.resolution import kilometres

LABELS = frozenset(["GPE", "LOC", "FAC"])


def find_places(doc: Doc, article: Article, layout: Layout, cast: Cast, gazetteer: Gazetteer) -> Iterator[Place]:
    """One row for each named place; peoples and adjectives are none."""
    text = doc.text
    for mention in cast.mentions:
        if mention.label in LABELS and mention.form == "name":
            surface = text[mention.char_start : mention.char_end]
            yield _placed(mention, gazetteer.find(surface))


def _placed(mention: Mention, readings: tuple[Toponym, ...]) -> Place:
    row = Place(mention.sentence_no, mention.char_start, mention.char_end, mention.entity_id)
    place = next((p for p in readings if place_id(p) == mention.entity_id), None)
    if place is None:
        reason = "ambiguous" if readings else "not_in_gazetteer"
        return row._replace(null_reason=reason, alternatives=_ids(readings))
    return row._replace(
        geonames_id=place.geonames_id,
        name=place.name,
        feature_class=place.feature_class,
        feature_code=place.feature_code,
        country_code=place.country_code,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        population=place.population,
        alternatives=_ids(tuple(p for p in readings if kilometres(p, place) > 50)),
    )


def _ids(readings: tuple[Toponym, ...]) -> tuple[str, ...]:
    return tuple(str(p.geonames_id) for p in readings if p.geonames_id)[:5]
