"""Which forms of a name are one person: "Kassym-Jomart Tokayev" = "K. Tokayev" = "Tokayev"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from transforms.article import Article
from transforms.cast import Entity
from transforms.entities.lexicon import EntityLexicon
from transforms.identity import digest

INITIAL = re.compile(r"(?<=\w)\s[A-Z]\.(?=\s)")


def link_people(surfaces: Sequence[str], article: Article, lexicon: EntityLexicon) -> dict[str, Entity]:
    """A person for each form of a name: fuller names first, a bare surname joins the only person who bears it.

    The lexicon maps spellings and short forms of people in world news to the name to show. Of several people of
    one surname the bare surname means the one whose whole name comes first and more often than any other's.
    """
    counts, known = Counter(surfaces), lexicon.known_people
    fuller = sorted({s for s in counts if len(words_of(s, lexicon)) > 1}, key=lambda s: (-len(s), s))
    persons: dict[str, Entity] = {}
    for name in fuller:
        same = [full for full in fuller if full in persons and full != name and _short_of(name, full, lexicon)]
        persons[name] = persons[same[0]] if len({persons[s].entity_id for s in same}) == 1 else _whole(name, known)
    for name in {s for s in counts if s not in persons}:
        bearer = _bearer(name, [f for f in counts if f in fuller], persons, counts, lexicon)
        persons[name] = bearer or (_whole(name, known) if name in known else _person(name, article.article_id))
    return persons


def _bearer(
    name: str, fuller: Sequence[str], persons: Mapping[str, Entity], counts: Mapping[str, int], lexicon: EntityLexicon
) -> Entity | None:
    """Who of the people with a whole name is meant by one word of it; `fuller` in the order of the article."""
    bare = lexicon.words.generation.sub("", name)
    whole = [(f, words_of(f, lexicon)) for f in fuller]
    last = [f for f, words in whole if bare == words[-1]] or [f for f, words in whole if bare == words[0]]
    often: Counter[str] = Counter()
    for full in last:
        often[persons[full].entity_id] += counts[full]
    if not last:
        return None
    first, others = persons[last[0]], [n for i, n in often.items() if i != persons[last[0]].entity_id]
    return first if all(often[first.entity_id] > n for n in others) else None


def words_of(name: str, lexicon: EntityLexicon) -> list[str]:
    """The words of a name without "Jr."."""
    return lexicon.words.generation.sub("", name).split()


def _short_of(short: str, full: str, lexicon: EntityLexicon) -> bool:
    """Same surname, and each given name of the short form begins or stands for one of the full form."""
    a, b = words_of(short, lexicon), words_of(full, lexicon)
    if a[-1] != b[-1]:
        return False
    given = iter(re.split(r"[\s-]", " ".join(b[:-1])))
    return all(any(g.startswith(part.rstrip(".")) for g in given) for part in a[:-1])


def _whole(name: str, known: Mapping[str, str]) -> Entity:
    """A person by the whole name, the same in every article; middle initials tell nobody apart."""
    return _person(known.get(name) or name, None, key=known.get(name) or INITIAL.sub("", name))


def _person(name: str, local_to: str | None, *, key: str | None = None) -> Entity:
    parts = ("person", (key or name).casefold())
    return Entity(digest(*parts, *([local_to] if local_to else [])), "PERSON", None, name)
