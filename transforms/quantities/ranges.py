"""Two figures that are the ends of one: "between 20 and 30", "20-30", "two to three", "$3 to 4 billion"."""

from collections.abc import Iterable, Iterator, Sequence

from transforms.quantities.beside import QuantityWords
from transforms.quantities.figure import Figure
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.pieces import Piece

DASHES = ("-", "–", "—", "−", "~", "‑")


def ranges(line: Sequence[Piece], found: Iterable[Figure], lexicon: QuantityLexicon) -> Iterator[Figure]:
    """Two figures that are the ends of one: "between 20 and 30", "20-30", "two to three"."""
    waiting: Figure | None = None
    for figure in found:
        if waiting is not None:
            joined = _joined(line, waiting, figure, lexicon.forms_of_change)
            if joined:
                waiting = joined
                continue
            yield _shared(line, waiting, figure)
            waiting = _continued(line, waiting, figure, lexicon.beside)
        else:
            waiting = figure
    if waiting is not None:
        yield waiting


def _joined(line: Sequence[Piece], left: Figure, right: Figure, changes: frozenset[str]) -> Figure | None:
    """One range figure from two, None where they are two numbers."""
    if left.bound == "between" or left.value is None or right.value is None or "ordinal" in (left.kind, right.kind):
        return None
    link = [p.low for p in line[left.last : right.first]]
    before = _opening(line, left)
    if before != "between" and left.kind == right.kind == "money" and left.unit == right.unit and link in ([], ["and"]):
        return _with_change(left, right)
    if link == ["to"] and (before in changes or (before == "in" and _is_year(left))):  # "rose 4 pence to 187p"
        return None
    if not _are_ends(line, left, right, link, before):
        return None
    low, high = left.value * _share_of_scale(left, right), right.value
    if before == "between" or link != ["or"] or low < high:
        return _range(line, left, right, (low, high))
    return None


def _opening(line: Sequence[Piece], left: Figure) -> str:
    """The word before the first number: "between" also in "between the ages of 12"."""
    before = line[left.first - 1].low if left.first else ""
    if before == "the" and left.kind == "age" and left.first > 1:
        before = line[left.first - 2].low
    return before


def _is_year(figure: Figure) -> bool:
    """The year behind "in": "from 3 million in 1990 to 5 million"."""
    return figure.unit is None and figure.value is not None and figure.value in range(1500, 2101)


def _with_change(left: Figure, right: Figure) -> Figure | None:
    """Coins behind notes: "3 dollars (and) 50 cents"."""
    if left.value is None or right.value is None or not left.value.is_integer() or not right.value < 1:
        return None
    value = left.value + right.value
    return left._replace(end=right.end, last=right.last, value=value, low=value, high=value)


def _are_ends(line: Sequence[Piece], left: Figure, right: Figure, link: Sequence[str], before: str) -> bool:
    """Whether the words around two figures make them the ends of a range."""
    if (left.unit and right.unit and left.unit != right.unit) or (
        left.unit and not right.unit and left.kind not in ("money", "age")
    ):
        return False
    if before == "between":
        return link in (["and"], ["to"])
    apart = link == ["—"] and line[left.last - 1].end < line[left.last].start  # "nearly a third — 31% — of them"
    if apart or (left.kind == "ratio" and right.kind in ("percent", "money")):  # "by a third to $66bn"
        return False
    dashed = (len(link) == 1 and link[0] in DASHES) or link in (["-", "to", "-"], ["-", "to"])
    rising = left.value is not None and right.value is not None and left.value < right.value
    same = left.form in ("words",) or right.form not in ("words",)
    if link in (["to"], ["through"]):
        return before not in ("from", "by", "up", "down") and (rising or (left.value is not None and left.value < 0))
    return dashed or (link == ["or"] and rising and same and not left.unit and right.number_start < right.end)


def _share_of_scale(left: Figure, right: Figure) -> float:
    """The scale of the second number where the first shares it: "$3 to 4 billion"."""
    shared = left.scaled == 1 and right.scaled >= 1000 and (left.value or 0) < 1000
    return right.scaled if shared else 1.0


def _range(line: Sequence[Piece], left: Figure, right: Figure, ends: tuple[float, float]) -> Figure:
    (low, high), first = ends, left.first
    if _opening(line, left) == "between":
        first -= 1 if line[first - 1].low == "between" else 2
    unit = left if left.unit and (not right.unit or left.kind == "age") else right
    if first and line[first].low == "between" and line[first - 1].low == "aged":
        first, unit = first - 1, unit._replace(kind="age", unit="year")
    factor = 0.01 if unit.kind == "money" and _is_minor(left, right) else 1.0
    return unit._replace(
        start=line[first].start, end=right.end, number_start=left.number_start, number_end=right.number_end,
        first=first, last=right.last, value=None, low=min(low * factor, high), high=max(low * factor, high),
        bound="between", form=left.form, kind=unit.kind if unit.unit else right.kind,
    )  # fmt: skip


def _is_minor(left: Figure, right: Figure) -> bool:
    """Whether the first number still waits to be turned into dollars: "10 to 15 cents"."""
    return left.unit is None and right.value is not None and (left.value or 0) > right.value >= 0.01


def _continued(line: Sequence[Piece], left: Figure, right: Figure, words: QuantityWords) -> Figure:
    """The second figure with the unit of the first: "aged 23, 31 and 40", "to 5.1 billion euros from 5.3 billion"."""
    link = " ".join(p.low for p in line[left.last : right.first])
    follows = line[right.last] if right.last < len(line) else None
    ends = follows is None or follows.kind == "sign" or follows.low in words.range_end
    ends = ends or (left.kind == "age" and follows is not None and follows.low in words.behind_age)
    if right.kind != "count" or right.unit is not None or not ends:
        return right
    if left.kind == "age" and link in (",", "and", ", and", "or"):
        return right._replace(kind="age", unit="year")
    if left.kind == "money" and right.scaled >= 1e6 and link in words.compared_link:
        return right._replace(kind="money", unit=left.unit, flags=left.flags)
    return right


def _shared(line: Sequence[Piece], left: Figure, right: Figure) -> Figure:
    """The first figure with the unit of the second: "45 and 50 mg", "from 20 to 30 percent"."""
    link = [p.low for p in line[left.last : right.first]]
    if left.unit or not right.unit or left.kind != "count" or link not in (["and"], ["or"], ["to"], ["and", "about"]):
        return left
    before = line[left.first - 1].low if left.first else ""
    if right.kind == "money" and before != "from":
        return left
    scale = _share_of_scale(left, right)
    low, value = left.low, left.value
    return left._replace(
        kind=right.kind, unit=right.unit, unit_start=right.unit_start, unit_end=right.unit_end,
        value=None if value is None else value * scale, low=None if low is None else low * scale,
        high=None if left.high is None else left.high * scale,
    )  # fmt: skip
