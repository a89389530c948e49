"""Numbers in digits and words, without unit or bound: "two hundred and three", "2.5 million", "two-thirds".

The reader goes through the pieces once, left to right, and takes the longest number at each place.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.pieces import Piece, glued


class Numeral(NamedTuple):
    """A number over the pieces `[first, last)`. `form`: digits, words, fraction, ordinal, vague or few."""

    first: int
    last: int
    value: float
    form: str
    scaled: float = 1.0  # the last scale word, which a neighbour in a range may share


def numerals(line: Sequence[Piece], lexicon: QuantityLexicon) -> Iterator[Numeral]:
    """The numbers of a sentence in order, none inside another."""
    at, reader, words = 0, _Reader(line, lexicon), lexicon.numerals
    while at < len(line):
        begins = line[at].kind != "word" or line[at].low in words or line[at].low in ("a", "an")
        found = reader.read(at) if begins else None
        if found:
            yield found
            at = found.last
        else:
            at += 1


class _Reader:
    """A recursive-descent reader of numbers over the pieces of one sentence."""

    def __init__(self, line: Sequence[Piece], lexicon: QuantityLexicon) -> None:
        self.line = line
        self.words = lexicon.numerals

    def role(self, at: int, role: str) -> float | None:
        """The value that piece `at` has in a role, if it can play it."""
        if not 0 <= at < len(self.line):
            return None
        roles = self.words.get(self.line[at].low)
        return roles.get(role) if roles else None

    def is_sign(self, at: int, signs: str) -> bool:
        return 0 <= at < len(self.line) and self.line[at].text in signs and self.line[at].kind == "sign"

    def is_word(self, at: int, *words: str) -> bool:
        return 0 <= at < len(self.line) and self.line[at].low in words

    def read(self, at: int) -> Numeral | None:
        """The longest number that begins at a piece."""
        start, sign = at, 1.0
        piece = self.line[at]
        if piece.kind == "sign" and not self.is_sign(at, "-−–"):
            return None
        if (self.is_sign(at, "-−–") and self._is_minus(at)) or self.role(at, "sign") is not None:
            sign, at = -1.0, at + 1
        if at >= len(self.line):
            return None
        found = self._digit_ordinal(at) or self._worded(at) or self._vague(at)
        if found is None or (sign < 0 and found.form in ("ordinal", "vague", "few")):
            return None
        return found._replace(first=start, value=sign * found.value)

    def _is_minus(self, at: int) -> bool:
        before = self.line[at - 1] if at else None
        follows = at + 1 < len(self.line) and self.line[at + 1].kind in ("digits", "fraction")
        near = follows and (glued(self.line, at + 1) or at == 0)
        return near and (before is None or not glued(self.line, at) or before.text in "([$€£")

    def _digit_ordinal(self, at: int) -> Numeral | None:
        if self.line[at].kind == "digits" and glued(self.line, at + 1) and self.is_word(at + 1, "st", "nd", "rd", "th"):
            return Numeral(at, at + 2, digits(self.line[at].text), "ordinal")
        return None

    def _worded(self, at: int) -> Numeral | None:
        """The longer of a cardinal and an ordinal: "twenty-first" is not twenty."""
        cardinal, ordinal = self._cardinal(at), self._ordinal(at)
        return ordinal if ordinal and (cardinal is None or ordinal.last > cardinal.last) else cardinal

    def _cardinal(self, at: int) -> Numeral | None:
        """A number that may be followed by a fraction and by scale words: "two and a half million"."""
        piece, end, form = self.line[at], at, "words"
        article = 1 if self.is_word(at, "a", "an") else 0
        if piece.kind == "fraction":
            return self._scaled(at, at + 1, unicodedata.numeric(piece.text), "fraction")
        if piece.kind == "digits":
            value, end, form = digits(piece.text), at + 1, "digits"
            if (simple := self._slash(at)) is not None:
                if simple[0] < 0:
                    return None
                return self._scaled(at, simple[1], simple[0], "fraction")
            value, end = self._mixed(value, end)
        elif (part := self._worded_fraction(at)) is not None:
            return part
        elif (word := self._below_thousand(at + article)) is not None and not (article and not self._is_group(at + 1)):
            value, end = word
        elif self._is_group(at + article) and (article or self._is_group(at + 1) or piece.low == "dozen"):
            value, end = 1.0, at + article
        else:
            return None
        return self._tail(self._scaled(at, end, value, form))

    def _is_group(self, at: int) -> bool:
        """A word that multiplies: hundred, million, dozen."""
        return any(self.role(at, role) is not None for role in ("hundred", "scale")) or self.is_word(at, "dozen")

    def _slash(self, at: int) -> tuple[float, int] | None:
        """A fraction in digits: "3/4"."""
        line = self.line
        if not (self.is_sign(at + 1, "/⁄") and at + 2 < len(line) and line[at + 2].kind == "digits"):
            return None
        above, below = digits(line[at].text), digits(line[at + 2].text)
        if self.is_sign(at + 3, "/") or not 0 <= below <= 1000 or not (above.is_integer() and below.is_integer()):
            return None
        return (above / below if below > 1 else -1.0), at + 3

    def _mixed(self, value: float, end: int) -> tuple[float, int]:
        """A fraction in digits behind a whole number: "2 1/2", "2½"."""
        if end < len(self.line) and value.is_integer():
            if self.line[end].kind == "fraction":
                return value + unicodedata.numeric(self.line[end].text), end + 1
            if self.line[end].kind == "digits" and (part := self._slash(end)) and 0 < part[0] < 1:
                return value + part[0], part[1]
        return value, end

    def _below_thousand(self, at: int) -> tuple[float, int] | None:
        """Zero to 99 in words, with decimals behind "point"."""
        if (ten := self.role(at, "ten")) is not None:
            skip = 1 if self.is_sign(at + 1, "-") else 0
            unit = self.role(at + 1 + skip, "unit")
            value, end = (ten + unit, at + 2 + skip) if unit and unit < 10 else (ten, at + 1)
        elif (unit := self.role(at, "unit")) is not None:
            value, end = unit, at + 1
        else:
            return None
        return self._point(value, end)

    def _point(self, value: float, end: int) -> tuple[float, int]:
        figures, at = "", end + 1
        if self.is_word(end, "point"):
            while (part := self.role(at, "unit")) is not None or (part := self.role(at, "ten")) is not None:
                figures, at = figures + f"{part:g}", at + 1
        return (float(f"{value:g}.{figures}"), at) if figures else (value, end)

    def _scaled(self, at: int, end: int, value: float, form: str) -> Numeral:
        """What follows a value: hundred, scale words, then smaller groups ("two thousand three hundred and six")."""
        total, group, scale, last = 0.0, value, 1.0, float("inf")
        while True:
            step = end + 1 if self.is_sign(end, "-") and self._is_group(end + 1) else end
            if (hundred := self.role(step, "hundred")) is not None and scale == 1.0 and group < 1000:
                group, end, scale = group * hundred, step + 1, hundred
                group, end = self._rest(group, end, 100.0)
            elif (factor := self._scale(step)) is not None and factor < last:
                total, end, last, scale = total + group * factor, step + 1, factor, factor
                group = 0.0
                while (again := self._scale(end)) is not None and again >= 1e5:  # "three lakh crore"
                    total, end, scale = total * again, end + 1, scale * again
                group, end, more = self._next_group(end, last)
                if not more:
                    break
                scale = 1.0
            elif self.is_word(step, "dozen", "dozens", "dzs", "dozs") and scale == 1.0:
                return Numeral(at, step + 1, group * 12, form, 12.0)
            else:
                break
        if scale == 1.0 and last != float("inf"):
            scale = last
        return Numeral(at, end, total + group, form, scale)

    def _scale(self, at: int) -> float | None:
        """A scale word, or a short form on the digits or after money ("10k", "2 bn")."""
        if (found := self.role(at, "scale")) is not None:
            return found
        short = self.role(at, "short")
        if short is None or at == 0 or self.line[at - 1].kind not in ("digits", "fraction"):
            return None
        alone = len(self.line[at].low) > 1 and self.line[at].low != "mm"
        return short if alone or (glued(self.line, at) and self._is_short_scale(at)) else None

    def _is_short_scale(self, at: int) -> bool:
        """A letter on the digits is a scale after a currency sign, or before a noun: "$40m", "5m people"."""
        letter, first = self.line[at].text, self.line[at - 2] if at > 1 else None
        if self.line[at].low == "k":
            return letter == "k" or not self.is_sign(at + 1, "°")
        paid = first is not None and (first.kind == "sign" and first.text in "$€£¥₹₽₩₺₴₦₿")
        noun = at + 1 < len(self.line) and self.line[at + 1].kind == "word"
        counted = noun and self.line[at + 1].low.endswith(("s", "people", "men", "women", "children")) and letter == "m"
        return paid or counted or (letter in "Mb" and not noun)

    def _rest(self, group: float, end: int, limit: float) -> tuple[float, int]:
        """The units behind "hundred": "and three", "twenty"."""
        skip = 1 if self.is_word(end, "and") or self.is_sign(end, "&") else 0
        more = self._below_thousand(end + skip)
        if more and 0 < more[0] < limit and not self._begins_larger(more[1]) and not self._is_fraction(end + skip):
            return group + more[0], more[1]
        line = self.line
        if skip and end + 1 < len(line) and line[end + 1].kind == "digits" and line[end + 1].text.isdigit():
            value = float(line[end + 1].text)
            if 0 < value < limit and not self._is_group(end + 2):
                return group + value, end + 2
        return group, end

    def _begins_larger(self, at: int) -> bool:
        """ "3 hundred and 2 hundred" is two numbers."""
        return self.role(at, "hundred") is not None

    def _is_fraction(self, at: int) -> bool:
        return self._worded_fraction(at) is not None

    def _next_group(self, end: int, last: float) -> tuple[float, int, bool]:
        """The smaller group behind a scale word, in words: "two thousand (and) three hundred"."""
        at = end
        if self.is_word(at, "and") or self.is_sign(at, "&,"):
            at += 1
        if at < len(self.line) and self.line[at].kind == "digits" and self.role(at + 1, "hundred") and at == end:
            return digits(self.line[at].text), at + 1, True
        found = self._below_thousand(at)
        if not found or self._is_fraction(at) or (self.is_sign(end, ",") and not self._is_group(found[1])):
            return 0.0, end, False
        following = self.role(found[1], "scale")
        if following is not None and following >= last:
            return 0.0, end, False
        return found[0], found[1], True

    def _tail(self, found: Numeral) -> Numeral:
        """ "two and a half (million)", "one million and a half"."""
        at = found.last
        if not self.is_word(at, "and"):
            return found
        part = self._worded_fraction(at + 1)
        if part is None and at + 1 < len(self.line) and self.line[at + 1].kind == "fraction":
            part = Numeral(at + 1, at + 2, unicodedata.numeric(self.line[at + 1].text), "fraction")
        if part is None or (part.value >= 1 and part.scaled < 1000) or part.form == "digits":
            return found
        if part.scaled >= 1000:
            total = found.value * (part.scaled if found.scaled == 1 else 1) + part.value
            return found._replace(last=part.last, value=total, scaled=part.scaled)
        value = found.value + part.value * (found.scaled if found.scaled >= 1000 else 1)
        whole = self._scaled(found.first, part.last, value, found.form) if found.scaled == 1 else None
        return whole or found._replace(last=part.last, value=value)

    def _worded_fraction(self, at: int) -> Numeral | None:
        """ "half (a million)", "a quarter of", "two-thirds", "three quarters"."""
        article = 1 if self.is_word(at, "a", "an") else 0
        above = None if article else self._below_thousand(at)
        name = at + article if above is None else above[1] + (1 if self.is_sign(above[1], "-") else 0)
        below = self.role(name, "denominator")
        if below is None or (above is not None and not 0 < above[0] <= 99):
            return None
        if not self._names_part(name, article=bool(article), above=above[0] if above else None):
            return None
        value, end = (above[0] if above else 1.0) / below, name + 1
        return self._of_group(at, end, value)

    def _names_part(self, name: int, *, article: bool, above: float | None) -> bool:
        """Whether a denominator is a part and not a rank, a term or a period."""
        word, after = self.line[name].low, name + 1
        if above is not None:
            return word.endswith("s") or above == 1 or word == "half"
        if word.endswith("s") and word != "halves":
            return False
        if word == "half":
            before = self.line[name - 1 - article] if name - article > 0 else None
            ranked = before is not None and any(r in self.words.get(before.low, {}) for r in ("ordinal",))
            ranked = ranked or (before is not None and before.low in ("the", "last", "latter", "other") and not article)
            follows = self.is_sign(after, "-") and glued(self.line, after) and glued(self.line, after + 1)
            return not ranked and not follows
        if self._is_group(after):
            return True
        of = self.is_word(after, "of", "more", "less", "fewer") or after >= len(self.line)
        return article and (of or (word == "quarter" and self.is_word(after, "the")) or self.is_sign(after, ".,;:)"))

    def _of_group(self, at: int, end: int, value: float) -> Numeral:
        """A part of a group word: "half a dozen", "a quarter million", "two thirds of a million"."""
        step = end + 1 if self.is_word(end, "a", "an") else end
        if step == end and self.is_word(end, "of") and self.is_word(end + 1, "a"):
            step = end + 2
        if self._is_group(step):
            found = self._scaled(at, step, value, "words")
            return found._replace(first=at)
        return Numeral(at, end, value, "fraction")

    def _ordinal(self, at: int) -> Numeral | None:
        """ "third", "twenty-first", "one hundred and fifth"."""
        total, end = 0.0, at
        lead = self._below_thousand(at)
        if lead and self.role(lead[1], "hundred"):
            total, end = lead[0] * 100, lead[1] + 1
            end += 1 if self.is_word(end, "and") else 0
        if (ten := self.role(end, "ten")) is not None:
            step = end + 2 if self.is_sign(end + 1, "-") else end + 1
            unit = self.role(step, "ordinal")
            if unit and unit < 10:
                return Numeral(at, step + 1, total + ten + unit, "ordinal")
        value = self.role(end, "ordinal")
        return Numeral(at, end + 1, total + value, "ordinal") if value else None

    def _vague(self, at: int) -> Numeral | None:
        """ "dozens", "tens of thousands", "several hundred", "a couple of"."""
        if (base := self.role(at, "vague")) is not None:
            end = at + 1
            if self.is_word(end, "of") and (more := self.role(end + 1, "vague")) is not None:
                return Numeral(at, end + 2, base * more, "vague")
            return Numeral(at, end, base, "vague")
        article = 1 if self.is_word(at, "a") else 0
        few = self.role(at + article, "few")
        if few is None or (self.line[at + article].low == "couple" and not article):
            return None
        end = at + article + 1
        skip = 1 if self.is_word(end, "of") and self._is_group(end + 1) else 0
        if self._is_group(end + skip):
            return self._scaled(at, end + skip, few, "vague")._replace(form="vague")
        return Numeral(at, end, few, "few")


def digits(text: str) -> float:
    """The value of a numeral: "1,234.5", "1 234", "12,34,567"; a comma before one or two last digits is a decimal point."""
    plain = "".join(c for c in text if not c.isspace())
    head, comma, tail = plain.rpartition(",")
    if comma and "," not in head and "." not in plain and len(tail) < 3:
        return float(f"{head}.{tail}")
    return float(plain.replace(",", ""))
