"""A text cut at the edges of its highlights, so that overlapping highlights can be drawn side by side.

`[eight] police` with `police` counted gives `("eight", {"evidence"})`, `(" ", {})`, `("police", {"counted"})`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from explorer.evidence import Highlight


def pieces(text: str, highlights: Sequence[Highlight]) -> Iterator[tuple[str, frozenset[str]]]:
    """The text in order, each stretch with the roles that cover it."""
    edges = sorted({0, len(text), *(h.start for h in highlights), *(h.end for h in highlights)})
    for start, end in pairwise(edges):
        yield text[start:end], frozenset(h.role for h in highlights if h.start <= start and end <= h.end)
