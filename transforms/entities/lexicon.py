"""What names look like: countries and their peoples, outlets, organisations, offices, words that give a kind away.

Compiled once a worker from the rows of `seeds/*.csv`; "Kazakh" is an adjective of Kazakhstan, "NHK World" an outlet.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.entities.words import EntityWords, entity_words
from transforms.entities.written import written_forms
from transforms.places.gazetteer import Gazetteer

Tables = Mapping[str, Sequence[Mapping[str, str]]]
FIRST_WORD = re.compile(r"\w+|\W")
REPORTING = frozenset(["say", "report", "claim", "confirm", "warn"])
NO_PLURAL = ("s", "ese", "sh", "ch", "men", "x", "z")


class Entry(NamedTuple):
    """A name as written and what it means. `role`: name, region, adjective ("Kazakh"), people ("Kazakhs"), word."""

    text: str
    label: str
    kind: str | None
    canonical: str
    country_code: str | None = None
    role: str = "name"


class Office(NamedTuple):
    """What holding an office states: `relation` ("" for a form of address), and what it belongs to."""

    relation: str
    of: str


class NameWord(NamedTuple):
    """A word that gives a name's label and kind away, at any position, only first, or only last."""

    label: str
    kind: str | None
    position: str


class Noun(NamedTuple):
    """A common noun as a mention: its label and kind, or the label and kinds of what it picks up."""

    label: str
    kinds: frozenset[str]


class Surnames(NamedTuple):
    """Family names that stand first ("Xi") or last ("Ahmed") in a name, and endings of family names ("enko")."""

    first: frozenset[str]
    last: frozenset[str]
    endings: tuple[str, ...]


class RoleWord(NamedTuple):
    """A word before an office: `ordinal` of the holder, `state` former, acting or ""."""

    ordinal: int | None
    state: str


@dataclass(frozen=True)
class EntityLexicon:
    """`entries` by first word; all other keys are lower case. `defining`: the label of what a noun is said of."""

    entries: Mapping[str, tuple[Entry, ...]]
    offices: Mapping[str, Office]
    name_words: Mapping[str, NameWord]
    outlet_words: frozenset[str]
    outlet_homes: Mapping[str, str]
    world_outlets: frozenset[str]
    address_words: frozenset[str]
    known_people: Mapping[str, str]
    variants: Mapping[str, str]
    given_names: frozenset[str]
    women_names: frozenset[str]
    place_like_names: frozenset[str]
    surnames: Surnames
    report_verbs: frozenset[str]
    groups: Mapping[str, Noun]
    anaphors: Mapping[str, Noun]
    heads: frozenset[str]  # the last words of groups and anaphors
    defining: Mapping[str, str]
    portfolios: frozenset[str]
    generic_words: Mapping[str, str]
    written: Mapping[str, str]
    longest_office: int
    office_starts: frozenset[str]  # their first words
    office_ends: frozenset[str]
    office_pattern: re.Pattern[str]
    role_words: Mapping[str, RoleWord]
    role_verbs: Mapping[str, str]
    kin_words: Mapping[str, str]
    country_codes: Mapping[str, str]
    words_before: Mapping[str, str]
    words_after: Mapping[str, str]
    numbers: Mapping[str, str]
    words: EntityWords

    def entry(self, text: str) -> Entry | None:
        """The entry of exactly this text."""
        return next((e for e in self.entries.get(first_word(text), ()) if e.text == text), None)

    def at(self, text: str, start: int) -> Entry | None:
        """The longest entry that begins at an offset of a text and ends with a word."""
        for entry in self.entries.get(first_word(text, start), ()):
            end = start + len(entry.text)
            if text.startswith(entry.text, start) and not (end < len(text) and text[end].isalnum()):
                return entry
        return None


def first_word(text: str, start: int = 0) -> str:
    """The first word of a text from an offset, as entries are filed."""
    found = FIRST_WORD.match(text, start)
    return found[0] if found else ""


def squeezed(name: str) -> str:
    """Letters and digits alone, lower case, as in an address: "National Post" -> "nationalpost"."""
    return re.sub(r"[\W_]", "", name).casefold()


