"""Publication dates as they are written, in one reading or none."""

from datetime import datetime

import pytest

from flows.readers import parse_instant
from transforms.instant import Instant

READ = [
    ("2022-01-07", datetime(2022, 1, 7), None, "day"),
    ("20220107", datetime(2022, 1, 7), None, "day"),
    ("2022-01-07T08:01", datetime(2022, 1, 7, 8, 1), None, "minute"),
    ("2022-01-07T08:01:30+06:00", datetime(2022, 1, 7, 8, 1, 30), "+06:00", "minute"),
    ("2022-01-07 08:01Z", datetime(2022, 1, 7, 8, 1), "+00:00", "minute"),
    ("2022-01-07T08:01-03:30", datetime(2022, 1, 7, 8, 1), "-03:30", "minute"),
    ("  7 January 2022 ", datetime(2022, 1, 7), None, "day"),
    ("the 7th of January 2022", None, None, ""),
    ("7th of January, 2022", datetime(2022, 1, 7), None, "day"),
    ("January 7, 2022, 8:01 am", datetime(2022, 1, 7, 8, 1), None, "minute"),
    ("Jan. 7, 2022 | 12:30 p.m. EST", datetime(2022, 1, 7, 12, 30), "-05:00", "minute"),
    ("12.05 am, 7 Jan 2022", datetime(2022, 1, 7, 0, 5), None, "minute"),
    ("Friday 7 January 2022 at 9 pm", datetime(2022, 1, 7, 21), None, "minute"),
    ("Fri, 07 Jan 2022 08:01:00 +0000", datetime(2022, 1, 7, 8, 1), "+00:00", "minute"),
    ("6 January 2022 09:15 (UTC+6)", datetime(2022, 1, 6, 9, 15), "+06:00", "minute"),
    ("Jan 4, 2022 0801 GMT", datetime(2022, 1, 4, 8, 1), "+00:00", "minute"),
    ("4 Jan 2022, 10:32 CST", datetime(2022, 1, 4, 10, 32), None, "minute"),
    ("13/04/2021", datetime(2021, 4, 13), None, "day"),
    ("04/13/2021", datetime(2021, 4, 13), None, "day"),
    ("05.05.2021", datetime(2021, 5, 5), None, "day"),
    ("03/04/2021", None, None, ""),
    ("2022-13-01", None, None, ""),
    ("2022-01", None, None, ""),
    ("January 32, 2022", None, None, ""),
    ("January 7, 2022 13 pm", None, None, ""),
    ("1641542460", None, None, ""),
    ("last Tuesday", None, None, ""),
    ("", None, None, ""),
]


@pytest.mark.parametrize(("text", "at", "offset", "precision"), READ, ids=[row[0] or "empty" for row in READ])
def test_parse_instant(text: str, at: datetime | None, offset: str | None, precision: str) -> None:
    assert parse_instant(text) == (Instant(at, offset, precision) if at else None)


def test_utc_at_subtracts_the_stated_offset() -> None:
    stated = [Instant(datetime(2022, 1, 7, 3, 30), offset, "minute").utc_at for offset in ("+06:00", "-03:30", None)]
    assert stated == [datetime(2022, 1, 6, 21, 30), datetime(2022, 1, 7, 7), datetime(2022, 1, 7, 3, 30)]
