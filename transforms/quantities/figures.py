"""The numbers of a sentence with all that belongs to them in print ("more than $1.2bn a year").

Works on the pieces of one sentence and knows no grammar; `counted.py` and `harm.py` add what the parse says.
"""

from collections.abc import Iterator, Sequence

from transforms.quantities.cursor import Numeral
from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon, Unit
from transforms.quantities.limits import bounded
from transforms.quantities.numerals import numerals
from transforms.quantities.pieces import Piece
from transforms.quantities.ranges import ranges
from transforms.quantities.units import Printed, printed_unit


def figures(line: Sequence[Piece], lexicon: QuantityLexicon) -> Iterator[Figure]:
    """The figures of a sentence in order; ordinals and factors among them."""
    found: list[Figure] = []
    for number in numerals(line, lexicon):
        if not found or number.first >= found[-1].last:  # the 2 of "km2" and of "5 ft 2 in" is no number of its own
            found.append(_figure(line, number, lexicon))
    yield from (bounded(line, figure, lexicon) for figure in ranges(line, _pairs(line, found), lexicon))


def _figure(line: Sequence[Piece], number: Numeral, lexicon: QuantityLexicon) -> Figure:
    """A number with its unit or currency, not yet bounded."""
    start, end = line[number.first].start, line[number.last - 1].end
    figure = Figure(
        start, end, start, end, number.first, number.last, number.value, number.value, number.value,
        form=number.form, scaled=number.scaled,
    )  # fmt: skip
    if number.form == "ordinal":
        return figure._replace(kind="ordinal")
    if number.form in ("vague", "few"):
        low = figure.low if number.form == "vague" or line[number.last - 1].low == "couple" else None
        figure = figure._replace(value=None, low=low, high=None, bound="at_least", flags=("vague",))
    unit = printed_unit(line, number, lexicon)
    if unit:
        return _with_unit(line, figure, unit)
    if number.form == "fraction":
        return figure._replace(kind="ratio")
    return figure


def _with_unit(line: Sequence[Piece], figure: Figure, printed: Printed) -> Figure:
    unit: Unit = printed.unit
    flags = (*figure.flags, "unit_assumed") if unit.assumed else figure.flags
    return figure._replace(
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
    """Shares as one ratio: "1 in 5", "two out of three"."""
    at = 0
    while at < len(found):
        here, after = found[at], found[at + 1] if at + 1 < len(found) else None
        between = [p.low for p in line[here.last : after.first]] if after else []
        if after and _is_share(here, after, between):
            low, high = here.value or 0.0, after.value or 1.0
            share = low / high
            yield here._replace(
                end=after.end, number_end=after.end, last=after.last, kind="ratio", form="fraction",
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
