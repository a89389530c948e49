"""Totals that a text gives in parts: "Two guards were killed. A policeman was also killed." is three.

Only words that add make a total ("also", "another", "two others"); figures that merely follow one another do not, nor
do the others of another fate: "two died and 55 others were hurt" adds nobody to those hurt before.
"""

from collections.abc import Iterable, Iterator, Sequence

from transforms.parsed import Token
from transforms.quantities.beside import QuantityWords
from transforms.quantities.claim import Claim, sum_of
from transforms.quantities.harm import Hurt
from transforms.quantities.words import preposition

SUMMED = ("killed", "injured")


def added(
    found: Sequence[Claim], hurts: Sequence[Hurt], before: Sequence[Claim], words: QuantityWords
) -> Iterator[Claim]:
    """The totals of what a sentence adds to claims before it, there or in the sentences before."""
    known = [*before, *found]
    for hurt in sorted(hurts, key=lambda h: h.victim.i):
        if hurt.measure in SUMMED and not hurt.denied and (_says_also(hurt, words) or _is_further(hurt, words)):
            start = min(hurt.victim.left_edge.idx, hurt.victim.idx)
            here = _largest((c for c in found if start <= c.figure.start <= _reach(hurt)), hurt.measure)
            there = here and _largest((c for c in known if c.figure.end < here.figure.start), hurt.measure)
            if here and there and (_says_also(hurt, words) or not _contrasts(here, found)):
                known.append(sum_of((there, here), None))
                yield known[-1]


def _contrasts(here: Claim, found: Sequence[Claim]) -> bool:
    """Whether the last to be counted before it in the sentence met another fate: those are whom it is "other" than."""
    before = [c for c in found if c.measure in SUMMED and c.figure.end < here.figure.start]
    return bool(before) and max(before, key=lambda c: c.figure.start).measure != here.measure


def _says_also(hurt: Hurt, words: QuantityWords) -> bool:
    return bool(_adverbs(hurt) & words.also) or (hurt.measure == "killed" and _was_injured(hurt.victim, words))


def _adverbs(hurt: Hurt) -> set[str]:
    helped = [hurt.trigger, *(c for c in hurt.trigger.children if c.dep_ in ("aux", "auxpass"))]
    return {c.lower_ for verb in helped for c in verb.children if c.dep_ == "advmod"}


def _is_further(hurt: Hurt, words: QuantityWords) -> bool:
    phrase: list[Token] = list(hurt.victim.doc[hurt.victim.left_edge.i : hurt.victim.i + 1])
    phrase += [c for c in hurt.victim.rights if c.dep_ in ("amod", "advmod") and c.i == hurt.victim.i + 1]
    one_more = phrase[0].lower_ in ("a", "an", "one")
    if one_more and (
        (_adverbs(hurt) & words.later and hurt.trigger.lemma_ in words.dying) or hurt.victim.lower_ in words.next_one
    ):
        return True
    adding = any(t.lower_ in words.adding and not (t.i + 1 < len(t.doc) and t.nbor().lower_ == "than") for t in phrase)
    return adding and phrase[0].lower_ != "the"


def _was_injured(victim: Token, words: QuantityWords) -> bool:
    """Who had been counted as injured: "three of the wounded died in hospital"."""
    whole = preposition(victim, "of")
    return whole is not None and whole.lower_ in words.injured


def _reach(hurt: Hurt) -> int:
    """The last offset at which a claim of the same victims can begin."""
    return int(hurt.victim.right_edge.idx)


def _largest(found: Iterable[Claim], measure: str) -> Claim | None:
    """The largest stated number, not a part and not a vague one."""
    own = [c for c in found if c.measure == measure and not c.is_negated and c.part_of is None]
    stated = [c for c in own if c.figure.value is not None]
    return max(stated, key=lambda c: (c.figure.value or 0, -c.figure.start), default=None)
