"""Read a file of the Global Knowledge Graph with gdelt-regkg, every cell with its strict parser; prints counts.

A program of its own: the package needs Python 3.12.
"""

import json
import sys

from gdelt_regkg.benchmark import parsers
from gdelt_regkg.benchmark.inputs import load_rows
from gdelt_regkg.benchmark.model import BenchmarkReport

PARSERS = {
    "counts": parsers.counts,
    "enhanced_counts": lambda cell: parsers.counts(cell, enhanced=True),
    "themes": parsers.labels,
    "enhanced_themes": lambda cell: parsers.mentions(cell, themes=True),
    "locations": parsers.locations,
    "enhanced_locations": lambda cell: parsers.locations(cell, enhanced=True),
    "persons": parsers.names,
    "enhanced_persons": parsers.mentions,
    "organizations": parsers.names,
    "enhanced_organizations": parsers.mentions,
    "enhanced_dates": parsers.dates,
    "quotations": parsers.quotations,
    "all_names": parsers.mentions,
    "amounts": parsers.amounts,
    "gcam": parsers.gcam,
}

rows = load_rows(sys.argv[1:], report=BenchmarkReport(), side="prediction", strict=True, source_collections=None)
found = {name: sum(len(parse(row.get(name) or "")) for row in rows) for name, parse in PARSERS.items()}
for row in rows:
    parsers.xml(row.get("extras_xml") or "")
print(json.dumps({"rows": len(rows), **found}))
