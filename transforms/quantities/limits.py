"""The limits beside a number: "more than 300", "300 or more", "no fewer than two", "an estimated 5,000"."""

from collections.abc import Sequence

from transforms.quantities.figure import LIMITS, Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.pieces import Piece, glued

LONGEST = 6  # words of the longest bound phrase


def bounded(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon) -> Figure:
    """The figure with the limits beside it: longest phrases, before and after, a limit before approximate."""
    if figure.kind == "ordinal":
        return figure
    figure = _after(line, figure, lexicon)
    at, skipped = figure.first, 0
    while at > 0:
        step, bound = _before(line, at, lexicon)
        filler = line[at - 1].low in lexicon.beside.bound_filler or (line[at - 1].low == "the" and figure.kind == "age")
        if bound is None and not skipped and filler:
            at, skipped = at - 1, 1
            continue
        if bound is None:
            break
        at, skipped = step, 0
        figure = _limit(figure._replace(first=at, start=line[at].start), bound)
    return figure


def _before(line: Sequence[Piece], at: int, lexicon: QuantityLexicon) -> tuple[int, str | None]:
    for length in range(min(LONGEST, at) if line[at - 1].low in lexicon.before.ends else 0, 0, -1):
        bound = lexicon.before.get(" ".join(p.low for p in line[at - length : at]))
        welded = line[at - length].low in ("over", "under") and glued(line, at - length)
        if bound and not welded and not _compares(line, at - length, at, lexicon):
            return at - length, bound
    return at, None


def _compares(line: Sequence[Piece], first: int, last: int, lexicon: QuantityLexicon) -> bool:
    """A comparison by an amount and no limit: "28 percent more than the 303 it sold"."""
    before = line[first - 1] if first else None
    if before is None or not any(p.low == "than" for p in line[first:last]):
        return False
    return (
        before.text == "%" or before.low == "times" or before.low in lexicon.units or before.low in lexicon.money_words
    )


def _after(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon) -> Figure:
    known = figure.last < len(line) and line[figure.last].low in lexicon.after.starts
    for length in range(4 if known else 0, 0, -1):
        phrase = " ".join(p.low for p in line[figure.last : figure.last + length])
        bound = lexicon.after.get(phrase)
        if bound and figure.last + length <= len(line) and not _begins_number(line, figure.last + length, lexicon):
            last = figure.last + length
            return _limit(figure._replace(last=last, end=line[last - 1].end), bound)
    return figure


def _begins_number(line: Sequence[Piece], at: int, lexicon: QuantityLexicon) -> bool:
    """A limit that belongs to what follows: "200 or greater than 190"."""
    return at < len(line) and (line[at].kind == "digits" or "unit" in lexicon.numerals.get(line[at].low, {}))


def _limit(figure: Figure, bound: str) -> Figure:
    if figure.bound == "between" or (figure.bound in LIMITS and bound not in LIMITS) or "vague" in figure.flags:
        return figure
    if bound == "exact":
        return figure
    low = None if bound in ("at_most", "less_than") else figure.value
    high = None if bound in ("at_least", "more_than") else figure.value
    return figure._replace(bound=bound, low=low, high=high)
