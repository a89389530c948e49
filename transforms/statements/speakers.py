"""Who speaks: the noun phrase behind a cue, without appositions and relative clauses ("Ambassador Mohib")."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from transforms.cast import Cast, Entity
from transforms.facts import Mention
from transforms.statements.cues import VERB_TAGS, Cue, is_passive

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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
    if cue.token.tag_ not in VERB_TAGS and cue.part == "verb":
        return _left_of(cue.token)
    head = subject_of(cue.token)
    if head is None or (cue.part == "verb" and is_passive(cue.token)):
        return agent_of(cue.token)
    return phrase(head)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the verb it is joined to, or the noun that it modifies."""
    for _ in range(6):
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        if own:
            return own[0]
        outer = speaks_on(verb)
        if outer is not None:
            verb = outer
            continue
        if verb.dep_ == "acl" or (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
            return verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in QUOTING:
            return _quoted(verb.head.head)
        if verb.dep_ == "pcomp" and verb.head.lower_ == "from":
            return None  # "barred from claiming that"
        if verb.dep_ not in {"conj", "xcomp", "advcl", "acomp", "pcomp", "prep", "dep", "aux"} or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def speaks_on(verb: Token) -> Token | None:
    """The earlier cue verb whose speaker goes on: "[said] that prices fell, and [warned] that they would rise".

    The parser joins the second verb to the content of the first; a comma before the conjunction and the same
    tense as the first verb tell it from "said that he resigned and left".
    """
    content = verb.head
    if verb.dep_ != "conj" or content.dep_ != "ccomp" or content.head.tag_ != verb.tag_:
        return None
    joint = next((t for t in content.children if t.dep_ == "cc" and content.i < t.i < verb.i), None)
    return content.head if joint is not None and joint.nbor(-1).text == "," and content.head.i < content.i else None


def cited(cue: Cue) -> Phrase | None:
    """Whom a report names as its source: "Interfax reported, citing the ministry"; "according to X, quoting Y"."""
    nearby = list(cue.token.children)
    if cue.part == "phrase":
        nearby = list(cue.token.doc[cue.last.i + 1 : min(cue.last.i + 12, cue.token.sent.end)])
    for token in nearby:
        if token.tag_ == "VBG" and token.lemma_ in QUOTING and token.i > cue.last.i:
            return next((phrase(c) for c in token.children if c.dep_ in {"dobj", "pobj"}), None)
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
        if token.text in {",", ";", ":"} and token.head.i == head.i:
            first = token.nbor()
    if first.is_punct and first.i < head.i:
        first = first.nbor()
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
        mention = inside[0] if inside else _apposed(speaker.head, cast)
    return mention.entity_id if mention else None


def entity(speaker: Phrase | None, cast: Cast) -> Entity | None:
    found = entity_id(speaker, cast)
    return cast.entities.get(found) if found else None


def _apposed(head: Token, cast: Cast) -> Mention | None:
    """The name in apposition: "Malaysia's Prime Minister, Najib Razak"."""
    names = (c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    return next((m for c in names if (m := cast.covering(c.idx)) and m.entity_id), None)


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


def _left_of(noun: Token) -> Phrase | None:
    """What stands before a cue verb that the tagger took for a noun: "The department notes, "..."."""
    first = noun.left_edge
    return Phrase(noun.nbor(-1), first.idx, noun.nbor(-1).idx + len(noun.nbor(-1))) if first.i < noun.i else None


def _quoted(verb: Token) -> Token | None:
    """Whom somebody quotes: "quoted him as saying", "was quoted as saying"."""
    wanted = "nsubjpass" if is_passive(verb) else "dobj"
    return next(_children(verb, wanted), None)


def _children(verb: Token, dep: str) -> Iterator[Token]:
    return (child for child in verb.children if child.dep_ == dep)
