"""The words in which the head of an article is written, as patterns: dates, bylines, labels, date lines.

Built once from the rows of `seeds/head_words.csv` (`kind`, `form`, `value`) and handed to what reads heads.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# "8:01 am", "14.05", "9 p.m.", "0801 GMT": a bare group of four digits needs a zone behind it.
CLOCK = (
    r"(?:(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?)?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?P<hour24>\d{{1,2}})[:.h](?P<minute24>[0-5]\d)(?::(?P<second24>[0-5]\d))?"
    r"|(?P<military>[0-2]\d[0-5]\d)(?=\s?(?:{zones})))"
    r"(?:\s*\(?(?P<zone>(?:utc|gmt)?\s?[+\-−]\s?\d{{1,2}}(?::?\d{{2}})?(?!\d)|(?:{zones})\b)\)?)?"
)
DAY = r"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
MONTH = r"(?P<month>{months})\.?"
DATES = (
    MONTH + r"\s+" + DAY + r",?\s+(?P<year>\d{{4}})(?![\d:])",
    DAY + r"(?:\s+of)?[\s\-]+" + MONTH + r",?[\s\-]+(?P<year>\d{{4}})(?![\d:])",
    r"(?P<year>\d{{4}})(?P<mark>[\-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)",
    r"(?P<first>\d{{1,2}})(?P<mark>[/.\-])(?P<last>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?!\d)",
)
WEEKDAY = r"(?:(?:{weekdays})\b\.?,?\s+)?"
BETWEEN = r"(?:\s*[,|·•–—\-]\s*|\s+)(?:(?:at|@|on)\s+)?(?:[|·•–—\-]\s*)?"


@dataclass(frozen=True)
class HeadWords:
    """`instants` find a date with or without a clock time; `day_of_month` a day without a year ("Jan. 6")."""

    months: Mapping[str, int]
    weekdays: frozenset[str]
    zones: Mapping[str, str]
    labels: Mapping[str, str]
    forms: Mapping[str, frozenset[str]]
    instants: tuple[re.Pattern[str], ...]
    day_of_month: str
    byline_cue: re.Pattern[str]
    label: re.Pattern[str]


def head_words(rows: Iterable[Mapping[str, str]]) -> HeadWords:
    """The words and their patterns from rows of `kind`, `form`, `value`."""
    kinds: dict[str, dict[str, str]] = {}
    for row in rows:
        kinds.setdefault(row["kind"], {})[row["form"].casefold()] = row["value"]
    names = {kind: _either(forms) for kind, forms in kinds.items()}
    parts = {"months": names["month"], "weekdays": names["weekday"], "zones": names["zone"]}
    return HeadWords(
        months={form: int(value) for form, value in kinds["month"].items()},
        weekdays=frozenset(kinds["weekday"]),
        zones=kinds["zone"],
        labels=kinds["label"],
        forms={kind: frozenset(forms) for kind, forms in kinds.items()},
        instants=tuple(_instants(parts)),
        day_of_month=r"(?:{m}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{m}\.?)(?:,?\s+\d{{4}})?".format(m=f"(?:{names['month']})"),
        byline_cue=re.compile(rf"(?:{names['byline']})(?:\s*:\s*|\s+)", re.IGNORECASE),
        label=re.compile(rf"(?:{names['label']})\b\s*:?\s*", re.IGNORECASE),
    )


def _instants(parts: Mapping[str, str]) -> Iterable[re.Pattern[str]]:
    """Each way to write a date, with the clock time behind it, before it, or absent."""
    clock = CLOCK.format(**parts)
    for date in DATES:
        day = (WEEKDAY + date).format(**parts)
        yield re.compile(rf"(?<![\w.]){day}(?:(?:{BETWEEN}|T){clock}(?!\w))?", re.IGNORECASE)
        yield re.compile(rf"(?<![\w.:]){clock}{BETWEEN}{day}", re.IGNORECASE)


def _either(forms: Iterable[str]) -> str:
    """An alternation, longest first, in which a space matches any white space."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest_first)
