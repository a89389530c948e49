"""TIMEX3 spellings: `P3D`, `BC0490`, `2022-01-06TMO`."""

from collections.abc import Iterable

# Fine units first, so that a compound duration can be written in the order of the standard.
ORDER = ("ME", "CE", "DE", "Y", "Q", "M", "W", "D", "TH", "TM", "TS")


def period(amounts: Iterable[tuple[float | None, str]]) -> str:
    """A duration: `P2Y1M`, `PT1.5H`, `PXD` for an unknown number; quarters as months, as TIMEX3 knows no quarter."""
    dates, times = "", ""
    for amount, unit in sorted((_plain(a, u) for a, u in amounts), key=lambda p: ORDER.index(p[1])):
        written = "X" if amount is None else f"{amount:g}"
        if unit.startswith("T"):
            times += written + unit[1]
        else:
            dates += written + unit
    return "P" + dates + ("T" + times if times else "")


def _plain(amount: float | None, unit: str) -> tuple[float | None, str]:
    if unit == "Q":
        return (None if amount is None else amount * 3), "M"
    if unit == "2W":
        return (None if amount is None else amount * 2), "W"
    if unit == "ME":
        return (None if amount is None else amount * 1000), "Y"
    return amount, unit


def year_value(year: int, width: int = 1) -> str:
    """`1990`, `199` for a decade, `19` for a century, `BC0490`."""
    digits = {1: 4, 10: 3, 100: 2}[width]
    sign = "BC" if year < 0 else ""
    return f"{sign}{abs(year) // width:0{digits}d}"


def clock_value(hour: int | None, minute: int | None, second: int | None, part: str | None) -> str:
    """`T08:01`, `T20`, `TMO`."""
    if hour is None:
        return f"T{part}"
    if minute is None:
        return f"T{hour:02d}:00"
    return f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
