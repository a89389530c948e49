"""Numbers in digits that no row explains, each with why: what was seen and not understood is not hidden.

A number inside a quantity, a placed time or a name is explained. "Flight 3407" and "see page 12" are `label`, "AB-1204"
is `code`, "ring 555-0142" and "a.roe@post.example" are `address`, "in 1984-85" that no time could place is `time`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from transforms.article import Layout
from transforms.facts import Mention, Quantity, Span, Time, UnreadNumber

NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|[#@]\w+|\+?\(?\d{2,5}\)?[-\s]\d{3}[-\s]?\d{4}\b|\b\d{3}-\d{4}\b|\+\d{6,}"
)
WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s?[#№]?$")
YEARS = range(1500, 2101)
HEADS = frozenset({"byline"})


def find_unread(  # noqa: PLR0917 - what every extractor found
    text: str,
    layout: Layout,
    names: Iterable[Mention],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    labels: Set[str],
) -> Iterator[UnreadNumber]:
    """Every number in digits outside the byline that stands in no quantity, placed time or name."""
    numbers = list(NUMBER.finditer(text))
    if not numbers:
        return
    unplaced = {(t.char_start, t.char_end): t.null_reason for t in times if t.timex_value is None}
    placed = [Span(t.char_start, t.char_end) for t in times if t.timex_value is not None]
    explained = _covered(text, [*placed, *_spans(quantities), *_spans(m for m in names if m.form == "name")])
    rates = {(q.sentence_no, word) for q in quantities if q.per_unit for word in q.per_unit.split()}
    addresses = _covered(text, [Span(*m.span()) for m in ADDRESS.finditer(text)])
    for number in numbers:
        sentence = layout.at(number.start())
        rate = (sentence.sentence_no, number[0]) in rates
        if explained[number.start()] or rate or sentence.section_kind in HEADS:
            continue
        reason = next((r or "time" for (a, b), r in unplaced.items() if a <= number.start() < b), None)
        yield UnreadNumber(
            sentence.sentence_no,
            *number.span(),
            reason or ("address" if addresses[number.start()] else _reason(text, number, labels)),
        )


def _reason(text: str, number: re.Match[str], labels: Set[str]) -> str:
    before, after = text[max(0, number.start() - 24) : number.start()], text[number.end() : number.end() + 1]
    if after.isalpha() or before[-1:].isalpha() or before[-1:] in {"-", "_", "/", "="} or after in {"_", "/", "="}:
        return "code"
    word = WORD_BEFORE.search(before)
    if word and word[1].lower() in labels:
        return "label"
    return "year" if number[0].isdigit() and len(number[0]) == 4 and int(number[0]) in YEARS else "not_understood"


def _spans(rows: Iterable[Quantity | Mention]) -> Iterator[Span]:
    return (Span(row.char_start, row.char_end) for row in rows)


def _covered(text: str, spans: Iterable[Span]) -> bytearray:
    """A one for every character that lies in a span."""
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered
