"""Where a parse hangs words on the wrong verb, mended before anything reads it.

"said | on Tuesday it had left": the day is that of the saying. "It rained in Oyl, the mayor said": so says the mayor.
"""

from collections.abc import Sequence
from typing import Protocol

BESIDE = frozenset({"prep", "npadvmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
JOINED = frozenset({"conj", "ccomp", "acl"})
VERBS = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})


class Word(Protocol):
    """What a word must tell; `dep_` is set anew where the word gets another head."""

    text: str
    pos_: str
    tag_: str
    dep_: str


def reattach(words: Sequence[Word], steps: list[int]) -> None:
    """Set heads anew, as steps from each word, and what the words then are to their heads."""
    for at, word in enumerate(words):
        if word.dep_ in BESIDE and steps[at] > 0 and at and words[at - 1].pos_ == "VERB":
            _hang_on_saying(words, steps, at)
        elif word.dep_ in JOINED and steps[at] < 0 and word.tag_ in FINITE and words[at - 1].dep_ == "appos":
            _crown(words, steps, at)


def _hang_on_saying(words: Sequence[Word], steps: list[int], at: int) -> None:
    """An adverbial between a verb and the subject of its clause is the verb's own: "said | on Tuesday it had left"."""
    clause = at + steps[at]
    is_content = words[clause].dep_ == "ccomp" and clause + steps[clause] == at - 1
    if is_content and any(words[k].dep_ in SUBJECTS and k + steps[k] == clause for k in range(at + 1, clause)):
        steps[at] = -1


def _crown(words: Sequence[Word], steps: list[int], at: int) -> None:
    """A finite verb behind ", the mayor" is the sentence's own, with him as its subject and the rest as content."""
    first = at
    while steps[first]:
        first += steps[first]
    begin = at - 1
    while begin > first and words[begin].pos_ in NOMINAL:
        begin -= 1
    if first >= begin or words[begin].text != "," or begin + 1 == at or words[first].pos_ not in VERBS:
        return
    below = [k for k in range(first, at) if steps[k] and k + steps[k] in {first, at}]
    if any(words[k].dep_ == "cc" for k in below):
        return
    for k in below:
        if words[k].dep_ in SUBJECTS and k + steps[k] == at:
            steps[k], words[k].dep_ = first - k, "dobj"
    steps[at - 1], steps[at], steps[first] = 1, 0, at - first
    words[at - 1].dep_, words[at].dep_, words[first].dep_ = "nsubj", "ROOT", "ccomp"
