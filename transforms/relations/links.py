"""Links between names, short for and in: "liquefied petroleum gas (LPG)", "the western town of Zhanaozen"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from transforms.entities.definitions import abbreviates
from transforms.facts import Mention, Relation
from transforms.relations.setting import Setting

BRACKET = re.compile(r"['’]?s?\s*[(\[]\s*(?:the\s+|or\s+)?[\"“]?")
WITHIN = re.compile(r",\s*(?:in\s+)?(?:the\s+)?|\s+in\s+(?:the\s+)?")
PLACES = frozenset(["GPE", "LOC"])


def find_links(setting: Setting) -> Iterator[Relation]:
    """`acronym_of`, `located_in`, `largest_city_in`, `capital_of`."""
    named = [m for m in setting.cast.mentions if m.form == "name"]
    for first, second in pairwise(named):
        yield from _acronym(first, second, setting)
        yield from _inside(first, second, setting)
    for mention in named:
        if mention.label in PLACES:
            yield from _described(mention, setting)


def _acronym(first: Mention, second: Mention, setting: Setting) -> Iterator[Relation]:
    text = setting.text
    if (
        not BRACKET.fullmatch(text, first.char_end, second.char_start)
        or text[second.char_end : second.char_end + 1] not in ")]"
    ):
        return
    a, b = text[first.char_start : first.char_end], text[second.char_start : second.char_end]
    skipped = setting.lexicon.words.no_initials
    long = a if abbreviates(b, a, skipped) else b if abbreviates(a, b, skipped) else None
    if long:
        row = setting.row(first.char_start, second.char_end + 1, "acronym_of", second.entity_id, first.entity_id)
        yield row._replace(object_value=setting.article.text[first.char_start : first.char_end] if long == a else long)


def _inside(first: Mention, second: Mention, setting: Setting) -> Iterator[Relation]:
    """ "Livorno, Tuscany": a town and the country or region that its text puts it in."""
    town, outer = setting.cast.entity(first), setting.cast.entity(second)
    if town is None or outer is None or town.kind not in {"city", "region"} or outer.kind not in {"country", "region"}:
        return
    holds = second.label in PLACES and town.country_code == outer.country_code and town != outer
    if holds and WITHIN.fullmatch(setting.text, first.char_end, second.char_start):
        yield setting.row(first.char_start, second.char_end, "located_in", town.entity_id, outer.entity_id)


def _described(mention: Mention, setting: Setting) -> Iterator[Relation]:
    """ "the largest city of Almaty", "the western town of Zhanaozen": in the country that the article names."""
    before = setting.text[max(0, mention.char_start - 60) : mention.char_start]
    found = setting.lexicon.words.settlement.search(before)
    place = setting.cast.entity(mention)
    if found is None or place is None:
        return
    countries = (
        e for e in setting.cast.entities.values() if e.kind == "country" and e.country_code == place.country_code
    )
    country = next(countries, None)
    if country and country != place:
        words = found[1].casefold()
        relation = "largest_city_in" if re.match(r"(?:largest|biggest) city", words) else "located_in"
        start = mention.char_start - len(before) + found.start()
        row = setting.row(start, mention.char_end, relation, place.entity_id, country.entity_id)
        where = mention.char_start - len(before)
        yield row._replace(role_surface=setting.article.text[where + found.start(1) : where + found.end(1)])
