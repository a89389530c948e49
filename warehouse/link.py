"""What depends on other articles: entities, versions, stories. Derived after each load from all of it.

Nothing here looks at the order of arrival: the same parts give the same rows.
"""

from collections.abc import Sequence

import duckdb

from warehouse.corrections import Correction
from warehouse.derived import DERIVED
from warehouse.described import comment
from warehouse.kinship import create_index, find_kin
from warehouse.models import define_views, keep_tables, models, run
from warehouse.overlay import apply_corrections
from warehouse.reference import create_reference_tables
from warehouse.renaming import apply_aliases, begin_renaming
from warehouse.stories import link_stories

VERSIONS = """
    update facts.articles as article
    set version_of = link.version_of, is_current = link.is_current
    from staging.article_links as link
    where link.article_id = article.article_id
        and (article.version_of is distinct from link.version_of or article.is_current is distinct from link.is_current)
"""


def link(con: duckdb.DuckDBPyConnection, corrections: Sequence[Correction] = ()) -> None:
    """Derive versions, stories, entities and the staging models, with corrections laid over the facts."""
    create_reference_tables(con)
    create_index(con)
    define_views(con, "staging")
    con.execute(VERSIONS)
    find_kin(con)
    link_stories(con)
    begin_renaming(con)
    apply_corrections(con, corrections, to_entities=False)
    apply_aliases(con, corrections)
    for model in models("facts"):
        if model.name in DERIVED:
            con.execute(f"delete from {model.target}")
            run(con, model, f"insert into {model.target} by name\n{model.sql}")
        else:
            run(con, model, f"create or replace view {model.target} as\n{model.sql}")
            comment(con, model.target, model.header, kind="view")
    apply_corrections(con, corrections, to_entities=True)
    keep_tables(con, "staging")
