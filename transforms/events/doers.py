"""Who does what a passive says: its agent, also where the parse hangs it further down, or whose order it was.

"was shot outside his home | by two men": the two men, though the parse may say that the home is by them.
"""

from collections.abc import Iterator

from transforms.events.lexicon import EventLexicon
from transforms.events.phrases import prepositional
from transforms.events.responsibility import by_whose_hand
from transforms.parsed import Token

NAMED = frozenset({"PERSON", "ORG", "NORP"})


def doers(passive: Token, lexicon: EventLexicon) -> list[Token]:
    """Heads of the agents of a passive verb; empty where nobody is named."""
    return list(prepositional(passive, ("by",))) or _far(passive, lexicon) or by_whose_hand(passive, lexicon)


def _far(passive: Token, lexicon: EventLexicon) -> list[Token]:
    for noun in _hosts(passive):
        if lexicon.is_deed(noun):
            continue  # "killed in an attack by rebels"
        by = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "by" and c.i > passive.i)
        if found := [t for prep in by for t in prep.rights if t.dep_ == "pobj" and _can_act(t, lexicon)]:
            return found
    return []


def _hosts(passive: Token) -> Iterator[Token]:
    """Days and places of a passive, and the noun that it is a participle of."""
    yield from (c for c in passive.rights if c.dep_ == "npadvmod")
    for prep in passive.rights:
        if prep.dep_ == "prep":
            yield from (c for c in prep.rights if c.dep_ == "pobj")
    if passive.dep_ == "acl":
        yield passive.head


def _can_act(noun: Token, lexicon: EventLexicon) -> bool:
    lemma = noun.lemma_.lower()
    return noun.ent_type_ in NAMED or lemma in lexicon.parties or lemma in lexicon.classes["force"]
