"""Lists of articles: RSS, Atom and JSON feeds, sitemaps, lists of addresses; each item as the list states it."""
