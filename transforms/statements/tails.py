"""Attributions beside what they report: "[It rained], he said", "[...], reported NHK World", "according to X, [S]"."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from transforms.statements.cues import Cue, is_finite
from transforms.statements.draft import Draft, kind_of, trimmed
from transforms.statements.quotations import Quote
from transforms.statements.speakers import Phrase, inverted, phrase, speaker_of, subject_of

MARKS = frozenset({",", "”", '"', "’", "'", "—", "–", "-", "''"})
RELATED = frozenset({"relcl", "acl", "pcomp", "pobj"})


class Tail(NamedTuple):
    """An attribution set off from its content: where it begins and ends, and who speaks."""

    cue: Cue
    speaker: Phrase | None
    start: int
    end: int


def tail_of(cue: Cue) -> Tail | None:
    """A cue that stands beside its content, set off by a comma or a closing mark (a phrase needs none)."""
    if not cue.allows("tail"):
        return None
    if cue.part == "phrase":
        speaker = speaker_of(cue)
        return Tail(cue, speaker, cue.start, _phrase_end(cue, speaker)) if speaker else None
    if cue.part != "verb" or not (is_finite(cue.token) or cue.token.tag_ == "VBN") or _complemented(cue):
        return None
    return _inverted(cue) or _plain(cue)


def tail_draft(tail: Tail, text: str, quotes: Sequence[Quote]) -> list[Draft]:
    """What the attribution's sentence holds before it, and behind it where it is set into the middle."""
    sentence = tail.cue.token.sent
    before = trimmed(text, _opening(sentence[0], tail), tail.start)
    after = trimmed(text, tail.end, sentence.end_char)
    spans = [before] if _holds_clause(tail.cue.token, *before) else []
    if (tail.cue.part == "phrase" and not spans) or (spans and text[tail.end : tail.end + 1] == ","):
        spans += [after] if _holds_clause(tail.cue.token, *after) else []
    return [Draft(a, b, kind_of(text, a, b, quotes), tail.cue, tail.speaker, _main(tail, a, b)) for a, b in spans]


def _inverted(cue: Cue) -> Tail | None:
    first = _first_auxiliary(cue.token)
    if first.i == 0 or first.nbor(-1).text not in MARKS or first.i == cue.token.sent.start:
        return None
    speaker = inverted(cue)
    return Tail(cue, speaker, first.idx, _end(cue, speaker)) if speaker and first.i == cue.token.i else None


def _plain(cue: Cue) -> Tail | None:
    subject = next((c for c in cue.token.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return None
    first = subject.left_edge
    if first.i <= cue.token.sent.start or first.nbor(-1).text not in MARKS or _runs_on(cue):
        return None
    return Tail(cue, phrase(subject), first.idx, _end(cue, None))


def _complemented(cue: Cue) -> bool:
    """Whether the cue has its content behind it."""
    return any(
        c.i > cue.last.i and c.left_edge.i > cue.last.i and c.dep_ == "ccomp" and is_finite(c)
        for c in cue.token.children
    )


def _runs_on(cue: Cue) -> bool:
    """Whether an object follows that is no addressee: "..., the court said nothing"."""
    return any(
        c.dep_ in {"dobj", "attr", "xcomp"} and c.i > cue.last.i and c.ent_type_ == "" for c in cue.token.children
    )


def _end(cue: Cue, speaker: Phrase | None) -> int:
    """The end of the attribution: its verb, its speaker and what says when and where, up to the next comma."""
    start = max(cue.last.i, speaker.head.right_edge.i if speaker else 0)
    last = cue.last
    for token in cue.token.doc[cue.last.i + 1 : cue.token.sent.end]:
        if token.text in {",", ";", "—", "–", "“", '"', "."} and token.i > start:
            break
        last = token
    return last.idx + len(last)


def _phrase_end(cue: Cue, speaker: Phrase | None) -> int:
    """The end of "according to X", appositions and relative clauses of X included."""
    if speaker is None:
        return cue.end
    last = speaker.head.right_edge
    end = max(last.idx + len(last), speaker.end)
    if last.i >= cue.token.sent.end - 2 or last.i + 1 >= len(cue.token.doc):
        return end
    return end if last.nbor().text == "," or last.text == "," else min(end, max(speaker.end, cue.end))


def _opening(first: Token, tail: Tail) -> int:
    """Where the content before an attribution begins: at the sentence, or behind a comma-less conjunct's "and"."""
    cue = tail.cue.token
    if tail.cue.part == "phrase" and cue.i and cue.nbor(-1).text not in MARKS:
        verb = cue.head
        if verb.dep_ == "conj" and subject_of(verb) is not None and any(c.dep_ == "nsubj" for c in verb.children):
            return verb.left_edge.idx
    return first.idx


def _holds_clause(cue: Token, start: int, end: int) -> bool:
    words = [t for t in cue.sent if start <= t.idx < end]
    return any(is_finite(t) or t.tag_ == "VBN" for t in words) and len(words) > 2


def _main(tail: Tail, start: int, end: int) -> Token | None:
    return next((t for t in tail.cue.token.sent if start <= t.idx < end and _top(t, start, end)), None)


def _top(token: Token, start: int, end: int) -> bool:
    return (is_finite(token) and not start <= token.head.idx < end) or token.head.i == token.i


def _first_auxiliary(verb: Token) -> Token:
    return next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)
