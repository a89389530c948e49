"""Whether the words of a name are a person's: a known given name in front, or a known family name where it stands."""

import re

from transforms.entities.lexicon import EntityLexicon

HYPHENATED = re.compile(r"[A-Z][a-z]{1,6}-[A-Za-z][a-z]{1,6}$")
SHORTEST = 6  # letters of a family name that is known by its ending only


def is_person_name(text: str, lexicon: EntityLexicon) -> bool:
    """ "Laura Hook", "Kwok Wai-keung", "Alaya Wickramasinghe", "Jan-Erik Sulvik", "Zvad Merabishvili"."""
    if text in lexicon.known_people:
        return True
    if not lexicon.words.person_shape.match(text):
        return False
    words, surnames = text.split(), lexicon.surnames
    first, last = words[0], words[-1]
    if first in lexicon.place_like_names:
        return len(words) == 2 and last.casefold() not in lexicon.name_words
    if first in lexicon.given_names or _is_double(first, lexicon):
        return True
    if first.casefold() in lexicon.name_words or any(c.isdigit() for c in text) or "'" in first or "’" in first:
        return False
    is_eastern = first in surnames.first and (len(words) == 2 or HYPHENATED.match(last) is not None)
    return is_eastern or last in surnames.last or (len(last) >= SHORTEST and last.endswith(surnames.endings))


def is_one_persons(word: str, lexicon: EntityLexicon) -> bool:
    """Whether one word alone is a known given or family name, or ends as family names do."""
    surnames = lexicon.surnames
    known = word in lexicon.given_names or word in surnames.last or word in lexicon.known_people
    return known or word in surnames.first or (len(word) >= SHORTEST and word.endswith(surnames.endings))


def _is_double(first: str, lexicon: EntityLexicon) -> bool:
    """ "Ann-Christin" and "Jean-Constatin", not "Asia-Pacific"."""
    head, dash, _ = first.partition("-")
    return bool(dash) and head in lexicon.given_names and head not in lexicon.place_like_names
