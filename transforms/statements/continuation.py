"""Quotations that go on from an attributed one: behind "he said.", or in the next paragraph."""

from collections.abc import Sequence

from transforms.statements.draft import Draft
from transforms.statements.phrases import phrase
from transforms.statements.quotations import Quote
from transforms.statements.reading import Reading, tokens
from transforms.statements.subjects import subject_of

NEAR = 40  # characters in which the token before a quotation lies


def continued(reading: Reading, quote: Quote, drafts: Sequence[Draft]) -> Draft | None:
    """A quotation that opens its sentence right behind an attributed one, or goes on from the paragraph before."""
    earlier = [d for d in drafts if d.end <= quote.start]
    last = max(earlier, key=lambda d: (d.end, -d.start), default=None)
    if (
        last is None
        or (last.cue and not (last.cue.allows("quote") or last.cue.part == "phrase"))
        or not (quote.continues or _opens_sentence(reading, quote))
    ):
        return None
    through = max(last.end, last.cue.end if last.cue else 0, last.speaker.end if last.speaker else 0)
    between = reading.text[through : quote.start]
    same = any(a <= through - 1 < b and a <= quote.start < b for a, b in reading.paragraphs)
    if not quote.continues and not (_one_stop(between) if same else _next_paragraph(reading, last, through, quote)):
        return None
    return last._replace(start=quote.start, end=quote.end, kind="direct", main=None)


def introduced(reading: Reading, quote: Quote) -> Draft | None:
    """A quotation right behind a sentence that announces it: "The bank issued a statement. "..."."""
    if not _opens_sentence(reading, quote):
        return None
    before = tokens(reading, quote.start - NEAR, quote.start)
    last = next((t for t in reversed(before) if not t.is_space), None)
    for cue in (reading.cues.get(t.i) for t in last.sent) if last is not None else ():
        if cue and cue.part == "noun" and cue.allows("quote") and cue.token.dep_ == "dobj":
            subject = subject_of(cue.token.head)
            if subject is not None:
                return Draft(quote.start, quote.end, "direct", cue, phrase(subject))
    return None


def _opens_sentence(reading: Reading, quote: Quote) -> bool:
    before = reading.text[: quote.start].rstrip()[-1:]
    return before in {"", ".", "!", "?", "”", '"', ":"} or any(a == quote.start for a, _ in reading.paragraphs)


def _one_stop(between: str) -> bool:
    """Whether only the end of the attribution's sentence lies between."""
    body = between.strip()
    return not any(mark in body[:-1] for mark in ".!?") and body[-1:] in {"", ".", ":"}


def _next_paragraph(reading: Reading, last: Draft, through: int, quote: Quote) -> bool:
    """Whether the quotation opens the paragraph right behind one that ends with the attributed quotation."""
    numbers = [n for n, (a, b) in enumerate(reading.paragraphs) if a <= through - 1 < b or a == quote.start]
    if last.kind == "indirect" or len(numbers) != 2 or numbers[1] != numbers[0] + 1:
        return False
    return _one_stop(reading.text[through : reading.paragraphs[numbers[0]][1]])
