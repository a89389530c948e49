"""The reference tables of quantities, compiled once into look-ups by word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.quantities.beside import QuantityWords
from transforms.quantities.pieces import Phrases, pieces
from transforms.word_sets import word_sets

Rows = Sequence[Mapping[str, str]]


class Unit(NamedTuple):
    """A unit by canonical name; `factor` turns the number into it (cents into dollars: 0.01)."""

    name: str
    kind: str
    factor: float = 1.0
    assumed: bool = False


class Harm(NamedTuple):
    """What a word does to people. `victim`: object, subject, noun (the word counts them) or state (adjective).

    `weak`: the outcome is open; `human`: it is done to people only, so that an unknown noun is one of them.
    """

    measure: str
    victim: str
    needs: frozenset[str] = frozenset()
    weak: bool = False
    human: bool = False


@dataclass(frozen=True)
class QuantityLexicon:
    """Keys are lower case unless said otherwise; phrases have their pieces apart by one blank."""

    numerals: Mapping[str, Mapping[str, float]]  # word -> role -> value
    multiples: Mapping[str, tuple[float, str | None]]
    number_words: frozenset[str]  # every word that can begin a number or a factor
    before: Phrases[str]  # bound phrase -> bound
    after: Phrases[str]
    verbs_of_change: Mapping[str, str]
    objects_of_change: Mapping[str, str]  # what an object must be for the verb to change by it
    nouns_of_change: Mapping[str, str]
    levels: frozenset[str]  # nouns that frame an amount: "in the range of 5 percent"
    manners: frozenset[str]  # how a sum is paid, not what it is a sum of: "$2bn in cash"
    trades: Mapping[str, str]  # verb -> preposition before what the money is for; `object` where that is its object
    comparisons: tuple[str, ...]  # what stands before an amount of the same thing: "compared with"
    adverbs_of_change: Mapping[str, str]
    forms_of_change: frozenset[str]  # every form of the verbs, and "up" and "down"
    units: Phrases[Unit]
    symbols: Phrases[Unit]  # case-sensitive
    attached: Phrases[Unit]  # case-sensitive, only on the digits
    leading: Phrases[Unit]  # before the number: "aged 45"
    money_words: Phrases[Unit]
    money_signs: Phrases[Unit]
    money_codes: Mapping[str, Unit]  # ISO 4217, in capitals
    labels: frozenset[str]
    streets: frozenset[str]
    idioms: frozenset[str]
    idiom_starts: frozenset[str]  # their first words
    score_cues: frozenset[str]
    harms: Mapping[tuple[str, str], tuple[Harm, ...]]  # (lemma, part of speech) -> readings, the special ones first
    harm_words: frozenset[str]  # of the words of `harms`, as spaCy numbers strings
    degrees: frozenset[str]  # adverbs that say how badly: "12 were hurt, two critically"
    persons: Mapping[str, int]  # lemma -> how many one of them is; 0 for a group of unknown size
    peoples: frozenset[str]  # words for people of a country, faith or region, and their plurals
    groups: frozenset[str]  # nouns whose plural counts groups, not people
    person_endings: tuple[str, ...]
    not_persons: frozenset[str]  # animals among them
    animals: frozenset[str]
    governors: Mapping[str, str]  # lemma -> unreal (what it governs did not happen) or denied
    beside: QuantityWords


def compile_lexicon(tables: Mapping[str, Rows]) -> QuantityLexicon:
    """The look-ups from the rows of `seeds/*.csv` by file stem."""
    changes, bounds, persons = tables["changes"], tables["bounds"], tables["person_nouns"]
    words, symbols, attached = _units(tables["units"], tables["si_prefixes"])
    money_words, money_signs, money_codes = _currencies(tables["currencies"])
    return QuantityLexicon(
        numerals=_numerals(tables["number_words"]),
        multiples={r["word"]: (float(r["value"]), r["direction"] or None) for r in tables["multiples"]},
        number_words=frozenset(r["word"] for name in ("number_words", "multiples") for r in tables[name]),
        before=Phrases({spaced(r["phrase"]): r["bound"] for r in bounds if r["place"] == "before"}),
        after=Phrases({spaced(r["phrase"]): r["bound"] for r in bounds if r["place"] == "after"}),
        verbs_of_change={r["lemma"]: r["direction"] for r in changes if r["part"] == "verb"},
        objects_of_change={r["lemma"]: r["objects"] for r in changes if r["part"] == "verb" and r["objects"]},
        nouns_of_change={r["lemma"]: r["direction"] for r in changes if r["part"] == "noun"},
        levels=frozenset(r["lemma"] for r in changes if r["part"] == "level"),
        manners=frozenset(r["lemma"] for r in changes if r["part"] == "manner"),
        trades={r["lemma"]: r["objects"] for r in changes if r["part"] == "trade"},
        comparisons=tuple(" " + r["lemma"] + " " for r in changes if r["part"] == "comparison"),
        adverbs_of_change={r["lemma"]: r["direction"] for r in changes if r["part"] == "adverb"},
        forms_of_change=frozenset(_forms(changes)) | {"up", "down"},
        units=Phrases(words),
        symbols=Phrases(symbols),
        attached=Phrases(attached),
        leading=Phrases({spaced(w): Unit(r["unit"], r["kind"]) for r in tables["units"] for w in _cell(r, "before")}),
        money_words=Phrases(money_words),
        money_signs=Phrases(money_signs),
        money_codes=money_codes,
        labels=_set(tables["label_nouns"], "word"),
        streets=_set(tables["street_words"], "word"),
        idioms=frozenset(spaced(r["phrase"]) for r in tables["number_idioms"]),
        idiom_starts=frozenset(spaced(r["phrase"]).split(" ")[0] for r in tables["number_idioms"]),
        score_cues=_set(tables["score_cues"], "word"),
        harms=_harms(tables["casualties"]),
        harm_words=frozenset(r["lemma"] for r in tables["casualties"]),
        degrees=frozenset(r["lemma"] for r in tables["casualties"] if r["part"] in ("degree", "adverb")),
        persons={r["word"]: int(r["count"]) for r in persons if r["role"] == "noun"},
        peoples=frozenset(_peoples(tables["countries"], tables["peoples"])),
        groups=frozenset(r["word"] for r in persons if r["role"] == "group"),
        person_endings=tuple(r["word"] for r in persons if r["role"] == "ending"),
        not_persons=frozenset(r["word"] for r in persons if r["role"] in ("not", "animal")),
        animals=frozenset(r["word"] for r in persons if r["role"] == "animal"),
        governors={r["lemma"]: r["effect"] for r in tables["unreal"]},
        beside=QuantityWords(**word_sets(tables["quantity_words"])),
    )


def spaced(phrase: str) -> str:
    """A phrase with its pieces apart by one blank, as the matchers see it: "km/h" is "km / h"."""
    return " ".join(p.low for p in pieces(phrase, 0, len(phrase)))


def _set(rows: Rows, column: str) -> frozenset[str]:
    return frozenset(r[column] for r in rows)


def _peoples(countries: Rows, peoples: Rows) -> Iterator[str]:
    """Words for inhabitants and believers in lower case, singular and regular plural."""
    names = [w for r in countries for w in r["people"].split(";") if w] + [r["word"] for r in peoples]
    for name in names:
        last = name.lower().split(" ")[-1]
        yield from (last, last + "s")


def _forms(changes: Rows) -> Iterator[str]:
    """The forms of the verbs of change: regular ones from the lemma, the others from the table."""
    for row in changes:
        if row["part"] == "verb":
            lemma = row["lemma"]
            yield from (lemma, lemma + "s", lemma + "ed", lemma + "ing", lemma + "d", lemma.removesuffix("e") + "ing")
            yield from _cell(row, "forms")


def _numerals(rows: Rows) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        found.setdefault(row["word"], {})[row["role"]] = float(row["value"])
    return found


def _units(rows: Rows, prefixes: Rows) -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    attached: dict[str, Unit] = {}
    for row in rows:
        for name, forms, signs, glued in _prefixed(row, prefixes):
            for power, before, after, marks in _powers(row["family"]):
                unit = Unit(power + name, row["kind"])
                words.update({spaced(f"{b}{f}{a}"): unit for f in forms for b in before for a in after})
                symbols.update({_joined(s + mark): unit for s in signs for mark in marks})
                attached.update({_joined(s + mark): unit for s in glued for mark in marks})
                symbols.update({_joined(s + mark): unit for s in glued for mark in marks if mark})
    return words, symbols, attached


def _joined(symbol: str) -> str:
    return " ".join(p.text for p in pieces(symbol, 0, len(symbol)))


def _cell(row: Mapping[str, str], column: str) -> list[str]:
    return [part for part in row[column].split("|") if part]


def _prefixed(row: Mapping[str, str], prefixes: Rows) -> Iterator[tuple[str, list[str], list[str], list[str]]]:
    """The unit itself, then its multiples: name, words, symbols, symbols that must stand on the digits."""
    words, symbols, attached = _cell(row, "words"), _cell(row, "symbols"), _cell(row, "attached")
    yield row["unit"], words, symbols, attached
    if row["family"] in ("si", "both"):
        for prefix in prefixes:
            name, short = prefix["prefix"], prefix["symbol"]
            kilos = ["kilo", "kilos", "kgs"] if (name, row["unit"]) == ("kilo", "gram") else []
            signs = [short + s for s in (*symbols, *attached)]
            yield name + row["unit"], [name + w for w in words] + kilos, signs, []


def _powers(family: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Name prefix, words before, words after, marks on the symbol: of the unit, its square and its cube."""
    plain: list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = [("", ("",), ("",), ("",))]
    if family in ("length", "both"):
        plain.append(("square ", ("square ", "sq ", "sq. ", "square-"), ("",), ("2", "²", "^2")))
        plain.append(("cubic ", ("cubic ", "cu ", "cubic-"), ("",), ("3", "³", "^3")))
        plain.append(("square ", ("",), (" squared",), ()))
        plain.append(("cubic ", ("",), (" cubed",), ()))
    return plain


