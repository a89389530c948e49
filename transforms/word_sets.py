"""Words of a table by their kind, as extractors ask for them: `place_prep` -> ("in", "at", "near", ...)."""

from collections.abc import Iterable, Mapping


def word_lists(rows: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """The words of each kind in the order of the rows (`word`, `kind`), where the order says which is tried first."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["kind"], []).append(row["word"])
    return {kind: tuple(words) for kind, words in found.items()}


def word_sets(rows: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """The words of each kind, to look one up."""
    return {kind: frozenset(words) for kind, words in word_lists(rows).items()}
