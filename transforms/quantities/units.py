"""The unit printed beside a number: "$", "Rs", "km/h", "percentage points", "dollars a barrel"."""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.quantities.cursor import Numeral, digits
from transforms.quantities.lexicon import QuantityLexicon, Unit
from transforms.quantities.pieces import Phrases, Piece, glued

FEET = frozenset({"'", "’", "′"})
INCHES = frozenset({'"', "”", "″"})
POUND = "pound"


class Printed(NamedTuple):
    """A unit in print: pieces `[first, last)` of number and unit, `[word_first, word_last)` of the unit alone."""

    unit: Unit
    first: int
    last: int
    word_first: int
    word_last: int
    per_unit: str | None = None
    extra: float = 0.0


def printed_unit(line: Sequence[Piece], number: Numeral, lexicon: QuantityLexicon) -> Printed | None:
    """The unit of a number; None for a bare count."""
    found = _sign_before(line, number, lexicon) or _after(line, number, lexicon)
    if found is None:
        return _named_before(line, number, lexicon)
    found = _age(line, found, lexicon) or _extended(line, found, number, lexicon)
    return _hyphened(line, found, lexicon) or _compound(line, found, lexicon)


def _sign_before(line: Sequence[Piece], number: Numeral, lexicon: QuantityLexicon) -> Printed | None:
    """A currency before the number: "$", "US$", "Rs.", "EUR"."""
    before = line[number.first - 1] if number.first else None
    if before is None or not (before.low in lexicon.money_signs.ends or before.text in lexicon.money_codes):
        return None
    for length in (4, 3, 2, 1):
        first = number.first - length
        if first < 0:
            continue
        sign = " ".join(p.low for p in line[first : number.first])
        unit = lexicon.money_signs.get(sign) or (lexicon.money_codes.get(line[first].text) if length == 1 else None)
        if unit and _is_money(line, first, number.first):
            return Printed(unit, first, number.last, first, number.first)
    return None


def _is_money(line: Sequence[Piece], first: int, last: int) -> bool:
    """Letters before a number are a currency when written as one: "Rs 5", "A$5", "usd 5"; not "a $5 bill", "re 5"."""
    piece = line[first]
    if piece.kind != "word":
        return True
    apart = first == 0 or not glued(line, first) or line[first - 1].text in "([/"
    if last - first == 1:
        return apart and (piece.text[:1].isupper() or len(piece.low) > 2)
    return apart and (len(piece.low) > 1 or piece.low == "c" or (piece.text.isupper() and glued(line, first + 1)))


def _after(line: Sequence[Piece], number: Numeral, lexicon: QuantityLexicon) -> Printed | None:
    at = number.last
    step = at + 1 if at < len(line) and line[at].text == "-" and glued(line, at) else at
    if number.form == "vague" and at < len(line) and line[at].low == "of":  # "tens of millions of dollars"
        step = at + 1
    if number.form == "fraction":  # "half an hour", "three quarters of a mile"
        step += 1 if step < len(line) and line[step].low == "of" else 0
        step = step + 1 if step < len(line) and line[step].low in ("a", "an") else at
    if step >= len(line):
        return None
    return (
        _symbol(line, number, step, lexicon)
        or _word(line, number, step, lexicon.money_words)
        or _money_sign_after(line, number, at, lexicon)
        or _word(line, number, step, lexicon.units)
    )


def _symbol(line: Sequence[Piece], number: Numeral, at: int, lexicon: QuantityLexicon) -> Printed | None:
    known = line[at].text in lexicon.symbols.starts or line[at].text in lexicon.attached.starts
    for length in (4, 3, 2, 1) if known else ():
        if at + length > len(line):
            continue
        whole = all(glued(line, at + i) for i in range(1, length)) or line[at].text in "°"
        if not whole or (at + length < len(line) and line[at + length].kind != "sign" and glued(line, at + length)):
            continue
        text = " ".join(p.text for p in line[at : at + length])
        unit = lexicon.symbols.get(text)
        if unit is None and (glued(line, at) or _ends_phrase(line, at + length, lexicon)):
            unit = lexicon.attached.get(text)
        if unit:
            return Printed(unit, number.first, at + length, at, at + length)
    height = at + 1 < len(line) and line[at].text in FEET and glued(line, at) and glued(line, at + 1)
    if height and line[at + 1].kind == "digits":  # 5'10"
        return Printed(lexicon.units["foot"], number.first, at + 1, at, at + 1)
    return None


def _ends_phrase(line: Sequence[Piece], at: int, lexicon: QuantityLexicon) -> bool:
    """A letter apart from the digits is a unit at the end of its phrase: "12 m.", "12 m long"."""
    ends = lexicon.beside.size | lexicon.beside.behind_rate
    return at >= len(line) or line[at].kind != "word" or line[at].low in ends


def _word(line: Sequence[Piece], number: Numeral, at: int, words: Phrases[Unit]) -> Printed | None:
    for length in range(min(5, len(line) - at) if line[at].low in words.starts else 0, 0, -1):
        unit = words.get(" ".join(p.low for p in line[at : at + length]))
        if (
            unit
            and not (unit.name == POUND and line[at].low == "pound" and length > 1)
            and not (length == 1 and _is_surname(line, number, at))
        ):
            heavy = at + length < len(line) and line[at + length].low == "of"
            unit = unit if heavy else _money_or_mass(unit, number)
            return Printed(unit, number.first, at + length, at, at + length)
    return None


def _is_surname(line: Sequence[Piece], number: Numeral, at: int) -> bool:
    """A capital behind a number in small letters: "the one Pence announced"."""
    last = line[number.last - 1]
    return last.kind == "word" and last.text.islower() and line[at].text[:1].isupper()


def _money_or_mass(unit: Unit, number: Numeral) -> Unit:
    """Millions of pounds are money; a pound is a weight until something says otherwise."""
    return Unit("GBP", "money", 1.0, True) if unit.name == POUND and number.scaled >= 1000 else unit


def _money_sign_after(line: Sequence[Piece], number: Numeral, at: int, lexicon: QuantityLexicon) -> Printed | None:
    """A currency behind the number: "10 €", "115USD", "50 million USD"."""
    unit = lexicon.money_signs.get(line[at].low) or lexicon.money_codes.get(line[at].text)
    if not unit or (line[at].kind == "word" and not (line[at].text.isupper() or len(line[at].low) > 2)):
        return None
    follows = at + 1 < len(line) and line[at + 1].kind == "digits" and line[at].kind == "sign"
    if follows and glued(line, at + 1):
        return None
    scale = lexicon.numerals.get(line[at + 1].low, {}).get("scale") if at + 1 < len(line) else None
    if scale and number.scaled == 1:  # "75 USD million"
        return Printed(unit._replace(factor=unit.factor * scale), number.first, at + 2, at, at + 1)
    return Printed(unit, number.first, at + 1, at, at + 1)


def _extended(line: Sequence[Piece], found: Printed, number: Numeral, lexicon: QuantityLexicon) -> Printed:
    """A word that repeats the sign ("$10 dollars"), and the smaller part: "5 ft 2 in", "3 dollars 50 cents"."""
    if found.unit.kind == "money" and found.last == number.last and found.last < len(line):
        again = _word(line, number, found.last, lexicon.money_words)
        if again and again.unit.name == found.unit.name and again.unit.factor == 1:
            found = found._replace(last=again.last)
    if found.unit.kind == "money" and found.last == number.last < len(line) and line[number.last].text.isupper():
        named = lexicon.money_signs.get(f"{line[number.last].low} $") if line[found.first].text == "$" else None
        found = found._replace(unit=named, last=found.last + 1) if named else found  # "$45,000 US each"
    if found.unit.kind == "money" and found.last > number.last and _has_coins(line, found, number, lexicon):
        return found._replace(last=found.last + 1, extra=digits(line[found.last].text) / 100)
    if found.unit.name == "foot":
        return _inches(line, found, lexicon)
    return found


def _has_coins(line: Sequence[Piece], found: Printed, number: Numeral, lexicon: QuantityLexicon) -> bool:
    """Two digits behind a currency word that count nothing themselves: "15 dollars 50"."""
    at = found.last
    coins = at + 1 < len(line) and line[at].kind == "digits" and len(line[at].text) == 2 and found.unit.factor == 1
    return (
        coins
        and number.value.is_integer()
        and (line[at + 1].kind == "sign" or line[at + 1].low in lexicon.beside.behind_coins)
    )


