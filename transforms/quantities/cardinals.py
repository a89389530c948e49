"""Cardinal numbers in digits and words: "two hundred and three", "2.5 million", "two-thirds", "half a dozen".

Recursive descent over the pieces; `at` is always the index of the next piece to read.
"""

import unicodedata

from transforms.quantities.cursor import Cursor, Numeral, digits
from transforms.quantities.pieces import glued


def cardinal(cursor: Cursor, at: int) -> Numeral | None:
    """A number that may be followed by a fraction and by scale words: "two and a half million"."""
    piece, end, form = cursor.line[at], at, "words"
    article = 1 if cursor.is_word(at, "a", "an") else 0
    if piece.kind == "fraction":
        return scaled(cursor, at, at + 1, unicodedata.numeric(piece.text), "fraction")
    if piece.kind == "digits":
        value, end, form = digits(piece.text), at + 1, "digits"
        if (simple := _slash(cursor, at)) is not None:
            if simple[0] < 0:
                return None
            return scaled(cursor, at, simple[1], simple[0], "fraction")
        value, end = _mixed(cursor, value, end)
    elif (part := _worded_fraction(cursor, at)) is not None:
        return part
    elif (word := below_hundred(cursor, at + article)) is not None and not (article and not cursor.is_group(at + 1)):
        value, end = word
    elif cursor.is_group(at + article) and (article or cursor.is_group(at + 1) or piece.low == "dozen"):
        value, end = 1.0, at + article
    else:
        return None
    return _tail(cursor, scaled(cursor, at, end, value, form))


def scaled(cursor: Cursor, at: int, end: int, value: float, form: str) -> Numeral:
    """What follows a value: hundred, scale words, then smaller groups ("two thousand three hundred and six")."""
    total, group, scale, last = 0.0, value, 1.0, float("inf")
    while True:
        step = end + 1 if cursor.is_sign(end, "-") and cursor.is_group(end + 1) else end
        if (hundred := cursor.role(step, "hundred")) is not None and scale == 1.0 and group < 1000:
            group, end, scale = group * hundred, step + 1, hundred
            group, end = _rest(cursor, group, end, 100.0)
        elif (factor := _scale(cursor, step)) is not None and factor < last:
            total, end, last, scale = total + group * factor, step + 1, factor, factor
            group = 0.0
            while (again := _scale(cursor, end)) is not None and again >= 1e5:  # "three lakh crore"
                total, end, scale = total * again, end + 1, scale * again
            group, end, more = _next_group(cursor, end, last)
            if not more:
                break
            scale = 1.0
        elif cursor.is_word(step, "dozen", "dozens", "dzs", "dozs") and scale == 1.0:
            return Numeral(at, step + 1, group * 12, form, 12.0)
        else:
            break
    if scale == 1.0 and last != float("inf"):
        scale = last
    return Numeral(at, end, total + group, form, scale)


def _scale(cursor: Cursor, at: int) -> float | None:
    """A scale word, or a short form on the digits or after money ("10k", "2 bn")."""
    if (found := cursor.role(at, "scale")) is not None:
        return found
    short = cursor.role(at, "short")
    if short is None or at == 0 or cursor.line[at - 1].kind not in ("digits", "fraction"):
        return None
    alone = len(cursor.line[at].low) > 1 and cursor.line[at].low != "mm"
    return short if alone or (glued(cursor.line, at) and _is_short_scale(cursor, at)) else None


def _is_short_scale(cursor: Cursor, at: int) -> bool:
    """A letter on the digits is a scale after a currency sign, or before a noun: "$40m", "5m people"."""
    letter, first = cursor.line[at].text, cursor.line[at - 2] if at > 1 else None
    if cursor.line[at].low == "k":
        return letter == "k" or not cursor.is_sign(at + 1, "°")
    if letter == "m" and any(_counts_things(cursor, i) for i in range(1, len(cursor.line)) if i != at):
        return True  # "5.2m subscribers, short of the 6.2m it forecast"
    paid = first is not None and (first.kind == "sign" and first.text in "$€£¥₹₽₩₺₴₦₿")
    noun = at + 1 < len(cursor.line) and cursor.line[at + 1].kind == "word"
    return paid or (letter == "m" and _counts_things(cursor, at)) or (letter in "Mb" and not noun)


