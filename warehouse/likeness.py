"""How alike two texts are as copies: sketches that find candidates, sentences that decide.

A sketch is a MinHash (Broder 1997) over word 5-grams, of the whole text and of its first 100 words: an excerpt keeps
the beginning. Sketches alone cannot tell a copy from another report in the same mould, so a candidate is compared
sentence by sentence: "41 people were arrested" beside "40 people were arrested" speaks against it, a typo does not.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from rensa import RMinHash

SHINGLE, LEAD = 5, 100
# Bands of three: texts that share a third of their shingles meet in some band with 85 %, a hundredth with 0.004 %.
BANDS, ROWS = 42, 3
SHORTEST = 20  # words; a shorter text is no copy of anything
COVERED, CONFLICTS = 0.7, 1
SAME_SENTENCE = 0.7
SHARED_PAIRS = 0.5  # of the shorter text's neighbouring words: a copy with a typo in every line still shares more

END_OF_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+|\n+")
WORD = re.compile(r"[^\W_]+(?:[.,:][0-9]+)*")

Sentence = tuple[str, ...]


class Likeness(NamedTuple):
    """`covered` is the share of the shorter text's words in sentences that the other has too, `conflicts` the facts
    (numbers, names) that differ between sentences which are otherwise the same."""

    covered: float
    conflicts: int

    @property
    def is_copy(self) -> bool:
        """Whether one repeats the other."""
        return self.covered >= COVERED and self.conflicts <= CONFLICTS


def bands(text: str) -> list[int]:
    """Numbers of which copies share at least one, in all likelihood; none for a text that is too short."""
    words = [word.lower() for word in WORD.findall(text)]
    if len(words) < SHORTEST:
        return []
    parts = (words, words[:LEAD]) if len(words) > LEAD else (words,)
    return sorted({number for part in parts for number in _bands(part)})


def word_pairs(text: Sequence[Sentence]) -> frozenset[tuple[str, str]]:
    """Words that follow each other in some sentence."""
    return frozenset(pair for sentence in text for pair in pairwise(sentence))


def may_be_copies(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether two texts share so many pairs of words that comparing their sentences is worth while."""
    return len(one & other) >= SHARED_PAIRS * min(len(one), len(other))


def likeness(one: Sequence[Sentence], other: Sequence[Sentence]) -> Likeness:
    """Compare two texts given as sentences."""
    shorter, longer = sorted((one, other), key=_length)
    known = set(longer)
    missing = [sentence for sentence in shorter if sentence not in known]
    extra = [sentence for sentence in longer if sentence not in set(shorter)]
    covered = _length(shorter) - _length(missing)
    conflicts: set[tuple[Sentence, Sentence]] = set()
    for sentence in missing:
        twin = _twin(sentence, extra)
        differences = list(_differences(sentence, twin)) if twin else []
        conflicts |= {pair for pair in differences if _is_conflict(*pair)}
        if twin and all(_is_typo(*pair) for pair in differences):
            covered += len(sentence)
    return Likeness(covered / max(1, _length(shorter)), len(conflicts))


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text as words in their own case; without quotation marks, dashes and line breaks."""
    return [words for piece in END_OF_SENTENCE.split(text) if (words := tuple(WORD.findall(piece)))]


def _bands(words: Sequence[str]) -> Iterator[int]:
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=1)
    sketch.update([" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)])
    rows = sketch.digest()
    for band in range(BANDS):
        first, second, third = rows[band * ROWS : (band + 1) * ROWS]
        yield (band << 57) ^ (first << 32) ^ (second << 16) ^ third


def _length(text: Sequence[Sentence]) -> int:
    return sum(map(len, text))


def _twin(sentence: Sentence, candidates: Sequence[Sentence]) -> Sentence | None:
    """The sentence that says the same but for a few words."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(sentence)
    best, best_ratio = None, SAME_SENTENCE
    for candidate in candidates:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= best_ratio and matcher.quick_ratio() >= best_ratio:
            ratio = matcher.ratio()
            if ratio >= best_ratio:
                best, best_ratio = candidate, ratio
    return best


def _differences(one: Sentence, other: Sentence) -> Iterator[tuple[Sentence, Sentence]]:
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            yield one[a:b], other[c:d]


def _is_conflict(one: Sentence, other: Sentence) -> bool:
    """Whether a replacement puts one number or name in the place of another."""
    return bool(one and other) and not _is_typo(one, other) and any(map(_is_fact, one)) and any(map(_is_fact, other))


def _is_fact(word: str) -> bool:
    return word[0].isdigit() or word[0].isupper()


def _is_typo(one: Sentence, other: Sentence) -> bool:
    """Whether two passages are the same but for case, or but for one letter of a longer word."""
    a, b = "".join(one).lower(), "".join(other).lower()
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or any(letter.isdigit() for letter in a + b) or len(one) != len(other):
        return False
    return _one_edit(a, b)


def _one_edit(a: str, b: str) -> bool:
    """One letter more, less or other, or two neighbours swapped."""
    head = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[head:], b[head:]
    swapped = len(a) > 1 and len(b) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]
