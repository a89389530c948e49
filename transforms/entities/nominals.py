"""Common nouns that are mentions by themselves: "some demonstrators", "local law enforcement", "the CSTO secretariat".

A body of something named ("the secretariat of the organization") has an id made of that thing and the noun, the
same in every article; any other group or building is an entity of its article, one for each wording.
"""

import re
from collections.abc import Iterator, Sequence

from transforms.cast import Entity
from transforms.entities.lexicon import Noun
from transforms.entities.phrases import complement_end, phrase_start
from transforms.entities.standing import Stage, Stand
from transforms.identity import digest
from transforms.parsed import Token

NO_WORD = re.compile(r"\W+")
BEHIND = re.compile(r"(?:['’]s?)?\s*(?:\([^)]*\)\s*)?")
PLURAL = frozenset(["NNS", "NNPS"])


def find_nominals(stage: Stage, anaphors: Sequence[Stand]) -> Iterator[Stand]:
    """Nominal mentions in order of their heads; `anaphors` may be what a body belongs to ("of the organization")."""
    collectives, heads = stage.lexicon.words.collectives, stage.lexicon.heads
    for token in stage.tokens:
        if token.pos_ not in {"NOUN", "PROPN"} or not (token.lower_ in heads or token.lemma_.lower() in heads):
            continue
        if not stage.is_name(token.idx) and token.dep_ not in {"compound", "nmod"}:
            found = _noun(token, stage)
            if found and (found[1].label != "GROUP" or token.tag_ in PLURAL or token.lower_ in collectives):
                yield _stand(token, *found, stage, anaphors)


def _noun(token: Token, stage: Stage) -> tuple[str, Noun] | None:
    """The words under which a noun is known, and what it is."""
    groups = stage.lexicon.groups
    before = token.nbor(-1).lower_ if token.i else ""
    forms = (f"{before} {token.lower_}", f"{before} {token.lemma_.lower()}", token.lower_, token.lemma_.lower())
    return next(((form, groups[form]) for form in forms if form in groups), None)


def _stand(token: Token, words: str, noun: Noun, stage: Stage, anaphors: Sequence[Stand]) -> Stand:
    start, end = phrase_start(token), _end(token, noun, stage)
    if noun.label == "GROUP":
        start = max(
            [
                start,
                *(
                    _after(n.end, stage)
                    for n, _ in stage.near(start, end)
                    if start <= n.start and n.end < end and n.label == "ORG"
                ),
            ]
        )
    kind = next(iter(noun.kinds)) or None
    owner = _owner(start, end, token, stage, anaphors)
    named = _named_by(stage.text[start:end].casefold(), owner, kind, stage)
    if named:
        return Stand(start, end, noun.label, "nominal", named)
    if owner and noun.label == "ORG":
        return Stand(start, end, noun.label, "nominal", _body(owner, words, kind))
    wording = NO_WORD.sub(" ", stage.text[start:end]).casefold().strip()
    entity_id = digest(stage.article.article_id, noun.label, wording)
    country = owner.country_code if owner else None
    return Stand(start, end, noun.label, "nominal", Entity(entity_id, noun.label, kind, stage.text[start:end], country))


def _end(token: Token, noun: Noun, stage: Stage) -> int:
    """End of a nominal: with its "of" phrase for bodies and statues, its coordination for a counted pair of groups."""
    end = int(token.idx) + len(token)
    if noun.label == "ORG":
        end = complement_end(token, ("of", "in") if token.lower_ in stage.lexicon.words.seats else ("of",))
    elif token.lower_ in stage.lexicon.words.monuments:
        end = complement_end(token)
    elif noun.label == "GROUP" and any(c.dep_ == "nummod" for c in token.lefts):
        pair = [c for c in token.rights if c.dep_ == "conj" and _noun(c, stage)]
        if pair and not any(c.dep_ == "nummod" for c in pair[0].lefts):
            end = int(pair[0].idx) + len(pair[0])
    return end + 1 if stage.text[end : end + 1] in {"”", '"'} and _is_quoted(token) else end


def _after(char: int, stage: Stage) -> int:
    """The next word after a name and the bracket behind it: groups leave their organisation's name outside."""
    found = BEHIND.match(stage.text, char)
    return found.end() if found else char


def _is_quoted(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text in {"“", '"'}


def _named_by(words: str, owner: Entity | None, kind: str | None, stage: Stage) -> Entity | None:
    """The only name that holds the words, and the owner's where it has one: "peacekeeping forces", "CSTO forces"."""
    if kind is None or (" " not in words and owner is None):
        return None
    likely = [e for e in stage.entities if e and e.kind == kind and words in e.canonical_name.casefold()]
    held = [e for e in likely if re.search(rf"\b{re.escape(words)}\b", e.canonical_name.casefold())]
    found = {e.entity_id: e for e in held if owner is None or owner.canonical_name in e.canonical_name}
    return next(iter(found.values())) if len(found) == 1 else None


def _owner(start: int, end: int, token: Token, stage: Stage, anaphors: Sequence[Stand]) -> Entity | None:
    """What a body belongs to: a name or anaphor in its phrase, or with a possessive ending right before it."""
    for name, entity in stage.near(start - 3, end):
        inside = start - 3 <= name.start and name.end <= end and not _is_seat(name.start, stage)
        if entity and (inside or name.end <= start <= name.end + 3):
            return entity
    for stand in anaphors:
        if stand.entity and (token.idx < stand.start < end or 0 <= start - stand.end <= 3):
            return stand.entity
    if token.lower_ == "government" and stage.text[max(0, start - 4) : start].casefold() == "the ":
        return next((a.entity for a in reversed(anaphors) if a.end <= start and a.entity and a.label == "GPE"), None)
    return None


def _is_seat(char: int, stage: Stage) -> bool:
    """Where a body is, not whose it is: "our embassy in Chad"."""
    return stage.text[max(0, char - 8) : char].endswith((" in ", " in the "))


def _body(owner: Entity, noun: str, kind: str | None) -> Entity:
    """A body of something named, such as the secretariat of an organisation or the government of a country."""
    name = f"{owner.canonical_name} {noun}"
    return Entity(digest("body", owner.entity_id, noun), "ORG", kind, name, owner.country_code)