def _counts_things(cursor: Cursor, at: int) -> bool:
    """An m on digits before a plural: "5.2m subscribers"."""
    if cursor.line[at].text != "m" or cursor.line[at - 1].kind != "digits" or at + 1 >= len(cursor.line):
        return False
    noun = cursor.line[at + 1]
    return glued(cursor.line, at) and noun.kind == "word" and noun.low.endswith(("s", *cursor.beside.plural_people))


def below_hundred(cursor: Cursor, at: int) -> tuple[float, int] | None:
    """Zero to 99 in words, with decimals behind "point"."""
    if (ten := cursor.role(at, "ten")) is not None:
        skip = 1 if cursor.is_sign(at + 1, "-") else 0
        unit = cursor.role(at + 1 + skip, "unit")
        value, end = (ten + unit, at + 2 + skip) if unit and unit < 10 else (ten, at + 1)
    elif (unit := cursor.role(at, "unit")) is not None:
        value, end = unit, at + 1
    else:
        return None
    return _point(cursor, value, end)


def _point(cursor: Cursor, value: float, end: int) -> tuple[float, int]:
    figures, at = "", end + 1
    if cursor.is_word(end, "point"):
        while (part := cursor.role(at, "unit")) is not None or (part := cursor.role(at, "ten")) is not None:
            figures, at = figures + f"{part:g}", at + 1
    return (float(f"{value:g}.{figures}"), at) if figures else (value, end)


def _rest(cursor: Cursor, group: float, end: int, limit: float) -> tuple[float, int]:
    """The units behind "hundred": "and three", "twenty"."""
    skip = 1 if cursor.is_word(end, "and") or cursor.is_sign(end, "&") else 0
    more = below_hundred(cursor, end + skip)
    if more and 0 < more[0] < limit and not _begins_larger(cursor, more[1]) and not _is_fraction(cursor, end + skip):
        return group + more[0], more[1]
    line = cursor.line
    if skip and end + 1 < len(line) and line[end + 1].kind == "digits" and line[end + 1].text.isdigit():
        value = float(line[end + 1].text)
        if 0 < value < limit and not cursor.is_group(end + 2):
            return group + value, end + 2
    return group, end


def _begins_larger(cursor: Cursor, at: int) -> bool:
    """Whether hundreds follow: "3 hundred and 2 hundred" is two numbers."""
    return cursor.role(at, "hundred") is not None


def _is_fraction(cursor: Cursor, at: int) -> bool:
    return _worded_fraction(cursor, at) is not None


def _next_group(cursor: Cursor, end: int, last: float) -> tuple[float, int, bool]:
    """The smaller group behind a scale word, in words: "two thousand (and) three hundred"."""
    at = end
    if cursor.is_word(at, "and") or cursor.is_sign(at, "&,"):
        at += 1
    if at < len(cursor.line) and cursor.line[at].kind == "digits" and cursor.role(at + 1, "hundred") and at == end:
        return digits(cursor.line[at].text), at + 1, True
    found = below_hundred(cursor, at)
    if not found or _is_fraction(cursor, at) or (cursor.is_sign(end, ",") and not cursor.is_group(found[1])):
        return 0.0, end, False
    following = cursor.role(found[1], "scale")
    if following is not None and following >= last:
        return 0.0, end, False
    return found[0], found[1], True


def _tail(cursor: Cursor, found: Numeral) -> Numeral:
    """A fraction behind a number: "two and a half (million)", "one million and a half"."""
    at = found.last
    if not cursor.is_word(at, "and"):
        return found
    part = _worded_fraction(cursor, at + 1)
    if part is None and at + 1 < len(cursor.line) and cursor.line[at + 1].kind == "fraction":
        part = Numeral(at + 1, at + 2, unicodedata.numeric(cursor.line[at + 1].text), "fraction")
    if part is None or (part.value >= 1 and part.scaled < 1000) or part.form == "digits":
        return found
    if part.scaled >= 1000:
        total = found.value * (part.scaled if found.scaled == 1 else 1) + part.value
        return found._replace(last=part.last, value=total, scaled=part.scaled)
    value = found.value + part.value * (found.scaled if found.scaled >= 1000 else 1)
    whole = scaled(cursor, found.first, part.last, value, found.form) if found.scaled == 1 else None
    return whole or found._replace(last=part.last, value=value)