def _currencies(rows: Rows) -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    words: dict[str, Unit] = {}
    codes = {row["code"]: Unit(row["code"], "money") for row in rows}
    signs: dict[str, Unit] = {}
    for row in rows:
        unit = Unit(row["code"], "money", 1.0, row["assumed"] == "yes")
        words.update({spaced(w): unit for w in _cell(row, "words")})
        signs.update({spaced(s): unit for s in _cell(row, "signs")})
        words.update({spaced(w): unit._replace(factor=0.01) for w in _cell(row, "minor")})
    return words, signs, codes


def _harms(rows: Rows) -> dict[tuple[str, str], tuple[Harm, ...]]:
    found: dict[tuple[str, str], list[Harm]] = {}
    for row in rows:
        harm = Harm(
            row["measure"], row["victim"], frozenset(_cell(row, "needs")), row["weak"] == "yes", row["human"] == "yes"
        )
        found.setdefault((row["lemma"], row["part"]), []).append(harm)
    return {key: tuple(sorted(harms, key=_openness)) for key, harms in found.items()}


def _openness(harm: Harm) -> bool:
    return not harm.needs


def longest(phrases: Iterable[str]) -> int:
    """The number of pieces of the longest phrase."""
    return max((phrase.count(" ") + 1 for phrase in phrases), default=0)
