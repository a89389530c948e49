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
    title: frozenset[str]
    copula: frozenset[str]
    nobody: frozenset[str]
    speaking: frozenset[str]
    unnamed: frozenset[str]


@dataclass(frozen=True)
class CueLexicon:
    """Cue words by part, keyed by their words; a verb with a particle as (`point`, `out`)."""

    verbs: Words
    phrases: Words
    nouns: Words
    adjectives: Words
    occasions: frozenset[str]
    openers: frozenset[str]  # first words of the phrases
    beside: StatementWords


def compile_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> CueLexicon:
    """From the rows of `cues` and `statement_words`; raises TypeError where a kind is missing or unknown."""
    rows = tables["cues"]
    return CueLexicon(
        verbs=_words(rows, "verb"),
        phrases=_words(rows, "phrase"),
        nouns=_words(rows, "noun"),
        adjectives=_words(rows, "adjective"),
        openers=frozenset(row["cue"].split()[0] for row in rows if row["part"] == "phrase"),
        occasions=frozenset(row["cue"] for row in rows if row["part"] == "occasion"),
        beside=StatementWords(**word_sets(tables["statement_words"])),
    )


def _words(rows: Sequence[Mapping[str, str]], part: str) -> Words:
    found = (row for row in rows if row["part"] == part)
    return {tuple(r["cue"].split()): CueWord(r["cue"], r["class"], frozenset(r["frames"].split())) for r in found}