def _slash(cursor: Cursor, at: int) -> tuple[float, int] | None:
    """A fraction in digits: "3/4"."""
    line = cursor.line
    if not (cursor.is_sign(at + 1, "/⁄") and at + 2 < len(line) and line[at + 2].kind == "digits"):
        return None
    above, below = digits(line[at].text), digits(line[at + 2].text)
    if cursor.is_sign(at + 3, "/") or not 0 <= below <= 1000 or not (above.is_integer() and below.is_integer()):
        return None
    return (above / below if below > 1 else -1.0), at + 3


def _mixed(cursor: Cursor, value: float, end: int) -> tuple[float, int]:
    """A fraction in digits behind a whole number: "2 1/2", "2½"."""
    if end < len(cursor.line) and value.is_integer():
        if cursor.line[end].kind == "fraction":
            return value + unicodedata.numeric(cursor.line[end].text), end + 1
        if cursor.line[end].kind == "digits" and (part := _slash(cursor, end)) and 0 < part[0] < 1:
            return value + part[0], part[1]
    return value, end


def _worded_fraction(cursor: Cursor, at: int) -> Numeral | None:
    """A part in words: "half (a million)", "a quarter of", "two-thirds", "three quarters"."""
    article = 1 if cursor.is_word(at, "a", "an") else 0
    above = None if article else below_hundred(cursor, at)
    name = at + article if above is None else above[1] + (1 if cursor.is_sign(above[1], "-") else 0)
    below = cursor.role(name, "denominator")
    if below is None or (above is not None and not 0 < above[0] <= 99):
        return None
    if not _names_part(cursor, name, article=bool(article), above=above[0] if above else None):
        return None
    value, end = (above[0] if above else 1.0) / below, name + 1
    return _of_group(cursor, at, end, value)


def _names_part(cursor: Cursor, name: int, *, article: bool, above: float | None) -> bool:
    """Whether a denominator is a part and not a rank, a term or a period."""
    word, after = cursor.line[name].low, name + 1
    if above is not None:
        return word.endswith("s") or above == 1 or word == "half"
    if word.endswith("s") and word != "halves":
        return False
    if word == "half":
        before = cursor.line[name - 1 - article] if name - article > 0 else None
        ranked = before is not None and any(r in cursor.words.get(before.low, {}) for r in ("ordinal",))
        ranked = ranked or (before is not None and before.low in ("the", "last", "latter", "other") and not article)
        follows = cursor.is_sign(after, "-") and glued(cursor.line, after) and glued(cursor.line, after + 1)
        return not ranked and not follows
    if cursor.is_group(after):
        return True
    of = cursor.is_word(after, "of", "more", "less", "fewer") or after >= len(cursor.line)
    of = of or cursor.is_word(name - 2, "by", "down", "up", "nearly", "almost", "about", "around", "roughly", "than")
    of = of or (
        cursor.is_word(name - 2, "to", "from") and cursor.is_word(after, *cursor.beside.behind_part)
    )  # "to a fifth from a third"
    return article and (of or (word == "quarter" and cursor.is_word(after, "the")) or cursor.is_sign(after, ".,;:)"))


def _of_group(cursor: Cursor, at: int, end: int, value: float) -> Numeral:
    """A part of a group word: "half a dozen", "a quarter million", "two thirds of a million"."""
    step = end + 1 if cursor.is_word(end, "a", "an") else end
    if step == end and cursor.is_word(end, "of") and cursor.is_word(end + 1, "a"):
        step = end + 2
    if cursor.is_group(step):
        found = scaled(cursor, at, step, value, "words")
        return found._replace(first=at)
    return Numeral(at, end, value, "fraction")
