"""Results of matches and votes: "3-1" is a score, not a range from one to three."""

from collections.abc import Iterator, Sequence

from transforms.quantities.cursor import digits
from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.pieces import Piece
from transforms.quantities.ranges import DASHES

LARGEST = 500


def scored(line: Sequence[Piece], found: Iterator[Figure], lexicon: QuantityLexicon) -> Iterator[Figure]:
    """The figures with scores told apart: `low` is the first side's number, `high` the second's."""
    for figure in found:
        sides = _sides(line, figure)
        cued = sides is not None and any(p.low in lexicon.score_cues for p in line)
        if (
            sides
            and (sides[0] >= sides[1] or cued or _is_between_names(line, figure))
            and not _counts(line, figure, lexicon)
        ):
            low, high = sides
            yield figure._replace(kind="score", bound="exact", value=None, low=low, high=high)
        else:
            yield figure


def _sides(line: Sequence[Piece], figure: Figure) -> tuple[float, float] | None:
    """The two numbers of "A-B" in the order of print."""
    parts = [p for p in line[figure.first : figure.last] if figure.number_start <= p.start < figure.number_end]
    shape = [p.kind for p in parts]
    if figure.bound != "between" or figure.unit or shape != ["digits", "sign", "digits"] or parts[1].text not in DASHES:
        return None
    low, high = digits(parts[0].text), digits(parts[2].text)
    whole = low.is_integer() and high.is_integer() and max(low, high) <= LARGEST
    return (low, high) if whole else None


def _is_between_names(line: Sequence[Piece], figure: Figure) -> bool:
    """Names on both sides: "Tunisia 1 – 2 England"."""
    sides = [line[at] for at in (figure.first - 1, figure.last) if 0 <= at < len(line)]
    return len(sides) == 2 and all(p.kind == "word" and p.text[:1].isupper() for p in sides)


def _counts(line: Sequence[Piece], figure: Figure, lexicon: QuantityLexicon) -> bool:
    """A range before a plural noun counts: "20-30 people"."""
    after = line[figure.last] if figure.last < len(line) else None
    return after is not None and after.kind == "word" and after.low in lexicon.beside.counted_plural
