"""Factors stated by a word: "the doubling of the price", "more than tripled", "ten-fold", "three times as many"."""

from collections.abc import Iterator, Sequence

from transforms.quantities.beside import QuantityWords
from transforms.quantities.exclusions import idioms
from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.limits import bounded
from transforms.quantities.pieces import Piece, glued


def with_factors(line: Sequence[Piece], found: Sequence[Figure], lexicon: QuantityLexicon) -> Iterator[Figure]:
    """The figures with those behind which "times as many" or "-fold" stands as factors, and the worded factors."""
    for figure in found:
        yield _times(line, figure, lexicon.beside)
    for at, piece in enumerate(line):
        factor = lexicon.multiples.get(piece.low) if piece.kind == "word" else None
        if not factor or any(f.start <= piece.start < f.end for f in found):
            continue
        said = any(start <= piece.start < end for start, end in idioms(line, lexicon))  # "the reasons are twofold"
        if not said and _is_factor(line, at, lexicon.beside):
            yield _worded(line, at, factor, lexicon)


def _times(line: Sequence[Piece], figure: Figure, words: QuantityWords) -> Figure:
    at = figure.last
    if figure.kind != "count" or at + 1 >= len(line):
        return figure
    step = at + 1 if line[at].text == "-" else at
    if step < len(line) and line[step].low == "fold":
        return figure._replace(kind="ratio", direction="increase", end=line[step].end, last=step + 1)
    after, then = line[at + 1].low, line[min(at + 2, len(line) - 1)].low
    compares = after in words.compared and (after != "as" or then in words.as_degree)
    owner = line[at + 3 : at + 5]  # "four times last year's total", not "four times last year"
    compares = compares or (len(owner) == 2 and owner[0].text in "'’" and owner[1].low == "s")
    if line[at].low == "times" and compares:
        return figure._replace(kind="ratio", end=line[at].end, last=at + 1)
    return figure


def _is_factor(line: Sequence[Piece], at: int, words: QuantityWords) -> bool:
    """A factor stands before what it multiplies: "twice the number", not "double standard" or "twice a week"."""
    joined = (at + 1 < len(line) and line[at + 1].text == "-" and glued(line, at + 1)) or (
        at and line[at - 1].text == "-"
    )
    if joined:
        return False
    after = line[at + 1].low if at + 1 < len(line) else ""
    return line[at].low not in words.factor_noun or after in words.compared or after in words.behind_factor


def _worded(line: Sequence[Piece], at: int, factor: tuple[float, str | None], lexicon: QuantityLexicon) -> Figure:
    value, direction = factor
    start, end = line[at].start, line[at].end
    figure = Figure(
        start, end, start, end, at, at + 1, value, value, value, kind="ratio", direction=direction, form="factor"
    )  # fmt: skip
    return bounded(line, figure, lexicon)
