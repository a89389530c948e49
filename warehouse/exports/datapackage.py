"""`datapackage.json`: what the files of an export hold, for programs. https://datapackage.org (version 2)"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from warehouse.declared import STORED
from warehouse.exports.columns import Column
from warehouse.schema import Table, allowed_values

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA = {"parquet": "application/vnd.apache.parquet", "csv": "text/csv", "jsonl": "application/jsonl"}
TYPES = {
    "VARCHAR": "string",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "HUGEINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
}
TABLES: Mapping[str, Table] = {f"{table.schema}.{table.name}": table for table in STORED}


@dataclass(frozen=True)
class Resource:
    """A table that was written, with what its columns hold and its files."""

    table: str
    description: str
    columns: tuple[Column, ...]
    paths: tuple[Path, ...]


def package(resources: Sequence[Resource], kind: str, folder: Path) -> dict[str, object]:
    """The description of an export; paths are below its folder."""
    return {
        "$schema": PROFILE,
        "name": "dateline",
        "title": "What news articles say, and according to whom",
        "resources": [_resource(resource, kind, folder) for resource in resources],
    }


def _resource(resource: Resource, kind: str, folder: Path) -> dict[str, object]:
    paths = [path.relative_to(folder).as_posix() for path in resource.paths]
    return {
        "name": resource.table,
        "description": resource.description,
        "path": paths[0] if len(paths) == 1 else paths,
        "format": kind,
        "mediatype": MEDIA[kind],
        **({} if kind == "parquet" else {"encoding": "utf-8"}),
        "schema": {"fields": [_field(column, resource.table, kind) for column in resource.columns], **_keys(resource)},
    }


def _field(column: Column, table: str, kind: str) -> dict[str, object]:
    allowed = _allowed(table, column.name)
    limits: dict[str, object] = ({"required": True} if column.is_required else {}) | (
        {"enum": list(allowed)} if allowed else {}
    )
    type_ = "array" if column.type.endswith("[]") else TYPES.get(column.type, "object")
    is_written_out = type_ == "datetime" and kind != "parquet"
    return {
        "name": column.name,
        "type": type_,
        **({"format": "%Y-%m-%dT%H:%M:%S.%f"} if is_written_out else {}),
        "description": column.description,
        **({"constraints": limits} if limits else {}),
    }


def _allowed(table: str, name: str) -> tuple[str, ...]:
    declared = TABLES.get(table)
    return allowed_values(declared.fields.field(name)) if declared and name in declared.fields.names else ()


def _keys(resource: Resource) -> dict[str, object]:
    declared, names = TABLES.get(resource.table), [column.name for column in resource.columns]
    is_keyed = declared is not None and set(declared.key) <= set(names)
    return {
        **({"primaryKey": list(declared.key)} if declared and is_keyed else {}),
        **({"foreignKeys": found} if (found := list(_foreign_keys(resource.table, names))) else {}),
    }


def _foreign_keys(table: str, names: Sequence[str]) -> Iterator[dict[str, object]]:
    """References to articles, statements and entities."""
    if "article_id" in names and table != "facts.articles":
        yield _reference(["article_id"], "facts.articles", ["article_id"])
    if "statement_id" in names and table != "facts.statements":
        yield _reference(["statement_id"], "facts.statements", ["statement_id"])
    for name in names:
        if name.endswith("entity_id") and table not in {"facts.entities", "facts.entity_proposals"}:
            yield _reference([name], "facts.entities", ["entity_id"])


def _reference(fields: list[str], resource: str, target: list[str]) -> dict[str, object]:
    return {"fields": fields, "reference": {"resource": resource, "fields": target}}
