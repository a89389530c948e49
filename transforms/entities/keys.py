"""What two spellings of a name share.

"Mahmúd al-Salabi" is "Mahmoud Salabi", the "Ministry of Defense" a "Defence Ministry".
"""

import re
import unicodedata
from collections.abc import Mapping

ARTICLES = frozenset(["al", "el", "ul"])
WORD = re.compile(r"[\w&]+")
SILENT = frozenset(".'’")
HEAD_FIRST = re.compile(r"(ministry|department) (?:of|for) (?:the )?(.+)")


def name_key(name: str, variants: Mapping[str, str]) -> str:
    """A name without case, accents, dots, apostrophes and hyphens, each word in one spelling."""
    return " ".join(_words(name, variants))


def person_key(name: str, variants: Mapping[str, str]) -> str:
    """The same, without the Arabic article."""
    return " ".join(word for word in _words(name, variants) if word not in ARTICLES) or name_key(name, variants)


def body_key(name: str, variants: Mapping[str, str]) -> str:
    """The same, "Ministry of Health" turned round to "Health Ministry"."""
    key = name_key(name, variants)
    turned = HEAD_FIRST.fullmatch(key)
    return f"{turned[2]} {turned[1]}" if turned else key


def _words(name: str, variants: Mapping[str, str]) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in SILENT)
    return [variants.get(word, word) for word in WORD.findall(plain)]
