"""Numbers that state no quantity: parts of dates, clock times, names, phone numbers, idioms.

Dates and clock times come from the recognised time expressions; the patterns here catch what stands in no
running text (page furniture, tables), so that a number is never taken for a count because a date was missed.
"""

import re
from collections.abc import Iterator, Sequence

from transforms.facts import Time
from transforms.parsed import Token
from transforms.quantities.figure import Figure
from transforms.quantities.harm import readings
from transforms.quantities.labels import is_age_in_name, is_name, is_version
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.pieces import Piece, glued, phrase_at
from transforms.quantities.scene import Scene

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
O_CLOCK, ADDRESS = r"\b\w+\s+o['’]clock", r"\S+@\S+"
NO_QUANTITY = rf"""
    \b{MONTH}\s+{DAY}(?:\s*(?:-|–|to|and)\s*{DAY})?(?!\d)(?:,?\s+\d{{4}}\b)?(?!\s*(?:percent|people|%))
  | \b{DAY}(?:\s*(?:-|–|to|and)\s*{DAY})?(?:\s+of)?\s+{MONTH}(?:,?\s+\d{{4}}\b)?
  | \b{MONTH},?\s+\d{{4}}\b
  | \b\d{{4}}-\d{{2}}-\d{{2}}\b
  | \b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b
  | \b\d{{3}}0s\b | ['’]\d0s\b | \b(?:early|mid|late|the|her|his|their)[\s-]\d0s\b
  | \b(?:19|20)\d\d\s?[-–/]\s?\d\d\b(?!\d)
  | \b\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s?(?:[ap]\.?m\b\.?|GMT|UTC|h\b|hrs\b)
  | \b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b
  | \b\d{{1,2}}\s?[ap]\.?m\b\.?(?!\w)
  | {O_CLOCK}
  | \b\d{{4}}\s+(?:GMT|UTC|hours\s+local|hrs)\b | \b0\d{{3}}\b
  | \bat\s(?:about\s|around\s|approximately\s)?(?:[01]\d|2[0-3])[0-5]\d\s(?:on|today|yesterday|this|last|local)\b
  | \b\d+(?:st|nd|rd|th)?\s+block\s+of\b
  | \b1\d\d/\d{{2,3}}\b
  | (?<=:\s)\d{{1,2}}\.$ | \b\d+[x×]\d+
  | \+?\b\d{{1,5}}-\d{{2,6}}-[\d-]{{3,}} | \(\d{{3}}\)\s?\d{{3}}-\d{{4}} | \b\d{{3}}-\d{{4}}\b | \+\d{{6,}}
  | \b\d+(?:\.\d+){{2,}}\b
  | \b(?:https?://|www\.)\S+ | {ADDRESS} | [#@]\w+
    """
NOT_A_QUANTITY = re.compile(NO_QUANTITY, re.VERBOSE)
# The two that are slow to look for stand only in sentences with their sign; the others open with one of a few signs.
SIGN = re.compile(r"clock|@")
PLAIN = NO_QUANTITY.replace(O_CLOCK, "(?!)").replace(ADDRESS, "(?!)")
PLAINLY_NONE = re.compile(rf"(?=[\d'’(+\#@]|\b[JFMASONDaehlmtw])(?:{PLAIN})", re.VERBOSE)
COUNT_OPENING = re.compile(r"\d[\d,.]+\s(?:a|per|each|every)\s")
YEARS = range(1500, 2101)
NEWS_YEARS = range(1900, 2031)
BARE = {"count", "ratio"}


def kept(
    scene: Scene, line: Sequence[Piece], found: Iterator[Figure], times: Sequence[Time], *, headline: bool
) -> Iterator[Figure]:
    """The figures that state a quantity."""
    figures = list(found)
    if not figures:
        return
    lexicon, cast = scene.lexicon, scene.cast
    written = any(p.kind == "digits" or p.low == "clock" for p in line)
    blocked = _unmeant(scene.text, line[0].start, line[-1].end) if written else []
    blocked += [*idioms(line, lexicon), *_item_number(line)]
    timed = [(t.char_start, t.char_end) for t in times if not _opens_with_count(scene.text, t)]
    for figure in figures:
        free = figure.kind in ("duration", "age") or _counts_people(line, figure, lexicon)
        spans = blocked if free else [*blocked, *timed]
        inside = any(start < figure.number_end and figure.number_start < end for start, end in spans)
        named = inside or is_name(line, figure, lexicon, cast, headline=headline)
        named = named or (_is_year(line, figure, lexicon) and not _counts_people(line, figure, lexicon))
        version = is_version(scene, figure) and not is_age_in_name(figure, line, cast)
        version = version or _is_denominator(line, figure)
        if not (named or version or _is_pronoun(scene, figure) or _is_any_one(scene, figure)):
            yield figure


def _item_number(line: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """The number of an item in a list: "4. Wash the rice"."""
    short = len(line) > 1 and line[0].kind == "digits" and len(line[0].text) < 3
    numbered = short and line[1].text in ".)" and glued(line, 1)
    if numbered and (len(line) == 2 or (line[2].text[:1].isupper() and not glued(line, 2))):
        yield line[0].start, line[1].end


def _unmeant(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of dates, clock times, addresses and the like."""
    pattern = NOT_A_QUANTITY if SIGN.search(text, start, end) else PLAINLY_NONE
    return [m.span() for m in pattern.finditer(text, start, end)]


def _is_of_persons(noun: str, lexicon: QuantityLexicon) -> bool:
    """Whether a plural, as written, names people."""
    return noun.endswith(tuple(lexicon.beside.plural_people)) or (noun.endswith("s") and noun[:-1] in lexicon.persons)


def _opens_with_count(text: str, time: Time) -> bool:
    """A rate that the times take for a recurrence: "900 a week"."""
    return COUNT_OPENING.match(text, time.char_start) is not None


def _counts_people(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon) -> bool:
    """A number like a year before people, outside the years of news: "a survey of 1709 schoolchildren"."""
    if figure.unit or figure.kind != "count" or figure.value is None or figure.last >= len(line):
        return False
    noun, before = line[figure.last].low, line[figure.first - 1].low if figure.first else ""
    return (
        _is_of_persons(noun, lexicon)
        and before not in ("the", "in", "since")
        and figure.value in YEARS
        and figure.value not in NEWS_YEARS
    )


def _is_pronoun(scene: Scene, figure: Figure) -> bool:
    """Words that look like numbers: "that one", "one must"; "scores" and "tens" count only with "of"."""
    token = scene.words.at(figure.number_start)
    alone = figure.number_end - figure.number_start == len(token)
    if token.lower_ == "one" and alone and figure.unit is None and not _is_one_of(token, scene.lexicon):
        before = token.nbor(-1).lower_ if token.i else ""
        behind = token.nbor() if token.i + 1 < len(token.doc) else token
        if behind.tag_ == "NNS" and behind.dep_ not in ("compound", "nmod"):  # "as one heads south"
            return True
        noun = token.dep_ in ("nummod", "compound", "amod")
        described = any(c.dep_ in ("amod", "det") and c.i < token.i for c in token.children)
        noun = noun and not (before == "the" and token.nbor().text[:1].isupper())
        return (token.tag_ in ("PRP", "NN", "NNS") or before in scene.lexicon.beside.pointing or described) and not noun
    if token.lower_ in scene.lexicon.beside.vague_plural and alone:
        after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        return after != "of" and not (token.is_sent_start and token.tag_ == "NNS")
    return False


def _is_denominator(line: Sequence[Piece], figure: Figure) -> bool:
    """What a rate is stated for: "11.4 deaths per 100,000 people", "6 litres per 100 km" are one number each."""
    return figure.kind in ("count", "measure") and figure.first > 0 and line[figure.first - 1].low == "per"


def _is_any_one(scene: Scene, figure: Figure) -> bool:
    """An object that "one" only points back to: "it did not need one"; victims are counted."""
    token = scene.words.at(figure.number_start)
    if token.lower_ != "one" or figure.last - figure.first > 1:
        return False
    if token.i + 1 < len(token.doc) and token.nbor().lower_ in ("that", "which"):  # "but one that was made"
        return True
    after = token.nbor().pos_ if token.i + 1 < len(token.doc) else ""
    described = token.dep_ == "pobj" and any(
        c.dep_ in ("acl", "relcl") for c in token.children
    )  # "similar to one found"
    bare = (
        (described or token.dep_ in ("dobj", "attr"))
        and after not in ("NOUN", "PROPN", "ADJ", "NUM")
        and not _is_one_of(token, scene.lexicon)
    )
    return bare and not readings(token.head, scene.lexicon)


def _is_one_of(token: Token, lexicon: QuantityLexicon) -> bool:
    """One of several: "only one of the 27 members", "said that one of them", but not "the only one of them"."""
    doc, at = token.doc, token.i
    if at + 1 >= len(doc) or doc[at + 1].lower_ != "of":
        return False
    before = doc[at - 1] if at else None
    if before is not None and before.lower_ == "only" and before.i:
        before = before.nbor(-1)
    if before is None:
        return True
    return before.lower_ not in lexicon.beside.defining and not (before.lower_ == "that" and before.dep_ == "det")


def idioms(line: Sequence[Piece], lexicon: QuantityLexicon) -> Iterator[tuple[int, int]]:
    """Spans of phrases with a number word that state no quantity: "on the one hand", "is twofold"."""
    starts = lexicon.idiom_starts
    for at, piece in enumerate(line):
        if piece.low in starts and (end := phrase_at(line, at, lexicon.idioms, 5)) > at:
            yield piece.start, line[end - 1].end


def _is_year(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon) -> bool:
    """A bare number of four digits in the range of years, not before a plural noun."""
    dated = figure.kind == "duration" and figure.unit == line[figure.last - 1].low and figure.value in YEARS
    if dated:  # "World Cup 2018 day five"
        return True
    if figure.unit or figure.kind not in BARE or figure.form != "digits":
        return False
    number = line[figure.first] if figure.bound in ("exact", "between") else None
    ends = [figure.value] if figure.value is not None else [figure.low, figure.high]
    if not all(v is not None and v.is_integer() and int(v) in YEARS for v in ends) or number is None:
        return False
    if figure.value is not None and len(number.text) != 4:
        return False
    after = line[figure.last] if figure.last < len(line) else None
    before = line[figure.first - 1].low if figure.first else ""
    temporal = before in lexicon.beside.before_year or (
        figure.value in NEWS_YEARS and after is not None and not _is_of_persons(after.low, lexicon)
    )
    plural = after is not None and after.kind == "word" and after.low.endswith(("s", *lexicon.beside.plural_people))
    return temporal or not plural or after is None or after.low in lexicon.beside.behind_year
