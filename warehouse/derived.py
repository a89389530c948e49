"""Tables that the link step derives across articles after a load: never Parquet parts of their own.

They depend on other articles, so they are computed from all loaded parts, the same whatever the
order of arrival.
"""

from warehouse.schema import FLAG, INT, LABELS, REAL, TEXT, TEXTS, Table, column, table

ENTITIES = table("entities", "entity, across articles", ["entity_id"], [
    column("entity_id", TEXT, "Hash of normalised name, kind and country.", required=True),
    column("label", TEXT, "Most frequent label of its mentions.", required=True, allowed=LABELS),
    column("kind", TEXT, "media government igo military police company country city..."),
    column("canonical_name", TEXT, "The name to show.", required=True),
    column("aliases", TEXTS, "Every form used, sorted.", required=True),
    column("country_code", TEXT, "ISO 3166-1 alpha-3."),
    column("geonames_id", INT, "GeoNames id."),
    column("wikidata_id", TEXT, "Wikidata id."),
])  # fmt: skip

STORIES = table("stories", "article in a story", ["article_id"], [
    column("story_id", TEXT, "Hash of the story's first article.", required=True),
    column("article_id", TEXT, "The article version.", required=True),
    column("relation", TEXT, "How it stands to the others.", required=True, allowed="original copy version related"),
    column("original_article_id", TEXT, "The article that it copies or follows."),
    column("similarity", REAL, "Jaccard similarity (0 to 1) to the original."),
])  # fmt: skip

# Columns that the link step adds to `facts.articles`.
ARTICLE_LINKS = (
    column("version_of", TEXT, "Earlier version of the same thread."),
    column("is_current", FLAG, "The newest version of its thread.", required=True),
)

DERIVED: dict[str, Table] = {t.name: t for t in (ENTITIES, STORIES)}
