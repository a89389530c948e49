"""Every kind of fact of one short story, row by row: nine killed in Lumen Bay, says the harbour office."""

from collections.abc import Mapping
from datetime import date
from typing import Any

Row = dict[str, Any]
Article = Mapping[str, Any]
BODY = (
    "Nine people were killed in Lumen Bay, the harbour office said on Monday. "
    "“We search on,” said its head Ana Quist 🚢, whose crews had looked all night for the missing of the ferry, "
    "while families waited on the quay and the wind from the north kept rising."
)
FIRST, SECOND = BODY[: BODY.index("“") - 1], BODY[BODY.index("“") :]


def facts(article: Article) -> dict[str, list[Row]]:
    """Every kind of fact of an article whose body is `BODY`."""
    kinds = (
        sentences,
        mentions,
        entity_proposals,
        relations,
        quantities,
        times,
        unread_numbers,
        places,
        statements,
        events,
    )
    return {kind.__name__: kind(article) for kind in kinds}


def sentences(article: Article) -> list[Row]:
    body = {"section_kind": "body"}
    title = {"paragraph_no": 0, "section_kind": "title"}
    return [
        *([_base(article, article["title"], 0) | title] if article["title"] else []),
        _base(article, FIRST, 1) | body | {"paragraph_no": 0},
        _base(article, SECOND, 2) | body | {"paragraph_no": 1},
    ]


def unread_numbers(article: Article) -> list[Row]:
    return [_base(article, "Nine", 1) | {"reason": "not_understood"}]


def mentions(article: Article) -> list[Row]:
    return [_base(article, "Ana Quist", 2) | {"label": "PERSON", "form": "name", "entity_id": "quist"}]


def entity_proposals(article: Article) -> list[Row]:
    return [
        _proposal(article, "quist", "PERSON", "Ana Quist"),
        _proposal(article, "office", "ORG", "the harbour office"),
        _proposal(article, "bay", "GPE", "Lumen Bay") | {"geonames_id": 77},
    ]


def relations(article: Article) -> list[Row]:
    leads = {"relation": "leads", "subject_entity_id": "quist", "object_entity_id": "office"}
    return [_base(article, "head Ana Quist", 2) | {"relation_id": _id(article, "r")} | leads]


def quantities(article: Article) -> list[Row]:
    return [
        _base(article, "Nine", 1)
        | {"quantity_id": _id(article, "q"), "value": 9.0, "value_low": 9.0, "value_high": 9.0, "bound": "exact"}
        | {"kind": "count", "unit": "person", "measure": "killed", "is_negated": False, "flags": []}
        | {"statement_id": _id(article, "s1"), "event_id": _id(article, "e")}
        | _at(article, "people", "counted", "counted")
    ]


def times(article: Article) -> list[Row]:
    return [
        _base(article, "Monday", 1)
        | {"timex_type": "DATE", "timex_value": "2024-02-26", "is_relative": True, "alternatives": []}
        | {"starts_on": date(2024, 2, 26), "ends_on": date(2024, 2, 26)}
    ]


def places(article: Article) -> list[Row]:
    bay = {"entity_id": "bay", "geonames_id": 77, "name": "Lumen Bay", "country_code": "NOR", "admin1": "18"}
    return [_base(article, "Lumen Bay", 1) | bay | {"alternatives": []}]


def statements(article: Article) -> list[Row]:
    return [
        _base(article, "Nine people were killed in Lumen Bay", 1)
        | {"statement_id": _id(article, "s1"), "kind": "indirect", "depth": 1, "speaker_entity_id": "office"}
        | _at(article, "the harbour office", "speaker", "speaker_surface")
        | _at(article, "said", "cue", "cue"),
        _base(article, "“We search on,”", 2)
        | {"statement_id": _id(article, "s2"), "kind": "direct", "depth": 1, "speaker_entity_id": "quist"}
        | _at(article, "Ana Quist", "speaker", "speaker_surface"),
    ]


def events(article: Article) -> list[Row]:
    return [
        _base(article, "killed", 1)
        | {"event_row_id": _id(article, "er"), "event_id": _id(article, "e"), "event_type": "death"}
        | {"modality": "happened", "is_negated": False, "place_entity_id": "bay", "actor_entity_id": "office"}
        | {"happened_on": date(2024, 2, 26), "date_precision": "day", "statement_id": _id(article, "s1")}
        | _at(article, "the harbour office", "actor", "actor_surface")
    ]


def _base(article: Article, surface: str, sentence_no: int) -> Row:
    """What every fact has: its article, its sentence, its words and where they stand."""
    words = _at(article, surface, "char", "surface")
    return {"article_id": article["article_id"], "sentence_no": sentence_no} | words


def _at(article: Article, surface: str, name: str, words: str) -> Row:
    """A span under its columns' names: start, end, and the words themselves."""
    start = article["text"].index(surface)
    return {f"{name}_start": start, f"{name}_end": start + len(surface), words: surface}


def _proposal(article: Article, entity_id: str, label: str, name: str) -> Row:
    proposal = {"article_id": article["article_id"], "entity_id": entity_id, "label": label}
    return proposal | {"canonical_name": name, "alias": name, "mention_count": 1}


def _id(article: Article, kind: str) -> str:
    return f"{article['article_id']}-{kind}"
