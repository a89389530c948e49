"""The cue words of `seeds/cues.csv`, compiled once: "add" is a verb of class `say` with frames clause, quote, tail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class CueWord:
    """One way to attribute: its class, and the frames in which its content may stand."""

    term: str
    cue_class: str
    frames: frozenset[str]


Words = Mapping[tuple[str, ...], CueWord]


@dataclass(frozen=True)
class CueLexicon:
    """Cue words by part, keyed by their words; a verb with a particle as (`point`, `out`)."""

    verbs: Words
    phrases: Words
    nouns: Words
    adjectives: Words
    occasions: frozenset[str]
    openers: frozenset[str]  # first words of the phrases


def compile_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> CueLexicon:
    """The lexicon from the rows of `cues` (`cue`, `part`, `class`, `frames`)."""
    rows = tables["cues"]
    return CueLexicon(
        verbs=_words(rows, "verb"),
        phrases=_words(rows, "phrase"),
        nouns=_words(rows, "noun"),
        adjectives=_words(rows, "adjective"),
        openers=frozenset(row["cue"].split()[0] for row in rows if row["part"] == "phrase"),
        occasions=frozenset(row["cue"] for row in rows if row["part"] == "occasion"),
    )


def _words(rows: Sequence[Mapping[str, str]], part: str) -> Words:
    found = (row for row in rows if row["part"] == part)
    return {tuple(r["cue"].split()): CueWord(r["cue"], r["class"], frozenset(r["frames"].split())) for r in found}
