"""Patterns of `seeds/time_patterns.csv` compiled to regular expressions over the codes of lexemes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from transforms.times.lexemes import BREAK, Lexeme

# Item names of patterns that stand for several classes.
SETS: dict[str, tuple[str, ...]] = {
    "months": ("month", "month_abbreviation"),
    "day": ("d12", "d24", "d31", "w12", "w31"),
    "four_figures": ("year", "number"),
    "two_digits": ("zero", "d12", "d24", "d31", "d59", "d99"),
    "ordinal_day": ("ordinal_digit", "ordinal", "second"),
    "ordinal_word": ("ordinal_digit", "ordinal", "second"),
    "hour": ("d12", "d24", "w12", "zero"),
    "count": ("d12", "d24", "d31", "d59", "d99", "year", "number", "dotted", "w12", "w31", "w99", "w_number"),
    "years": ("year", "word_year"),
    "unit": ("unit", "night", "second"),
    "unit_any": ("unit", "night", "second", "units", "unit_abbreviation"),
    "digit_day": ("d12", "d24", "d31"),
    "any_day": ("d12", "d24", "d31", "w12", "w31", "ordinal_digit"),
    "minute_count": ("d12", "d24", "d31", "d59", "w12", "w31", "w99"),
    "at_around": ("at", "around"),
    "weekday_any": ("weekday", "weekday_abbreviation"),
    "season_any": ("season", "fall"),
    "dashes": ("dash", "slash"),
    "dashes_or_to": ("dash", "to", "and"),
}


class Match(NamedTuple):
    """Where a pattern fits: its meaning, the piece behind it, and the lexemes of every item that is there."""

    meaning: str
    behind: Lexeme | None
    after: int
    items: Mapping[str, tuple[Lexeme, ...]]


class Pattern(NamedTuple):
    meaning: str
    items: tuple[str, ...]
    regex: re.Pattern[str]


class Fit(NamedTuple):
    """A pattern at the beginning of a run of codes: how many it takes, and where each item that is there stands."""

    meaning: str
    length: int
    items: tuple[tuple[str, int], ...]


class Patterns:
    """All patterns, found by the code that they may begin with."""

    def __init__(self, rows: Iterable[Mapping[str, str]], codes_of: Mapping[str, str]) -> None:
        self._starting: dict[str, list[Pattern]] = {}
        for row in rows:
            pattern, starts = _compiled(row["meaning"], row["pattern"].split(), codes_of)
            for code in starts:
                self._starting.setdefault(code, []).append(pattern)
        self._start = re.compile("|".join(map(re.escape, self._starting.keys() - {BREAK})) or "(?!)")
        self._fitting = lru_cache(maxsize=20_000)(self._fit)

    def at(self, codes: str, place: int, pieces: Sequence[Lexeme]) -> Iterator[Match]:
        """What fits at a place: the longest first, then in the order of the rows."""
        end = codes.find(BREAK, place)
        for fit in self._fitting(codes[place : end if end >= 0 else None]):
            after = place + fit.length
            items: dict[str, tuple[Lexeme, ...]] = {}
            for item, at in fit.items:
                items[item] = (*items.get(item, ()), pieces[place + at])
            yield Match(fit.meaning, pieces[after] if after < len(pieces) else None, after, items)

    def _fit(self, run: str) -> list[Fit]:
        """The patterns that fit at the beginning of a run of codes, which the same few words give again and again."""
        found = [(p, m) for p in self._starting.get(run[:1], ()) if (m := p.regex.match(run))]
        return sorted((_fit(pattern, match) for pattern, match in found), key=lambda fit: -fit.length)

    def next_start(self, codes: str, place: int) -> int:
        """The first place from here on at which any pattern may begin; -1 where none does."""
        found = self._start.search(codes, place)
        return found.start() if found else -1


def _fit(pattern: Pattern, match: re.Match[str]) -> Fit:
    places = ((item, match.start(number)) for number, item in enumerate(pattern.items, 1))
    return Fit(pattern.meaning, match.end(), tuple((item, at) for item, at in places if at >= 0))


def _compiled(meaning: str, items: list[str], codes_of: Mapping[str, str]) -> tuple[Pattern, set[str]]:
    names, groups, starts, open_start = [], [], set[str](), True
    for item in items:
        name = item.rstrip("?")
        codes = "".join(codes_of.get(c, "") for c in SETS.get(name, (name,)))
        if not codes:
            raise ValueError(f"time_patterns.csv: no class or set is called {name!r}")
        names.append(name)
        groups.append(f"([{codes}])" + ("?" if item.endswith("?") else ""))
        if open_start:
            starts |= set(codes)
            open_start = item.endswith("?")
    return Pattern(meaning, tuple(names), re.compile("".join(groups))), starts
