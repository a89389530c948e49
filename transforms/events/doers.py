"""Who does what a passive says: its agent, also where the parse hangs it further down, or whose order it was.

"was shot outside his home | by two men": the two men, though the parse may say that the home is by them.
"""

from collections.abc import Iterator, Sequence

from transforms.events.lexicon import EventLexicon
from transforms.events.phrases import prepositional
from transforms.events.responsibility import by_whose_hand
from transforms.events.subjects import can_act
from transforms.parsed import Token

SETTINGS = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})


def doers(passive: Token, lexicon: EventLexicon) -> list[Token]:
    """Heads of the agents of a passive verb; empty where nobody is named."""
    return list(prepositional(passive, ("by",))) or _far(passive, lexicon) or by_whose_hand(passive, lexicon)


def _far(passive: Token, lexicon: EventLexicon) -> list[Token]:
    for noun in _hosts(passive):
        if noun != passive.head and not _is_setting(noun, lexicon):
            continue  # "killed in an attack by rebels", "freed after talks by monks"
        by = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "by" and c.i > passive.i)
        if found := [t for prep in by for t in prep.rights if t.dep_ == "pobj" and can_act(t, lexicon)]:
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


def with_bodies(doers: Sequence[Token], lexicon: EventLexicon) -> list[Token]:
    """The doers, and the named body whose fighters they are: "guerrillas of the ELN" -> guerrillas, ELN."""
    bodies = [b for t in doers if not t.ent_type_ for b in _bodies(t, lexicon)]
    return [*doers, *(b for b in bodies if b not in doers)]


def _bodies(member: Token, lexicon: EventLexicon) -> list[Token]:
    """ "members of the ELN", "a group of fighters from the ELN", "ELN guerrillas", "an ELN guerrilla unit" -> ELN."""
    lemma = member.lemma_.lower()
    is_fighter = lemma in lexicon.classes["fighter"]
    for behind in prepositional(member, ("of", "from")) if is_fighter or lemma in lexicon.classes["band"] else ():
        if found := _bodies(behind, lexicon) or ([behind] if _is_body(behind, lexicon) else []):
            return found
    front = [c for c in member.lefts if c.dep_ in {"compound", "nmod"}] if is_fighter else []
    front += [c for near in front for c in near.lefts if c.dep_ == "compound"]
    return [c for c in front if c.ent_type_ == "ORG" and c.doc[c.i + 1].pos_ != "PROPN"][-1:]


def _is_body(noun: Token, lexicon: EventLexicon) -> bool:
    """A name that is no person's and no place's, or a noun behind such a name: "the ELN", "the Codeco militia"."""
    if noun.lemma_.lower() in lexicon.classes["fighter"] and noun.pos_ == "NOUN":
        return False
    name = noun if noun.pos_ == "PROPN" or noun.ent_type_ == "ORG" else next(_compounds(noun), noun)
    return name.ent_type_ == "ORG" or (name.pos_ == "PROPN" and not name.ent_type_)


def _compounds(noun: Token) -> Iterator[Token]:
    return (c for c in noun.lefts if c.dep_ == "compound")


def _is_setting(noun: Token, lexicon: EventLexicon) -> bool:
    """A day or a place."""
    lemma, classes = noun.lemma_.lower(), lexicon.classes
    return noun.ent_type_ in SETTINGS or lemma in classes["property"] or lemma in classes["way"]
