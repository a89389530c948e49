"""A number with all that belongs to it in print: its bound, range, currency and unit ("more than $1.2bn a year").

Works on the pieces of one sentence and knows no grammar; `counted.py` and `harm.py` add what the parse says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from transforms.quantities.lexicon import QuantityLexicon, Unit, longest
from transforms.quantities.numerals import Numeral, numerals
from transforms.quantities.pieces import Piece, glued
from transforms.quantities.units import Printed, printed_unit

LIMITS = {"at_least", "more_than", "at_most", "less_than"}
DASHES = ("-", "–", "—", "−", "~", "‑")
FILLERS = {
    "another",
    "a",
    "an",
    "the",
    "additional",
    "further",
    "extra",
    "as",
    "only",
    "just",
    "estimated",
    "total",
    "of",
}


@dataclass(frozen=True)
class Figure:
    """A number in print. `start`, `end` hold bound and unit; `number_start`, `number_end` the bare number."""

    start: int
    end: int
    number_start: int
    number_end: int
    first: int  # pieces [first, last) of the whole figure
    last: int
    value: float | None
    low: float | None
    high: float | None
    bound: str = "exact"
    kind: str = "count"
    unit: str | None = None
    unit_start: int | None = None
    unit_end: int | None = None
    per_unit: str | None = None
    direction: str | None = None
    form: str = "digits"
    scaled: float = 1.0
    flags: tuple[str, ...] = ()


def figures(line: Sequence[Piece], lexicon: QuantityLexicon) -> Iterator[Figure]:
    """The figures of a sentence in order; ordinals and factors among them."""
    found: list[Figure] = []
    for number in numerals(line, lexicon):
        if not found or number.first >= found[-1].last:  # the 2 of "km2" and of "5 ft 2 in" is no number of its own
            found.append(_figure(line, number, lexicon))
    yield from (bounded(line, figure, lexicon) for figure in _ranges(line, _pairs(line, found)))


def _figure(line: Sequence[Piece], number: Numeral, lexicon: QuantityLexicon) -> Figure:
    """A number with its unit or currency, not yet bounded."""
    start, end = line[number.first].start, line[number.last - 1].end
    figure = Figure(
        start, end, start, end, number.first, number.last, number.value, number.value, number.value,
        form=number.form, scaled=number.scaled,
    )  # fmt: skip
    if number.form == "ordinal":
        return replace(figure, kind="ordinal")
    if number.form in ("vague", "few"):
        low = figure.low if number.form == "vague" or line[number.last - 1].low == "couple" else None
        figure = replace(figure, value=None, low=low, high=None, bound="at_least", flags=("vague",))
    unit = printed_unit(line, number, lexicon)
    if unit:
        return _with_unit(line, figure, unit)
    if number.form == "fraction":
        return replace(figure, kind="ratio")
    return figure


def _with_unit(line: Sequence[Piece], figure: Figure, printed: Printed) -> Figure:
    unit: Unit = printed.unit
    flags = (*figure.flags, "unit_assumed") if unit.assumed else figure.flags
    return replace(
        figure,
        first=printed.first,
        last=printed.last,
        start=line[printed.first].start,
        end=line[printed.last - 1].end,
        kind=unit.kind,
        unit=unit.name,
        unit_start=line[printed.word_first].start,
        unit_end=line[printed.word_last - 1].end,
        per_unit=printed.per_unit,
        value=None if figure.value is None else round(figure.value * unit.factor + printed.extra, 10),
        low=None if figure.low is None else round(figure.low * unit.factor + printed.extra, 10),
        high=None if figure.high is None else round(figure.high * unit.factor + printed.extra, 10),
        flags=flags,
    )


def _pairs(line: Sequence[Piece], found: Sequence[Figure]) -> Iterator[Figure]:
    """ "1 in 5" and "two out of three" as one ratio, "2-1" left for the ranges."""
    at = 0
    while at < len(found):
        here, after = found[at], found[at + 1] if at + 1 < len(found) else None
        between = [p.low for p in line[here.last : after.first]] if after else []
        if after and _is_share(here, after, between):
            low, high = here.value or 0.0, after.value or 1.0
            share = low / high
            yield replace(
                here, end=after.end, number_end=after.end, last=after.last, kind="ratio", form="fraction",
                value=share, low=share, high=share,
            )  # fmt: skip
            at += 2
        else:
            yield here
            at += 1


def _is_share(here: Figure, after: Figure, between: Sequence[str]) -> bool:
    plain = here.kind == after.kind == "count" and here.form != "vague" and here.value and after.value
    if not plain or here.value is None or after.value is None or not here.value < after.value:
        return False
    in_words = between == ["in"] and (here.value == 1 or after.value in (3, 4, 5, 10, 100, 1000))
    year = 1500 <= after.value <= 2100
    return (in_words and after.value < 1e6 and not year) or between in (
        ["out", "of"],
        ["out", "of", "every"],
        ["in", "every"],
    )


def _ranges(line: Sequence[Piece], found: Iterator[Figure]) -> Iterator[Figure]:
    """Two figures that are the ends of one: "between 20 and 30", "20-30", "two to three"."""
    waiting: Figure | None = None
    for figure in found:
        if waiting is not None:
            joined = _joined(line, waiting, figure)
            if joined:
                waiting = joined
                continue
            yield _shared(line, waiting, figure)
        waiting = figure
    if waiting is not None:
        yield waiting


def _joined(line: Sequence[Piece], left: Figure, right: Figure) -> Figure | None:
    """One range figure from two, None where they are two numbers."""
    if left.bound == "between" or left.value is None or right.value is None or "ordinal" in (left.kind, right.kind):
        return None
    link = [p.low for p in line[left.last : right.first]]
    before = line[left.first - 1].low if left.first else ""
    if not _are_ends(line, left, right, link, before):
        return None
    low, high = left.value * _share_of_scale(left, right), right.value
    if before == "between" or link != ["or"] or low < high:
        return _range(line, left, right, low, high, before)
    return None


def _are_ends(line: Sequence[Piece], left: Figure, right: Figure, link: Sequence[str], before: str) -> bool:
    """Whether the words around two figures make them the ends of a range."""
    if (left.unit and right.unit and left.unit != right.unit) or (
        left.unit and not right.unit and left.kind != "money"
    ):
        return False
    if before == "between":
        return link in (["and"], ["to"])
    dashed = (len(link) == 1 and link[0] in DASHES) or link == ["-", "to", "-"] or link == ["-", "to"]
    rising = left.value is not None and right.value is not None and left.value < right.value
    same = left.form in ("words",) or right.form not in ("words",)
    if link in (["to"], ["through"]):
        return before != "from" and (rising or (left.value is not None and left.value < 0))
    return dashed or (link == ["or"] and rising and same and not left.unit and right.number_start < right.end)


def _share_of_scale(left: Figure, right: Figure) -> float:
    """ "$3 to 4 billion": the first number is in billions too."""
    shared = left.scaled == 1 and right.scaled >= 1000 and (left.value or 0) < 1000
    return right.scaled if shared else 1.0


def _range(line: Sequence[Piece], left: Figure, right: Figure, low: float, high: float, before: str) -> Figure:
    first = left.first - (1 if before == "between" else 0)
    unit = left if left.unit and not right.unit else right
    factor = 0.01 if unit.kind == "money" and _is_minor(left, right) else 1.0
    return replace(
        unit, start=line[first].start, end=right.end, number_start=left.number_start, number_end=right.number_end,
        first=first, last=right.last, value=None, low=min(low * factor, high), high=max(low * factor, high),
        bound="between", form=left.form, kind=unit.kind if unit.unit else right.kind,
    )  # fmt: skip


def _is_minor(left: Figure, right: Figure) -> bool:
    """ "10 to 15 cents": the first number has no unit of its own to turn it into dollars."""
    return left.unit is None and right.value is not None and (left.value or 0) > right.value >= 0.01


def _shared(line: Sequence[Piece], left: Figure, right: Figure) -> Figure:
    """ "45 and 50 mg", "from 20 to 30 percent": the unit of the second figure is that of the first too."""
    link = [p.low for p in line[left.last : right.first]]
    if left.unit or not right.unit or left.kind != "count" or link not in (["and"], ["or"], ["to"], ["and", "about"]):
        return left
    before = line[left.first - 1].low if left.first else ""
    if right.kind == "money" and before != "from":
        return left
    scale = _share_of_scale(left, right)
    low, value = left.low, left.value
    return replace(
        left, kind=right.kind, unit=right.unit, unit_start=right.unit_start, unit_end=right.unit_end,
        value=None if value is None else value * scale, low=None if low is None else low * scale,
        high=None if left.high is None else left.high * scale,
    )  # fmt: skip


def bounded(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon) -> Figure:
    """The figure with the limits beside it: longest phrases, before and after, a limit before approximate."""
    if figure.kind == "ordinal":
        return figure
    figure = _after(line, figure, lexicon)
    at, skipped = figure.first, 0
    while at > 0:
        step, bound = _before(line, at, lexicon)
        if bound is None and not skipped and line[at - 1].low in FILLERS:
            at, skipped = at - 1, 1
            continue
        if bound is None:
            break
        at, skipped = step, 0
        figure = _limit(replace(figure, first=at, start=line[at].start), bound)
    return figure


def _before(line: Sequence[Piece], at: int, lexicon: QuantityLexicon) -> tuple[int, str | None]:
    for length in range(min(longest_before(lexicon), at), 0, -1):
        bound = lexicon.before.get(" ".join(p.low for p in line[at - length : at]))
        if bound and not (line[at - length].low in ("over", "under") and glued(line, at - length)):
            return at - length, bound
    return at, None


def longest_before(lexicon: QuantityLexicon) -> int:
    """Bound phrases have at most six words; the figure is not worth computing per number."""
    return 6


def _after(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon) -> Figure:
    for length in range(4, 0, -1):
        phrase = " ".join(p.low for p in line[figure.last : figure.last + length])
        bound = lexicon.after.get(phrase)
        if bound and figure.last + length <= len(line) and not _begins_number(line, figure.last + length, lexicon):
            last = figure.last + length
            return _limit(replace(figure, last=last, end=line[last - 1].end), bound)
    return figure


def _begins_number(line: Sequence[Piece], at: int, lexicon: QuantityLexicon) -> bool:
    """ "200 or greater than 190": the limit belongs to what follows."""
    return at < len(line) and (line[at].kind == "digits" or "unit" in lexicon.numerals.get(line[at].low, {}))


def _limit(figure: Figure, bound: str) -> Figure:
    if figure.bound == "between" or (figure.bound in LIMITS and bound not in LIMITS) or "vague" in figure.flags:
        return figure
    if bound == "exact":
        return figure
    low = None if bound in ("at_most", "less_than") else figure.value
    high = None if bound in ("at_least", "more_than") else figure.value
    return replace(figure, bound=bound, low=low, high=high)


def phrase_length(lexicon: QuantityLexicon) -> int:
    """Pieces of the longest idiom."""
    return longest(lexicon.idioms)
