"""Every statement of an article as a draft: quotations first, then attributions beside clauses, then complements."""

from collections.abc import Iterator, Sequence, Set

from transforms.article import Layout
from transforms.parsed import Doc, Token
from transforms.statements.attribution import attributed
from transforms.statements.clauses import clause_draft
from transforms.statements.continuation import continued, introduced
from transforms.statements.cues import Cue, find_cues, is_passive
from transforms.statements.draft import Draft
from transforms.statements.lexicon import CueLexicon, StatementWords
from transforms.statements.reading import Reading, read
from transforms.statements.tails import Tail, tail_draft, tail_of

HELD_BY_NOBODY = frozenset({"report", "accuse", "claim"})  # "reports that", "allegations that"


def survey(doc: Doc, text: str, layout: Layout, lexicon: CueLexicon) -> list[Draft]:
    """All drafts, unordered; those that nobody holds are left out."""
    cues = find_cues(doc, lexicon)
    reading = read(doc, text, layout, cues, lexicon)
    direct = [d for quote in reading.quotes if (d := attributed(reading, quote))]
    taken = {d.cue.start for d in direct if d.cue}
    tails = [t for cue in cues if cue.start not in taken and (t := tail_of(cue))]
    beside = [d for d in _beside(tails, reading) if not _is_of_another(d, reading)]
    taken |= {d.cue.start for d in beside if d.cue}
    behind = [clause_draft(cue, reading, _cut(cue, tails)) for cue in cues if cue.start not in taken]
    found = direct + beside + [d for d in behind if d and not _repeats(d, direct)]
    held = [d for d in (*found, *_continuations(reading, found)) if _is_attributed(d, lexicon.beside)]
    return [d for d in held if d.speaker or not any(o.speaker and o.start == d.start and o.end == d.end for o in held)]


def _beside(tails: Sequence[Tail], reading: Reading) -> Iterator[Draft]:
    """What the attributions hold; one that holds nothing ends no other: "according to AFP, [the men confessed]"."""
    holding = [tail for tail in tails if tail_draft(tail, reading.text, reading.quotes, len(reading.text))]
    for tail in holding:
        yield from tail_draft(tail, reading.text, reading.quotes, _cut(tail.cue, holding))


def _is_of_another(draft: Draft, reading: Reading) -> bool:
    """Whether a clause joined behind an attribution has its own: "It pays, she said, but | residents say no"."""
    main = draft.main
    if main is None or draft.cue is None or draft.start < draft.cue.end or main.i not in reading.cues:
        return False
    own = next((c for c in main.lefts if c.dep_ == "nsubj" and c.idx >= draft.start), None)
    first = own.left_edge if own is not None else None
    return first is not None and first.idx == draft.start and first.nbor(-1).tag_ == "CC"


def _continuations(reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    known = list(found)
    for quote in reading.quotes:
        if any(d.start < quote.end and quote.start < d.end and d.kind != "indirect" for d in known):
            continue
        open_to = [d for d in known if not _nested(d, reading)]
        if draft := continued(reading, quote, open_to) or introduced(reading, quote):
            known.append(draft)
            yield draft


def _nested(draft: Draft, reading: Reading) -> bool:
    """Whether the cue itself stands in quotation marks."""
    return draft.cue is not None and any(q.start <= draft.cue.start < q.end for q in reading.quotes)


def _cut(cue: Cue, tails: Sequence[Tail]) -> int:
    """Where a later attribution in the sentence of a cue begins."""
    sentence = cue.token.sent
    return min([t.start for t in tails if cue.end < t.start < sentence.end_char], default=sentence.end_char)


def _repeats(draft: Draft, direct: Sequence[Draft]) -> bool:
    """Whether a clause is a quotation that has its attribution already."""
    return draft.kind == "direct" and any(d.start < draft.end and draft.start < d.end for d in direct)


def _is_attributed(draft: Draft, words: StatementWords) -> bool:
    """Whether somebody holds the content, or the text says that it is only reported ("it is alleged that")."""
    cue = draft.cue
    if cue is None or cue.part == "phrase":
        return draft.speaker is not None
    verb = cue.token
    if cue.word.cue_class == "think" and verb.tag_ == "VB" and not any(_is_finite_helper(c) for c in verb.children):
        return False  # "to show that"
    if cue.part == "adjective" and verb.head.pos_ != "AUX" and verb.head.lemma_ not in words.copula:
        return False  # "make sure that"
    if draft.speaker:
        return not _is_nobody(draft.speaker.head, words.nobody)
    if cue.part == "verb":
        return is_passive(verb) and any(c.lower_ == "it" for c in verb.children if c.dep_ == "nsubjpass")
    return cue.part == "noun" and cue.word.cue_class in HELD_BY_NOBODY


def _is_finite_helper(token: Token) -> bool:
    """ "may show", "does not show"."""
    return token.tag_ == "MD" or (token.dep_ == "aux" and token.lemma_ == "do")


def _is_nobody(head: Token, nobody: Set[str]) -> bool:
    """ "No group has admitted", "nobody said"."""
    return head.lower_ in nobody or any(c.dep_ == "det" and c.lower_ in nobody for c in head.children)
