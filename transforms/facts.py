"""What extractors yield: one named tuple per table, spans as offsets.

Field names are column names of `warehouse.schema`. `article_id` and every surface are left out:
the rim fills them from the article, so a surface can never disagree with its span. Offsets are
Unicode code points, half-open, into `articles.text`.
"""

from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of `articles.text`."""

    start: int
    end: int


class Sentence(NamedTuple):
    sentence_no: int
    paragraph_no: int
    section_kind: str
    char_start: int
    char_end: int


class Mention(NamedTuple):
    sentence_no: int
    char_start: int
    char_end: int
    label: str
    form: str
    entity_id: str | None = None
    confidence: float | None = None


class EntityProposal(NamedTuple):
    entity_id: str
    label: str
    kind: str | None
    canonical_name: str
    alias: str
    country_code: str | None
    geonames_id: int | None
    wikidata_id: str | None
    mention_count: int


class Relation(NamedTuple):
    relation_id: str
    sentence_no: int
    char_start: int
    char_end: int
    relation: str
    subject_entity_id: str | None = None
    role_surface: str | None = None
    role_ordinal: int | None = None
    is_former: bool | None = None
    object_entity_id: str | None = None
    object_value: str | None = None


class Quantity(NamedTuple):
    quantity_id: str
    sentence_no: int
    char_start: int
    char_end: int
    bound: str
    kind: str
    value: float | None = None
    value_low: float | None = None
    value_high: float | None = None
    unit: str | None = None
    unit_surface: str | None = None
    counted_start: int | None = None
    counted_end: int | None = None
    counted_entity_id: str | None = None
    per_unit: str | None = None
    subset_of_quantity_id: str | None = None
    direction: str | None = None
    measure: str | None = None
    is_cumulative: bool | None = None
    is_negated: bool = False
    event_id: str | None = None
    statement_id: str | None = None
    confidence: float | None = None
    flags: tuple[str, ...] = ()


class Time(NamedTuple):
    sentence_no: int
    char_start: int
    char_end: int
    timex_type: str
    timex_value: str | None
    is_relative: bool
    starts_on: date | None = None
    ends_on: date | None = None
    granularity: str | None = None
    anchor: str | None = None
    confidence: float | None = None
    alternatives: tuple[str, ...] = ()
    null_reason: str | None = None


class UnreadNumber(NamedTuple):
    sentence_no: int
    char_start: int
    char_end: int
    reason: str


class Place(NamedTuple):
    sentence_no: int
    char_start: int
    char_end: int
    entity_id: str | None = None
    geonames_id: int | None = None
    name: str | None = None
    feature_class: str | None = None
    feature_code: str | None = None
    country_code: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    confidence: float | None = None
    alternatives: tuple[str, ...] = ()
    null_reason: str | None = None


class Statement(NamedTuple):
    statement_id: str
    sentence_no: int
    char_start: int
    char_end: int
    kind: str
    depth: int
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_entity_id: str | None = None
    via_start: int | None = None
    via_end: int | None = None
    via_entity_id: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    cue_class: str | None = None
    speaker_role: str | None = None
    occasion: str | None = None
    said_on: date | None = None
    said_on_reason: str | None = None


class Event(NamedTuple):
    event_row_id: str
    event_id: str
    sentence_no: int
    char_start: int
    char_end: int
    event_type: str
    modality: str
    event_mode: str | None = None
    cameo_code: str | None = None
    quad_class: int | None = None
    actor_start: int | None = None
    actor_end: int | None = None
    actor_entity_id: str | None = None
    recipient_start: int | None = None
    recipient_end: int | None = None
    recipient_entity_id: str | None = None
    place_entity_id: str | None = None
    geonames_id: int | None = None
    happened_on: date | None = None
    happened_to: date | None = None
    date_precision: str | None = None
    date_reason: str | None = None
    is_negated: bool = False
    statement_id: str | None = None
    confidence: float | None = None
