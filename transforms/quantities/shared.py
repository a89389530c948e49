"""What the numbers of a sentence lend each other: "16 of 22 medals", "54 votes to 48", "$1.10, compared with 98 cents".

A number that names nothing itself counts what its neighbour counts where the words between say so.
"""

import re
from collections.abc import Sequence

from transforms.quantities.claim import Claim
from transforms.quantities.figure import Figure
from transforms.quantities.measured import AMOUNTS
from transforms.quantities.phrases import Counted
from transforms.quantities.scene import Scene
from transforms.quantities.words import root_of

WHOLE = "of"
AGAIN = re.compile(r" (?:in|on|last|this)(?: [\w’'-]+){1,2},? and ")
SHARES = frozenset({"percent", "ratio"})

Earlier = Sequence[tuple[Figure, Counted]]


def compared(scene: Scene, figure: Figure, earlier: Earlier) -> Counted | None:
    """What the number before counts or measures, where another of the same thing is set beside it."""
    before = scene.text[max(0, figure.start - 16) : figure.start].lower()
    linked = before.endswith(scene.lexicon.comparisons)
    if (
        figure.kind == "count"
        and before.endswith(" from ")
        and not before.rstrip().endswith(tuple(scene.lexicon.beside.turn_from))
    ):  # "bought from 12 farms"
        linked = False
    same = (what for told, what in reversed(earlier) if (told.kind, told.unit) == (figure.kind, figure.unit))
    found = next(same, None) if linked or _is_subject(scene, figure) else None
    return found if linked or found is None else found._replace(ellipsis=True)


def _is_subject(scene: Scene, figure: Figure) -> bool:
    """A share that does something itself: "41 percent back the plan, 35 percent oppose it"."""
    root = root_of(scene.words.between(figure.start, figure.end)) if figure.kind in SHARES else None
    return root is not None and root.dep_ == "nsubj"


def restates(text: str, before: Figure, figure: Figure, what: Counted | None) -> bool:
    """Two ways to say it ("85 cents, or 1.1 percent"), or the same at another time ("0.3% in May and 1.1% in June")."""
    between = text[before.end : figure.start]
    if figure.kind not in AMOUNTS or before.kind not in AMOUNTS:
        return False
    again = what is None and (before.kind, before.unit) == (figure.kind, figure.unit) and AGAIN.fullmatch(between)
    return bool(again) or between.strip(" ,") in ("or", "(", "to")


def lent(claims: Sequence[Claim], scene: Scene) -> list[Claim]:
    """The claims, with what a bare count takes from the next number ("from ten to 32 pages") or the one before."""
    found, text = list(claims), scene.text
    for at, claim in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        if claim.counted is not None:
            continue
        if after is not None and _begins(claim.figure, after.figure, text):
            found[at] = claim._replace(counted=after.counted)
        if claim.figure.kind != "count":
            continue
        before = found[at - 1] if at else None
        if after is not None and _leads(claim, after, scene):
            found[at] = claim._replace(counted=_of(after, text[claim.figure.end : after.figure.start]))
        elif before is not None and _answers(before, claim, text):
            found[at] = claim._replace(counted=before.counted)
    return found


def _begins(figure: Figure, after: Figure, text: str) -> bool:
    """The lower end: "rose from 9% to 11%"."""
    same = figure.kind in AMOUNTS and (figure.kind, figure.unit) == (after.kind, after.unit)
    between = text[figure.end : after.start].strip()
    return same and between == "to" and text[: figure.start].rstrip().endswith("from")


def _of(after: Claim, between: str) -> Counted | None:
    return after.counted._replace(whole=between.split(maxsplit=1)[0] in (WHOLE, "out")) if after.counted else None


def _leads(claim: Claim, after: Claim, scene: Scene) -> bool:
    """Whether only a small word parts a bare number from one that says what both count."""
    same = after.figure.kind == "count" and after.counted is not None and not after.counted.ellipsis
    return same and scene.text[claim.figure.end : after.figure.start].strip() in scene.lexicon.beside.before_next


def _answers(before: Claim, claim: Claim, text: str) -> bool:
    """The other side's number: "54 votes to 48"."""
    what = before.counted
    if before.figure.kind != "count" or what is None or what.ellipsis or what.start < before.figure.end:
        return False
    return not text[before.figure.end : what.start].strip() and text[what.end : claim.figure.start].strip() == "to"
