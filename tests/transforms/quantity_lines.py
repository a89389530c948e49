"""Rows of quantities as lines that a table of tests can hold, such as `12 | 12 | count | person | killed`."""

from typing import Any


def told(row: dict[str, Any]) -> str:
    """A row in one line: surface, number, bound, kind, unit, what is counted, what happened, flags; no `exact`."""
    low, high = ("" if row[key] is None else f"{row[key]:g}" for key in ("value_low", "value_high"))
    cells = [
        row["surface"],
        f"{row['value']:g}" if row["value"] is not None else f"{low}..{high}",
        row["bound"],
        row["kind"],
        row["unit"],
        row["per_unit"] and f"per {row['per_unit']}",
        row["counted"] and f"of {row['counted']}",
        row["direction"],
        row["measure"],
        "negated" if row["is_negated"] else None,
        "part" if row["subset_of_quantity_id"] else None,
        *row["flags"],
    ]
    return " | ".join(cell for cell in cells if cell and cell != "exact")
