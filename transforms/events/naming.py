"""Whom a later sentence names of those a deed befell: "Gunmen shot two nurses. The dead were named as Ada Roe ...".

The names become recipients of the deed itself: its nearest telling before them that befell unnamed people, and whose
outcome fits the word ("the wounded" were hurt, "the hostages" taken, "victims" anything).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.events.arguments import Arguments
from transforms.events.causes import KILLING
from transforms.events.lexicon import EventLexicon, Trigger
from transforms.events.phrases import conjuncts, prepositional
from transforms.events.triggers import Found
from transforms.parsed import Doc, Token

REACH = 100  # words
NAMES = frozenset({"PERSON", "ORG", ""})  # what the model makes of people's names
HARM = frozenset({"ASSAULT", "DEATH", "INJURY", "ACCIDENT", "DISASTER"})


class Deed(NamedTuple):
    """A trigger and whom it befell; `again`: where the deed was told first, of which this is another telling."""

    found: Found
    heads: Arguments
    again: int | None = None


class Naming(NamedTuple):
    """Names, and the word that says of whom they are; `at`: where."""

    word: Token
    names: list[Token]


def named_later(doc: Doc, deeds: Sequence[Deed], lexicon: EventLexicon) -> dict[int, list[Token]]:
    """Further recipients by the token of the trigger."""
    found: dict[int, list[Token]] = {}
    deeds = [deed for deed in deeds if _befell_unnamed(deed, lexicon)]
    for naming in _namings(doc[deeds[0].found.token.i :], lexicon) if deeds else ():
        deed = _deed_of(naming, deeds, lexicon)
        if deed is not None:
            known = {t.i for t in deed.heads.recipients}
            found.setdefault(deed.found.token.i, []).extend(t for t in naming.names if t.i not in known)
    return found


def _namings(tokens: Sequence[Token], lexicon: EventLexicon) -> Iterator[Naming]:
    words = lexicon.words
    for token in tokens:
        if token.lower_ in words.among:
            yield from _among(token, lexicon)
        elif token.lower_ in words.naming and token.pos_ in {"VERB", "AUX"}:
            yield from _told_by(token, lexicon)
        elif token.rights and (beside := [c for c in token.rights if c.dep_ == "appos" and c.pos_ == "PROPN"]):
            is_person = any(c.ent_type_ == "PERSON" for c in beside)
            if (is_person and _is_same(token, lexicon)) or _is_headed(token, lexicon):
                yield from _naming(token, beside, lexicon)


def _among(prep: Token, lexicon: EventLexicon) -> Iterator[Naming]:
    """ "Among the dead was Ada Roe", "six monks, among them Ada Roe"."""
    for whole in prep.children:
        if whole.dep_ != "pobj":
            continue
        verb = prep.head
        if _is_cue(whole, lexicon) and verb.lemma_ == "be":
            named = [c for c in verb.children if c.dep_ in {"nsubj", "attr"} and c.i > prep.i]
            yield from _naming(whole, named, lexicon)
        elif whole.lower_ in lexicon.words.them and verb.i > prep.i and verb.pos_ in {"PROPN", "NOUN"}:
            yield from _naming(whole, [verb], lexicon)


def _told_by(verb: Token, lexicon: EventLexicon) -> Iterator[Naming]:
    """ "the victims were identified as Ada Roe", "police named the dead as Ada Roe", "the victims include Ada Roe"."""
    subject = [c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    behind = list(prepositional(verb, ("as",)))
    objects = [c for c in verb.rights if c.dep_ in {"dobj", "attr"}]
    for whole in [*subject, *(objects if behind else [])]:
        if _is_cue(whole, lexicon) or (behind and _is_same(whole, lexicon)):
            yield from _naming(whole, behind or objects, lexicon)


def _is_cue(noun: Token, lexicon: EventLexicon) -> bool:
    """ "the dead", "the victims", "the dead man"."""
    return _outcome(noun, lexicon) is not None


def _is_same(noun: Token, lexicon: EventLexicon) -> bool:
    """ "the nurses, Ada Roe and Ben Lim, ...": of whom the deed may have told as "two nurses"; no "of the group"."""
    is_own = noun.pos_ == "NOUN" and noun.head.lower_ != "of" and noun.lemma_.lower() not in lexicon.classes["band"]
    return is_own and any(c.dep_ == "det" and c.lower_ == "the" for c in noun.lefts)


def _is_headed(noun: Token, lexicon: EventLexicon) -> bool:
    """ "The dead: Ada Roe and Ben Lim"."""
    return _is_cue(noun, lexicon) and any(c.text == ":" for c in noun.rights)


def _outcome(noun: Token, lexicon: EventLexicon) -> str | None:
    """What befell those that a word stands for; None for a word that says nothing of it: "them"."""
    near = {noun.lower_, *(c.lower_ for c in noun.lefts if c.dep_ == "amod")}
    words = lexicon.words
    told = (("dead", words.dead), ("hurt", words.hurt), ("held", words.held), ("", words.victim))
    return next((outcome for outcome, said in told if near & said), None)


def _naming(whole: Token, named: Sequence[Token], lexicon: EventLexicon) -> Iterator[Naming]:
    """Names, and people joined to them: "Ada Roe and her two sons"."""
    listed = [t for head in named for t in conjuncts(head)]
    names = [t for t in listed if t.pos_ == "PROPN" and t.ent_type_ in NAMES]
    people = {t for t in listed if t.pos_ == "NOUN" and t.lemma_.lower() in lexicon.classes["person"]}
    if names:
        yield Naming(whole, [t for t in listed if t in names or t in people])


def _deed_of(naming: Naming, deeds: Sequence[Deed], lexicon: EventLexicon) -> Deed | None:
    """The nearest deed before the naming that fits; "among them" goes on from its own sentence."""
    outcome = _outcome(naming.word, lexicon)
    is_far = outcome is not None or naming.word.pos_ == "NOUN"
    first = naming.word.i - REACH if is_far else naming.word.sent.start
    for deed in reversed(deeds):
        is_before = first <= deed.found.token.i < naming.word.i
        is_fitting = not outcome or outcome == _left_behind(deed.found.trigger)
        if outcome is None and naming.word.pos_ == "NOUN":
            is_fitting = any(
                (t.lemma_, t.tag_) == (naming.word.lemma_, naming.word.tag_) for t in deed.heads.recipients
            )
        if is_before and is_fitting:
            return deed
    return None


def _befell_unnamed(deed: Deed, lexicon: EventLexicon) -> bool:
    if deed.found.trigger.event_type not in HARM:
        return False
    unnamed = (t for t in deed.heads.recipients if t.pos_ in {"NOUN", "NUM"} or t.tag_ == "NNPS")
    people = lexicon.classes["person"]
    return any(t.pos_ == "NUM" or {t.lemma_.lower(), t.lower_.removesuffix("s")} & people for t in unnamed)


def _left_behind(trigger: Trigger) -> str | None:
    """In which state a deed leaves whom it befalls."""
    if trigger.event_mode == "abduct":
        return "held"
    if "INJURY" in {trigger.event_type, trigger.bare_type}:
        return "hurt"
    is_killing = trigger.event_type == "DEATH" or trigger.cameo_code == KILLING
    return "dead" if is_killing else None
