"""Who "he", "she", "it" and "we" are, where one antecedent is clear; otherwise the mention stays without an entity."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from transforms.cast import Entity
from transforms.entities.standing import SUBJECTS, Stage, Stand, Standing, before
from transforms.parsed import Token

PERSONAL = {"he": "m", "him": "m", "she": "f", "her": "f"}
SPEAKERS = frozenset(["we", "i"])
OWNED = re.compile(r"\b(his|her)\s(?:[\w-]+\s){0,3}[\w-]+,?\s$", re.IGNORECASE)
OPENING, CLOSING, STRAIGHT = "“", "”", '"'


def find_pronouns(stage: Stage, anaphors: Sequence[Stand]) -> Iterator[Stand]:
    """Personal pronouns as mentions; `anaphors` may be antecedents too ("the media outlet ... It reported")."""
    standing = stage.standing(anaphors)
    for token in stage.tokens:
        if token.pos_ != "PRON":
            continue
        word = token.lower_
        end = token.idx + len(token)
        if word in PERSONAL and token.tag_ != "PRP$":
            person = _person(token, PERSONAL[word], stage, standing)
            yield Stand(token.idx, end, "PERSON", "pronoun", person)
        elif word == "it" and token.dep_ in SUBJECTS:
            outlet = _outlet(token, stage, standing)
            if outlet:
                yield Stand(token.idx, end, "ORG", "pronoun", outlet)
        elif word in SPEAKERS and token.dep_ in SUBJECTS:
            yield from _speaker(token, word, stage, standing)


def _person(token: Token, sex: str, stage: Stage, standing: Sequence[Standing]) -> Entity | None:
    """The last subject among the people of this sentence before the pronoun or of the two before, if no other fits."""
    here = stage.layout.number(token.idx)
    near = before(token.idx, here - 2, standing)
    quotation = _quotation(token.idx, stage.text)
    speakers = _speakers(*quotation, stage, standing) if quotation else []
    people = [s for s in near if s.entity.label == "PERSON" and s.entity not in speakers and _may_be(s, sex, stage)]
    if any(_belongs_to(s, sex, stage) and s.sentence_no == here for s in people):
        return None
    for back in range(3):
        near = [s for s in people if s.sentence_no == here - back]
        subjects = {s.entity.entity_id: s.entity for s in near if s.is_subject}
        anyone = {s.entity.entity_id: s.entity for s in near}
        if len(subjects) == 1:
            only = next(iter(subjects.values()))
            return None if back and _is_outdone(only, people, standing, token.idx) else only
        if anyone:
            return next(iter(anyone.values())) if len(anyone) == 1 else None
    return None


def _is_outdone(person: Entity, people: Sequence[Standing], standing: Sequence[Standing], at: int) -> bool:
    """Whether somebody else nearby who fits too was named more often so far: the article is about her."""
    named = Counter(s.entity.entity_id for s in standing if s.name.end <= at)
    return any(named[s.entity.entity_id] > named[person.entity_id] for s in people if s.entity != person)


def _belongs_to(standing: Standing, sex: str, stage: Stage) -> bool:
    """Named by whose he is: in "Her lawyer, Eva Holm, said she would go", "she" may be either."""
    before = stage.text[max(0, standing.name.start - 40) : standing.name.start]
    found = OWNED.search(before)
    return found is not None and PERSONAL.get(found[1].casefold(), "m") == sex


def _may_be(standing: Standing, sex: str, stage: Stage) -> bool:
    """Not against what a form of address or the given name tells."""
    before = stage.text[max(0, standing.name.start - 5) : standing.name.start].casefold()
    if stage.lexicon.words.woman_title.search(before):
        return sex == "f"
    if stage.lexicon.words.man_title.search(before):
        return sex == "m"
    given = standing.entity.canonical_name.split()[0]
    is_woman = given in stage.lexicon.women_names
    return sex == "f" if is_woman else (sex == "m" or given not in stage.lexicon.given_names)


def _outlet(token: Token, stage: Stage, standing: Sequence[Standing]) -> Entity | None:
    """ "It reported": the outlet or organisation which the sentence before cites or has as its subject."""
    here = stage.layout.number(token.idx)
    if token.head.lemma_ not in stage.lexicon.report_verbs or token.head.dep_ not in {"ROOT", "parataxis", "conj"}:
        return None
    near = [s for s in standing if here - 1 <= s.sentence_no <= here and s.name.end <= token.idx]
    bodies = [s for s in near if s.entity.label == "ORG"]
    media = [s for s in bodies if s.entity.kind == "media"]
    chosen = {s.entity.entity_id: s.entity for s in media or [s for s in bodies if s.is_subject] or bodies}
    return next(iter(chosen.values())) if len(chosen) == 1 else None


def _speaker(token: Token, word: str, stage: Stage, standing: Sequence[Standing]) -> Iterator[Stand]:
    """ "I" in a quotation is the person who speaks in its sentence; "we" of a government's spokesperson its country."""
    quotation = _quotation(token.idx, stage.text)
    if quotation is None:
        return
    speakers = _speakers(*quotation, stage, standing)
    if len(speakers) != 1:
        return
    country = _country_of(speakers[0], stage, standing) if word == "we" else None
    meant, label = (country, "GPE") if word == "we" else (speakers[0], "PERSON")
    if meant:
        yield Stand(token.idx, token.idx + len(token), label, "pronoun", meant)


def _quotation(at: int, text: str) -> tuple[int, int] | None:
    """The quotation marks around a place; straight ones open and close by turns within a paragraph."""
    paragraph = text.rfind("\n", 0, at) + 1
    if text.count(STRAIGHT, paragraph, at) % 2:
        closed = text.find(STRAIGHT, at)
        return (text.rfind(STRAIGHT, paragraph, at), closed) if closed >= 0 else None
    opened = max(text.rfind(OPENING, 0, at), text.rfind(CLOSING, 0, at))
    closed = text.find(CLOSING, at)
    return (opened, closed) if opened >= 0 and text[opened] == OPENING and closed >= 0 else None


def _speakers(opened: int, closed: int, stage: Stage, standing: Sequence[Standing]) -> list[Entity]:
    """People who are subjects of the sentences in which a quotation begins and ends, outside it."""
    around = {stage.layout.number(opened), stage.layout.number(closed)}
    outside = [s for s in standing if s.sentence_no in around and not opened < s.name.start < closed]
    people = [s.entity for s in outside if s.is_subject and s.entity.label == "PERSON"]
    return list({person.entity_id: person for person in people}.values())


def _country_of(speaker: Entity, stage: Stage, standing: Sequence[Standing]) -> Entity | None:
    """The country for whose government a person speaks."""
    countries = [s.entity for s in standing if s.entity.kind == "country"]
    for role in stage.roles:
        body = stage.object_of(role)
        if stage.entities[role.holder] == speaker and role.office.relation == "spokesperson_of" and body:
            same = [c for c in countries if c.country_code == body.country_code]
            return same[0] if same and body.kind == "government" else None
    return None
