"""The number behind a plural that states none: "they" and "the hostages" are the seven that were told of before.

Only where the text leaves no choice: the last group of people with a number, and no other group between.
"""

from collections.abc import Sequence

from transforms.parsed import Token
from transforms.quantities.beside import QuantityWords
from transforms.quantities.claim import Claim
from transforms.quantities.words import SUBJECTS, end_of

REACH = 400  # characters between a pronoun and its antecedent


def referred(victim: Token, earlier: Sequence[Claim], words: QuantityWords) -> Claim | None:
    """A claim over a pronoun or a definite plural with the number of its antecedent; None where it is not certain."""
    known = [c for c in earlier if _can_be_meant(c) and c.figure.end < victim.idx]
    if victim.lower_ in words.group_pronoun:
        found = _last_group(victim, known, words)
    elif victim.tag_ in ("NNS", "NNPS") and _is_definite(victim, words):
        found = next((c for c in reversed(known) if _same(c, victim)), None)
    else:
        return None
    return _over(victim, found) if found is not None else None


def _can_be_meant(claim: Claim) -> bool:
    stated = claim.figure.kind == "count" and (claim.figure.value or 0) > 1 and "implied" not in claim.flags
    return stated and claim.is_people and claim.counted is not None and claim.part_of is None


def _last_group(pronoun: Token, known: Sequence[Claim], words: QuantityWords) -> Claim | None:
    """The last group with a number: the subject of its sentence before all others; none where two could be meant."""
    near = [c for c in known if pronoun.idx - c.figure.end < REACH and c.counted and not c.counted.ellipsis]
    if not near or near[-1].counted is None:
        return None
    last = near[-1].counted.head.sent
    same = [c for c in near if c.counted is not None and c.counted.head.sent == last]
    subjects = [c for c in same if c.counted is not None and c.counted.head.dep_ in SUBJECTS]
    found = subjects[-1] if subjects else same[0] if len(same) == 1 else None
    if found is None or found.counted is None:
        return None
    between = pronoun.doc[found.counted.head.i + 1 : pronoun.i]
    rivals = (t for t in between if t.dep_ in SUBJECTS and t.pos_ in ("NOUN", "PROPN", "PRON", "NUM"))
    return found if all(_same(found, t) or t.lower_ in words.relative | {pronoun.lower_} for t in rivals) else None


def _is_definite(noun: Token, words: QuantityWords) -> bool:
    """ "The hostages", nothing nearer said of them: "the wounded hostages" may be others."""
    before = [c for c in noun.lefts if c.dep_ != "punct"]
    return bool(before) and all(c.lower_ in words.naming for c in before)


def _same(claim: Claim, noun: Token) -> bool:
    return claim.counted is not None and claim.counted.head.lemma_.lower() == noun.lemma_.lower()


def _over(victim: Token, meant: Claim) -> Claim:
    """The antecedent's number over the words that stand for it."""
    start, end = min(victim.left_edge.idx, victim.idx), end_of(victim)
    figure = meant.figure._replace(
        start=start, end=end, number_start=start, number_end=end, form="implied", direction=None, flags=()
    )
    what = meant.counted._replace(ellipsis=True) if meant.counted else None
    return Claim(figure, what, is_people=True, flags=("implied",))
