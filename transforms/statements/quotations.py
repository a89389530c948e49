"""Where quotation marks open and close: `Quote(10, 42)` holds the marks; straight, curly, across paragraphs.

Only double marks, and single ones that end with punctuation inside ('Go home,' he said). A quotation that is not
closed in its paragraph goes on in the next one, as printers do it, and is a `Quote` there that `continues`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from transforms.article import Layout

DOUBLE = re.compile(r"[\"“”„«»]|''|``")
SINGLE = re.compile(r"(?<![\w'’])[‘'](?=[\w\[])(?:[^‘’'\"“”]|(?<=\w)['’](?=\w))+?[,.?!]['’](?!\w)")
OPENING = frozenset("“„«")
WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
REACH = 2  # an interposed picture credit may stand between two paragraphs of one quotation


class Quote(NamedTuple):
    """A stretch of text in quotation marks, the marks included."""

    start: int
    end: int
    continues: bool = False


def find_quotes(text: str, layout: Layout) -> list[Quote]:
    """The quotations of an article, in order, none inside another."""
    found: list[Quote] = []
    open_since = 0  # paragraphs since a quotation was left open; 0 when none is
    for start, end in paragraphs(layout):
        quotes, left_open = _in_paragraph(text, start, end, goes_on=open_since > 0)
        found += quotes or _single(text, start, end)
        open_since = 1 if left_open else open_since + 1 if open_since and not quotes and open_since < REACH else 0
    return found


def paragraphs(layout: Layout) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph."""
    current: list[int] = []
    number = -1
    for sentence in layout.sentences:
        if sentence.paragraph_no != number and current:
            yield current[0], current[1]
            current = []
        number = sentence.paragraph_no
        current = [current[0] if current else sentence.char_start, sentence.char_end]
    if current:
        yield current[0], current[1]


def quoted(quotes: Iterable[Quote], char: int) -> Quote | None:
    """The quotation over a character."""
    return next((q for q in quotes if q.start <= char < q.end), None)


def _in_paragraph(text: str, start: int, end: int, *, goes_on: bool) -> tuple[list[Quote], bool]:
    """Quotations of one paragraph and whether the last is left open; `goes_on` when one was left open before."""
    marks = [m.span() for m in DOUBLE.finditer(text, start, end)]
    opened, continues, found = _carried(text, start, marks, goes_on), goes_on, list[Quote]()
    for left, right in marks:
        if opened is None:
            if not _only_closes(text, left, right, end):
                opened, continues = left, goes_on and left == start
        elif _only_opens(text, left, right, start) and left != opened:
            found.append(_unclosed(text, opened, left, continues))
            opened, continues = left, False
        elif left != opened:
            found.append(Quote(opened, right, continues))
            opened = None
    if opened is not None:
        found.append(Quote(opened, end, continues))
    return found, opened is not None


def _carried(text: str, start: int, marks: Sequence[tuple[int, int]], goes_on: bool) -> int | None:
    """Start of a quotation that runs on from the paragraph before without a mark of its own."""
    if not (goes_on and marks) or marks[0][0] == start:
        return None
    left, right = marks[0]
    closes = not text[left - 1].isspace() and not text[right : right + 1].isalnum()
    return start if text[left] == "”" or closes else None


def _only_closes(text: str, left: int, right: int, end: int) -> bool:
    return text[left:right] in "”»" and (right >= end or not text[right].isalnum())


def _only_opens(text: str, left: int, right: int, start: int) -> bool:
    """An opening mark behind a blank and before a word: the quotation before it was never closed."""
    before = text[left - 1] if left > start else " "
    after = text[right : right + 1]
    return text[left:right] in OPENING and before.isspace() and after.isalnum()


def _unclosed(text: str, opened: int, limit: int, continues: bool) -> Quote:
    """A quotation without its closing mark, up to the last full stop before the next one opens."""
    stop = max(text.rfind(mark, opened, limit) for mark in ".!?")
    return Quote(opened, stop + 1 if stop > opened else limit, continues)


def _single(text: str, start: int, end: int) -> list[Quote]:
    return [Quote(*m.span()) for m in SINGLE.finditer(text, start, end) if len(m.group().split()) >= 3]
