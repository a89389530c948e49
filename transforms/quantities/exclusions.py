"""Numbers that state no quantity: parts of dates, clock times, names, phone numbers, idioms.

Dates and clock times come from the recognised time expressions; the patterns here catch what stands in no
running text (page furniture, tables), so that a number is never taken for a count because a date was missed.
"""

import re
from collections.abc import Iterator, Sequence

from transforms.cast import Cast
from transforms.facts import Time
from transforms.parsed import Token
from transforms.quantities.figure import Figure
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
  | (?<=:\s)\d{{1,2}}\.$ | \b\d+[x×]\d+
  | \+?\b\d{{1,4}}-\d{{2,4}}-[\d-]{{3,}}\b | \(\d{{3}}\)\s?\d{{3}}-\d{{4}} | \b\d{{3}}-\d{{4}}\b | \+\d{{6,}}
  | \b\d+(?:\.\d+){{2,}}\b
  | \b(?:https?://|www\.)\S+ | {ADDRESS} | [#@]\w+
    """
NOT_A_QUANTITY = re.compile(NO_QUANTITY, re.VERBOSE)
# The two that are slow to look for stand only in sentences with their sign.
SIGN = re.compile(r"clock|@")
PLAINLY_NONE = re.compile(NO_QUANTITY.replace(O_CLOCK, "(?!)").replace(ADDRESS, "(?!)"), re.VERBOSE)
COUNT_OPENING = re.compile(r"\d[\d,.]+\s(?:a|per|each|every)\s")
NAMES = {"GPE", "PERSON", "ORG", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "LOC"}
POINTING = {"the", "this", "that", "each", "every", "any", "which", "no", "only", "next", "previous", "another", "such"}
TEMPORAL = {"in", "since", "until", "by", "from", "during", "of", "after", "before", "through", "year", "(", "’", "'"}
YEARS = range(1500, 2101)
PLURAL_PEOPLE = ("people", "men", "women", "children")
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
    blocked += list(_idioms(line, lexicon))
    timed = [(t.char_start, t.char_end) for t in times if not _opens_with_count(scene.text, t)]
    for figure in figures:
        free = figure.kind in ("duration", "age") or _counts_people(line, figure, lexicon)
        spans = blocked if free else [*blocked, *timed]
        inside = any(start < figure.number_end and figure.number_start < end for start, end in spans)
        named = inside or _is_name(line, figure, lexicon, cast, headline=headline)
        named = named or (_is_year(line, figure, lexicon) and not _counts_people(line, figure, lexicon))
        version = _is_version(scene, figure) and not _is_age_in_name(figure, line, cast)
        if not (named or version or _is_pronoun(scene, figure) or _is_any_one(scene, figure)):
            yield figure


def _unmeant(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of dates, clock times, addresses and the like."""
    pattern = NOT_A_QUANTITY if SIGN.search(text, start, end) else PLAINLY_NONE
    return [m.span() for m in pattern.finditer(text, start, end)]


def _is_of_persons(noun: str, lexicon: QuantityLexicon) -> bool:
    """Whether a plural, as written, names people."""
    return noun.endswith(PLURAL_PEOPLE) or (noun.endswith("s") and noun[:-1] in lexicon.persons)


def _opens_with_count(text: str, time: Time) -> bool:
    """A rate that the times take for a recurrence: "900 a week"."""
    return COUNT_OPENING.match(text, time.char_start) is not None


def _is_age_in_name(figure: Figure, line: Sequence[Piece], cast: Cast) -> bool:
    """An age that the model took into a person's name: "Reanne Morgan 18, of Dunnock Close"."""
    name = cast.covering(figure.number_start)
    ends = name is not None and name.label == "PERSON" and name.char_end == figure.end
    return ends and figure.last < len(line) and line[figure.last].text == ","


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


def _is_version(scene: Scene, figure: Figure) -> bool:
    """Digits behind a proper name and before no noun of their own: "Internet Explorer 6", "Windows 10"."""
    token = scene.words.at(figure.number_start)
    if figure.unit or figure.bound != "exact" or figure.kind != "count" or not token.i:
        return False
    before = token.nbor(-1)
    if before.text == "#":
        return True
    numbered = token.dep_ == "nummod" and token.head.i == before.i and before.tag_ == "NN"
    if numbered or figure.form != "digits":
        return numbered
    named = (
        before.pos_ == "PROPN" and any(c.isupper() for c in before.text) and before.idx + len(before) + 1 == token.idx
    )
    return (
        named
        and not before.is_sent_start
        and (
            token.head.i < token.i
            or (token.dep_ in ("nummod", "appos", "npadvmod", "punct") and token.head.i <= token.i)
        )
    )


def _is_pronoun(scene: Scene, figure: Figure) -> bool:
    """Words that look like numbers: "that one", "one must"; "scores" and "tens" count only with "of"."""
    token = scene.words.at(figure.number_start)
    alone = figure.number_end - figure.number_start == len(token)
    if token.lower_ == "one" and alone and figure.unit is None and not _is_one_of(token):
        before = token.nbor(-1).lower_ if token.i else ""
        noun = token.dep_ in ("nummod", "compound", "amod")
        described = any(c.dep_ in ("amod", "det") and c.i < token.i for c in token.children)
        noun = noun and not (before == "the" and token.nbor().text[:1].isupper())
        return (token.tag_ in ("PRP", "NN", "NNS") or before in POINTING or described) and not noun
    if token.lower_ in ("scores", "tens") and alone:
        after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        return after != "of" and not (token.is_sent_start and token.tag_ == "NNS")
    return False


def _is_any_one(scene: Scene, figure: Figure) -> bool:
    """An object that "one" only points back to: "it did not need one"; victims are counted."""
    token = scene.words.at(figure.number_start)
    if token.lower_ != "one" or figure.last - figure.first > 1:
        return False
    if token.i + 1 < len(token.doc) and token.nbor().lower_ in ("that", "which"):  # "but one that was made"
        return True
    after = token.nbor().pos_ if token.i + 1 < len(token.doc) else ""
    bare = token.dep_ in ("dobj", "attr") and after not in ("NOUN", "PROPN", "ADJ", "NUM") and not _is_one_of(token)
    return bare and (token.head.lemma_.lower(), "verb") not in scene.lexicon.harms


def _is_one_of(token: Token) -> bool:
    """One of several: "only one of the 27 members", but not "the only one of them"."""
    doc, at = token.doc, token.i
    before = {doc[i].lower_ for i in range(max(0, at - 2), at)}
    return (
        at + 1 < len(doc) and doc[at + 1].lower_ == "of" and not before & {"the", "this", "that", "no", "any", "every"}
    )


def _idioms(line: Sequence[Piece], lexicon: QuantityLexicon) -> Iterator[tuple[int, int]]:
    for at in range(len(line)):
        if line[at].low not in lexicon.idiom_starts:
            continue
        end = phrase_at(line, at, lexicon.idioms, 5)
        if end > at:
            yield line[at].start, line[end - 1].end


def _is_name(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon, cast: Cast, *, headline: bool) -> bool:
    """Digits in names ("G7", "COVID-19", "Article 5", "Boeing 737") and number words in capitals ("Big Ten")."""
    first = next(i for i in range(figure.first, figure.last) if line[i].end > figure.number_start)
    last = next(i for i in range(figure.last, 0, -1) if line[i - 1].start < figure.number_end)
    before = line[first - 1] if first else None
    if figure.kind == "score":  # the model takes "Burnley 2-1" for a name
        return _is_welded(line, first)
    if figure.unit is None and (_is_welded_behind(line, first, last) or _is_labelled(line, first, last, lexicon)):
        return True
    if figure.unit is None and _is_address(line, figure, lexicon):
        return True
    if figure.first == first and _is_welded(line, first):
        return True
    inside = cast.covering(figure.number_start)
    if inside and inside.label in NAMES and inside.form == "name" and figure.unit is None:
        wider = inside.char_end - inside.char_start > figure.number_end - figure.number_start
        if (
            wider
            and not _is_age_in_name(figure, line, cast)
            and (line[first].kind == "digits" or line[first].text[:1].isupper())
        ):
            return True
    worded = line[first].kind == "word" and line[first].text[:1].isupper() and not headline and before is not None
    return bool(worded and before and before.text not in "\"“‘':;.—–-)" and figure.kind in ("count", "ordinal"))


def _is_address(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon) -> bool:
    """Digits before the name of a street: "207 South Main St", not "300 Wall Street bankers"."""
    if figure.form != "digits" or figure.bound != "exact":
        return False
    for at in range(figure.last, min(figure.last + 4, len(line) - 1)):
        if not (line[at].kind == "word" and line[at].text[:1].isupper()):
            break
        named = at > figure.last or line[at + 1].text[:1].isupper()  # "63 Avenue South"
        if named and line[at].low in lexicon.streets:
            return not (line[at + 1].kind == "word" and line[at + 1].low.endswith("s") and line[at + 1].text.islower())
    return False


def _is_welded(line: Sequence[Piece], first: int) -> bool:
    """Letters written onto the number: "G7", "F-16", "COVID-19"."""
    if not glued(line, first):
        return False
    dashed = first > 1 and line[first - 1].text in "-‑" and glued(line, first - 1)
    return line[first - 1].kind == "word" or (dashed and line[first - 2].kind == "word")


def _is_welded_behind(line: Sequence[Piece], first: int, last: int) -> bool:
    """A letter or a plural s behind the number: "5G", "747s"."""
    after = line[last] if last < len(line) else None
    joined = after is not None and after.kind == "word" and glued(line, last)
    return (
        line[first].kind == "digits" and after is not None and joined and after.low not in ("plus", "odd", "ish", "x")
    )


def _is_labelled(line: Sequence[Piece], first: int, last: int, lexicon: QuantityLexicon) -> bool:
    """A noun whose number is its name: "Article 5", "posts 542 and 543", "No. 3"."""
    at = first - 1
    while at >= 1 and (line[at].text in ".,-–&" or line[at].low in ("and", "or", "to")):
        back = at - 1
        if line[at].text != "." and line[back].kind != "digits":
            break
        at = back if line[at].text == "." else back - 1
    follows = last < len(line) and line[last].kind == "word" and line[last].low not in ("and", "or", "of", "in", "to")
    plain = line[first].kind == "digits" or not follows
    return at >= 0 and line[at].low in lexicon.labels and plain and not (follows and line[last].low.endswith("people"))


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
    temporal = before in TEMPORAL or (
        figure.value in NEWS_YEARS and after is not None and not _is_of_persons(after.low, lexicon)
    )
    plural = (
        after is not None and after.kind == "word" and after.low.endswith(("s", "people", "men", "women", "children"))
    )
    return temporal or not plural or after is None or after.low in ("was", "is", "has", "as", "its", "his", "this")
