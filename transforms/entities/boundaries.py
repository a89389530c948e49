"""Where a name begins and ends: cut at breaks, without articles, titles, offices and possessive endings.

"President Tokayev" is "Tokayev", "NASA Administrator" is "NASA", "Nathan Law of Demosisto" are two names.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.entities.lexicon import EntityLexicon, Entry

LEAD = re.compile(r"(?:(?:the|an?|this|that|its|their|his|her|our|some|many|all)\s+)+(?=\S)", re.IGNORECASE)
EX = re.compile(r"[Ee]x-(?=[A-Z])")  # "ex-Liverpool striker"
TAIL = re.compile(r"(?:['’]s?|[\s,;:.\-–—\"“”‘(\[]+)$")
BREAK = re.compile(r"\s*(?:\n|[;:\"“”()\[\]•|]|\s[-–—]\s|,\s|(?<=\w{3})/(?=[A-Z]\w\w))\s*")
POSSESSIVE = re.compile(r"['’]s\s")
ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Ltd|Co|Bros|Jr|Sr)$")
OF = re.compile(r"\sof\s(?=[A-Z])")
ROYAL = frozenset(["monarch_of", "crown_prince_of"])  # their names name pubs, films and cheeses
SCORE = re.compile(r"\d+[-–]\d+")
FIGURES_BEHIND = re.compile(r"(?:\s[\d.]+)+$")  # "Bo Lund 106"
ROW_BEHIND = re.compile(r"(?:\s[\d.]+){2,}$")  # "Aisby 14 4 .778"
CAPITALS_BEHIND = re.compile(r"[A-Z][a-z]+\s[A-Z][\w'’-]*[a-z](\s)(?=[A-Z][A-Z'’-]{3,}$)")  # "Bo Lund AL-AIN, Jan 3"
ARTICLE = re.compile(
    r"(?<!\bof)(?<!\band)(?<!\bfor)(?<!\bin)(?<!\bto)(?<!\bon)(?<!\bat)(?<!\bby)(?<!\bwith)\s[Tt]he\s(?!Great\b)(?=[A-Z])"
)
WORDS = re.compile(r"\S+")
MISREAD = frozenset(["PERSON", "ORG", "GPE", "NORP", "FAC"])


class Name(NamedTuple):
    """A name's span; `label` is the model's, "" where the model saw nothing; `entry` what the tables know of it."""

    start: int
    end: int
    label: str
    entry: Entry | None = None


def parts_of(text: str, start: int, end: int, label: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """A model entity cut at breaks and trimmed of articles, titles and possessive endings."""
    if text[start:end].isalnum():  # one plain word, as most are: nothing to cut
        yield from _whole(text, start, end, label, lexicon)
        return
    kept = lexicon.words.comma_suffix
    cuts = [m.span() for m in BREAK.finditer(text, start, end) if not kept.match(text, m.start())]
    if label in MISREAD:
        cuts = sorted([*cuts, *(m.span() for m in ARTICLE.finditer(text, start, end))])
    owner = POSSESSIVE.search(text, start, end)
    if (
        owner
        and (entry := lexicon.entry(LEAD.sub("", text[start : owner.start()])))
        and entry.kind in {"country", "region"}
    ):
        cuts = sorted([*cuts, owner.span()])
    if label == "PERSON" and (capitals := CAPITALS_BEHIND.search(text, start, end)):
        cuts = sorted([*cuts, capitals.span(1)])
    for low, high in zip([start, *(c[1] for c in cuts)], [*(c[0] for c in cuts), end], strict=True):
        for first, last, own in _around_office(text, low, high, label, lexicon):
            name = trimmed(text, first, _before_figures(text, first, last, own), lexicon)
            if name:
                yield Name(*name, own)


def _before_figures(text: str, start: int, end: int, label: str) -> int:
    """Where a name ends that has the figures of a table behind it; before a comma one is an age, left to its reader."""
    found = (FIGURES_BEHIND if label == "PERSON" else ROW_BEHIND).search(text, start, end)
    return found.start() if found and text[end : end + 1] != "," else end


def _whole(text: str, start: int, end: int, label: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """A name of one word, unless it is an office."""
    if _is_name_word(text[start:end]) and not (label in MISREAD and _is_office(text[start:end], lexicon)):
        yield Name(start, end, label)


def _is_office(words: str, lexicon: EntityLexicon) -> bool:
    office = lexicon.offices.get(words.casefold())
    return office is not None and office.relation not in {"", *ROYAL}


def _around_office(
    text: str, start: int, end: int, label: str, lexicon: EntityLexicon
) -> Iterator[tuple[int, int, str]]:
    """What stands around an office inside a name ("NASA Administrator Bo Lund") and around a person's "of"."""
    end = _before_office(text, start, end, lexicon) if label in MISREAD else end
    office = _office_inside(text, start, end, lexicon) if label in MISREAD else None
    holder = OF.search(text, start, end) if label == "PERSON" and not office else None
    if label in MISREAD and _is_office(LEAD.sub("", text[start:end]), lexicon):
        return
    if office:
        yield start, office[0], "ORG" if label == "PERSON" else label
        yield office[1], end, "PERSON"
    elif holder and text[start : holder.start()].split(maxsplit=1)[0] in lexicon.given_names:
        yield start, holder.start(), "PERSON"
        yield holder.end(), end, "ORG"
    else:
        yield start, end, label


