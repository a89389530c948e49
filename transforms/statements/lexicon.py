"""The words of `seeds/cues.csv` and `seeds/statement_words.csv`, compiled once.

"add" is a verb of class `say` with frames clause, quote, tail.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.word_sets import word_sets


@dataclass(frozen=True)
class CueWord:
    """One way to attribute: its class, and the frames in which its content may stand."""

    term: str
    cue_class: str
    frames: frozenset[str]


Words = Mapping[tuple[str, ...], CueWord]


@dataclass(frozen=True)
class StatementWords:
    """Words beside a cue by kind, as the table explains the kinds."""

    opener: frozenset[str]
    content_prep: frozenset[str]
    occasion_prep: frozenset[str]
    carrier: frozenset[str]
    outlet: frozenset[str]
    title: frozenset[str]
    copula: frozenset[str]
    nobody: frozenset[str]
    speaking: frozenset[str]
    unnamed: frozenset[str]
    denied: frozenset[str]
    charge: frozenset[str]
    definite: frozenset[str]
    amount: frozenset[str]
    amount_prep: frozenset[str]
    harm: frozenset[str]
    voice: frozenset[str]
    body: frozenset[str]
    withholding: frozenset[str]


@dataclass(frozen=True)
class Harm:
    """Nouns that say what happened to people: `plain` by themselves, `counted` behind a number too ("12 bodies")."""

    plain: frozenset[str]
    counted: frozenset[str]


@dataclass(frozen=True)
class Able:
    """Common nouns of who can speak: people ("doctor"), by their ending too ("rightist"), and bodies ("office")."""

    people: frozenset[str]
    endings: tuple[str, ...]
    bodies: frozenset[str]


@dataclass(frozen=True)
class CueLexicon:
    """Cue words by part, keyed by their words; a verb with a particle as (`point`, `out`)."""

    verbs: Words
    phrases: Words
    nouns: Words
    adjectives: Words
    occasions: frozenset[str]
    openers: frozenset[str]  # first words of the phrases
    firsts: frozenset[str]  # first words of all cues
    beside: StatementWords
    harm: Harm
    able: Able


def compile_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> CueLexicon:
    """From the rows of `cues` and `statement_words`; raises TypeError where a kind is missing or unknown."""
    rows, beside = tables["cues"], StatementWords(**word_sets(tables["statement_words"]))
    return CueLexicon(
        verbs=_words(rows, "verb"),
        phrases=_words(rows, "phrase"),
        nouns=_words(rows, "noun"),
        adjectives=_words(rows, "adjective"),
        openers=frozenset(row["cue"].split()[0] for row in rows if row["part"] == "phrase"),
        firsts=frozenset(row["cue"].split()[0] for row in rows if row["part"] != "occasion"),
        occasions=frozenset(row["cue"] for row in rows if row["part"] == "occasion"),
        beside=beside,
        harm=_harm(tables["casualties"], beside.harm),
        able=_able(tables, beside.body),
    )


def _words(rows: Sequence[Mapping[str, str]], part: str) -> Words:
    found = (row for row in rows if row["part"] == part)
    return {tuple(r["cue"].split()): CueWord(r["cue"], r["class"], frozenset(r["frames"].split())) for r in found}


def _harm(rows: Sequence[Mapping[str, str]], more: frozenset[str]) -> Harm:
    """Nouns of victims and of what was done to them; those that need a word beside them count behind a number."""
    nouns = [r for r in rows if r["part"] == "noun" and r["victim"] in {"counted", "of", "to"}]
    states = frozenset(r["lemma"] for r in rows if r["part"] == "adjective" and r["victim"] == "state")
    plain = more | frozenset(r["lemma"] for r in nouns) - frozenset(r["lemma"] for r in nouns if r["needs"])
    return Harm(plain, more | states | frozenset(r["lemma"] for r in nouns))


def _able(tables: Mapping[str, Sequence[Mapping[str, str]]], more: frozenset[str]) -> Able:
    bodies = more | frozenset(r["word"] for r in tables["organization_words"] if r["label"] == "ORG")
    people = frozenset(r["word"] for r in tables["person_nouns"] if r["role"] in {"noun", "group"})
    return Able(people - bodies, tuple(r["word"] for r in tables["person_nouns"] if r["role"] == "ending"), bodies)
