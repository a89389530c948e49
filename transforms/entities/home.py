"""Where an article's outlet is at home, as far as its name or address tells.

"www.edmontonsun.ca" is Canadian by its domain, "nationalpost.com" by the table of outlets; the Huntington News
and "lemarssentinel.com" are at home in a town of that name.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.article import Article
from transforms.entities.lexicon import EntityLexicon, squeezed
from transforms.places.gazetteer import Gazetteer, Toponym

HOST = re.compile(r"(?:https?://)?((?:[\w-]+\.)+)([a-z]{2,})(?:[:/]|$)", re.IGNORECASE)
# Call signs of American stations: "wkyt.com", "katv.com".
CALL_SIGN = re.compile(r"[kw](?:[b-df-hj-np-tv-z][a-z]{2}(?:tv|fm|am|news|radio)?|[a-z]{1,3}tv)\d{0,2}")
SHORTEST = 4  # letters of a town's name inside an address


class Home(NamedTuple):
    """Country of an outlet; `is_local`: its address tells so, and it is no outlet known all over the world."""

    country_code: str | None
    is_local: bool = True


def home_country(article: Article, lexicon: EntityLexicon) -> Home:
    """ISO 3166-1 alpha-3 of the outlet's country: from the table of outlets, else from a national domain."""
    for stated in (article.outlet, article.url):
        if stated and (country := lexicon.outlet_homes.get(_label(stated, lexicon))):
            return Home(country, is_local=_label(stated, lexicon) not in lexicon.world_outlets)
    for address in (article.url, article.outlet):
        host = HOST.match(address) if address else None
        if host and len(host[2]) == 2 and host[2].casefold() not in lexicon.words.worldwide_domains:
            return Home(lexicon.country_codes.get(host[2].upper().replace("UK", "GB")))
        if host and host[2].casefold() != "org" and CALL_SIGN.fullmatch(_label(address or "", lexicon)):
            return Home("USA")
    return Home(None)


def home_towns(article: Article, lexicon: EntityLexicon, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Every town that the outlet's name may begin with: the Paris News is at home in one of many."""
    for stated in filter(None, (article.outlet, article.url)):
        for name in _town_names(_label(stated, lexicon), lexicon):
            towns = tuple(place for place in gazetteer.find(name) if place.is_town and place.is_main)
            if towns:
                return towns
    return ()


def _label(stated: str, lexicon: EntityLexicon) -> str:
    """The telling part of an address or name, without spaces: "news.nationalpost.com" -> "nationalpost"."""
    host = HOST.match(stated)
    if host is None:
        return squeezed(stated)
    labels = [label for label in host[1].rstrip(".").split(".") if label.casefold() not in lexicon.words.host_labels]
    return squeezed(labels[-1]) if labels else ""


def _town_names(label: str, lexicon: EntityLexicon) -> Iterator[str]:
    """What is left of an outlet's name without its word for outlets, as one word or two: "lemars" -> "le mars"."""
    for word in sorted(lexicon.address_words, key=lambda word: (-len(word), word)):
        rest = label.removesuffix(word).removeprefix("the")
        if label.endswith(word) and len(rest) >= SHORTEST:
            yield rest
            yield from (f"{rest[:i]} {rest[i:]}" for i in range(2, len(rest) - 2))
            return
