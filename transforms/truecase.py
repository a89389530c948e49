"""Capitals that the model can read: "TROOPS SENT TO ALMATY" is parsed as "troops sent to Almaty".

A model trained on running text takes a line in capitals for names. Each word of such a line gets the
form in which the rest of the text writes it; the length never changes, so offsets stay true. The place
that opens a report in capitals ("MANILA, Philippines - ...") is read as a name too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LINE = re.compile(r"[^\n]+")
MIDDLE = re.compile(r"(?<=[a-z,;] )" + WORD.pattern)
SHOUT = re.compile(r"(?<!\w)[A-Z]{2,}(?:,? (?:- )?(?:[A-Z][A-Z'’-]*|\d+)){4,}(?!\w)")  # five words and more
OPENING = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?a-z]\s))[A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]{2,})?(?= ?(?:[,.:(]|[-–—]+ )| \d{4}\b)"
)


def truecase(text: str, names: Mapping[str, str]) -> str:
    """`text` with what is in capitals recased: lines, five words and more, and the place that opens a report.

    `names` maps a word in lower case to its written form, a place in capitals to the form that opens a report.
    """
    lines = [m for m in LINE.finditer(text) if _is_shouted(m[0])]
    loud = [m.span() for m in lines] + [m.span() for m in SHOUT.finditer(text)]
    places = [m for m in OPENING.finditer(text) if m[0] in names]
    if not loud and not places:
        return text
    out = list(text)
    for place in places:
        out[place.start() : place.end()] = names[place[0]]
    forms = _forms_in(text) if loud else {}
    for start, end in loud:
        recased = "".join(_recased(text[start:end], forms, names))
        out[start:end] = recased[:1].upper() + recased[1:]
    return "".join(out)


def _is_shouted(line: str) -> bool:
    """Three words and more, all in capitals."""
    if line.upper() != line:
        return False
    return line.lower() != line and len(WORD.findall(line)) >= 3


def _forms_in(text: str) -> dict[str, str]:
    """The most frequent mid-sentence spelling of each word in the lines that are not shouted."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for line in LINE.findall(text):
        if not _is_shouted(line):
            for word in MIDDLE.findall(line):
                seen[word.lower()][word] += 1
    return {word: max(forms.items(), key=lambda f: (f[1], f[0]))[0] for word, forms in seen.items()}


def _recased(line: str, forms: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    """The pieces of a line: places of two words as such, other words one by one, and what stands between."""
    words, end, i = list(WORD.finditer(line)), 0, 0
    while i < len(words):
        yield line[end : words[i].start()]
        pair = line[words[i].start() : words[i + 1].end()] if i + 1 < len(words) else ""
        found = names.get(pair) if " " in pair else None
        yield found or _recase(words[i][0], forms, names)
        i += 2 if found else 1
        end = words[i - 1].end()
    yield line[end:]


def _recase(word: str, forms: Mapping[str, str], names: Mapping[str, str]) -> str:
    plain = word.lower()
    recased = forms.get(plain) or names.get(plain) or plain
    return recased if len(recased) == len(word) else word
