"""Which clause lends its day: "a bomb exploded on Friday, | killing two", "raided the bank on Friday and | shot two".

A day is carried where the words bind two deeds into one happening: a participle of the outcome, a deed that is the
subject of another or of its relative clause, and joined acts of violence by one subject. A day that opens the clause
("On Friday rebels took the town and proclaimed a state") goes for every verb joined there.
"""

from collections.abc import Iterator, Mapping, Sequence

from transforms.events.lexicon import Trigger
from transforms.events.triggers import Found
from transforms.facts import Time
from transforms.parsed import Token

VIOLENT = frozenset({"ASSAULT", "DEATH", "INJURY", "DISASTER", "ACCIDENT"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def lenders(found: Found, told: Mapping[int, Trigger]) -> Iterator[Token]:
    """Tokens whose day is the day of a trigger that has none of its own, nearest first."""
    token = found.token
    if token.pos_ not in {"VERB", "AUX"}:
        if token.dep_ in SUBJECTS and _are_one(found.trigger, told.get(token.head.i)):
            yield token.head  # "the blast | killed two on Friday"
        yield from (c for c in token.rights if c.dep_ == "relcl" and _are_one(found.trigger, told.get(c.i)))
        return
    yield from (c for c in token.lefts if c.dep_ in SUBJECTS and _are_one(found.trigger, told.get(c.i)))
    if _is_outcome(token):
        yield token.head
    if token.dep_ == "relcl" and _are_one(found.trigger, told.get(token.head.i)):
        yield token.head  # "an attack on Friday that killed two"
    if token.dep_ == "conj" and not _has_subject(token):
        yield token.head
        if _is_outcome(token.head):
            yield token.head.head  # "exploded on Friday, killing two and | wounding six"
    if found.trigger.event_type in VIOLENT:
        yield from (
            c
            for c in token.rights
            if c.dep_ == "conj" and not _has_subject(c) and _are_one(found.trigger, told.get(c.i))
        )


def lent(found: Found, told: Mapping[int, Trigger], dates: Mapping[int, Time]) -> Time | None:
    """The day that another token lends a trigger, or None."""
    for lender in lenders(found, told):
        time = dates.get(lender.i)
        if time is not None and (_binds(found, lender, told) or _opens(time, lender)):
            return time
    return None


def lending_heads(found: Sequence[Found]) -> Iterator[int]:
    """Verbs that are no trigger but may lend a day: "the lorry veered off on Friday, killing two"."""
    for f in found:
        first = f.token.head if f.token.dep_ == "conj" and not _has_subject(f.token) else f.token
        if first is not f.token:
            yield first.i
        if _is_outcome(first):
            yield first.head.i


def _binds(found: Found, lender: Token, told: Mapping[int, Trigger]) -> bool:
    if found.token.dep_ == "conj" and lender == found.token.head:
        return _are_one(found.trigger, told.get(lender.i))
    return True


def _are_one(own: Trigger, other: Trigger | None) -> bool:
    return other is not None and own.event_type in VIOLENT and other.event_type in VIOLENT


def _opens(time: Time, verb: Token) -> bool:
    """Whether a day stands before the subject of a clause."""
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    return subject is not None and time.char_end <= subject.idx


def _is_outcome(verb: Token) -> bool:
    """A participle behind a clause that tells what came of it: "exploded, | killing two"."""
    is_behind = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i and verb.head.pos_ == "VERB"
    return is_behind and not any(c.dep_ in {"mark", "aux", *SUBJECTS} for c in verb.lefts)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.lefts)
