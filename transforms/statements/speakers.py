"""Who speaks: the noun phrase behind a cue, without appositions and relative clauses ("Ambassador Mohib")."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from transforms.cast import Cast, Entity
from transforms.statements.cues import Cue

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
INNER = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "case", "punct", "quantmod", "advmod"})
RELATIVE = frozenset({"who", "which", "that"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
QUOTING = frozenset({"quote", "cite"})


class Phrase(NamedTuple):
    """A noun phrase by its head and its offsets."""

    head: Token
    start: int
    end: int


def speaker_of(cue: Cue) -> Phrase | None:
    """The speaker of a verb, phrase, noun or adjective cue; None where the text names nobody."""
    if cue.part == "phrase":
        return _behind(cue.last)
    if cue.part == "noun":
        return _owner(cue.token)
    head = subject_of(cue.token)
    if head is not None and _passive(cue.token):
        return agent_of(cue.token)
    return phrase(head) if head is not None else agent_of(cue.token)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the verb it is joined to, or the noun that it modifies."""
    for _ in range(6):
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        if own:
            return own[0]
        if verb.dep_ == "acl" or (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
            return verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in QUOTING:
            return _quoted(verb.head.head)
        if verb.dep_ not in {"conj", "xcomp", "advcl", "acomp", "pcomp", "prep", "dep", "aux"} or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def inverted(cue: Cue) -> Phrase | None:
    """The noun phrase right behind a cue verb, as in "reported NHK World"."""
    if cue.last.i + 1 >= len(cue.token.doc):
        return None
    after = cue.last.nbor()
    if after.is_punct or after.pos_ not in NOMINAL | {"DET"} or after.sent.start != cue.token.sent.start:
        return None
    return phrase(_head_from(after))


def agent_of(verb: Token) -> Phrase | None:
    """The agent of a passive: "it is asserted by the Crown that"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((phrase(noun) for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def phrase(head: Token) -> Phrase:
    """The noun phrase of a head: what stands before it, `of` phrases, conjuncts; for common nouns all its phrases."""
    first = head.left_edge
    for token in head.doc[first.i : head.i]:
        if token.text in {",", ";", ":", "“", "”", '"'} and token.head.i == head.i:
            first = token.nbor()
    last = head
    for child in head.rights:
        if not _belongs(head, child) or child.left_edge.i > last.i + 1:
            break
        last = _end(child)
    return Phrase(head, first.idx, last.idx + len(last))


def antecedent(head: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if head.lower_ not in RELATIVE:
        return head
    for verb in head.ancestors:
        if verb.dep_ == "relcl":
            return verb.head
    return head


def entity_id(speaker: Phrase | None, cast: Cast) -> str | None:
    """The entity that a phrase names by its head, else by the name it ends with."""
    if speaker is None:
        return None
    mention = cast.covering(antecedent(speaker.head).idx)
    if mention is None or mention.entity_id is None:
        inside = [m for m in cast.within(speaker.start, speaker.end) if m.char_end == speaker.end and m.entity_id]
        mention = inside[0] if inside else None
    return mention.entity_id if mention else None


def entity(speaker: Phrase | None, cast: Cast) -> Entity | None:
    found = entity_id(speaker, cast)
    return cast.entities.get(found) if found else None


def _belongs(head: Token, child: Token) -> bool:
    if child.dep_ == "prep":
        timed = any(t.ent_type_ in {"DATE", "TIME"} for t in child.subtree)
        return child.lower_ == "of" or (head.pos_ == "NOUN" and not timed)
    return child.dep_ in {"cc", "conj", "appos", "case", "nummod"} and not child.is_punct


def _end(child: Token) -> Token:
    """Last token of what belongs to a phrase, up to a comma or a relative clause."""
    last = child
    for token in child.doc[child.i : child.right_edge.i + 1]:
        if token.text in {",", ";", "—", "–"} or token.dep_ == "relcl":
            break
        last = token
    return last


def _behind(last: Token) -> Phrase | None:
    """The noun phrase behind a preposition."""
    for child in last.children:
        if child.dep_ == "pobj":
            return phrase(child)
    if last.i + 1 < len(last.doc) and last.nbor().pos_ in NOMINAL | {"DET"}:
        return phrase(_head_from(last.nbor()))
    return None


def _head_from(token: Token) -> Token:
    """The head of the noun phrase that a token opens."""
    while token.dep_ in INNER and token.head.i > token.i and token.head.i - token.i < 8:
        token = token.head
    return token


def _owner(noun: Token) -> Phrase | None:
    """Whose claim it is: "his claim", "a claim by the army", "the army made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return phrase(child)
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            return next((phrase(n) for n in child.children if n.dep_ == "pobj"), None)
    return None


def _passive(verb: Token) -> bool:
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def _quoted(verb: Token) -> Token | None:
    """Whom somebody quotes: "quoted him as saying", "was quoted as saying"."""
    wanted = "nsubjpass" if _passive(verb) else "dobj"
    return next(_children(verb, wanted), None)


def _children(verb: Token, dep: str) -> Iterator[Token]:
    return (child for child in verb.children if child.dep_ == dep)
