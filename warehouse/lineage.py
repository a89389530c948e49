"""Which tables are made of which, read from the models by DuckDB's parser; and a picture of it, `docs/lineage.svg`.

A table stands right of all that it reads. A line that follows from others is not drawn; the title of
a box names all that it reads. The drawing is the same for the same models.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from html import escape

import duckdb

from warehouse.models import dependencies, models
from warehouse.reference import TABLES

SCHEMAS = ("staging", "facts", "marts")
BOX_WIDTH, BOX_HEIGHT, GAP, COLUMN, MARGIN, HEAD = 132, 22, 14, 196, 20, 56
SWEEPS = 12
COLORS = {"words": "#e8e3d3", "ops": "#f3dede", "facts": "#cfe3f5", "staging": "#eceff1", "marts": "#d7efd4"}
LEGEND = {"words": "words of seeds/", "ops": "operations", "facts": "facts", "staging": "staging", "marts": "marts"}
STYLE = (
    "text { font: 11px sans-serif; fill: #222 } .head { font-size: 15px; font-weight: bold } "
    "rect { stroke: #90a4ae; stroke-width: 0.7 } path { fill: none; stroke: #607d8b; stroke-width: 0.8; opacity: 0.7 }"
)


@dataclass(frozen=True)
class Box:
    """A table in the picture: its upper left corner."""

    name: str
    x: int
    y: int


def graph() -> dict[str, tuple[str, ...]]:
    """Table -> the tables that it reads, for all that models make or read; those that none makes read nothing."""
    with duckdb.connect() as con:
        read = {model.target: tuple(sorted(dependencies(con, model))) for schema in SCHEMAS for model in models(schema)}
    sources = {name for names in read.values() for name in names} - read.keys()
    return {name: read.get(name, ()) for name in sorted({*read, *sources})}


def picture() -> str:
    """The whole drawing, as SVG."""
    read = graph()
    columns = _columns(read)
    boxes = {box.name: box for box in _boxes(columns)}
    width = 2 * MARGIN + (len(columns) - 1) * COLUMN + BOX_WIDTH
    height = HEAD + max(len(names) for names in columns) * (BOX_HEIGHT + GAP) + MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        f"<title>Tables of Dateline, from left to right</title><style>{STYLE}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff" style="stroke: none"/>',
        f'<text class="head" x="{MARGIN}" y="24">What is made of what</text>',
        *_legend(),
        *(_line(boxes[source], boxes[name]) for name in read for source in _nearest(name, read)),
        *(_drawn(box, read[box.name]) for box in boxes.values()),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _columns(read: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """The tables by distance from the left, each column in an order that keeps lines short."""
    rank: dict[str, int] = {}
    for name in TopologicalSorter(read).static_order():
        rank[name] = 1 + max((rank[source] for source in read[name]), default=-1)
    _pull_right(read, rank)
    columns = [sorted(name for name in rank if rank[name] == at) for at in range(max(rank.values()) + 1)]
    readers = {name: [other for other in read if name in read[other]] for name in read}
    for sweep in range(SWEEPS):
        place = {name: (at + 0.5) / len(names) for names in columns for at, name in enumerate(names)}
        near = readers if sweep % 2 else {name: list(sources) for name, sources in read.items()}
        for names in columns:
            names.sort(key=lambda name: (_mean([place[other] for other in near[name]], place[name]), name))
    return columns


def _nearest(name: str, read: Mapping[str, tuple[str, ...]]) -> list[str]:
    """What a table reads but does not reach through something else that it reads."""
    further = {source for other in read[name] for source in _all_of(other, read)}
    return [source for source in read[name] if source not in further]


def _all_of(name: str, read: Mapping[str, tuple[str, ...]]) -> set[str]:
    """All that a table is made of, however far."""
    return {*read[name], *(further for source in read[name] for further in _all_of(source, read))}


def _pull_right(read: Mapping[str, tuple[str, ...]], rank: dict[str, int]) -> None:
    """Words stand just before the first model that reads them; all else stays where it is first possible."""
    for name in read:
        if _kind(name) == "words":
            rank[name] = max(0, min(rank[other] for other in read if name in read[other]) - 1)


def _mean(values: list[float], alone: float) -> float:
    return sum(values) / len(values) if values else alone


def _boxes(columns: list[list[str]]) -> Iterator[Box]:
    """Every table in its place, each column in the middle of the height."""
    tallest = max(len(names) for names in columns)
    for at, names in enumerate(columns):
        top = HEAD + (tallest - len(names)) * (BOX_HEIGHT + GAP) // 2
        for number, name in enumerate(names):
            yield Box(name, MARGIN + at * COLUMN, top + number * (BOX_HEIGHT + GAP))


def _legend() -> Iterator[str]:
    for number, (kind, words) in enumerate(LEGEND.items()):
        x = MARGIN + 200 + number * 130
        yield f'<rect x="{x}" y="12" width="16" height="14" rx="3" fill="{COLORS[kind]}"/>'
        yield f'<text x="{x + 22}" y="23">{words}</text>'


def _line(source: Box, target: Box) -> str:
    x1, y1, x2, y2 = source.x + BOX_WIDTH, source.y + BOX_HEIGHT // 2, target.x, target.y + BOX_HEIGHT // 2
    bend = 40
    return f'<path d="M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"/>'


def _drawn(box: Box, sources: tuple[str, ...]) -> str:
    reads = f"{box.name} reads {', '.join(sources)}" if sources else f"{box.name}"
    color = COLORS[_kind(box.name)]
    return (
        f"<g><title>{escape(reads)}</title>"
        f'<rect x="{box.x}" y="{box.y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="4" fill="{color}"/>'
        f'<text x="{box.x + 8}" y="{box.y + 15}">{escape(box.name.split(".")[1])}</text></g>'
    )


def _kind(name: str) -> str:
    schema, table = name.split(".")
    return "words" if schema == "staging" and table in TABLES else schema