def _inches(line: Sequence[Piece], found: Printed, lexicon: QuantityLexicon) -> Printed:
    skip = found.last < len(line) and line[found.last].low in ("and", "-")
    at = found.last + (1 if skip else 0)
    if at >= len(line) or line[at].kind != "digits":
        return found
    if at + 1 < len(line) and line[at + 1].low in INCHES | lexicon.beside.inches:
        return found._replace(last=at + 2, extra=digits(line[at].text) / 12)
    whole = (skip and line[at - 1].text == "-") or line[found.last - 1].text in FEET  # "6-foot-3", "5'10"
    return found._replace(last=at + 1, extra=digits(line[at].text) / 12) if whole and glued(line, at) else found


def _hyphened(line: Sequence[Piece], found: Printed, lexicon: QuantityLexicon) -> Printed | None:
    """A rate in one word: "a £3m-a-year contract"."""
    at = found.last
    joined = found.unit.kind == "money" and at + 3 < len(line) and line[at].text == line[at + 2].text == "-"
    below = lexicon.units.get(line[at + 3].low) if joined and line[at + 1].low in lexicon.beside.per else None
    return found._replace(last=at + 4, per_unit=below.name) if below else None


def _compound(line: Sequence[Piece], found: Printed, lexicon: QuantityLexicon) -> Printed:
    """What it is per ("kilometres per hour", "$98 a share"): a measure takes the compound, money the `per_unit`."""
    at = found.last
    if at + 1 >= len(line) or (line[at].low not in lexicon.beside.per and line[at].text != "/"):
        return found
    if at + 2 < len(line) and line[at + 2].low in lexicon.beside.look_back:  # "$2 billion a year earlier"
        return found
    if line[at].low == "per" and line[at + 1].low in ("cent", "capita"):
        return found._replace(last=at + 2, per_unit="capita") if line[at + 1].low == "capita" else found
    below = lexicon.units.get(line[at + 1].low) or lexicon.symbols.get(line[at + 1].text)
    below = below or (lexicon.attached.get(line[at + 1].text) if line[at].text == "/" else None)
    if found.unit.kind == "money":
        name = below.name if below else line[at + 1].low
        apart = at + 2 >= len(line) or line[at + 2].kind == "sign" or line[at + 2].low in lexicon.beside.behind_rate
        usable = line[at + 1].kind == "word" and (line[at].low in ("per", "each") or below or apart)
        return found._replace(last=at + 2, per_unit=name) if usable else found
    if (
        below
        and found.unit.kind == "measure"
        and (below.kind == "duration" or line[at].low in ("per",) or line[at].text == "/")
    ):
        unit = found.unit._replace(name=f"{found.unit.name} per {below.name}")
        return found._replace(unit=unit, last=at + 2, word_last=at + 2)
    return found


def _age(line: Sequence[Piece], found: Printed, lexicon: QuantityLexicon) -> Printed | None:
    """Ages with a unit: "23 years old", "23-year-old", "18 months of age"."""
    if found.unit.kind != "duration":
        return None
    at = found.last
    at += 1 if at < len(line) and line[at].text == "-" else 0
    at += 1 if at + 1 < len(line) and line[at].low == "of" and line[at + 1].low == "age" else 0
    if at < len(line) and line[at].low in lexicon.beside.of_age:
        return found._replace(unit=found.unit._replace(kind="age"), last=at + 1)
    return None


def _named_before(line: Sequence[Piece], number: Numeral, lexicon: QuantityLexicon) -> Printed | None:
    """Units that lead: "aged 45", "the age of 87", "a magnitude 6.3 earthquake"; and "87 yo"."""
    known = number.first and line[number.first - 1].low in lexicon.leading.ends
    for length in (2, 1) if known else ():
        first = number.first - length
        unit = lexicon.leading.get(" ".join(p.low for p in line[first : number.first])) if first >= 0 else None
        if unit:
            return Printed(unit, first, number.last, first, number.first)
    if number.last < len(line) and line[number.last].low in lexicon.beside.years_old:
        return Printed(Unit("year", "age"), number.first, number.last + 1, number.last, number.last + 1)
    return None
