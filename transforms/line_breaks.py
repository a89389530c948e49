"""Which line breaks end a paragraph, and which are only where a line was full.

Three layouts of plain text: paragraphs as lines, paragraphs parted by blank lines with wrapped lines inside,
and wrapped lines in which a paragraph ends where a sentence ends before the line is continued.
"""

import re
from itertools import pairwise

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE_BREAK = re.compile(r"[^\S\n]*\n\s*")
SENTENCE_END = (".", "!", "?", "”", '"', ":", ";", "’", "…", "...")
LONGEST_WRAPPED_LINE, SHORTEST_FULL_LINE = 130, 50
CONTINUED = 0.3  # share of broken lines that go on with a small letter


def breaks(text: str) -> list[tuple[int, int]]:
    """Spans of white space between paragraphs."""
    if "\n" not in text:
        return []
    wrapped = is_wrapped(text)
    pattern, kept = BLANK_LINE if wrapped else LINE_BREAK, _wraps(text, wrapped=wrapped)
    return [m.span() for m in pattern.finditer(text) if m[0].count("\n") > 1 or text.index("\n", m.start()) not in kept]


def wraps(text: str) -> set[int]:
    """Offsets of the line breaks that are none in the sense of the text."""
    return _wraps(text, wrapped=is_wrapped(text)) if "\n" in text else set()


def _wraps(text: str, *, wrapped: bool) -> set[int]:
    if wrapped:
        return {m.start() for m in re.finditer(r"(?<!\n)\n(?!\s*\n)", text)}
    broken = [m for m in re.finditer(r"(?<=\S)[^\S\n]*\n(?=[^\n]*\S)", text) if _is_cut(text, m.start())]
    continued = [m for m in broken if text[m.end() :].lstrip()[:1].islower()] if len(broken) > 1 else []
    return {text.index("\n", m.start()) for m in broken} if len(continued) > 1 else set()


def is_wrapped(text: str) -> bool:
    """Whether paragraphs are parted by blank lines and the single breaks inside are where a line was full.

    Lines of a table, a list of results or captions go on with capitals and figures, running text with small letters.
    """
    lines = [line.strip() for line in BLANK_LINE.sub("\n\n", text).split("\n")]
    inner = [(a, b) for a, b in pairwise(lines) if a and b]
    broken = [(a, b) for a, b in inner if not a.endswith(SENTENCE_END)]
    longest = max((len(a) for a, _ in inner), default=0)
    if len(inner) < 2 or len(broken) * 2 <= len(inner) or longest > LONGEST_WRAPPED_LINE:
        return False
    if text.isupper():
        return longest >= SHORTEST_FULL_LINE
    return sum(b[0].islower() for _, b in broken) >= CONTINUED * len(broken)


def _is_cut(text: str, end: int) -> bool:
    """Whether the line that ends here was full and goes on: long enough, no stop at its end."""
    line = text[text.rfind("\n", 0, end) + 1 : end].strip()
    return SHORTEST_FULL_LINE <= len(line) <= LONGEST_WRAPPED_LINE and not line.endswith(SENTENCE_END)
