"""Numbers in digits and words, without unit or bound: "two hundred and three", "2.5 million", "two-thirds".

The reader goes through the pieces once, left to right, and takes the longest number at each place.
"""

from collections.abc import Iterator, Sequence

from transforms.quantities.cardinals import below_hundred, cardinal, scaled
from transforms.quantities.cursor import Cursor, Numeral, digits
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.pieces import Piece, glued

MINUS = "-−–"
ARTICLES = frozenset({"a", "an"})


def numerals(line: Sequence[Piece], lexicon: QuantityLexicon) -> Iterator[Numeral]:
    """The numbers of a sentence in order, none inside another."""
    done, cursor = 0, Cursor(line, lexicon.numerals, lexicon.beside)
    for at, piece in enumerate(line):
        if at < done or (piece.kind == "word" and piece.low not in cursor.words and piece.low not in ARTICLES):
            continue
        found = _read(cursor, at) if _begins(cursor, at) else None
        if found:
            yield found
            done = found.last


def _begins(cursor: Cursor, at: int) -> bool:
    """Whether a number can begin at a piece: a numeral, a sign of less, a number word or an article before one."""
    piece, words = cursor.line[at], cursor.words
    if piece.kind == "word":
        article = piece.low in ARTICLES and at + 1 < len(cursor.line)
        return piece.low in words or (article and (cursor.line[at + 1].low in words or cursor.is_word(at + 1, "dozen")))
    return piece.kind != "sign" or piece.text in MINUS


def _read(cursor: Cursor, at: int) -> Numeral | None:
    """The longest number that begins at a piece."""
    start, sign = at, 1.0
    if (cursor.is_sign(at, MINUS) and _is_minus(cursor, at)) or (
        cursor.role(at, "sign") is not None and not cursor.is_word(at - 1, "or")
    ):
        sign, at = -1.0, at + 1
    if at >= len(cursor.line):
        return None
    found = _digit_ordinal(cursor, at) or _worded(cursor, at) or _vague(cursor, at)
    if found is None or (sign < 0 and found.form in ("ordinal", "vague", "few")):
        return None
    return found._replace(first=start, value=sign * found.value)


def _is_minus(cursor: Cursor, at: int) -> bool:
    before = cursor.line[at - 1] if at else None
    follows = at + 1 < len(cursor.line) and cursor.line[at + 1].kind in ("digits", "fraction")
    near = follows and (glued(cursor.line, at + 1) or at == 0)
    return near and (before is None or not glued(cursor.line, at) or before.text in "([$€£")


def _digit_ordinal(cursor: Cursor, at: int) -> Numeral | None:
    if (
        cursor.line[at].kind == "digits"
        and glued(cursor.line, at + 1)
        and cursor.is_word(at + 1, "st", "nd", "rd", "th")
    ):
        return Numeral(at, at + 2, digits(cursor.line[at].text), "ordinal")
    return None


def _worded(cursor: Cursor, at: int) -> Numeral | None:
    """The longer of a cardinal and an ordinal: "twenty-first" is not twenty."""
    plain, ranked = cardinal(cursor, at), _ordinal(cursor, at)
    return ranked if ranked and (plain is None or ranked.last > plain.last) else plain


def _ordinal(cursor: Cursor, at: int) -> Numeral | None:
    """A rank: "third", "twenty-first", "one hundred and fifth"."""
    total, end = 0.0, at
    lead = below_hundred(cursor, at)
    if lead and cursor.role(lead[1], "hundred"):
        total, end = lead[0] * 100, lead[1] + 1
        end += 1 if cursor.is_word(end, "and") else 0
    if (ten := cursor.role(end, "ten")) is not None:
        step = end + 2 if cursor.is_sign(end + 1, "-") else end + 1
        unit = cursor.role(step, "ordinal")
        if unit and unit < 10:
            return Numeral(at, step + 1, total + ten + unit, "ordinal")
    value = cursor.role(end, "ordinal")
    return Numeral(at, end + 1, total + value, "ordinal") if value else None


def _vague(cursor: Cursor, at: int) -> Numeral | None:
    """A group without a number: "dozens", "tens of thousands", "several hundred", "a couple of"."""
    if (base := cursor.role(at, "vague")) is not None:
        end = at + 1
        if cursor.is_word(end, "of") and (more := cursor.role(end + 1, "vague")) is not None:
            return Numeral(at, end + 2, base * more, "vague")
        return Numeral(at, end, base, "vague")
    article = 1 if cursor.is_word(at, "a") else 0
    few = cursor.role(at + article, "few")
    if few is None or (cursor.line[at + article].low == "couple" and not article):
        return None
    end = at + article + 1
    skip = 1 if cursor.is_word(end, "of") and cursor.is_group(end + 1) else 0
    if cursor.is_group(end + skip):
        return scaled(cursor, at, end + skip, few, "vague")._replace(form="vague")
    return Numeral(at, end, few, "few")
