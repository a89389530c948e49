"""What is said of a person in passing: "Canadian golfer Eva Holm, 24", "Ada Holm's wife, Eva"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from transforms.facts import Mention, Relation
from transforms.relations.setting import Setting

CALLED = re.compile(r"\s((?:[a-z][\w-]*\s){1,3})")
AGE_BEHIND = re.compile(r",\s(?:aged\s)?(\d{1,3})(?=[,.;)]|$)|\s\((?:aged\s)?(\d{1,3})\)")
AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old\s(?:[a-z][\w-]*\s){0,3}$")
OWNS = re.compile(r"['’]s?\s(?:[a-z]+\s)?([a-z-]+),?\s")
IS_OF = re.compile(r",\s(?:the\s|a\s)?(?:[a-z]+\s)?([a-z-]+)\sof\s(?:the\s)?(?:late\s)?")
OLDEST = 120


def find_persons(setting: Setting) -> Iterator[Relation]:
    """`nationality`, `age`, and the relations of `seeds/kin_words.csv`, as words beside names state them."""
    named = [m for m in setting.cast.mentions if m.form == "name"]
    for first, second in pairwise(named):
        if second.label == "PERSON":
            yield from _nationality(first, second, setting)
            yield from _kin(first, second, setting)
    for mention in named:
        if mention.label == "PERSON":
            yield from _age(mention, setting)


def _nationality(first: Mention, person: Mention, setting: Setting) -> Iterator[Relation]:
    """ "Canadian golfer Eva Holm": an adjective of a country and a word for people, no office of that country."""
    country = setting.cast.entity(first)
    called = CALLED.fullmatch(setting.text, first.char_end, person.char_start)
    if first.label != "NORP" or country is None or country.kind != "country" or called is None:
        return
    words = called[1].casefold().split()
    offices = [setting.lexicon.offices[w] for w in words if w in setting.lexicon.offices]
    is_person = setting.lexicon.words_before.get(words[-1]) == "PERSON" or (offices and not offices[-1].relation)
    if is_person and not any(office.relation for office in offices):
        row = setting.row(first.char_start, person.char_end, "nationality", person.entity_id, country.entity_id)
        yield row._replace(object_value=country.country_code)


def _age(person: Mention, setting: Setting) -> Iterator[Relation]:
    """ "Eva Holm, 24,", "24-year-old Eva Holm"; in years."""
    behind = AGE_BEHIND.match(setting.text, person.char_end)
    start = max(0, person.char_start - 60)
    before = AGE_BEFORE.search(setting.text[start : person.char_start])
    years = (behind[1] or behind[2]) if behind else before[1] if before else None
    if years and int(years) <= OLDEST:
        low = start + before.start() if before and not behind else person.char_start
        row = setting.row(low, behind.end() if behind else person.char_end, "age", person.entity_id)
        yield row._replace(object_value=years)


def _kin(first: Mention, second: Mention, setting: Setting) -> Iterator[Relation]:
    """ "Ada Holm's wife, Eva" and "Eva Holm, wife of Ada": who is what to whom."""
    if first.label != "PERSON" or first.entity_id == second.entity_id:
        return
    for pattern, subject, other in ((OWNS, second, first), (IS_OF, first, second)):
        found = pattern.fullmatch(setting.text, first.char_end, second.char_start)
        relation = setting.lexicon.kin_words.get(found[1]) if found else None
        if found and relation:
            row = setting.row(first.char_start, second.char_end, relation, subject.entity_id, other.entity_id)
            yield row._replace(role_surface=setting.article.text[found.start(1) : found.end(1)])