def _before_office(text: str, start: int, end: int, lexicon: EntityLexicon) -> int:
    """Where a name ends whose last word begins an office: "Oyl County" of "Oyl County District Attorney"."""
    space = text.rfind(" ", start, end)
    if space < 0 or not text.startswith(" ", end):
        return end
    found = lexicon.office_pattern.match(text, space + 1)
    is_across = found is not None and found.end() > end and all(word[0].isupper() for word in found[0].split())
    return space if is_across else end


def _office_inside(text: str, start: int, end: int, lexicon: EntityLexicon) -> tuple[int, int] | None:
    """An office with a capital that has something before it and ends the name or leads to another one."""
    if " " not in text[start:end] or text[start:end].casefold().split()[-1] in lexicon.name_words:
        return None
    for found in lexicon.office_pattern.finditer(text, start + 1, end):
        relation = lexicon.offices[found[0].casefold()].relation
        is_rank = not relation and found[0].casefold().rstrip(".") in lexicon.words.ranks
        states = is_rank or relation not in {"", *ROYAL}
        of = re.search(r"\b(?:of|the|for|and)\s$", text[max(0, found.start() - 5) : found.start()])
        if states and found[0][0].isupper() and not of and text[found.start() - 1] == " ":
            return found.span()
    return None


def trimmed(text: str, start: int, end: int, lexicon: EntityLexicon) -> tuple[int, int] | None:
    """Without leading articles, offices and lower-case words, trailing possessive and lower-case words."""
    if text[start:end].isalnum():  # one plain word, as most are
        return (start, end) if _is_name_word(text[start:end]) else None
    if was := EX.match(text, start, end):
        start = was.end()
    while lead := LEAD.match(text, start, end):
        start = lead.end()
    while (tail := TAIL.search(text[start:end])) and tail.end() > tail.start():
        if tail[0].startswith(".") and (text[start:end].count(".") > 1 or ABBREVIATED.search(text, start, end - 1)):
            break
        end = start + tail.start()
    start = _after_office(text, start, end, lexicon)
    words = list(WORDS.finditer(text, start, end))
    while words and not _is_name_word(words[0][0]):
        words.pop(0)
    while words and (not _is_name_word(words[-1][0]) or SCORE.fullmatch(words[-1][0])):
        words.pop()
    return (words[0].start(), words[-1].end()) if words else None


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or any(c.isupper() or c.isdigit() for c in word)


def _after_office(text: str, start: int, end: int, lexicon: EntityLexicon) -> int:
    """Past titles at the beginning of a name ("Prime Minister Nikol Pashinyan"), if a name is left."""
    first, *rest = text[start:end].split(maxsplit=1) or [""]
    if not rest or first.casefold() not in lexicon.office_starts:
        return start
    words = list(WORDS.finditer(text, start, end))
    if words[-1][0].casefold() in lexicon.name_words:
        return start
    for count in range(min(lexicon.longest_office, len(words) - 1), 0, -1):
        behind = words[count].start()
        if words[count][0].casefold() in lexicon.name_words:
            continue  # "Major League Baseball" holds no rank
        if text[start : words[count - 1].end()].casefold() in lexicon.offices and text[behind].isupper():
            return _after_office(text, behind, end, lexicon)
    return start
