"""Which pairs of articles are copies of each other or tell of the same happening, kept in an index.

A new article meets the others through the index alone: through shared bands of its sketch (copies), shared features
of the same days (related). A pair depends on its two articles only, so the pairs are the same whatever the order of
arrival. Wide events are indexed too; `staging.happening_links` joins their articles.
"""

import duckdb
import pyarrow as pa

from warehouse.likeness import Sentence, bands, likeness, may_be_copies, sentences, word_pairs

INDEX = """
    create table if not exists staging.indexed (article_id varchar, extractor varchar);
    create table if not exists staging.bands (article_id varchar, band ubigint);
    create table if not exists staging.features (
        article_id varchar, feature ubigint, weight double, is_telling boolean, published_on date, week integer
    );
    create table if not exists staging.led_with (
        article_id varchar, event_type varchar, event_mode varchar, country_code varchar, days integer,
        first_on date, last_on date
    );
    create table if not exists staging.pairs (one varchar, other varchar, relation varchar, similarity double)
"""
STALE = """
    select article_id from staging.indexed anti join facts.articles using (article_id, extractor)
    union
    select article_id from facts.articles anti join staging.indexed using (article_id, extractor)
"""
CANDIDATES = """
    select distinct least(fresh.article_id, known.article_id), greatest(fresh.article_id, known.article_id)
    from staging.bands as fresh
    join stale using (article_id)
    join staging.bands as known on known.band = fresh.band and known.article_id <> fresh.article_id
"""
BODIES = "select article_id, substring(text, body_start + 1) from facts.articles semi join {} using (article_id)"

# Two articles at most four days apart that share names and rare words: cosine of their weights. Articles without a
# date are compared with one another and have to share more.
RELATED = """
    with fresh as (
        select *, unnest([week - 1, week, week + 1]) as met_week
        from staging.features semi join stale using (article_id)
    ),
    norms as (select article_id, sqrt(sum(weight * weight)) as norm from staging.features group by article_id),
    shared as (
        select
            least(fresh.article_id, known.article_id) as one,
            greatest(fresh.article_id, known.article_id) as other,
            fresh.feature,
            any_value(fresh.weight * known.weight) as product,
            bool_or(fresh.is_telling and known.is_telling) as is_telling,
            bool_or(fresh.published_on is not null) as is_dated
        from fresh
        join staging.features as known
            on known.feature = fresh.feature
            and known.week = fresh.met_week
            and known.article_id <> fresh.article_id
            and coalesce(
                abs(known.published_on - fresh.published_on) <= 4,
                known.published_on is null and fresh.published_on is null
            )
        group by all
    )
    select one, other, 'related', sum(product) / any_value(a.norm * b.norm) as similarity
    from shared
    join norms as a on a.article_id = one
    join norms as b on b.article_id = other
    group by one, other
    having similarity >= case when bool_or(is_dated) then 0.3 else 0.38 end and count(*) filter (where is_telling) >= 2
"""


def create_index(con: duckdb.DuckDBPyConnection) -> None:
    """The tables of the index, empty, where they are not there yet."""
    con.execute(INDEX)


def find_kin(con: duckdb.DuckDBPyConnection) -> None:
    """Bring `staging.pairs` up to the loaded articles; those that are already indexed are not read again."""
    con.execute(f"create or replace temp table stale as {STALE}")
    for table in ("indexed", "bands", "features", "led_with"):
        con.execute(f"delete from staging.{table} where article_id in (from stale)")
    con.execute("delete from staging.pairs where one in (from stale) or other in (from stale)")
    _index(con)
    _compare(con)
    con.execute(f"insert into staging.pairs {RELATED}")
    con.execute("drop table stale")


def _index(con: duckdb.DuckDBPyConnection) -> None:
    sketches = [
        (article, band) for article, body in con.execute(BODIES.format("stale")).fetchall() for band in bands(body)
    ]
    _insert(
        con, "bands", {"article_id": [a for a, _ in sketches], "band": pa.array([b for _, b in sketches], pa.uint64())}
    )
    for table, view in (("features", "article_features"), ("led_with", "happenings")):
        con.execute(
            f"insert into staging.{table} by name select * from staging.{view} semi join stale using (article_id)"
        )
    con.execute(
        "insert into staging.indexed by name "
        "select article_id, extractor from facts.articles semi join stale using (article_id)"
    )


def _compare(con: duckdb.DuckDBPyConnection) -> None:
    """Read the texts of candidate pairs and keep the pairs that are copies."""
    candidates = con.execute(CANDIDATES).fetchall()
    ids = pa.table({"article_id": pa.array(sorted({key for pair in candidates for key in pair}), pa.string())})
    con.register("compared", ids)
    texts: dict[str, list[Sentence]] = {
        article: sentences(body) for article, body in con.execute(BODIES.format("compared")).fetchall()
    }
    con.unregister("compared")
    pairs = {article: word_pairs(text) for article, text in texts.items()}
    likely = [(one, other) for one, other in candidates if may_be_copies(pairs[one], pairs[other])]
    alike = [(one, other, likeness(texts[one], texts[other])) for one, other in likely]
    copies = [(one, other, found.covered) for one, other, found in alike if found.is_copy]
    _insert(
        con,
        "pairs",
        {
            "one": [one for one, _, _ in copies],
            "other": [other for _, other, _ in copies],
            "relation": ["copy"] * len(copies),
            "similarity": pa.array([covered for *_, covered in copies], pa.float64()),
        },
    )


def _insert(con: duckdb.DuckDBPyConnection, table: str, columns: dict[str, object]) -> None:
    con.register("incoming", pa.table(columns))
    if con.execute("select count(*) from incoming").fetchone() != (0,):
        con.execute(f"insert into staging.{table} by name select * from incoming")
    con.unregister("incoming")
