"""Capitals that the model can read: "TROOPS SENT TO ALMATY" is parsed as "troops sent to Almaty".

A model trained on running text takes a line in capitals for names. Each word of such a line gets the
form in which the rest of the text writes it; the length never changes, so offsets stay true.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LINE = re.compile(r"[^\n]+")
MIDDLE = re.compile(r"(?<=[a-z,;] )" + WORD.pattern)


def truecase(text: str, names: Mapping[str, str]) -> str:
    """`text` with its all-capital lines recased; `names` maps a lower-case word to its written form."""
    shouting = [m for m in LINE.finditer(text) if _is_shouted(m[0])]
    if not shouting:
        return text
    forms = _forms_in(text)
    out = list(text)
    for line in shouting:
        recased = WORD.sub(lambda m: _recase(m[0], forms, names), line[0])
        recased = recased[:1].upper() + recased[1:]
        out[line.start() : line.end()] = recased
    return "".join(out)


def _is_shouted(line: str) -> bool:
    """Three words and more, all in capitals."""
    words = WORD.findall(line)
    return len(words) >= 3 and line.upper() == line and line.lower() != line


def _forms_in(text: str) -> dict[str, str]:
    """The most frequent mid-sentence spelling of each word in the lines that are not shouted."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for line in LINE.findall(text):
        if not _is_shouted(line):
            for word in MIDDLE.findall(line):
                seen[word.lower()][word] += 1
    return {word: max(forms.items(), key=lambda f: (f[1], f[0]))[0] for word, forms in seen.items()}


def _recase(word: str, forms: Mapping[str, str], names: Mapping[str, str]) -> str:
    plain = word.lower()
    recased = forms.get(plain) or names.get(plain) or plain
    return recased if len(recased) == len(word) else word
