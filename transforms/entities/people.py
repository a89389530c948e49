"""Which forms of a name are one person: "Kassym-Jomart Tokayev" = "K. Tokayev" = "Tokayev"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from transforms.article import Article
from transforms.cast import Entity
from transforms.entities.keys import person_key
from transforms.entities.lexicon import EntityLexicon
from transforms.identity import digest

ARTICLE = re.compile(r"^[AaEe]l-(?=[A-Z])")
INITIAL = re.compile(r"(?<=\w)\s[A-Z]\.(?=\s)")


def link_people(surfaces: Sequence[str], article: Article, lexicon: EntityLexicon) -> dict[str, Entity]:
    """A person for each form of a name: fuller names first, a bare surname joins the only person who bears it.

    Spellings and short forms of people in world news are known to the tables. Of several people of one
    surname the bare surname means the one whose whole name comes first and more often than any other's.
    """
    known, counts = lexicon.known_people, Counter(surfaces)
    fuller = sorted({s for s in counts if len(words_of(s, lexicon)) > 1}, key=lambda s: (-len(s), s))
    persons: dict[str, Entity] = {}
    for name in fuller:
        same = [full for full in fuller if full in persons and full != name and _short_of(name, full, lexicon)]
        persons[name] = persons[same[0]] if len({persons[s].entity_id for s in same}) == 1 else _whole(name, lexicon)
    for name in {s for s in counts if s not in persons}:
        bearer = _bearer(name, [f for f in counts if f in fuller], persons, counts, lexicon)
        persons[name] = bearer or (_whole(name, lexicon) if name in known else _person(name, name, article.article_id))
    return persons


def _bearer(
    name: str, fuller: Sequence[str], persons: Mapping[str, Entity], counts: Mapping[str, int], lexicon: EntityLexicon
) -> Entity | None:
    """Who of the people with a whole name is meant by one word of it; `fuller` in the order of the article."""
    bare = bare_surname(lexicon.words.generation.sub("", name))
    whole = [(f, words_of(f, lexicon)) for f in fuller]
    last = [f for f, words in whole if bare == bare_surname(words[-1])] or [f for f, words in whole if bare == words[0]]
    often: Counter[str] = Counter()
    for full in last:
        often[persons[full].entity_id] += counts[full]
    if not last:
        return None
    first, others = persons[last[0]], [n for i, n in often.items() if i != persons[last[0]].entity_id]
    return first if all(often[first.entity_id] > n for n in others) else None


def bearer_here(
    surname: str, before: str, earlier: Sequence[str], persons: Mapping[str, Entity], lexicon: EntityLexicon
) -> Entity:
    """Whom a bare surname means where several bear it: whom its form of address fits, or who alone was named before.

    `before` is the text right before it, `earlier` the forms of people's names that stand earlier in the article.
    """
    is_woman = lexicon.words.woman_title.search(before.lower()) is not None
    is_addressed = is_woman or lexicon.words.man_title.search(before.lower()) is not None
    every = [s for s in persons if _bears(s, surname, lexicon)] if is_addressed else []
    if len({persons[s].entity_id for s in every}) > 1:
        fitting = {persons[s].entity_id: persons[s] for s in every if (_given(s) in lexicon.women_names) == is_woman}
        if len(fitting) == 1:
            return next(iter(fitting.values()))
    named = {persons[s].entity_id: persons[s] for s in dict.fromkeys(earlier) if _bears(s, surname, lexicon)}
    return next(iter(named.values())) if len(named) == 1 else persons[surname]


def _bears(full: str, surname: str, lexicon: EntityLexicon) -> bool:
    words = words_of(full, lexicon)
    return len(words) > 1 and bare_surname(words[-1]) == bare_surname(surname)


def _given(full: str) -> str:
    return full.split(None, 1)[0]


def words_of(name: str, lexicon: EntityLexicon) -> list[str]:
    """The words of a name without "Jr."."""
    return lexicon.words.generation.sub("", name).split()


def bare_surname(word: str) -> str:
    """A family name without the Arabic article: "al-Assad" is "Assad"."""
    return ARTICLE.sub("", word)


def _short_of(short: str, full: str, lexicon: EntityLexicon) -> bool:
    """Same surname, and each given name of the short form begins or stands for one of the full form."""
    a, b = words_of(short, lexicon), words_of(full, lexicon)
    if bare_surname(a[-1]) != bare_surname(b[-1]):
        return False
    given = iter(re.split(r"[\s-]", " ".join(b[:-1])))
    return all(any(g.startswith(part.rstrip(".")) for g in given) for part in a[:-1])


def _whole(name: str, lexicon: EntityLexicon) -> Entity:
    """A person by the whole name, the same in every article; middle initials and spellings tell nobody apart."""
    shown = lexicon.known_people.get(name) or name
    return _person(shown, person_key(INITIAL.sub("", lexicon.words.generation.sub("", shown)), lexicon.variants))


def _person(name: str, key: str, local_to: str | None = None) -> Entity:
    return Entity(digest("person", key.casefold(), *([local_to] if local_to else [])), "PERSON", None, name)
