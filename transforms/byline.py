"""Lines between headline and text that say who wrote it and when: `By Ada Sample | 3 March 2021, 14:05 GMT`.

A line counts only if nothing is left of it that could be a sentence: what is not sure stays body.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.head_words import HeadWords
from transforms.instant import FoundInstant, Instant, instants_in

LONGEST = 240
PARTS = re.compile(r"\s*[|•·\n]\s*|\s+[\-–—/]\s+|\s*[–—]\s*")
EDGES = " \t,;:()-–—|•·"
WORD = re.compile(r"[^\W_][\w'’.\-]*|&")


class Byline(NamedTuple):
    """What one such line says; `has_names` sets a byline apart from a mere line of dates."""

    has_names: bool
    authors: tuple[str, ...] = ()
    published: Instant | None = None
    updated: Instant | None = None
    outlet: str | None = None


def byline(line: str, words: HeadWords, *, needs_cue: bool = False) -> Byline | None:
    """Read a line as byline or line of dates. `needs_cue`: names without "by" are not enough (headlines have dates)."""
    if len(line) > LONGEST:
        return None
    found = list(instants_in(line, words))
    parts = [part for part in _between(line, found, words) if part]
    cued = [part[match.end() :] for part in parts if (match := words.byline_cue.match(part))]
    others = [part for part in parts if not words.byline_cue.match(part)]
    if not (cued or found) or not all(_is_credit(part, words) for part in cued):
        return None
    if others and (needs_cue or not found or len(others) > 2 or not all(_is_aside(part, words) for part in others)):
        return None
    published, updated = _meanings(line, found, words)
    authors = tuple(author for part in cued for author in _authors(part, words))
    outlet = next((part for part in others if _is_outlet(part, words)), None)
    return Byline(bool(cued or others), authors, published, updated, outlet)


def _between(line: str, found: list[FoundInstant], words: HeadWords) -> Iterator[str]:
    """The parts of a line that are neither dates nor their labels."""
    edges = [0, *(edge for item in found for edge in item.span), len(line)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for part in PARTS.split(line[start:end]):
            label = words.label.fullmatch(part.strip(EDGES))
            yield "" if label else part.strip(EDGES)


def _meanings(line: str, found: list[FoundInstant], words: HeadWords) -> tuple[Instant | None, Instant | None]:
    """The instants of publication and of update, by the labels before them; without a label, publication."""
    stated: dict[str, Instant] = {}
    end = 0
    for item in found:
        part = PARTS.split(line[end : item.span.start].rstrip(EDGES))[-1].strip(EDGES)
        label = words.labels.get(" ".join(part.split()).casefold(), "published")
        stated.setdefault(label, item.instant)
        end = item.span.end
    return stated.get("published"), stated.get("updated")


def _is_credit(part: str, words: HeadWords) -> bool:
    """Whether the words behind "by" are names or an office, and no clause such as `By Friday the army ...`."""
    names = WORD.findall(part)
    first = names[0].rstrip(".").casefold() if names else ""
    if not 1 <= len(names) <= 16 or first in words.weekdays or first in words.months or part.endswith((".", "?", "!")):
        return False
    return all(_is_name(name, words) for name in names) and not first.isdigit()


def _is_aside(part: str, words: HeadWords) -> bool:
    """A short label beside the date: an outlet, a section, `4 min read`."""
    names = WORD.findall(part)
    if len(names) > 5 or part.endswith((".", "?", "!")):
        return False
    if re.fullmatch(r"\d+[\s\-]min(?:ute)?s?(?:\s+read)?", part):
        return True
    is_whole = bool(names) and names[-1].casefold() not in words.forms["connector"]
    return is_whole and all(_is_name(name, words) for name in names)


def _is_outlet(part: str, words: HeadWords) -> bool:
    folded = {name.casefold() for name in WORD.findall(part)}
    is_office = bool(folded & words.forms["designation"])
    return part.casefold() in words.forms["agency"] or (bool(folded & words.forms["organisation"]) and not is_office)


def _is_name(name: str, words: HeadWords) -> bool:
    folded = name.rstrip(".").casefold()
    return name[0].isupper() or folded in words.forms["connector"] | words.forms["designation"]


def _authors(part: str, words: HeadWords) -> Iterator[str]:
    """The people of a credit: at least two words each, no office, no outlet; after a comma only in a list."""
    joins = "|".join(map(re.escape, sorted(words.forms["join"])))
    cuts = "|".join(map(re.escape, sorted(words.forms["cut"])))
    people = re.split(rf"\s+(?:{cuts})\s+", part, maxsplit=1, flags=re.IGNORECASE)[0]
    listed = re.split(rf"\s*,?\s+(?:{joins})\s+", people, flags=re.IGNORECASE)
    for item in listed:
        in_list = len(listed) > 1 and item is not listed[-1]
        for person in item.split(",") if in_list else item.split(",")[:1]:
            if _is_person(person.strip(), words):
                yield person.strip()


def _is_person(person: str, words: HeadWords) -> bool:
    names = WORD.findall(person)
    folded = {name.casefold() for name in names}
    capitalised = [name for name in names if name[0].isupper()]
    offices = words.forms["designation"] | words.forms["organisation"] | words.forms["agency"]
    return len(capitalised) >= 2 and len(names) <= 5 and not folded & offices and not any(map(str.isdigit, person))
