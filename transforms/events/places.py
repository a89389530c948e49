"""Where an event happened, only as far as its own clause says so: "outbreaks were found in Oyl", "the Oyl bombing".

A place belongs to the trigger that it hangs on in the parse, to the verb that carries or tells an event noun, or to
what happens in the same clause. The place of a date line is never filled in.
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

from transforms.cast import Cast
from transforms.events.phrases import prepositional
from transforms.events.words import EventWords
from transforms.facts import Mention
from transforms.parsed import Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
BESIDE = frozenset({"compound", "nmod", "poss", "amod"})
TIMES = frozenset({"DATE", "TIME", "ORDINAL"})
NAMED_AFTER = frozenset({"ELECTION", "DISASTER", "ACCIDENT", "OUTBREAK", "PROTEST"})  # "the Chilean quake": in Chile
PHYSICAL = NAMED_AFTER | {"ASSAULT", "COERCE", "DEATH", "INJURY", "RESCUE", "DISPLACE"}
SHARED = frozenset({"ASSAULT", "COERCE", "INJURY", "PROTEST"})
LEAVING = frozenset({"DISPLACE", "RESCUE"})
STRUCK = frozenset({"DISASTER", "OUTBREAK", "ACCIDENT"})  # what they hit is where they happen


class Where(NamedTuple):
    """The entity of a place and where it is named."""

    entity_id: str
    start: int


class Setting(NamedTuple):
    """What place is looked for: of which type of event; `moves`: where it goes is its place."""

    cast: Cast
    words: EventWords
    event_type: str
    moves: bool
    witnesses: Set[str] = frozenset()


def is_scene(token: Token, cast: Cast, words: EventWords) -> bool:
    """Whether a noun behind "in" or "near" is the place of what happens, not what it happens to: "attacks in Kabul"."""
    if token.dep_ != "pobj" or token.head.lower_ not in words.scene_prep:
        return False
    return any(m.label in {"GPE", "LOC"} for m in cast.overlapping(token.idx, token.idx + len(token)))


def place_of(token: Token, carrier: Token | None, setting: Setting) -> Where | None:
    """The named place of a trigger: its own, its clause's, or that of the deed that it is the outcome of."""
    heads = [token] + ([carrier] if carrier is not None else [])
    found = _of_heads(heads, setting) or _before(token, setting) or _struck(token, setting)
    if found := found or _witness(carrier, setting):
        return found
    if (telling := _telling(token, setting.words)) is not None:
        return _first_place(telling, setting.words.place_prep, setting)
    first = token.head if token.tag_ == token.head.tag_ == "VBG" and token.dep_ == "conj" else token
    if first.tag_ == "VBG" and first.dep_ in {"acl", "advcl"}:
        return _of_heads([first.head], setting)  # "attacks in Oyl, killing four and wounding six"
    if token.dep_ == "relcl" and any(c.lower_ in setting.words.relative_place for c in token.lefts):
        return _place_at(token.head, setting)  # "in Oyl, where three died"
    if setting.event_type in SHARED and (others := _joined(token)):
        return _of_heads(others, setting)
    return None


def _witness(carrier: Token | None, setting: Setting) -> Where | None:
    """The subject of a verb of seeing: "Oyl | saw a rally"."""
    if carrier is None or carrier.lemma_.lower() not in setting.witnesses:
        return None
    subject = next((c for c in carrier.lefts if c.dep_ == "nsubj"), None)
    return _place_at(subject, setting) if subject is not None else None


def _joined(verb: Token) -> list[Token]:
    """Verbs of one clause: "abducted and killed in Oyl", "shot a guard in Oyl and burned a truck"."""
    if verb.pos_ != "VERB":
        return []
    others = [verb.head] if verb.dep_ == "conj" and not _has_subject(verb) else []
    others += [c for c in verb.rights if c.dep_ == "conj" and not _has_subject(c)]
    return [other for other in others if other.pos_ == "VERB"]


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.lefts)


def _of_heads(heads: list[Token], setting: Setting) -> Where | None:
    """Below a trigger, below the verb that carries it, below its subject, object or doer, or a fronted phrase."""
    preps = _preps(setting)
    for head in heads:
        if found := _first_place(head, preps, setting):
            return found
    for head in heads:
        for child in head.children:
            if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and (found := _below_noun(child, setting)):
                return found
            if child.dep_ == "prep" and child.i < head.i and (found := _anywhere_below(child, setting)):
                return found
        if setting.event_type in PHYSICAL and (found := _nested(head, setting)):
            return found
    return None


def _preps(setting: Setting) -> tuple[str, ...]:
    """What stands before the place of a type of event: where it goes, or where those who leave were, comes first."""
    words = setting.words
    if setting.moves:
        return (*words.goal_prep, *words.place_prep)
    return (*words.source_prep, *words.place_prep) if setting.event_type in LEAVING else words.place_prep


def _below_noun(noun: Token, setting: Setting) -> Where | None:
    found = _first_place(noun, setting.words.place_prep, setting)
    return found or (_nested(noun, setting) if setting.event_type in PHYSICAL else None)


