"""Every stored table and column, declared once.

DDL, Parquet files, the generated `docs/tables.md` and the tests read this module. A column is a
pyarrow field with its description in the metadata; a table adds its grain and its key.
Offsets are Unicode code points, 0-based, half-open, into `articles.text`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa

TEXT, INT, REAL, FLAG = pa.string(), pa.int32(), pa.float64(), pa.bool_()
DAY, INSTANT, TEXTS = pa.date32(), pa.timestamp("us"), pa.list_(pa.string())

# The values of enumerated columns, as they are written in the contract.
LABELS = "PERSON ORG GPE LOC FAC NORP EVENT PRODUCT LAW WORK_OF_ART GROUP"
BOUNDS = "exact approximate between at_least more_than at_most less_than"
QUANTITY_KINDS = "count money percent ratio measure duration age ordinal score identifier"
MEASURES = "killed injured missing detained kidnapped displaced infected evacuated hostage"
CUE_CLASSES = "say claim deny confirm promise warn accuse ask think report"
MODALITIES = "happened ongoing planned requested promised conditional alleged"


@dataclass(frozen=True)
class Table:
    """One stored table: `name` in DuckDB schema `schema`, one row per `grain`, unique by `key`."""

    schema: str
    name: str
    grain: str
    key: tuple[str, ...]
    fields: pa.Schema


def column(
    name: str, kind: pa.DataType, description: str, *, required: bool = False, allowed: str = "", clock: bool = False
) -> pa.Field:
    """A described column; `required` is NOT NULL, `allowed` its only values, `clock` keeps it out of table hashes."""
    metadata = (
        {"description": description} | ({"allowed": allowed} if allowed else {}) | ({"clock": "1"} if clock else {})
    )
    return pa.field(name, kind, nullable=not required, metadata=metadata)


def allowed_values(field: pa.Field) -> tuple[str, ...]:
    """The only values that an enumerated column holds; nothing for the others."""
    return tuple(field.metadata.get(b"allowed", b"").decode().split())


def description(field: pa.Field) -> str:
    """What the column holds, in one sentence; an enumerated column with its values."""
    text: str = field.metadata[b"description"].decode()
    values = " ".join(f"`{value}`" for value in allowed_values(field))
    return f"{text} One of {values}." if values else text


def span(name: str = "", what: str = "the evidence") -> list[pa.Field]:
    """Offsets and surface of a span: `char_start`... for the row itself, `NAME_start`... for a part of it."""
    if not name:
        return [
            column("char_start", INT, f"First character of {what}, as an offset into `articles.text`.", required=True),
            column("char_end", INT, f"One past the last character of {what}.", required=True),
            column("surface", TEXT, f"The characters of {what}: `text[char_start:char_end]`.", required=True),
        ]
    surface = name if name == "counted" else "cue" if name == "cue" else f"{name}_surface"
    return [
        column(surface, TEXT, f"The characters of {what}."),
        column(f"{name}_start", INT, f"First character of {what}."),
        column(f"{name}_end", INT, f"One past the last character of {what}."),
    ]


def spans_of(table: Table) -> list[tuple[str, str, str]]:
    """The (surface, start, end) column triples of a table, for checks and for filling surfaces."""
    names = table.fields.names
    triples = [("surface", "char_start", "char_end")] if "char_start" in names else []
    for start in (n for n in names if n.endswith("_start") and n not in {"char_start", "body_start"}):
        stem = start.removesuffix("_start")
        surface = stem if stem in names else f"{stem}_surface"
        triples.append((surface, start, f"{stem}_end"))
    return triples


def table(
    name: str, grain: str, key: Iterable[str], fields: Iterable[pa.Field | list[pa.Field]], *, schema: str = "facts"
) -> Table:
    """A table from fields and lists of fields, with the grain kept in the Arrow metadata too."""
    flat = [f for item in fields for f in (item if isinstance(item, list) else [item])]
    return Table(schema, name, grain, tuple(key), pa.schema(flat, metadata={"grain": grain}))


ARTICLE_ID = column("article_id", TEXT, "The article version that states this.", required=True)
SENTENCE_NO = column("sentence_no", INT, "Number of the sentence in the article, from 0.", required=True)
CONFIDENCE = column(
    "confidence", REAL, "Measured precision (0 to 1) of the rule or component that made the row; NULL until measured."
)

ARTICLES = table("articles", "article version", ["article_id"], [
    column("article_id", TEXT, "Hash of thread, title, text and `published_at`.", required=True),
    column("source_key", TEXT, "The article's key in its source: JSONL `id`, file name or path.", required=True),
    column("source_id", TEXT, "Name of the configured source, else the URI of the SOURCE given.", required=True),
    column("source_uri", TEXT, "File or address that the record was read from.", required=True),
    column("url", TEXT, "Address as stated."),
    column("canonical_url", TEXT, "Address without tracking parameters and fragment, in lower-case host."),
    column("outlet", TEXT, "Publisher as stated or configured; NULL if unknown."),
    column("title", TEXT, "Headline."),
    column("standfirst", TEXT, "Summary between headline and body."),
    column("byline", TEXT, "Byline as printed."),
    column("authors", TEXTS, "Authors as stated."),
    column("section", TEXT, "Section of the outlet, as stated."),
    column("language", TEXT, "ISO 639-1 code, stated or identified."),
    column("published_at", INSTANT, "Publication instant as the article states it (local, no zone)."),
    column("published_tz", TEXT, "Offset of `published_at` as stated, such as `+06:00`; NULL if none is stated."),
    column("published_utc_at", INSTANT, "`published_at` in UTC, for sorting; without an offset the same instant."),
    column("published_precision", TEXT, "How exact `published_at` is.", required=True, allowed="minute day none"),
    column("dateline_place", TEXT, "Place of the date line, as printed."),
    column("text", TEXT, "Title, blank line and body, verbatim.", required=True),
    column("body_start", INT, "Where the record's `text` begins (0 without a separate title).", required=True),
    column("text_hash", TEXT, "SHA-256 of `text`.", required=True),
    column("char_count", INT, "Code points in `text`.", required=True),
    column("word_count", INT, "Words in `text`.", required=True),
    column("updated_at", INSTANT, "Update instant as stated."),
    column("ingested_at", INSTANT, "When this version was first read (UTC clock).", required=True, clock=True),
    column("extractor", TEXT, "Product version, model and hash of rules and settings that read it.", required=True),
])  # fmt: skip

SENTENCES = table("sentences", "sentence", ["article_id", "sentence_no"], [
    ARTICLE_ID, SENTENCE_NO,
    column("paragraph_no", INT, "Number of the paragraph, from 0.", required=True),
    column("section_kind", TEXT, "Part of the article.", required=True, allowed="title standfirst byline body"),
    span(what="the sentence"),
])  # fmt: skip

MENTIONS = table("mentions", "mention of an entity", ["article_id", "char_start", "char_end", "label"], [
    ARTICLE_ID, SENTENCE_NO, span(what="the mention"),
    column("label", TEXT, "Kind of thing that is mentioned.", required=True, allowed=LABELS),
    column("form", TEXT, "How it is mentioned.", required=True, allowed="name nominal pronoun"),
    column("entity_id", TEXT, "The entity meant; NULL where the antecedent is not clear."),
    CONFIDENCE,
])  # fmt: skip

ENTITY_PROPOSALS = table("entity_proposals", "name of an entity in an article", ["article_id", "entity_id", "alias"], [
    ARTICLE_ID,
    column("entity_id", TEXT, "Hash of normalised name, kind and country.", required=True),
    column("label", TEXT, "Label of the mentions.", required=True, allowed=LABELS),
    column("kind", TEXT, "Finer kind, such as `media` or `country`."),
    column("canonical_name", TEXT, "Fullest name in the article, or the reference name.", required=True),
    column("alias", TEXT, "A form that the article uses.", required=True),
    column("country_code", TEXT, "ISO 3166-1 alpha-3."),
    column("geonames_id", INT, "GeoNames id."),
    column("wikidata_id", TEXT, "Wikidata id."),
    column("mention_count", INT, "Mentions under this form.", required=True),
])  # fmt: skip

RELATIONS = table("relations", "stated link", ["article_id", "relation_id"], [
    ARTICLE_ID,
    column("relation_id", TEXT, "Derived id of the row.", required=True),
    SENTENCE_NO, span(what="the words that state the link"),
    column("subject_entity_id", TEXT, "Who holds the role or is part of."),
    column("relation", TEXT, "`president_of`, `part_of`, `acronym_of`... (open list).", required=True),
    column("role_surface", TEXT, "The role's words."),
    column("role_ordinal", INT, "`first President` is 1."),
    column("is_former", FLAG, "Stated as former."),
    column("object_entity_id", TEXT, "Of whom or of what."),
    column("object_value", TEXT, "Value of a link to no entity, such as a member count or a long form."),
])  # fmt: skip

QUANTITIES = table("quantities", "stated number", ["article_id", "quantity_id"], [
    ARTICLE_ID,
    column("quantity_id", TEXT, "Derived id of the row.", required=True),
    SENTENCE_NO, span(what="the number with its bound and unit"),
    column("value", REAL, "The stated number, scale applied; NULL for `between` and vague plurals."),
    column("value_low", REAL, "Lower limit; NULL is open."),
    column("value_high", REAL, "Upper limit; NULL is open."),
    column("bound", TEXT, "How the words limit the number.", required=True, allowed=BOUNDS),
    column("kind", TEXT, "What sort of number it is.", required=True, allowed=QUANTITY_KINDS),
    column("unit", TEXT, "Canonical singular unit: `person`, ISO 4217 code, `percent`, `kilometre per hour`."),
    column("unit_surface", TEXT, "The unit's words."),
    span("counted", "what is counted or measured"),
    column("counted_entity_id", TEXT, "Entity of what is counted."),
    column("per_unit", TEXT, "What money or a count is per: `barrel`, `capita`."),
    column("subset_of_quantity_id", TEXT, "The total of which this number is a part."),
    column("direction", TEXT, "Whether it says a rise or a fall.", allowed="increase decrease"),
    column("measure", TEXT, "What happened to what is counted.", allowed=MEASURES),
    column("is_cumulative", FLAG, "A running total."),
    column("is_negated", FLAG, "The text denies it.", required=True),
    column("event_id", TEXT, "Stated cause, else the death or injury event."),
    column("statement_id", TEXT, "Innermost statement that covers the row; NULL is the publisher's voice."),
    CONFIDENCE,
    column("flags", TEXTS, "`counted_ellipsis`, `sum`, `vague`, `retracted`...", required=True),
])  # fmt: skip

TIMES = table("times", "time expression", ["article_id", "char_start", "char_end"], [
    ARTICLE_ID, SENTENCE_NO, span(what="the time expression"),
    column("timex_type", TEXT, "TIMEX3 type.", required=True, allowed="DATE TIME DURATION SET"),
    column("timex_value", TEXT, "TIMEX3 value, such as `2022-01-06`; NULL if unresolved."),
    column("starts_on", DAY, "First day."),
    column("ends_on", DAY, "Last day, inclusive; NULL is open or unknown."),
    column("granularity", TEXT, "`minute`, `hour`, `day`, `week`, `month`, `year`..."),
    column("anchor", TEXT, "What the date is counted from.", allowed="explicit published dateline context"),
    column("is_relative", FLAG, "Needs an anchor to be placed.", required=True),
    CONFIDENCE,
    column("alternatives", TEXTS, "Other readings, as TIMEX3 values.", required=True),
    column("null_reason", TEXT, "Why there is no date."),
])  # fmt: skip

UNREAD_NUMBERS = table("unread_numbers", "number in digits that no row explains", ["article_id", "char_start"], [
    ARTICLE_ID, SENTENCE_NO, span(what="the number"),
    column(
        "reason", TEXT, "It looks like a `label`, `code`, `address` or `year`; why its time has no date; else "
        "`not_understood`.", required=True,
    ),
])  # fmt: skip

PLACES = table("places", "mention resolved to the ground", ["article_id", "char_start", "char_end"], [
    ARTICLE_ID, SENTENCE_NO, span(what="the place name"),
    column("entity_id", TEXT, "The place as an entity."),
    column("geonames_id", INT, "GeoNames id."),
    column("name", TEXT, "GeoNames name."),
    column("feature_class", TEXT, "GeoNames feature class."),
    column("feature_code", TEXT, "GeoNames feature code."),
    column("country_code", TEXT, "ISO 3166-1 alpha-3."),
    column("admin1", TEXT, "GeoNames first-order division."),
    column("latitude", REAL, "Degrees north (WGS 84)."),
    column("longitude", REAL, "Degrees east (WGS 84)."),
    column("population", pa.int64(), "Inhabitants, as GeoNames gives them."),
    CONFIDENCE,
    column("alternatives", TEXTS, "Other readings, as GeoNames ids.", required=True),
    column("null_reason", TEXT, "Why it is not resolved."),
])  # fmt: skip

STATEMENTS = table("statements", "contiguous span of attributed content", ["article_id", "statement_id"], [
    ARTICLE_ID,
    column("statement_id", TEXT, "Derived id of the row.", required=True),
    SENTENCE_NO, span(what="the content, quotation marks included"),
    column("kind", TEXT, "How the words are given.", required=True, allowed="direct indirect mixed"),
    span("speaker", "the speaker"),
    column("speaker_entity_id", TEXT, "Who says it."),
    span("via", "the outlet that reported it"),
    column("via_entity_id", TEXT, "That outlet, when it is not the publisher."),
    column("depth", INT, "Links between the publisher and the speaker: 1, or 2 via an outlet.", required=True),
    span("cue", "the cue"),
    column("cue_class", TEXT, "What the speaker does by saying it.", allowed=CUE_CLASSES),
    column("speaker_role", TEXT, "Role of the speaker in the text."),
    column("occasion", TEXT, "Occasion on which it was said, in the text's words."),
    column("said_on", DAY, "Day on which it was said."),
    column("said_on_reason", TEXT, "Why `said_on` is NULL."),
])  # fmt: skip

EVENTS = table("events", "trigger mention and pair of participants", ["article_id", "event_row_id"], [
    ARTICLE_ID,
    column("event_row_id", TEXT, "Derived id of the row.", required=True),
    column("event_id", TEXT, "The event told; its mentions in one article share it.", required=True),
    SENTENCE_NO, span(what="the trigger"),
    column("event_type", TEXT, "PLOVER event type, or one of our own documented types.", required=True),
    column("event_mode", TEXT, "PLOVER mode."),
    column("cameo_code", TEXT, "CAMEO code."),
    column("quad_class", INT, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."),
    span("actor", "the actor"),
    column("actor_entity_id", TEXT, "Who did it."),
    span("recipient", "the recipient"),
    column("recipient_entity_id", TEXT, "To whom or to what."),
    column("place_entity_id", TEXT, "Where, as an entity."),
    column("geonames_id", INT, "Where, in GeoNames."),
    column("happened_on", DAY, "First day, if stated."),
    column("happened_to", DAY, "Last day, if stated."),
    column("date_precision", TEXT, "`day`, `week`, `month`, `year`..."),
    column("date_reason", TEXT, "Why there is no date."),
    column("modality", TEXT, "In which way it is told.", required=True, allowed=MODALITIES),
    column("is_negated", FLAG, "The text denies it.", required=True),
    column("statement_id", TEXT, "Innermost statement that covers the row; NULL is the publisher's voice."),
    CONFIDENCE,
])  # fmt: skip

# What workers write as Parquet parts. `facts.entities`, `facts.stories` and the link columns of
# `facts.articles` are derived from them after the load.
FACTS: dict[str, Table] = {t.name: t for t in (
    ARTICLES, SENTENCES, MENTIONS, ENTITY_PROPOSALS, RELATIONS, QUANTITIES, TIMES, UNREAD_NUMBERS, PLACES, STATEMENTS,
    EVENTS,
)}  # fmt: skip