def compile_lexicon(tables: Tables, gazetteer: Gazetteer) -> EntityLexicon:
    """The lexicon from the rows of `seeds/*.csv` by file stem; raises KeyError where a table is missing."""
    kinds = (_corrections, _countries, _outlets, _organizations, _peoples, _regions)
    found = [entry for kind in kinds for entry in kind(tables)]
    offices = {row["office"]: Office(row["relation"], row["of"]) for row in tables["offices"]}
    words = tables["organization_words"]
    return EntityLexicon(
        entries=_filed(found),
        offices=offices,
        name_words={r["word"]: NameWord(r["label"], r["kind"] or None, r["position"]) for r in words},
        outlet_words=frozenset(row["word"] for row in tables["outlet_words"]),
        world_outlets=frozenset(_addresses(row for row in tables["outlets"] if row["reach"] == "world")),
        address_words=frozenset(squeezed(r["word"]) for t in ("outlet_words", "address_words") for r in tables[t]),
        outlet_homes=_addresses(row for row in tables["outlets"] if row["country"]),
        known_people={n: row["name"] for row in tables["people"] for n in _names(row, "name", "aliases", "short")},
        variants={v: row["word"] for row in tables["name_variants"] for v in row["variants"].split()},
        given_names=_given_names(tables, "m", "f"),
        women_names=_given_names(tables, "f"),
        place_like_names=frozenset(
            n for r in tables["given_names"] if r["area"] == "names of places too" for n in r["names"].split()
        ),
        surnames=Surnames(
            frozenset(_surnames(tables, "first")),
            frozenset(_surnames(tables, "last")),
            tuple(_surnames(tables, "ending")),
        ),
        report_verbs=frozenset(r["cue"] for r in tables["cues"] if r["part"] == "verb" and r["class"] in REPORTING),
        groups={row["noun"]: Noun(row["label"], frozenset([row["kind"]])) for row in tables["groups"]},
        anaphors={row["noun"]: Noun(row["label"], frozenset(row["kinds"].split(";"))) for row in tables["anaphors"]},
        heads=frozenset(row["noun"].split()[-1] for name in ("groups", "anaphors") for row in tables[name]),
        defining=_defining(tables),
        portfolios=frozenset(row["word"] for row in tables["portfolios"]),
        generic_words={row["word"]: row["scope"] for row in tables["generic_words"]},
        written=written_forms(
            found, gazetteer, frozenset(r["word"] for r in tables["entity_words"] if r["kind"] == "town_too")
        ),
        longest_office=max(len(office.split()) for office in offices),
        office_starts=frozenset(office.split()[0] for office in offices),
        office_ends=frozenset(office.split()[-1] for office in offices),
        office_pattern=_either(offices, (row["word"] for row in tables["role_words"] if row["word"].endswith("-"))),
        role_words={r["word"]: RoleWord(int(r["ordinal"] or 0) or None, r["state"]) for r in tables["role_words"]},
        words_before={r["word"]: r["label"] for r in tables["context_words"] if r["side"] == "before"},
        words_after={r["word"]: r["label"] for r in tables["context_words"] if r["side"] == "after"},
        country_codes={row["iso2"]: row["iso3"] for row in tables["countries"]},
        numbers={r["word"]: r["value"] for r in tables["number_words"] if r["role"] in {"unit", "ten"}},
        kin_words={row["word"]: row["relation"] for row in tables["kin_words"]},
        role_verbs={row["lemma"]: row["relation"] for row in tables["role_verbs"]},
        words=entity_words(tables["entity_words"]),
    )


def _addresses(outlets: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Names of outlets as addresses spell them, with the outlet's country."""
    return {squeezed(name): row["country"] for row in outlets for name in _names(row, "name", "aliases")}


def _given_names(tables: Tables, *sexes: str) -> frozenset[str]:
    return frozenset(name for row in tables["given_names"] if row["sex"] in sexes for name in row["names"].split())


def _defining(tables: Tables) -> dict[str, str]:
    """Nouns that say what a name is, with its label."""
    people = {r["word"]: "PERSON" for r in tables["person_nouns"] if r["role"] == "noun" and r["count"] == "1"}
    return people | {row["word"]: row["label"] for row in tables["defining_nouns"]}


def _surnames(tables: Tables, position: str) -> list[str]:
    return [name for row in tables["surnames"] if row["position"] == position for name in row["names"].split()]


def _either(words: Iterable[str], prefixes: Iterable[str] = ()) -> re.Pattern[str]:
    """Any of the words as whole words in any case, the longest first; filed by first letter, since most fit none.

    A hyphen may stand before them only as the end of one of the prefixes: "ex-".
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    either = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))
    begins = "|".join([r"(?<![\w-])", *(rf"(?<=\b{re.escape(prefix)})" for prefix in sorted(prefixes))])
    return re.compile(rf"(?:{begins})(?:{either})(?![\w-])", re.IGNORECASE)


def _filed(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries by first word, longest first; of two with one text the earlier table wins."""
    by_text: dict[str, Entry] = {}
    for entry in entries:
        by_text.setdefault(entry.text, entry)
    filed: dict[str, list[Entry]] = {}
    for entry in sorted(by_text.values(), key=lambda e: (-len(e.text), e.text)):
        filed.setdefault(first_word(entry.text), []).append(entry)
    return {word: tuple(found) for word, found in filed.items()}


def _names(row: Mapping[str, str], *columns: str) -> Iterator[str]:
    for column in columns:
        yield from filter(None, row[column].split(";"))


def _corrections(tables: Tables) -> Iterator[Entry]:
    for row in tables["name_corrections"]:
        yield Entry(row["surface"], row["label"], None, row["surface"])


def _countries(tables: Tables) -> Iterator[Entry]:
    for row in tables["countries"]:
        name, code = row["name"], row["iso3"]
        for text in _names(row, "name", "aliases"):
            yield Entry(text, "GPE", "country", name, code)
        for text in _names(row, "people"):
            if not text.endswith(NO_PLURAL):
                yield Entry(text + "s", "NORP", "people", text + "s", code, "people")
        for text in _names(row, "adjectives", "people"):
            yield Entry(text, "NORP", "country", name, code, "adjective")


def _outlets(tables: Tables) -> Iterator[Entry]:
    for row in tables["outlets"]:
        for text in _names(row, "name", "aliases"):
            yield Entry(text, "ORG", "media", row["name"], row["country"] or None)


def _organizations(tables: Tables) -> Iterator[Entry]:
    for row in tables["organizations"]:
        for text in _names(row, "name", "short"):
            yield Entry(text, row["label"], row["kind"] or None, row["name"], row["country"] or None)


def _regions(tables: Tables) -> Iterator[Entry]:
    codes = {row["iso2"]: row["iso3"] for row in tables["countries"]}
    for row in tables["regions"]:
        label = "GPE" if row["feature_code"].startswith(("ADM", "PCL", "PPL")) else "LOC"
        for text in _names(row, "name", "aliases"):
            yield Entry(text, label, "region", row["name"], codes.get(row["country"]), "region")


def _peoples(tables: Tables) -> Iterator[Entry]:
    for row in tables["peoples"]:
        word = row["word"]
        for text in (word, word + "s") if not word.endswith(NO_PLURAL) else (word,):
            yield Entry(text, "NORP", "people", word, row["country"] or None, "word")
