"""Nouns that pick up something named: "the organization", "the media outlet", "his country", "the president".

A noun takes the entity of a name only where one fits clearly better than any other; otherwise it stands
for nobody.
"""

import re
from collections.abc import Iterator, Sequence

from transforms.cast import Entity
from transforms.entities.lexicon import Noun
from transforms.entities.phrases import complement_end
from transforms.entities.roles import object_before
from transforms.entities.standing import Stage, Stand, Standing
from transforms.parsed import Token

DEFINITE = frozenset(["the", "this", "that"])
OWN = frozenset(["his", "her", "their", "its"])
INDEFINITE = frozenset(["a", "an"])
NAMING = frozenset(["appos", "attr", "compound"])
WINDOW = 4  # sentences back in which an antecedent is looked for
THE = re.compile(r"\b[Tt]he\s$")
LEAD = 0.15  # by how much the best antecedent must lead the next


def find_anaphors(stage: Stage) -> Iterator[Stand]:
    """Definite nouns that can pick up a name, with their antecedent where it is clear."""
    standing = stage.standing()
    heads = stage.lexicon.heads
    for token in stage.tokens:
        if token.tag_ in {"NN", "NNP"} and token.lower_ in heads and not stage.is_name(token.idx):
            found = _anaphor(token, stage, standing)
            if found:
                yield found


def find_holders(stage: Stage) -> Iterator[Stand]:
    """Offices that stand for their holders: "the president", "Kazakhstan President" where the article names one."""
    held = [role.words for role in stage.roles]
    for found in stage.lexicon.office_pattern.finditer(stage.text):
        relation = stage.lexicon.offices[found[0].casefold()].relation
        if not relation or any(w.start < found.end() and found.start() < w.end for w in held):
            continue
        thing, start = object_before(found.start(), stage.names, stage.text)
        body = stage.entities[thing] if thing is not None else None
        article = THE.search(stage.text, max(0, found.start() - 5), found.start())
        holder = _holder(found[0], body, stage) if body or article else None
        if holder:
            first = start if body else found.start() - len(article[0]) if article else found.start()
            yield Stand(first, found.end(), "PERSON", "nominal", holder)


def _holder(office: str, thing: Entity | None, stage: Stage) -> Entity | None:
    """The only person of the article that holds an office under this word, of a thing where one is given."""
    holders: dict[str, Entity] = {}
    for role in stage.roles:
        entity, body = stage.entities[role.holder], stage.object_of(role)
        words = stage.text[role.words.start : role.words.end].casefold()
        current = re.match(rf"{re.escape(office.casefold())}\b", words) is not None
        if entity and current and (thing is None or (body and body.entity_id == thing.entity_id)):
            holders[entity.entity_id] = entity
    return next(iter(holders.values())) if len(holders) == 1 else None


def _anaphor(token: Token, stage: Stage, standing: Sequence[Standing]) -> Stand | None:
    noun, start = _anaphoric_noun(token, stage)
    determiner = _determiner(token)
    if noun is None or determiner is None or determiner.i + 1 >= len(stage.doc):
        return None
    word = determiner.lower_
    if word in INDEFINITE:
        only = _only(noun, stage, standing)
        return Stand(determiner.idx, complement_end(token), noun.label, "nominal", only) if only else None
    if start != determiner.nbor().idx or any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children):
        return None
    if word in OWN:
        chosen = _own(token, stage, standing)
    else:
        chosen = None if _is_introduced(token, stage) else _recent(noun, token.idx, stage, standing)
    return Stand(determiner.idx, token.idx + len(token), noun.label, "nominal", chosen)


def _anaphoric_noun(token: Token, stage: Stage) -> tuple[Noun | None, int]:
    before = token.nbor(-1) if token.i else None
    pair = stage.lexicon.anaphors.get(f"{before.lower_} {token.lower_}") if before else None
    if before and pair:
        return pair, before.idx
    return stage.lexicon.anaphors.get(token.lower_), token.idx


def _determiner(token: Token) -> Token | None:
    known = DEFINITE | OWN | INDEFINITE
    return next((c for c in token.lefts if c.dep_ in {"det", "poss"} and c.lower_ in known), None)


def _fits(noun: Noun, entity: Entity) -> bool:
    return noun.label == entity.label and (noun.kinds == {""} or (entity.kind or "") in noun.kinds)


def _only(noun: Noun, stage: Stage, standing: Sequence[Standing]) -> Entity | None:
    """The one body of states that the article names, for "a security alliance": said of anything else it may be new."""
    if "igo" not in noun.kinds:
        return None
    known = (s.entity for s in standing if s.entity.kind == "igo" and stage.lexicon.entry(s.entity.canonical_name))
    fitting = {entity.entity_id: entity for entity in known}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _is_introduced(token: Token, stage: Stage) -> bool:
    """Whether the noun was used before of a body without a name: "Peru's weather agency ... the agency"."""
    here = stage.layout.number(token.idx)
    earlier = (t for t in stage.tokens[: token.i] if t.lemma_ == token.lemma_ and not stage.is_name(t.idx))
    near = [t for t in earlier if here - stage.layout.number(t.idx) <= WINDOW and t.dep_ not in NAMING]
    return any(child.dep_ == "poss" and child.ent_type_ for t in near for child in t.lefts)


def _recent(noun: Noun, at: int, stage: Stage, standing: Sequence[Standing]) -> Entity | None:
    """The best antecedent before a place: near, subject, often named; None where two are alike."""
    here = stage.layout.number(at)
    scores: dict[str, float] = {}
    for s in standing:
        if _fits(noun, s.entity) and s.name.end <= at and not _reports(s, stage):
            weight = (2.0 if s.is_subject else 1.0) / (1 + here - s.sentence_no)
            near = weight if here - s.sentence_no <= WINDOW else 0.0
            scores[s.entity.entity_id] = scores.get(s.entity.entity_id, 0.0) + 0.1 + near
    ranked = sorted(scores, key=lambda i: (-scores[i], i))
    if not ranked or scores[ranked[0]] < 0.3 or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < LEAD):
        return None
    return next(s.entity for s in standing if s.entity.entity_id == ranked[0])


def _reports(standing: Standing, stage: Stage) -> bool:
    """The agency in the date line only says who reports: "LIMA (Example Wire) -"."""
    line = stage.article.date_line
    return line is not None and line.start <= standing.name.start < line.end and standing.entity.kind == "media"


def _own(token: Token, stage: Stage, standing: Sequence[Standing]) -> Entity | None:
    """ "his country": the first country that the sentence names."""
    if token.lower_ not in stage.lexicon.words.own_country:
        return None
    here = stage.layout.number(token.idx)
    near = (s.entity for s in standing if s.sentence_no == here and s.name.end <= token.idx)
    return next((entity for entity in near if entity.kind == "country"), None)
