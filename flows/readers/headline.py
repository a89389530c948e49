"""The headline of a page: what most of its voices agree on, without the site's name behind it.

A page states its headline in JSON-LD, in the printed heading, for social networks and for the browser's tab; search
engines and networks are often given shorter or louder ones. Each gives one vote; JSON-LD breaks a tie.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

JOINT = r"\s*(?:[|*·»:•]|\s[-–—~]|\s::)\s+"
WORDS = re.compile(r"\W+")


class Voices(NamedTuple):
    """What states a headline, each None where it is silent; `fallback` is trafilatura's own choice."""

    structured: str | None
    headings: Sequence[str]
    social: str | None
    tab: str | None
    alternative: str | None
    fallback: str | None
    site: str | None


def headline(voices: Voices) -> str | None:
    """The headline with the most votes, in the form that is printed on the page."""
    known = [text for text in (voices.structured, *voices.headings) if text]
    printed = voices.headings[0] if len(voices.headings) == 1 else None
    heads = (
        voices.structured,
        *voices.headings[:3],
        voices.alternative if _fold(voices.alternative) != _fold(voices.structured) else None,
        _without_site(voices.social, known, voices.site),
        _without_site(voices.tab, known, voices.site),
    )
    votes: dict[str, list[str]] = {}
    for text in heads:
        if text and _fold(text):
            votes.setdefault(_fold(text), []).append(text)
    best = max(votes.values(), key=len, default=[])
    if len(best) < 2:
        return voices.structured or _without_site(voices.fallback, known, voices.site) or printed
    return next((text for text in voices.headings if text in best), best[0])


def _without_site(title: str | None, known: Sequence[str], site: str | None) -> str | None:
    """`Bridge shut | Valley Post` -> `Bridge shut`, where another voice says so or the site's name is known."""
    if not title:
        return None
    for text in known:
        rest = title[len(text) :]
        if _fold(title[: len(text)]) == _fold(text) and re.match(JOINT, rest):
            return text
    name = re.escape(site or "")
    return re.sub(rf"{JOINT}{name}\s*$", "", title, flags=re.IGNORECASE) if name else title


def _fold(text: str | None) -> str:
    return WORDS.sub(" ", text.casefold()).strip() if text else ""
