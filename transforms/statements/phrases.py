"""Noun phrases without appositions and relative clauses ("Ambassador Mohib"), and the entities that they name."""

from collections.abc import Set
from typing import NamedTuple

from transforms.cast import Cast, Entity
from transforms.facts import Mention
from transforms.parsed import Token

INNER = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "case", "punct", "quantmod", "advmod"})
TIMING = frozenset({"after", "before", "during", "since", "until", "while", "following"})
RELATIVE = frozenset({"who", "which", "that"})


class Phrase(NamedTuple):
    """A noun phrase by its head and its offsets."""

    head: Token
    start: int
    end: int


def phrase(head: Token) -> Phrase:
    """The noun phrase of a head: what stands before it, `of` phrases, conjuncts; for common nouns all its phrases."""
    first = head.left_edge
    for token in head.doc[first.i : head.i]:
        if token.text in {",", ";", ":", "-", "–", "—"} and token.head.i == head.i and token.whitespace_:
            first = token.nbor()
    if first.is_punct and first.i < head.i:
        first = first.nbor()
    last = head
    for child in head.rights:
        if not _belongs(head, child) or child.left_edge.i > last.i + 1:
            break
        last = _end(child)
    return Phrase(head, first.idx, last.idx + len(last))


def with_name(speaker: Phrase, cast: Cast) -> Phrase:
    """With the person's name behind the comma: "the charity's coordinator | , Anneke Vermeer"."""
    if speaker.head.pos_ != "NOUN":
        return speaker
    inner = (c for prep in speaker.head.rights if prep.lower_ == "of" for c in prep.children)
    for noun in (speaker.head, *inner):
        for name in noun.rights:
            is_next = name.left_edge.i and name.left_edge.nbor(-1).text == "," and name.left_edge.idx - speaker.end <= 2
            mention = cast.covering(name.idx) if is_next and name.dep_ == "appos" and name.pos_ == "PROPN" else None
            if mention is not None and mention.label == "PERSON":
                last = _end(name)
                return Phrase(speaker.head, speaker.start, last.idx + len(last))
    return speaker


def whole_name(speaker: Phrase, cast: Cast) -> Phrase:
    """With all of the name that the head opens: "Tallow | & Finch"."""
    mention = cast.covering(speaker.head.idx)
    if mention is None or mention.form != "name" or mention.char_end <= speaker.end:
        return speaker
    return speaker._replace(end=mention.char_end)


def spelled_out(speaker: Phrase, voices: Set[str]) -> Phrase:
    """What a relative pronoun stands for: "the ministry, which says"; with a voice of it, "whose spokesman says"."""
    noun = antecedent(speaker.head)
    if noun == speaker.head and speaker.head.lemma_.lower() in voices:
        whose = next((c for c in speaker.head.children if c.tag_ == "WP$"), None)
        noun = _modified(whose) if whose is not None else noun
    return phrase(noun) if noun != speaker.head and noun.pos_ in {"NOUN", "PROPN", "PRON"} else speaker


def antecedent(head: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if head.lower_ not in RELATIVE:
        return head
    return _modified(head)


def head_from(token: Token) -> Token:
    """The head of the noun phrase that a token opens."""
    while token.dep_ in INNER and token.head.i > token.i and token.head.i - token.i < 8:
        token = token.head
    return token


def entity_id(speaker: Phrase | None, cast: Cast) -> str | None:
    """The entity that a phrase names by its head, else by the name it ends with."""
    if speaker is None:
        return None
    mention = cast.covering(antecedent(speaker.head).idx)
    if mention is None or mention.entity_id is None:
        within = [m for m in cast.within(speaker.start, speaker.end) if m.entity_id]
        inside = [m for m in within if m.char_end == speaker.end or _is_outlet_in_front(m, speaker.head, cast)]
        mention = inside[0] if inside else _apposed(speaker.head, cast)
    return mention.entity_id if mention else None


def _is_outlet_in_front(mention: Mention, head: Token, cast: Cast) -> bool:
    """An outlet's name before its kind: "the | Interfax news agency"."""
    named = cast.entities.get(mention.entity_id or "")
    beside = (c for c in head.lefts if c.dep_ in {"compound", "nmod"})
    return named is not None and named.kind == "media" and any(c.idx == mention.char_start for c in beside)


def entity(speaker: Phrase | None, cast: Cast) -> Entity | None:
    found = entity_id(speaker, cast)
    return cast.entities.get(found) if found else None


def _apposed(head: Token, cast: Cast) -> Mention | None:
    """The name in apposition: "Malaysia's Prime Minister, Najib Razak"."""
    names = (c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    return next((m for c in names if (m := cast.covering(c.idx)) and m.entity_id), None)


def _modified(pronoun: Token) -> Token:
    """The noun whose relative clause a pronoun opens."""
    return next((verb.head for verb in pronoun.ancestors if verb.dep_ == "relcl"), pronoun)


def _belongs(head: Token, child: Token) -> bool:
    if child.dep_ == "prep":
        timed = child.lower_ in TIMING or any(t.ent_type_ in {"DATE", "TIME"} for t in child.subtree)
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
