"""Attributions beside what they report: "[It rained], he said", "[...], reported NHK World", "according to X, [S]"."""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.parsed import Span, Token
from transforms.statements.cues import Cue, heads_finite_clause, is_finite, is_passive
from transforms.statements.draft import Draft, kind_of, trimmed
from transforms.statements.phrases import Phrase, phrase
from transforms.statements.quotations import Quote, quoted
from transforms.statements.speakers import cited, inverted, speaker_of
from transforms.statements.subjects import QUOTING, SUBJECTS, subject_of

MARKS = frozenset({",", "”", '"', "’", "'", "—", "–", "-", "''"})


class Tail(NamedTuple):
    """An attribution set off from its content: where it begins and ends, and who speaks."""

    cue: Cue
    speaker: Phrase | None
    start: int
    end: int
    leads: bool = False  # "As he told reporters, [it rained]"


def tail_of(cue: Cue) -> Tail | None:
    """A cue that stands beside its content, set off by a comma or a closing mark (a phrase needs none)."""
    if not cue.allows("tail"):
        return None
    if cue.part == "phrase":
        speaker = speaker_of(cue)
        return Tail(cue, speaker, cue.start, _phrase_end(cue, speaker)) if speaker else None
    if cue.part == "verb" and cue.token.dep_ == "pcomp" and not _complemented(cue):
        return _quoted_as(cue)
    if cue.part != "verb" or is_passive(cue.token) or not heads_finite_clause(cue.token) or _complemented(cue):
        return None
    return _leading(cue) or _inverted(cue) or _plain(cue) or _apart(cue)


def tail_draft(tail: Tail, text: str, quotes: Sequence[Quote], cut: int) -> list[Draft]:
    """What the attribution's sentence holds before it, and behind it up to `cut` where it is set into the middle."""
    sentence, own = tail.cue.token.sent, quoted(quotes, tail.cue.start)
    floor, limit = (own.start + 1, own.end - 1) if own else (0, len(text))
    before = trimmed(text, max(floor, _opening(_unjoined(sentence[0]), tail)), tail.start)
    after = _without_joint(sentence, *trimmed(text, tail.end, min(limit, cut, sentence.end_char)))
    if _hangs(tail):
        after = after[0], min(after[1], _clause_end(tail))
    goes_on = text[tail.end : tail.end + 1] == "," and _holds_clause(tail.cue.token, *after)
    goes_on = goes_on and not (before[0] < before[1] and _is_apposed(tail, *after)) and not _adds(tail, after[0])
    held = _holds_clause(tail.cue.token, *before) or (goes_on and before[0] < before[1])
    spans = [before] if held and not tail.leads and not _hangs(tail) else []
    if tail.leads or goes_on or (tail.cue.part == "phrase" and not spans):
        spans += [after] if _holds_clause(tail.cue.token, *after) else []
    return [
        Draft(a, b, kind_of(text, a, b, quotes), tail.cue, tail.speaker, _main(tail, a, b), cited(tail.cue))
        for a, b in spans
    ]


def _inverted(cue: Cue) -> Tail | None:
    if cue.token.i == cue.token.sent.start or not _set_off(cue.token):
        return None
    speaker = inverted(cue)
    return Tail(cue, speaker, cue.start, _end(cue, speaker)) if speaker and not _runs_into_clause(cue) else None


def _quoted_as(cue: Cue) -> Tail | None:
    """ "..., the minister was quoted as saying", "..., Interfax quoted the minister as saying"."""
    quoting = cue.token.head.head
    subject = next((c for c in quoting.lefts if c.dep_ in SUBJECTS), None)
    speaker = subject_of(cue.token)
    if quoting.lemma_ not in QUOTING or subject is None or speaker is None:
        return None
    first = subject.left_edge
    is_beside = first.i > cue.token.sent.start and _set_off(first) and not _runs_into_clause(cue)
    return Tail(cue, phrase(speaker), first.idx, _end(cue, None)) if is_beside else None


def _plain(cue: Cue) -> Tail | None:
    subject = next((c for c in reversed(cue.token.lefts) if c.dep_ == "nsubj"), None)  # the nearest, should it have two
    if subject is None:
        return None
    first = subject.left_edge
    if first.i <= cue.token.sent.start or not _set_off(first) or _runs_on(cue) or _runs_into_clause(cue):
        return None
    return Tail(cue, phrase(subject), first.idx, _end(cue, None))


def _apart(cue: Cue) -> Tail | None:
    """A speaker with a name between commas, taken for a part of the content: "..., its head, X, said"."""
    verb = cue.token
    if not is_finite(verb) or verb.i - verb.sent.start < 2 or verb.nbor(-1).text != ",":
        return None
    last = verb.nbor(-2)
    name = next((t for t in (last, *last.ancestors) if t.dep_ == "appos" and t.pos_ == "PROPN"), None)
    if name is None or name.right_edge.i >= verb.i or any(c.dep_ in SUBJECTS and c != name.head for c in verb.children):
        return None
    speaker = _own_noun(name, verb)
    first = speaker.left_edge if speaker is not None else verb.sent[0]
    if speaker is None or first.i <= verb.sent.start or not _set_off(first) or _runs_on(cue) or _runs_into_clause(cue):
        return None
    return Tail(cue, phrase(speaker), first.idx, _end(cue, None))


def _own_noun(name: Token, verb: Token) -> Token | None:
    """The noun that a name between commas explains, or the name where that ends the content ("were officers, X,")."""
    noun = name.head
    if noun.left_edge.i > verb.sent.start and _set_off(noun.left_edge):
        return noun
    is_another = noun.tag_ in {"NNS", "NNPS"} or (noun.head.i < noun.i and is_finite(noun.head))
    return name if is_another else None


def _leading(cue: Cue) -> Tail | None:
    """ "As the minister told parliament, ..." at the head of a sentence."""
    first = next((c for c in cue.token.lefts if c.dep_ == "mark"), cue.token)
    subject = next((c for c in cue.token.lefts if c.dep_ == "nsubj"), None)
    if first.lower_ != "as" or subject is None or first.i != cue.token.sent.start:
        return None
    return Tail(cue, phrase(subject), first.idx, _end(cue, None), leads=True)


def _set_off(token: Token) -> bool:
    """Whether a comma, a dash or a closing mark stands before a token; a hyphen within a word is none."""
    before = token.nbor(-1)
    return before.text in MARKS and (before.text not in {"-", "–"} or bool(before.nbor(-1).whitespace_))


def _hangs(tail: Tail) -> bool:
    """Whether what stands before an attribution only opens a clause: "which, according to AFP, ..."."""
    token = tail.cue.token
    if token.dep_ == "pcomp":
        return False  # "was quoted as saying"
    before = next((t for t in reversed(token.sent[: token.i - token.sent.start]) if not t.is_punct), None)
    return before is None or before.tag_ in {"WDT", "WP", "WRB", "IN", "CC"}


def _clause_end(tail: Tail) -> int:
    """The end of the clause that an attribution stands in."""
    last = tail.cue.token.head.right_edge
    return last.idx + len(last)


def _complemented(cue: Cue) -> bool:
    """Whether the cue has its content behind it."""
    behind = [c for c in cue.token.children if c.dep_ in {"ccomp", "xcomp"} and c.left_edge.i > cue.last.i]
    return any(heads_finite_clause(c) or c.dep_ == "xcomp" for c in behind)


def _runs_into_clause(cue: Cue) -> bool:
    """Whether a finite verb that is in no relative clause follows before the next comma: no attribution goes on so."""
    for token in cue.token.doc[cue.last.i + 1 : cue.token.sent.end]:
        if token.is_punct:
            return False
        if is_finite(token) and not any(t.dep_ in {"relcl", "acl", "advcl"} for t in (token, *token.ancestors)):
            return True
    return False


def _runs_on(cue: Cue) -> bool:
    """Whether an object follows, not set off, that is no addressee: "..., the court said nothing"."""
    objects = {"attr", "xcomp"} if cue.allows("addressee") else {"dobj", "attr", "xcomp"}
    behind = [c for c in cue.token.children if c.dep_ in objects and c.i > cue.last.i and c.ent_type_ == ""]
    return any(c.left_edge.nbor(-1).text != "," for c in behind)


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
    source = cited(cue)
    if source:
        return source.end
    last = speaker.head.right_edge
    cut = next((c for c in speaker.head.children if c.dep_ == "acl" and c.nbor(-1).text == ","), None)
    if cut is not None:
        return max(cut.nbor(-1).idx, speaker.end)  # "according to officials, offered": the sentence's own verb
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


def _unjoined(first: Token) -> Token:
    """The first token of a content behind an opening "and" or "but"."""
    while (first.is_space or first.tag_ == "CC") and first.i + 1 < first.sent.end:
        first = first.nbor()
    return first


def _without_joint(sentence: Span, start: int, end: int) -> tuple[int, int]:
    """A content without the conjunction that joins it to what stands before the attribution."""
    first = next((t for t in sentence if t.idx == start), None)
    return (
        (first.nbor().idx, end)
        if first is not None and first.tag_ == "CC" and first.i + 1 < sentence.end
        else (start, end)
    )


def _holds_clause(cue: Token, start: int, end: int) -> bool:
    words = [t for t in cue.sent if start <= t.idx < end]
    return any(is_finite(t) or t.tag_ == "VBN" for t in words) and len(words) > 2


def _is_apposed(tail: Tail, start: int, end: int) -> bool:
    """Whether what stands behind an attribution only renames what is before: ", she said, the first this year"."""
    tops = [t for t in tail.cue.token.sent if start <= t.idx < end and not start <= t.head.idx < end and not t.is_punct]
    return len(tops) == 1 and tops[0].dep_ == "appos" and tops[0].pos_ in {"NOUN", "PROPN"}


def _adds(tail: Tail, start: int) -> bool:
    """Whether what stands behind an attribution tells of the speaker: ", she said, | adding that it rained"."""
    return any(t.idx == start and t.tag_ == "VBG" and t.head == tail.cue.token for t in tail.cue.token.rights)


def _main(tail: Tail, start: int, end: int) -> Token | None:
    return next((t for t in tail.cue.token.sent if start <= t.idx < end and _top(t, start, end)), None)


def _top(token: Token, start: int, end: int) -> bool:
    return (is_finite(token) and not start <= token.head.idx < end) or token.head.i == token.i
