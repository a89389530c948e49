"""Where an article's outlet is at home, as far as its name or address tells: "www.edmontonsun.ca" -> CAN."""

import re

from transforms.article import Article
from transforms.entities.lexicon import EntityLexicon

HOST = re.compile(r"(?:https?://)?(?:[\w-]+\.)+([a-z]{2})(?:[:/]|$)", re.IGNORECASE)
WORLDWIDE = frozenset(["tv", "io", "me", "co", "ai", "fm", "to", "cc", "ly", "eu", "im", "gg", "ws"])


def home_country(article: Article, lexicon: EntityLexicon) -> str | None:
    """ISO 3166-1 alpha-3 of the outlet's country: from the table of outlets, else from a national domain."""
    entry = lexicon.entry(article.outlet) if article.outlet else None
    if entry and entry.kind == "media" and entry.country_code:
        return entry.country_code
    for address in (article.url, article.outlet):
        host = HOST.match(address) if address else None
        if host and host[1].casefold() not in WORLDWIDE:
            return lexicon.country_codes.get(host[1].upper().replace("UK", "GB"))
    return None
