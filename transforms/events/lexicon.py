"""What words tell an event, compiled from `seeds/event_*.csv` and `seeds/modalities.csv`.

Types and modes are PLOVER's (Halterman et al. 2023), codes CAMEO's (Schrodt 2012); the types that
PLOVER does not code are documented in `seeds/event_types.csv`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from transforms.events.fields import Field
from transforms.events.phrases import modifiers
from transforms.events.words import EventWords, ModalWords, event_words, modal_words
from transforms.parsed import Token

Rows = Sequence[Mapping[str, str]]


ANY = "*"
IDIOM = {"cameo_root": "", "quad_class": ""}


@dataclass(frozen=True)
class Asked:
    """Nouns that must, or must not, stand in a place of the clause; `*` is any noun, `%` an amount of change."""

    nouns: frozenset[str]
    is_excluded: bool

    def allows(self, found: Set[str]) -> bool:
        """Whether the lemmas found in that place are what is asked for."""
        if not self.nouns:
            return True
        return self.is_excluded != bool(found & self.nouns or (ANY in self.nouns and found))


@dataclass(frozen=True)
class Trigger:
    """One meaning of a trigger. `words`: lemma and what must follow it; `objects`, `subjects`: nouns asked for or
    excluded; `bare_type`: the type where nobody is said to do it and no attack is named.
    """

    words: tuple[str, ...]
    objects: Asked
    subjects: Asked
    is_used_up: bool
    preps: tuple[str, ...]
    roles: str
    event_type: str
    event_mode: str | None
    cameo_code: str | None
    quad_class: int | None
    bare_type: str | None = None


@dataclass(frozen=True)
class EventLexicon:
    """Triggers by first lemma, most specific first; governors of verbs and of nouns by word; light verbs by side."""

    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    effects: Mapping[str, str]
    noun_effects: Mapping[str, str]
    new_effects: Mapping[str, str]
    controls: Mapping[str, str]
    light: Mapping[str, frozenset[str]]
    classes: Mapping[str, frozenset[str]]
    parties: frozenset[str]
    outlets: frozenset[str]
    fields: tuple[Field, ...]
    words: EventWords
    modals: ModalWords

    def of_verb(self, token: Token, word: str, first: str = "") -> tuple[Trigger, ...]:
        """Meanings of a verb, also where its lemma lost a final e: "staged" -> stage, stag.

        `first` is what a hyphen joins to it: "test-fire" is another verb than "fire".
        """
        lemma = token.lemma_.lower()
        if first and (joined := self.verbs.get(first + lemma)):
            return joined
        found = self.verbs.get(lemma, ())
        return self.verbs.get(f"{lemma}e", ()) + found if word.startswith(f"{lemma}e") else found

    def of_noun(self, token: Token, word: str, first: str = "") -> tuple[Trigger, ...]:
        """Meanings of a noun; a plural taken for a name ("Clashes" in a headline) keeps its ending in the lemma."""
        if first and (joined := self.nouns.get(first + token.lemma_.lower())):
            return joined
        found = self.nouns.get(token.lemma_.lower()) or self.nouns.get(word)
        if found is None and token.tag_ == "NNPS":
            found = self.nouns.get(word.removesuffix("s")) or self.nouns.get(word.removesuffix("es"))
        return found or ()

    def is_deed(self, token: Token) -> bool:
        """Whether a noun tells an event, and so takes part in none: "the attack on a mayor and the killing of two"."""
        deeds = self._deeds(token)
        if any(t.objects.is_excluded or not t.objects.nouns for t in deeds):
            return True
        return bool(deeds) and any(t.objects.allows(modifiers(token)) for t in deeds)

    def meaning_of(self, token: Token) -> Trigger | None:
        """The event that a noun tells beside its modifiers, if it tells one."""
        deeds = self._deeds(token)
        return next((t for t in deeds if t.objects.allows(modifiers(token))), None) if deeds else None

    def _deeds(self, token: Token) -> list[Trigger]:
        told = (
            (self.nouns.get(token.lemma_.lower()) or self.nouns.get(token.lower_, ())) if token.pos_ == "NOUN" else ()
        )
        return [t for t in told if t.roles != "n" and len(t.words) == 1]

    def is_told(self, noun: Token) -> bool:
        """Whether a noun tells an event or points at one: "the murder", "the crime"."""
        return self.is_deed(noun) or noun.lemma_.lower() in self.classes["deed"]

    def is_charge(self, of: Token, head: Token) -> bool:
        """Whether an of-phrase is what somebody is accused of, no part of who he is: "accused the gang | of murder"."""
        first = head.head if head.dep_ == "conj" else head
        if first.dep_ != "dobj" or not self.carries(first.head, "accuser"):
            return False
        is_name = head.pos_ == "PROPN" and not of.ent_type_
        return is_name or any(self.is_told(c) for c in of.children if c.dep_ == "pobj")

    def carries(self, verb: Token, side: str) -> bool:
        """Whether a verb is one of the `subject`, `object`, `blamed` or `owned` verbs."""
        return any(lemma in self.light[side] for lemma in lemmas(verb))


def lemmas(token: Token) -> tuple[str, ...]:
    """The lemma, and with a final e where the lemmatiser may have lost it: "staged" -> stag, stage."""
    lemma = token.lemma_.lower()
    return (lemma, f"{lemma}e") if token.lower_.startswith(f"{lemma}e") else (lemma,)


def compile_lexicon(tables: Mapping[str, Rows]) -> EventLexicon:
    """The lexicon from the rows of the `event_*` tables of `seeds/` and of `modalities`."""
    types = {row["event_type"]: row for row in tables["event_types"]}
    people = [row["word"] for row in tables["person_nouns"] if row["role"] in {"noun", "group"}]
    classes = {row["class"]: row["nouns"].split("|") for row in tables["event_objects"]} | {"person": people}
    found: dict[str, dict[str, list[Trigger]]] = {"v": defaultdict(list), "n": defaultdict(list)}
    for row in tables["event_triggers"]:
        for words in row["trigger"].split("|"):
            trigger = _trigger(words, row, types[row["event_type"]] if row["event_type"] else IDIOM, classes)
            found[row["pos"]][trigger.words[0]].append(trigger)
    governors = tables["event_governors"]
    effective = [row for row in governors if row["effect"] != "given"]
    light: dict[str, set[str]] = defaultdict(set)
    for row in tables["event_light_verbs"]:
        light[row["side"]].add(row["verb"])
    return EventLexicon(
        verbs=_ordered(found["v"]),
        nouns=_ordered(found["n"]),
        effects={row["word"]: row["effect"] for row in effective if row["governs"] in {"", "verb"}},
        noun_effects={row["word"]: row["effect"] for row in effective if row["governs"] in {"", "noun"}},
        new_effects={row["word"]: row["effect"] for row in effective if row["governs"] == "new"},
        controls={row["word"]: row["control"] for row in governors if row["governs"] in {"", "verb"}},
        light={side: frozenset(verbs) for side, verbs in light.items()},
        classes={name: frozenset(nouns) for name, nouns in classes.items()},
        parties=frozenset(people) | {row["word"] for row in tables["organization_words"] if row["label"] == "ORG"},
        outlets=frozenset(row["word"] for row in tables["statement_words"] if row["kind"] == "outlet"),
        fields=tuple(
            Field(*(frozenset(row[cell].split("|")) for cell in Field._fields)) for row in tables["event_fields"]
        ),
        words=event_words(tables["event_words"]),
        modals=modal_words(tables["modalities"]),
    )


def _trigger(
    words: str, row: Mapping[str, str], kind: Mapping[str, str], classes: Mapping[str, Sequence[str]]
) -> Trigger:
    objects = _asked(row["object"], classes)
    return Trigger(
        words=tuple(words.split()),
        objects=objects,
        subjects=_asked(row["subject"], classes),
        is_used_up=bool(objects.nouns) and row["object"][0] not in "!=",
        preps=tuple(prep for prep in row["preps"].split("|") if prep),
        roles=row["roles"],
        event_type=row["event_type"],
        event_mode=row["event_mode"] or None,
        cameo_code=row["cameo_code"] or kind["cameo_root"] or None,
        quad_class=int(kind["quad_class"]) if kind["quad_class"] else None,
        bare_type=row["bare_type"] or None,
    )


def _asked(cell: str, classes: Mapping[str, Sequence[str]]) -> Asked:
    listed = [word for word in cell.lstrip("!=").split("|") if word]
    nouns = [noun for word in listed for noun in (classes[word[1:]] if word.startswith("@") else [word])]
    return Asked(frozenset(nouns), cell.startswith("!"))


def _ordered(triggers: Mapping[str, Sequence[Trigger]]) -> dict[str, tuple[Trigger, ...]]:
    """Meanings by lemma, those that ask for objects and subjects first, then for more words."""

    def specific(trigger: Trigger) -> tuple[int, int]:
        asks = [asked.nouns and not asked.is_excluded for asked in (trigger.objects, trigger.subjects)]
        return -sum(bool(ask) for ask in asks), -len(trigger.words)

    return {lemma: tuple(sorted(rows, key=specific)) for lemma, rows in triggers.items()}
