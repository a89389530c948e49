"""The words of `seeds/entity_words.csv` in the shapes in which names are read: "Acme Inc" ends with a legal form."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transforms.word_sets import word_lists

CAPITAL = r"[^\W\d_a-z][\w'’.\-]*"


@dataclass(frozen=True)
class EntityWords:
    """Sets of words, and patterns made of them, by what the table calls their kind."""

    joints: frozenset[str]
    no_initials: frozenset[str]
    ranks: frozenset[str]
    editions: frozenset[str]
    outlet_starts: frozenset[str]
    agencies: frozenset[str]
    place_preps: frozenset[str]
    inside_preps: frozenset[str]
    worldwide_domains: frozenset[str]
    host_labels: frozenset[str]
    collectives: frozenset[str]
    seats: frozenset[str]
    monuments: frozenset[str]
    own_country: frozenset[str]
    no_deeds: frozenset[str]
    person_shape: re.Pattern[str]  # capitals with particles between them
    of_a_person: re.Pattern[str]  # behind a name: an age, "who", years of life, kin
    speaks: re.Pattern[str]
    legal_form: re.Pattern[str]
    generation: re.Pattern[str]
    comma_suffix: re.Pattern[str]
    woman_title: re.Pattern[str]
    man_title: re.Pattern[str]
    settlement: re.Pattern[str]  # "the western town of " before a name
    portfolio_of: re.Pattern[str]  # "Minister of State for the " before a name
    portfolio_holder: re.Pattern[str]  # " Minister" behind one
    members: re.Pattern[str]
    led: re.Pattern[str]
    division: re.Pattern[str]  # what a division's name has beside that of its namesake


def entity_words(rows: Iterable[Mapping[str, str]]) -> EntityWords:
    """From the rows of `entity_words`; raises KeyError where a kind is missing."""
    words = word_lists(rows)

    def some(kind: str) -> frozenset[str]:
        return frozenset(words[kind])

    def either(kind: str) -> str:
        return "|".join(map(re.escape, words[kind]))

    return EntityWords(
        joints=some("joint") | some("particle"),
        no_initials=some("no_initial"),
        ranks=some("rank"),
        editions=some("edition"),
        outlet_starts=some("outlet_start"),
        agencies=some("agency"),
        place_preps=some("place_prep"),
        inside_preps=some("inside_prep"),
        worldwide_domains=some("worldwide_domain"),
        host_labels=some("host_label"),
        collectives=some("collective"),
        seats=some("seat"),
        monuments=some("monument"),
        own_country=some("own_country"),
        no_deeds=some("no_deed"),
        person_shape=re.compile(rf"{CAPITAL}(?:\s(?:(?:{either('particle')})\s)*{CAPITAL}){{1,3}}$"),
        of_a_person=re.compile(
            rf",\s(?:aged\s)?\d\d,|,?\swho(?:se)?\b|\s\((?:born|b\.|c\.)?\s?\d{{4}}|['’]s\s(?:{either('kin')})\b"
        ),
        speaks=re.compile(rf"\s(?:{either('speech_verb')})\b"),
        legal_form=re.compile(rf",?\s(?:{either('legal_form')})\.?$"),
        generation=re.compile(rf",?\s(?:{either('generation')})\.?$"),
        comma_suffix=re.compile(rf",\s(?:{either('comma_suffix')})\b"),
        woman_title=re.compile(rf"\b(?:{either('woman_title')})\.?\s$"),
        man_title=re.compile(rf"\b(?:{either('man_title')})\.?\s$"),
        settlement=re.compile(
            rf"\bthe\s+((?:[\w-]+\s+){{0,2}}(?:{either('settlement')}))\s+of\s+$",
            re.IGNORECASE,
        ),
        portfolio_of=re.compile(rf"\b(?:{either('minister')})\s(?:of\sstate\s)?(?:for|of)\s(?:the\s)?$", re.IGNORECASE),
        portfolio_holder=re.compile(
            rf"\s(?:and\s[A-Z]\w+\s)?(?:{either('minister')}|{either('charge')})s?\b", re.IGNORECASE
        ),
        members=re.compile(rf"\b(\w+)[\s-](?:{either('member')})\s+$", re.IGNORECASE),
        led=re.compile(rf"-({either('led')})\s", re.IGNORECASE),
        division=re.compile(rf"^(?:{either('division_of')})\s+of\s+|\s+(?:{either('division')})$", re.IGNORECASE),
    )
