"""Cuts a text into the pieces that time expressions are made of: words of the lexicon, numbers, dates in digits.

Every piece has a one-character code for the set of classes it stands in, so that patterns over pieces
are regular expressions over a string of codes: "on 6 January, 2022" is four codes and a break.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

ABBREVIATIONS = frozenset(("month_abbreviation", "weekday_abbreviation", "unit_abbreviation", "era"))
BREAK = "."  # the code of everything that no time expression holds

PIECE = re.compile(
    r"""(?=\S)(?:(?P<quarter_code>\b[QqHh][1-4]\b)
    |(?P<word>[^\W\d_]+)
    |(?P<iso>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?!\d|-\d))
    |(?P<compact>(?<![\w.])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w.]*\w))
    |(?P<numeric>(?<![\d.,/-])(?:\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})|\d{4}(?P<sign>[/.-])\d{1,2}(?P=sign)\d{1,2})(?![\d]|[/.-]\d))
    |(?P<meridiem_clock>\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?
        (?:\s?\.?(?:[ap]\.\s?m\b\.?|[AaPp]\.?\s?[Mm]\b(?:\.(?=\s+[a-z,]))?)|[ap]\b(?!\.?\w)))
    |(?P<clock>(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
    |(?P<decade>\d{1,3}0['’]?[sS]\b)
    |(?P<ordinal_digit>\d{1,2}(?:st|nd|rd|th)\b)
    |(?P<numeric_day>(?<![\d/$€£.,-])\d{1,2}/\d{1,2}(?![\d/.%-]))
    |(?P<dotted>(?<![\d$€£.,/-])\d{1,2}\.\d{1,2}(?![\d.,%]))
    |(?P<number>(?<![$€£¥\#.\d])\d+(?:,\d{3})*(?:\.\d+)?(?!\s?%))
    |(?P<possessive>['’]s\b)
    |(?P<apostrophe>['’](?=\d\ds?\b))
    |(?P<punctuation>[,.()–—/@½-]))""",
    re.VERBOSE,
)
PUNCTUATION = {
    ",": "comma", ".": "dot", "(": "open", ")": "close", "–": "dash", "—": "dash", "-": "dash",
    "/": "slash", "@": "around", "½": "half",
}  # fmt: skip
TOKENS = (
    "iso",
    "numeric",
    "meridiem_clock",
    "clock",
    "decade",
    "ordinal_digit",
    "numeric_day",
    "dotted",
    "apostrophe",
    "possessive",
    "quarter_code",
    "compact",
)
NUMBERS = ("d12", "d24", "d31", "d59", "d99", "year", "number", "w12", "w31", "w99", "w_number", "word_year", "zero")


class Sense(NamedTuple):
    """What a word means in one class: "last" as `relative` is -1, counted from `published`."""

    value: str
    base: str


class Entry(NamedTuple):
    """A word of the lexicon: its code and its sense in every class that it stands in."""

    code: str
    senses: Mapping[str, Sense]


class Lexeme(NamedTuple):
    """A piece of text with its code; `value` for numbers, `senses` for words."""

    code: str
    text: str
    start: int
    end: int
    value: float = 0
    senses: Mapping[str, Sense] = {}

    def sense(self, *classes: str) -> Sense:
        """The sense in the first of the classes that the word stands in."""
        return next((self.senses[c] for c in classes if c in self.senses), Sense("", ""))


class Vocabulary(NamedTuple):
    """Words, phrases by their first word, and the codes of classes that are no words."""

    words: Mapping[str, Entry]
    phrases: Mapping[str, tuple[re.Pattern[str], Mapping[str, Entry]]]
    codes: Mapping[str, str]


def lexemes(text: str, vocabulary: Vocabulary, breaks: frozenset[int]) -> list[Lexeme]:
    """The pieces of a text in order, a `BREAK` wherever others stand between them or a paragraph ends."""
    return _with_numerals(list(_pieces(text, vocabulary, breaks)), vocabulary.codes)


def _pieces(text: str, vocabulary: Vocabulary, breaks: frozenset[int]) -> Iterator[Lexeme]:
    words, phrases = vocabulary.words, vocabulary.phrases
    word = ""
    done, pause, before = 0, Lexeme(BREAK, "", 0, 0), Lexeme(BREAK, "", 0, 0)
    for match in PIECE.finditer(text):
        kind = match.lastgroup or ""
        if kind == "word" and (word := match[0].lower()) not in words and word not in phrases:
            continue
        start = match.start()
        if start < done:
            continue
        found = _word(match.span(), word, text, vocabulary) if kind == "word" else _token(kind, match, vocabulary.codes)
        if found is None:
            continue
        if start in breaks or (not text[done:start].isspace() and done != start):
            yield pause
        done = found.end
        full_stop = found.text == "." and not before.senses.keys() & ABBREVIATIONS
        before = pause if full_stop else found
        yield before


def _word(place: tuple[int, int], lower: str, text: str, vocabulary: Vocabulary) -> Lexeme | None:
    """A word of the lexicon, or the longest phrase of it that begins here."""
    start, end = place
    entry: Entry | None = vocabulary.words.get(lower)
    phrase = vocabulary.phrases.get(lower)
    longer = phrase[0].match(text, start) if phrase else None
    if phrase and longer:
        end = longer.end()
        lower = longer[0].lower()
        entry = phrase[1][" ".join(lower.replace("’", "'").split())]
    return Lexeme(entry.code, lower, start, end, 0, entry.senses) if entry else None


def _token(kind: str, match: re.Match[str], codes: Mapping[str, str]) -> Lexeme | None:
    text, (start, end) = match[0], match.span()
    if kind == "punctuation":
        return Lexeme(codes[PUNCTUATION[text]], text, start, end, 0.5 if text == "½" else 0)
    if kind != "number":
        return Lexeme(
            codes[kind], text, start, end, float(text) if kind == "dotted" else float(re.sub(r"\D.*", "", text) or 0)
        )
    value = float(text.replace(",", ""))
    return Lexeme(codes[_number_class(text, value)], text, start, end, value)


def _number_class(text: str, value: float) -> str:
    if not text.isdigit() or len(text) == 3:
        return "number"
    if len(text) == 4:
        return "year" if 1000 <= value < 2200 else "number"
    if len(text) > 4:
        return "number"
    return next(
        (name for name, top in (("zero", 0), ("d12", 12), ("d24", 24), ("d31", 31), ("d59", 59)) if value <= top), "d99"
    )


def _with_numerals(pieces: list[Lexeme], codes: Mapping[str, str]) -> list[Lexeme]:
    """Number words made one piece: "twenty-six", "two thousand and fifteen", "nineteen ninety six", "thirty first"."""
    out: list[Lexeme] = []
    at = 0
    while at < len(pieces):
        if "numeral" not in pieces[at].senses:
            out.append(pieces[at])
            at += 1
            continue
        until, values = _numeral_run(pieces, at)
        first, last = pieces[at], pieces[until - 1]
        text = " ".join(p.text for p in pieces[at:until])
        if "numeral" not in last.senses:
            value = sum(values)
            out.append(Lexeme(codes["ordinal_digit"], text, first.start, last.end, value))
        else:
            value, is_year = _valued(values)
            size = (
                "word_year"
                if is_year
                else "w12"
                if value <= 12
                else "w31"
                if value <= 31
                else "w99"
                if value < 100
                else "w_number"
            )
            out.append(Lexeme(codes[size], text, first.start, last.end, value))
        at = until
    return out


def _numeral_run(pieces: list[Lexeme], at: int) -> tuple[int, list[float]]:
    values = [float(pieces[at].sense("numeral").value)]
    until = at + 1
    while until < len(pieces):
        step = 1
        if pieces[until].text == "-" or (pieces[until].text == "and" and values[-1] >= 100):
            step = 2
        following = pieces[until + step - 1] if until + step <= len(pieces) else None
        if following is None:
            break
        if "numeral" in following.senses:
            value = float(following.sense("numeral").value)
            if not _may_follow(values, value):
                break
            values.append(value)
        elif values[-1] in (20, 30) and (small := _small_ordinal(pieces, at, following)):
            return until + step, [*values, small]
        else:
            break
        until += step
    return until, values


def _small_ordinal(pieces: list[Lexeme], at: int, piece: Lexeme) -> float:
    """First to ninth, to end "thirty-first"; "second" only behind a month, as twenty seconds are more common."""
    if "second" in piece.senses:
        return 2 if at and "month" in pieces[at - 1].senses else 0
    value = float(piece.sense("ordinal").value or 0)
    return value if value < 10 else 0


def _may_follow(values: list[float], value: float) -> bool:
    """Whether a number word goes on with the number before it: "twenty six", "two hundred", "nineteen ninety"."""
    last = values[-1]
    if value >= 100 or last >= 100:
        return True
    if 20 <= last < 100 and value < 10:
        return True
    return len(values) == 1 and 13 <= last <= 20 and value >= 10


def _valued(values: list[float]) -> tuple[float, bool]:
    if len(values) > 1 and 13 <= values[0] <= 20 and 10 <= values[1] < 100:
        return values[0] * 100 + sum(values[1:]), True
    if values[:2] in ([v, 100.0] for v in range(13, 20)) and len(values) > 2:
        return values[0] * 100 + sum(values[2:]), True
    total, current = 0.0, 0.0
    for value in values:
        if value == 1000:
            total, current = total + (current or 1) * 1000, 0.0
        elif value == 100:
            current = (current or 1) * 100
        else:
            current += value
    is_year = values[:2] == [2.0, 1000.0]
    return total + current, is_year
