"""The words, patterns and holidays of time expressions, compiled once from `seeds/`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.times.lexemes import NUMBERS, PUNCTUATION, TOKENS, Entry, Sense, Vocabulary
from transforms.times.patterns import Patterns
from transforms.word_sets import word_sets

FIRST_CODE = 0x100  # codes are letters beyond ASCII, so that none has a meaning in a regular expression

Rows = Iterable[Mapping[str, str]]


@dataclass(frozen=True)
class TimeLexicon:
    """What is known of time words. `holidays` maps a name to its rule, `moving` a name and year to the day.

    `cues`: words beside an expression by kind; `links`: words between two that are joined, by kind of join.
    """

    vocabulary: Vocabulary
    patterns: Patterns
    holidays: Mapping[str, str]
    moving: Mapping[tuple[str, int], date]
    cues: Mapping[str, frozenset[str]]
    links: Mapping[str, frozenset[str]]
    media: re.Pattern[str]


def compile_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> TimeLexicon:
    """From the tables `time_*`, `holidays` and `moving_holidays`; media from `outlets` and `outlet_words`."""
    senses: dict[str, dict[str, Sense]] = {}
    for row in tables["time_words"]:
        senses.setdefault(row["word"], {})[row["class"]] = Sense(row["value"], row["base"])
    for row in tables["holidays"]:
        senses.setdefault(row["name"], {})["holiday"] = Sense(row["name"], "published")
    entries, codes_of, token_codes = _coded(senses)
    vocabulary = _vocabulary(entries, token_codes)
    cues = word_sets(tables["time_cues"])
    moving = {(r["name"], int(r["day"][:4])): date.fromisoformat(r["day"]) for r in tables["moving_holidays"]}
    return TimeLexicon(
        vocabulary,
        Patterns(tables["time_patterns"], codes_of),
        {row["name"]: row["rule"] for row in tables["holidays"]},
        moving,
        {**cues, "outlet": cues["outlet"] | {row["word"] for row in tables["outlet_words"]}},
        {row["join"]: frozenset(row["between"].split("|")) for row in tables["time_joins"]},
        _media(tables["outlets"]),
    )


def _coded(senses: Mapping[str, dict[str, Sense]]) -> tuple[dict[str, Entry], dict[str, str], dict[str, str]]:
    """Entries with a code per combination of classes, the codes in which each class is, the tokens' own codes."""
    codes: dict[frozenset[str], str] = {}
    codes_of: dict[str, str] = {}

    def code(classes: frozenset[str]) -> str:
        if classes not in codes:
            codes[classes] = chr(FIRST_CODE + len(codes))
            for name in classes:
                codes_of[name] = codes_of.get(name, "") + codes[classes]
        return codes[classes]

    entries = {word: Entry(code(frozenset(found)), found) for word, found in senses.items()}
    tokens = {name: code(frozenset({name})) for name in (*TOKENS, *NUMBERS, *PUNCTUATION.values())}
    return entries, codes_of, tokens


def _vocabulary(entries: Mapping[str, Entry], token_codes: Mapping[str, str]) -> Vocabulary:
    words = {word: entry for word, entry in entries.items() if re.fullmatch(r"[^\W\d_]+", word)}
    by_first: dict[str, list[str]] = {}
    for word in entries.keys() - words.keys():
        first = re.match(r"[^\W\d_]+", word)
        by_first.setdefault(first[0] if first else word, []).append(word)
    phrases = {
        first: (_alternatives(found), {w: entries[w] for w in found}) for first, found in sorted(by_first.items())
    }
    return Vocabulary(words, phrases, token_codes)


def _alternatives(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    written = (re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]") for p in longest_first)
    return re.compile("(?:" + "|".join(written) + r")(?!\w)", re.IGNORECASE)


def _media(rows: Rows) -> re.Pattern[str]:
    names = {name.strip() for row in rows for name in (row["name"], *row["aliases"].split(";")) if name.strip()}
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n)))) + r")(?!\w)")
