"""Corrections by name laid over the facts: which entities a row of `aliases.csv` means is looked up in all articles.

An entity is meant by a name that is its `canonical_name` in some article; a split means a form that articles use.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

import duckdb

from warehouse.corrections import ALIASES, Correction, merged
from warehouse.declared import quoted
from warehouse.schema import FACTS

Properties = Mapping[str, str]
ENTITY = "entity_id"


def apply_aliases(con: duckdb.DuckDBPyConnection, known: Sequence[Correction]) -> None:
    """Merge, split, hide or relabel what each correction names, in their order; a name that nobody uses waits.

    The facts must be as the extractors wrote them: what a name means is asked of them, so it is not asked twice.
    """
    for correction in known:
        if correction.table_name == ALIASES:
            for statement in _statements(con, correction):
                con.execute(statement)


def _statements(con: duckdb.DuckDBPyConnection, correction: Correction) -> Iterator[str]:
    properties: Properties = json.loads(correction.details or "{}")
    match correction.action:
        case "merge":
            yield from _merge(con, correction, properties)
        case "split":
            yield from _split(con, correction, properties)
        case "hide":
            for one in _entities(con, correction.row_id, properties):
                yield from _hide(quoted(one))
        case _:
            renamed = {"canonical_name": correction.value} if correction.value else {}
            for one in _entities(con, correction.row_id, {}):
                yield from _relabel(quoted(one), {**properties, **renamed})


def _entities(con: duckdb.DuckDBPyConnection, name: str, properties: Properties) -> list[str]:
    """The entities of a name that have the stated properties, most mentioned first."""
    narrowed = " ".join(f"and {column} = {quoted(value)}" for column, value in properties.items())
    found = con.execute(f"""
        select entity_id from facts.entity_proposals where canonical_name = {quoted(name)} {narrowed}
        group by entity_id order by sum(mention_count) desc, entity_id
    """).fetchall()
    return [one for (one,) in found]


def _merge(con: duckdb.DuckDBPyConnection, correction: Correction, properties: Properties) -> Iterator[str]:
    """Unless a label is stated, only entities of the other one's label are merged: no country into a person."""
    name = correction.value or ""
    others = _entities(con, name, properties) or _entities(con, name, {})
    if not others:
        return
    other = quoted(others[0])
    label = con.execute(f"select min(label) from facts.entity_proposals where entity_id = {other}").fetchone()
    for one in _entities(con, correction.row_id, {"label": label[0] if label else "", **properties}):
        if one != others[0]:
            yield from merged(quoted(one), other)
    yield f"update facts.entity_proposals set canonical_name = {quoted(name)} where entity_id = {other}"


def _hide(one: str) -> Iterator[str]:
    for table in ("mentions", "places", "entity_proposals"):
        yield f"delete from facts.{table} where {ENTITY} = {one}"
    for table, column, _ in _references():
        yield f"update {table} set {column} = null where {column} = {one}"


def _relabel(one: str, properties: Properties) -> Iterator[str]:
    stated = ", ".join(f"{column} = {quoted(value)}" for column, value in properties.items())
    yield f"update facts.entity_proposals set {stated} where {ENTITY} = {one}"
    if label := properties.get("label"):
        yield from _with_label(f"{ENTITY} = {one} and form = 'name'", quoted(label))


def _with_label(condition: str, label: str) -> Iterator[str]:
    """Names of a label; where a mention of that label has the span already, it stays the only one."""
    same = "kept.article_id = mention.article_id and kept.char_start = mention.char_start"
    yield f"""
        delete from facts.mentions as mention where {condition} and label <> {label} and exists (
            from facts.mentions as kept where {same} and kept.char_end = mention.char_end and kept.label = {label}
        )
    """
    yield f"update facts.mentions set label = {label} where {condition}"


def _split(con: duckdb.DuckDBPyConnection, correction: Correction, properties: Properties) -> Iterator[str]:
    """A form becomes the entity of the stated name: an existing one that fits, else a new one.

    Where an article calls its entity by that form alone, all of it moves; elsewhere the names of that form do,
    and with them those participants, speakers and places of facts whose words hold one.
    """
    name = correction.value or ""
    others = _entities(con, name, properties)
    seed = "\x1f".join(["split", name.casefold(), *(properties.get(c, "") for c in ("label", "kind", "country_code"))])
    new_id = others[0] if others else blake2b(seed.encode(), digest_size=8).hexdigest()
    other = quoted(new_id)
    where = f"and article_id = {quoted(correction.article_id)}" if correction.article_id else ""
    yield f"""
        create or replace temp table moved as
        select
            article_id, char_start, char_end, entity_id,
            bool_and(surface = {quoted(correction.row_id)}) over (partition by article_id, entity_id) as is_whole
        from facts.mentions
        where form = 'name' and entity_id <> {other} {where}
        qualify surface = {quoted(correction.row_id)}
    """
    for table, column, start in _references():
        end = start.replace("start", "end")
        inside = f"or (moved.char_start >= fact.{start} and moved.char_end <= fact.{end})" if start else ""
        yield f"""
            update {table} as fact set {column} = {other} from (from moved) as moved
            where fact.article_id = moved.article_id and fact.{column} = moved.entity_id and (is_whole {inside})
        """
    yield from _split_proposals(quoted(correction.row_id), other, {**properties, "canonical_name": name})
    if label := properties.get("label"):
        yield from _with_label(f"{ENTITY} = {other} and form = 'name'", quoted(label))
    yield "drop table moved"


def _split_proposals(form: str, other: str, properties: Properties) -> Iterator[str]:
    """The form's proposals go to the other entity, but where its article has it there already."""
    here = "exists (from moved where moved.article_id = p.article_id and moved.entity_id = p.entity_id)"
    kept = f"from facts.entity_proposals as k where k.article_id = p.article_id and k.entity_id = {other}"
    yield f"""
        delete from facts.entity_proposals as p
        where p.alias = {form} and {here} and exists ({kept} and k.alias = p.alias)
    """
    stated = ", ".join(f"{column} = {quoted(value)}" for column, value in properties.items())
    yield f"""
        update facts.entity_proposals as p
        set {ENTITY} = {other}, geonames_id = null, wikidata_id = null, {stated}
        where p.alias = {form} and {here}
    """


def _references() -> Iterator[tuple[str, str, str]]:
    """Each table and column that refers to an entity, and where the words begin that name it ("" if none do)."""
    for table in FACTS.values():
        names = table.fields.names
        for column in (name for name in names if name.endswith(ENTITY) and table.name != "entity_proposals"):
            start = f"{column.removesuffix(ENTITY)}start" if column != ENTITY else "char_start"
            yield f"facts.{table.name}", column, start if start in names else ""