def _nested(head: Token, setting: Setting) -> Where | None:
    """One noun further down: "died of a flu in Oyl", "killed by gunmen in Oyl", "cases of measles in Oyl"."""
    for target in prepositional(head, setting.words.between_prep):
        if found := _first_place(target, setting.words.place_prep, setting):
            return found
    return None


def _telling(noun: Token, words: EventWords) -> Token | None:
    """The verb that tells of an event noun: "explosions were heard in Oyl", "an outbreak has been confirmed there"."""
    verb = noun.head
    is_told = noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ == "nsubjpass" and verb.lemma_.lower() in words.telling_verb
    return verb if is_told else None


def _before(noun: Token, setting: Setting) -> Where | None:
    """The place in front of an event noun: "the Oyl bombing", "Norway's election"; a country's deed is its own."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    for child in noun.lefts:
        if child.dep_ not in BESIDE or any(t.dep_ == "punct" for t in noun.doc[child.i + 1 : noun.i]):
            continue  # "MANILA, Philippines - Protests ..." is a date line
        for mention in _places(child, setting.cast):
            entity = setting.cast.entity(mention)
            is_country = entity is None or entity.kind == "country"
            if setting.event_type in NAMED_AFTER or (
                setting.event_type == "ASSAULT" and child.dep_ != "poss" and not is_country
            ):
                return Where(mention.entity_id or "", mention.char_start)
    return None


def _struck(token: Token, setting: Setting) -> Where | None:
    """What is hit or visited: "a quake struck Norway", "rebels shelled Oyl", "a visit to Libya", "the siege of Oyl"."""
    hit = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}] if token.pos_ == "VERB" else []
    if token.pos_ == "NOUN" and setting.event_type == "ASSAULT":
        hit = list(prepositional(token, setting.words.within_prep[:1]))
    for target in hit:
        for mention in _places(target, setting.cast):
            entity = setting.cast.entity(mention)
            is_country = entity is None or entity.kind == "country"
            if setting.event_type in STRUCK or setting.moves or (setting.event_type == "ASSAULT" and not is_country):
                return Where(mention.entity_id or "", mention.char_start)
    return None


def _first_place(head: Token, preps: tuple[str, ...], setting: Setting) -> Where | None:
    """The place behind the first preposition that has one; also behind the day that the parse hangs it on."""
    for target in (*prepositional(head, preps), *_behind_joined(head, preps)):
        if found := _place_at(target, setting):
            return found
    for day in _days(head, setting.words):
        for target in prepositional(day, setting.words.place_prep):
            if found := _place_at(target, setting):
                return found
    return None


def _behind_joined(head: Token, preps: tuple[str, ...]) -> Iterator[Token]:
    """Behind the second of two prepositions: "in and near the town"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in preps:
            yield from (t for c in child.rights if c.dep_ == "conj" for t in c.children if t.dep_ == "pobj")


def _days(head: Token, words: EventWords) -> Iterator[Token]:
    """Times below a head: "met for the first time | in Oyl", "attacked last night | in Oyl"."""
    for child in head.children:
        inner = child.children if child.dep_ == "prep" else [child] if child.dep_ in {"npadvmod", "tmod"} else ()
        yield from (t for t in inner if t.ent_type_ in TIMES or t.lemma_.lower() in words.time_noun)


def _places(token: Token, cast: Cast) -> Iterator[Mention]:
    """Named places that a token stands in."""
    for mention in cast.overlapping(token.idx, token.idx + len(token)):
        if mention.label in PLACE_LABELS and mention.entity_id and mention.form == "name":
            yield mention


def _place_at(token: Token, setting: Setting) -> Where | None:
    """The place that a phrase names: "Oyl", "the western town of Oyl", "the city, Oyl", "Oyl airport", "Oyl's port"."""
    for mention in _places(token, setting.cast):
        return Where(mention.entity_id or "", mention.char_start)
    first, *others = setting.words.within_prep
    named = [*prepositional(token, (first,)), *(c for c in token.children if c.dep_ == "appos")]
    if found := next((found for inner in named if (found := _place_at(inner, setting))), None):
        return found
    beside = [child for child in token.lefts if child.dep_ in BESIDE]
    for child in (*beside, *(inner for c in beside for inner in c.lefts if inner.dep_ in BESIDE)):
        for mention in _places(child, setting.cast):
            return Where(mention.entity_id or "", mention.char_start)
    below = prepositional(token, tuple(others))
    return next((found for inner in below if (found := _place_at(inner, setting))), None)


def _anywhere_below(prep: Token, setting: Setting) -> Where | None:
    """ "Amid unrest in Kazakhstan, ...": a place inside a fronted phrase that holds no verb."""
    if any(t.pos_ == "VERB" for t in prep.subtree):
        return None
    inner = [t for t in prep.subtree if t.dep_ == "prep" and t.lower_ in setting.words.place_prep]
    targets = [c for t in inner for c in t.children if c.dep_ == "pobj"]
    return next((found for target in targets if (found := _place_at(target, setting))), None)
