"""Mentions of places as rows on the ground: name, GeoNames id, country, point, or why there is none."""

import re
from collections.abc import Iterator, Sequence

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.entities.words import EntityWords
from transforms.facts import Mention, Place, Statement
from transforms.parsed import Doc
from transforms.places.gazetteer import Gazetteer, Toponym
from transforms.places.identity import place_id
from transforms.places.resolution import kilometres, readings_of

PLACES = frozenset(["GPE", "LOC", "FAC"])
BODIES = frozenset(["government", "police", "court", "facility", None])
OF = re.compile(r"\s(?:of|in)\s(?:the\s)?(?=[A-Z])")
GOVERNED = frozenset(["PCLI", "PPLC"])
DEEDS = frozenset(["ccomp", "xcomp", "dobj"])
NEXT_DOOR = 50.0  # kilometres within which two readings are one place
LARGE = 15_000  # a town inside an institution's name must be at least this large to be taken for a place


def find_places(  # noqa: PLR0917 - the same order of arguments as every extractor
    doc: Doc, article: Article, layout: Layout, cast: Cast, gazetteer: Gazetteer, words: EntityWords
) -> Iterator[Place]:
    """One row for each named place, also inside an institution's name ("Kentucky State Police"); peoples are none.

    A county, whose point no table holds, stands where the nearest town of its state does that the article names,
    else in the middle of that state, and says so.
    """
    rows = list(_rows(doc.text, cast, gazetteer, words.division))
    for row in rows:
        if row.name and row.latitude is None:
            yield _with_point(row, rows)
        else:
            yield row._replace(null_reason="actor") if row.null_reason is None and acts(row, doc, words) else row


def acts(row: Place, doc: Doc, words: EntityWords) -> bool:
    """Whether a country or capital stands for those who govern it ("Moscow said"): the subject or doer of a deed."""
    span = doc.char_span(row.char_start, row.char_end) if row.feature_code in GOVERNED else None
    if span is None:
        return False
    named = span.root
    while named.dep_ == "conj" and named.head.pos_ == "PROPN":  # "Paris and Berlin rejected the plan"
        named = named.head
    if named.dep_ == "pobj" and named.head.dep_ == "agent":
        return True
    if named.dep_ != "nsubj" or named.head.pos_ != "VERB":
        return False
    verb = named.head
    return verb.lemma_ not in words.no_deeds and any(child.dep_ in DEEDS for child in verb.rights)


def with_speakers(rows: Sequence[Place], statements: Sequence[Statement]) -> list[Place]:
    """The places, those marked as actors that are the speakers of statements: "According to Moscow, ..."."""
    speaking = {(s.speaker_start, s.speaker_end) for s in statements}
    marked = [r.feature_code in GOVERNED and (r.char_start, r.char_end) in speaking for r in rows]
    return [
        row._replace(null_reason="actor") if speaks and row.null_reason is None else row
        for row, speaks in zip(rows, marked, strict=True)
    ]


def _with_point(row: Place, rows: Sequence[Place]) -> Place:
    """A place at the point of the nearest row of its division, towns first."""
    beside = [r for r in rows if r.latitude is not None and _division(r) == _division(row)]
    if not beside:
        return row._replace(null_reason="no_point")
    near = min(beside, key=lambda r: (r.feature_class != "P", abs(r.char_start - row.char_start), r.char_start))
    return row._replace(latitude=near.latitude, longitude=near.longitude, null_reason="approximate_point")


def _division(row: Place) -> tuple[str | None, str | None]:
    return row.country_code, row.admin1


def _rows(text: str, cast: Cast, gazetteer: Gazetteer, division: re.Pattern[str]) -> Iterator[Place]:
    for mention in cast.mentions:
        surface = text[mention.char_start : mention.char_end]
        if mention.form != "name":
            continue
        if mention.label in PLACES:
            place = _placed(mention, readings_of(surface, gazetteer, division), cast)
            if place.name or mention.label != "FAC":
                yield place
                continue
        if mention.label in {"ORG", "FAC"}:
            inner = _inside(mention, surface, cast, gazetteer)
            if inner:
                yield inner


def _placed(mention: Mention, readings: tuple[Toponym, ...], cast: Cast) -> Place:
    row = Place(mention.sentence_no, mention.char_start, mention.char_end, mention.entity_id)
    place = next((p for p in readings if place_id(p) == mention.entity_id), None)
    if place is None:
        entity = cast.entity(mention)
        reason = "ambiguous" if readings else "not_in_gazetteer"
        country = entity.country_code if entity else None
        return row._replace(null_reason=reason, country_code=country, alternatives=_ids(readings))
    others = tuple(p for p in readings if kilometres(p, place) > NEXT_DOOR)
    return _on_ground(row, place)._replace(alternatives=_ids(others))


def _on_ground(row: Place, place: Toponym) -> Place:
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
    )


def _inside(mention: Mention, surface: str, cast: Cast, gazetteer: Gazetteer) -> Place | None:
    """A place that opens a public body's name or follows its "of": one that the article also means, or a large one."""
    entity = cast.entity(mention)
    if entity is None or entity.kind not in BODIES or " " not in surface:
        return None
    for start, end in _parts(surface):
        readings = gazetteer.find(surface[start:end])
        place = next((p for p in readings if place_id(p) in cast.entities), None)
        if not start and entity.kind is None:
            readings = ()  # "Golden State" plays in no town, and the "Santiago Holm" is called after somebody
        if place is None and readings and readings[0].is_main and readings[0].population >= LARGE:
            place = readings[0] if entity.country_code in {None, readings[0].country_code} else None
        if place:
            row = Place(mention.sentence_no, mention.char_start + start, mention.char_start + end)
            return _on_ground(row, place)._replace(
                entity_id=place_id(place) if place_id(place) in cast.entities else None
            )
    return None


def _parts(surface: str) -> Iterator[tuple[int, int]]:
    """The stretches of a name in which a place may stand: its first one to three words, and what follows "of"."""
    ends = [m.start() for m in re.finditer(r"\s|['’]s?\s", surface)][:3]
    yield from ((0, end) for end in reversed(ends) if not surface[end:].startswith(" of "))
    for found in OF.finditer(surface):
        yield found.end(), len(surface)


def _ids(readings: tuple[Toponym, ...]) -> tuple[str, ...]:
    return tuple(str(p.geonames_id) for p in readings if p.geonames_id)[:5]
