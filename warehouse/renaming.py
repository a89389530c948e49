"""Entities merged, split, hidden and relabelled: by name through `aliases.csv`, by id through `dateline correct`.

By name, an entity is meant by a name that is its `canonical_name` in some article; a split means a form that articles
use. Which articles that changes is written down, so that they can be loaded again as the extractors wrote them.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import duckdb

from warehouse.corrections import ALIASES, Correction
from warehouse.declared import quoted
from warehouse.schema import FACTS

Properties = Mapping[str, str]
ENTITY = "entity_id"
RENAMED = "staging.renamed_articles"
ENTITY_ID = re.compile("[0-9a-f]{16}")


@dataclass(frozen=True)
class Split:
    """A form that the entity `target` gets, of one entity or article only where that is stated.

    The properties are those of a new entity, where there is none yet.
    """

    form: str
    target: str
    properties: Properties = field(default_factory=dict)
    only_entity: str | None = None
    only_article: str | None = None


def apply_aliases(con: duckdb.DuckDBPyConnection, known: Sequence[Correction]) -> None:
    """Merge, split, hide or relabel what each correction names, in their order; a name that nobody uses waits.

    The facts must be as the extractors wrote them: what a name means is asked of them, so it is not asked twice.
    """
    for correction in known:
        if correction.table_name == ALIASES:
            for statement in _statements(con, correction):
                con.execute(statement)


def begin_renaming(con: duckdb.DuckDBPyConnection) -> None:
    """No article's entities are renamed yet."""
    con.execute(f"create or replace table {RENAMED} (article_id varchar)")


def renamed_articles(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The articles in which entities were renamed or split since their facts were loaded."""
    return [one for (one,) in con.execute(f"select distinct article_id from {RENAMED} order by all").fetchall()]


def merged(one: str, other: str) -> Iterator[str]:
    """The statements that make an entity another one; both ids are SQL literals."""
    yield f"""
        delete from facts.entity_proposals as proposal
        where entity_id = {one} and exists (
            from facts.entity_proposals as kept
            where kept.article_id = proposal.article_id and kept.entity_id = {other} and kept.alias = proposal.alias
        )
    """
    for table in FACTS.values():
        for name in (name for name in table.fields.names if name.endswith(ENTITY)):
            yield f"update facts.{table.name} set {name} = {other} where {name} = {one}"


def hidden(one: str) -> Iterator[str]:
    """The statements that take an entity out; facts that referred to it refer to none."""
    for table in ("mentions", "places", "entity_proposals"):
        yield f"delete from facts.{table} where {ENTITY} = {one}"
    for table, column, _ in _references():
        yield f"update {table} set {column} = null where {column} = {one}"


def with_label(condition: str, label: str) -> Iterator[str]:
    """Names of a label; where a mention of that label has the span already, it stays the only one."""
    same = "kept.article_id = mention.article_id and kept.char_start = mention.char_start"
    named = f"{condition} and form = 'name'"
    yield f"""
        delete from facts.mentions as mention where {named} and label <> {label} and exists (
            from facts.mentions as kept where {same} and kept.char_end = mention.char_end and kept.label = {label}
        )
    """
    yield f"update facts.mentions set label = {label} where {named}"


def split_by_id(asked: Split) -> Iterator[str]:
    """The form becomes the entity whose id is the target, else a new one of that name."""
    if ENTITY_ID.fullmatch(asked.target):
        yield from _split(asked, quoted(asked.target), {"canonical_name": asked.form})
    else:
        yield from _split(asked, quoted(_new_id(asked)), {"canonical_name": asked.target})


def _statements(con: duckdb.DuckDBPyConnection, correction: Correction) -> Iterator[str]:
    properties: Properties = json.loads(correction.details or "{}")
    match correction.action:
        case "merge":
            yield from _merge(con, correction, properties)
        case "split":
            yield from _split_by_name(con, correction, properties)
        case "hide":
            for one in _entities(con, correction.row_id, properties):
                yield _noted(quoted(one))
                yield from hidden(quoted(one))
        case _:
            renamed = {"canonical_name": correction.value} if correction.value else {}
            for one in _entities(con, correction.row_id, {}):
                yield _noted(quoted(one))
                yield from _relabel(quoted(one), {**properties, **renamed})


def _noted(one: str) -> str:
    """Write down the articles that refer to an entity, before their rows change."""
    tables = [*_references(), ("facts.entity_proposals", ENTITY, "")]
    found = (f"select article_id from {table} where {column} = {one}" for table, column, _ in tables)
    return f"insert into {RENAMED} {' union '.join(found)}"


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
            yield _noted(quoted(one))
            yield from merged(quoted(one), other)
    yield _noted(other)
    yield f"update facts.entity_proposals set canonical_name = {quoted(name)} where entity_id = {other}"


def _relabel(one: str, properties: Properties) -> Iterator[str]:
    stated = ", ".join(f"{column} = {quoted(value)}" for column, value in properties.items())
    yield f"update facts.entity_proposals set {stated} where {ENTITY} = {one}"
    if label := properties.get("label"):
        yield from with_label(f"{ENTITY} = {one}", quoted(label))


def _split_by_name(con: duckdb.DuckDBPyConnection, correction: Correction, properties: Properties) -> Iterator[str]:
    """The form becomes the entity of the stated name: an existing one that fits, else a new one."""
    name, form = correction.value or "", correction.row_id
    asked = Split(form, name, properties, only_article=correction.article_id)
    others = _entities(con, name, properties)
    yield from _split(asked, quoted(others[0] if others else _new_id(asked)), {**properties, "canonical_name": name})


def _split(asked: Split, other: str, stated: Properties) -> Iterator[str]:
    """The form becomes another entity's; the proposals that move get the stated properties.

    Where an article calls its entity by that form alone, all of it moves; elsewhere the names of that form do,
    and with them those participants, speakers and places of facts whose words hold one.
    """
    form = quoted(asked.form)
    where = "".join(
        f"and {column} = {quoted(value)} "
        for column, value in (("article_id", asked.only_article), (ENTITY, asked.only_entity))
        if value
    )
    yield f"""
        create or replace temp table moved as
        select
            article_id, char_start, char_end, entity_id,
            bool_and(surface = {form}) over (partition by article_id, entity_id) as is_whole
        from facts.mentions
        where form = 'name' and entity_id <> {other} {where}
        qualify surface = {form}
    """
    yield f"insert into {RENAMED} select article_id from moved"
    for table, column, start in _references():
        end = start.replace("start", "end")
        inside = f"or (moved.char_start >= fact.{start} and moved.char_end <= fact.{end})" if start else ""
        yield f"""
            update {table} as fact set {column} = {other} from (from moved) as moved
            where fact.article_id = moved.article_id and fact.{column} = moved.entity_id and (is_whole {inside})
        """
    yield from _split_proposals(form, other, stated)
    if label := stated.get("label"):
        yield from with_label(f"{ENTITY} = {other}", quoted(label))
    yield "drop table moved"


def _new_id(asked: Split) -> str:
    properties = (asked.properties.get(name, "") for name in ("label", "kind", "country_code"))
    seed = "\x1f".join(["split", asked.target.casefold(), *properties])
    return blake2b(seed.encode(), digest_size=8).hexdigest()


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
