"""Did it happen: modality and polarity of a trigger from tense, auxiliaries, governors and who says it.

happened ongoing planned requested promised conditional alleged; a denial is negated. PLOVER's codebook
asks for this and leaves it open; the table of cases is in `docs/according-to-whom.md`.
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

from transforms.events.clauses import is_passive
from transforms.events.lexicon import EventLexicon
from transforms.events.phrases import is_new
from transforms.events.subjects import is_blamed, is_predicate
from transforms.events.words import ModalWords
from transforms.parsed import Token

OF_MODIFIERS = ("planned", "alleged", "conditional", "requested", "ongoing")  # the first that is said holds
WANTED = frozenset({"planned", "requested", "promised"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PRESENT = frozenset({"VBZ", "VBP"})


class Modality(NamedTuple):
    """How the clause tells the event, before it is known who says it."""

    value: str
    is_negated: bool
    is_first_person: bool = False


def modality(token: Token, lexicon: EventLexicon, depth: int = 0) -> Modality:
    """Modality of a verb or an event noun, governors first."""
    if token.pos_ not in {"VERB", "AUX"}:
        return _of_noun(token, lexicon, depth)
    words = lexicon.modals
    negated, first = is_negated(token, words.negatives), _is_first_person(token)
    if value := _of_clause(token, words):
        return Modality(value, negated, first)
    governed = _governed(token, lexicon, depth)
    if governed:
        return Modality(governed.value, governed.is_negated != negated, governed.is_first_person or first)
    if token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"} and depth < 4 and not _has_own_tense(token):
        head = modality(token.head, lexicon, depth + 1)
        return Modality(head.value, negated or (head.is_negated and token.head.pos_ == "VERB"), head.is_first_person)
    return Modality("ongoing" if _is_progressive(token) else "happened", negated, first)


def _of_clause(verb: Token, words: ModalWords) -> str | None:
    """What the verb's own clause says: a conjunction ("if"), an auxiliary ("will"), an adverb ("reportedly")."""
    helpers = list(_auxiliaries(verb))
    auxiliary = next((words.auxiliaries[c.lower_] for c in helpers if c.lower_ in words.auxiliaries), None)
    if any(c.lower_ == "would" for c in helpers) and any(c.lower_ == "have" for c in helpers):
        return "conditional"  # "would have sent troops": it did not come to it
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}
    if marks & words.marks or (marks & words.coming and _is_present(verb)):
        return "conditional"
    if auxiliary is None:
        return next((words.adverbs[c.lower_] for c in verb.children if c.lower_ in words.adverbs), None)
    has_condition = auxiliary == "planned" and any(
        c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in words.conditions for m in c.children)
        for c in verb.children
    )
    return "conditional" if has_condition else auxiliary


def _is_present(verb: Token) -> bool:
    """A clause in the present: "until troops | withdraw", "once they are freed"."""
    auxiliary = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)
    return verb.dep_ == "advcl" and auxiliary.tag_ in PRESENT


def is_negated(token: Token, negatives: Set[str]) -> bool:
    """A negation on the trigger: "did not attack", "no troops were sent", "never"."""
    for child in token.children:
        if child.dep_ == "neg" or child.lower_ in {"never", "neither"}:
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and (
            child.lower_ in negatives or any(c.dep_ in {"det", "neg"} and c.lower_ in negatives for c in child.children)
        ):
            return True
    return False


def _of_noun(token: Token, lexicon: EventLexicon, depth: int) -> Modality:
    negated = any(c.dep_ in {"det", "neg"} and c.lower_ == "no" for c in token.children)
    words = {c.lemma_.lower() for c in token.lefts if c.dep_ == "amod"} | {c.lower_ for c in token.lefts}
    told = {lexicon.modals.modifiers[word] for word in words if word in lexicon.modals.modifiers}
    behind = {c.lower_ for c in token.rights if c.dep_ == "acl" and c.tag_ == "VBN"}  # "a rally planned for Friday"
    told |= {"planned"} & {lexicon.modals.modifiers.get(word) for word in behind}
    if told:
        return Modality(next(value for value in OF_MODIFIERS if value in told), negated)
    if token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN"} and depth < 4:  # "denied the torture and murder"
        first = modality(token.head, lexicon, depth + 1)
        return first._replace(is_negated=first.is_negated or negated)
    if governed := _governed(token, lexicon, depth):  # "plans a rally", "war is possible"
        return Modality(governed.value, governed.is_negated != negated)
    verb = _light_verb(token, lexicon) or _purposing(token, lexicon)
    if verb is not None and depth < 4:
        carried = modality(verb, lexicon, depth + 1)
        return Modality(carried.value, carried.is_negated != negated, carried.is_first_person)
    return Modality("happened", negated)


def _light_verb(token: Token, lexicon: EventLexicon) -> Token | None:
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    side = "subject" if token.dep_ in {"nsubj", "nsubjpass", "attr"} else "object" if token.dep_ == "dobj" else ""
    return verb if side and lexicon.carries(verb, side) else None


def _purposing(token: Token, lexicon: EventLexicon) -> Token | None:
    """The verb whose purpose an event noun is: "will travel to Oyl | for talks"."""
    prep = token.head
    is_purpose = token.dep_ == "pobj" and prep.lower_ in lexicon.words.purpose_prep
    return prep.head if is_purpose and prep.head.pos_ == "VERB" else None


def _governed(token: Token, lexicon: EventLexicon, depth: int) -> Modality | None:
    """What the governing word makes of it; None where no known word governs."""
    governor = _governor(token, lexicon)
    if governor is None or depth >= 4:
        return _purpose(token)
    effect = _effect(governor, token, lexicon)
    if effect is None or _is_unmoved(token, effect) or _is_scene(token, effect, lexicon):
        return _purpose(token)
    above = (
        modality(governor, lexicon, depth + 1)
        if governor.pos_ in {"VERB", "AUX", "NOUN"}
        else Modality("happened", False)
    )
    return _under(above, effect)


def _under(above: Modality, effect: str) -> Modality:
    """What an effect makes of a deed below a governor that is itself told so: "did not fail to meet"."""
    first = above.is_first_person
    if effect == "same":
        return above
    if effect == "excluded" and above.is_negated:
        return Modality("conditional", False, first)  # "has not ruled out talks"
    if effect in {"negated", "excluded"}:
        return Modality(above.value, not above.is_negated, first)
    if above.value == "alleged":  # "was accused of ordering the attack"
        return above
    return Modality("planned" if effect == "tried" else effect, above.is_negated, first)


def _effect(governor: Token, token: Token, lexicon: EventLexicon) -> str | None:
    """What a governing word makes of a deed, with its particle before it alone: "ruled out talks"."""
    lemma = governor.lemma_.lower()
    effects = lexicon.effects if token.pos_ in {"VERB", "AUX"} else lexicon.noun_effects
    particles = [c for c in governor.rights if c.dep_ == "prt" or c == token.head]
    joined = (effects.get(f"{lemma} {c.lower_}") for c in particles)
    found = next(filter(None, joined), effects.get(lemma) or effects.get(governor.lower_))
    return found or (lexicon.new_effects.get(lemma) if token.pos_ == "NOUN" and is_new(token) else None)


def _governor(token: Token, lexicon: EventLexicon) -> Token | None:
    """The word that an infinitive, an -ing form or an event noun depends on, across one preposition."""
    head = token.head
    is_noun = token.pos_ not in {"VERB", "AUX"}
    if token.dep_ in {"xcomp", "ccomp"} and (is_noun or token.tag_ in {"VB", "VBG", "VBN"}):
        return head
    if token.dep_ in {"acl"} and token.tag_ == "VB":
        return head
    if is_noun and (head.lower_ in lexicon.words.aside_prep or _is_told(token)):
        return None
    if token.dep_ in {"pcomp", "pobj"} and head.dep_ in {"prep", "prt"}:
        above = head if head.lower_ in lexicon.effects else head.head  # "without talks", "pending a ruling"
        return above.head if is_blamed(above, lexicon) else above
    if is_noun and token.dep_ == "nsubj" and head.lemma_ == "be":  # "a rally is due"
        return next((c for c in head.rights if c.dep_ == "acomp"), None)
    return head if is_noun and token.dep_ in {"dobj", "nsubjpass"} else None


def _is_told(token: Token) -> bool:
    """A gathering that is spoken to, and no deed that is asked for: "told | a rally that he would go"."""
    said = (c for c in token.head.children if c.dep_ == "ccomp" and not any(t.tag_ == "TO" for t in c.lefts))
    return token.dep_ == "dobj" and any(True for _ in said)


def _is_unmoved(token: Token, effect: str) -> bool:
    """What a governing word leaves as it is: who is suspected, and what has happened ("told them it had burned")."""
    if effect == "alleged":
        return token.dep_ in {"nsubj", "nsubjpass"}
    is_participle = token.tag_ in {"VBN", "VBG"}
    is_fact = is_participle and any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in token.children)
    return effect in WANTED and token.dep_ == "ccomp" and is_fact


def _is_scene(token: Token, effect: str, lexicon: EventLexicon) -> bool:
    """An event noun that only says where or when: "told reporters at | a briefing", but "accused in | the murder"."""
    is_behind = token.dep_ == "pobj" and token.head.lower_ in lexicon.words.setting_prep
    return is_behind and effect != "alleged" and f"{token.head.head.lemma_} {token.head.lower_}" not in lexicon.effects


def _purpose(token: Token) -> Modality | None:
    """A bare infinitive of purpose tells what is meant to happen: "to quell the unrest"."""
    is_infinitive = token.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    return (
        Modality("planned", False)
        if is_infinitive and token.dep_ in {"advcl", "acl", "relcl", "xcomp", "ccomp"}
        else None
    )


def _auxiliaries(token: Token) -> Iterator[Token]:
    yield from (c for c in token.children if c.dep_ in {"aux", "auxpass"})
    if token.dep_ == "conj" and not _has_own_tense(token) and token.head.pos_ in {"VERB", "AUX"}:
        yield from _auxiliaries(token.head)


def _has_own_tense(token: Token) -> bool:
    """A finite form or an own auxiliary or subject: it does not share those of the verb it is joined to."""
    if any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} and c.tag_ != "TO" for c in token.children):
        return True
    if token.lower_ == token.lemma_ and any(c.tag_ in {"MD", "TO"} for c in token.head.lefts):
        return False  # "would cut jobs and | shut stores": the form may be an infinitive
    return token.tag_ in FINITE or (token.tag_ == "VBN" and not is_passive(token) and token.head.tag_ != "VBN")


def _is_progressive(token: Token) -> bool:
    if token.tag_ != "VBG":
        return False
    if is_predicate(token):
        return token.head.tag_ in {"VBZ", "VBP", "VBD"}
    has_subject = any(c.dep_ == "nsubj" for c in token.children)
    if (token.dep_ == "ROOT" and has_subject) or (token.dep_ == "acl" and token.head.dep_ == "ROOT"):
        return True  # a headline leaves the auxiliary out: "Ministers meeting in Rome"
    return any(c.dep_ == "aux" and c.lemma_ == "be" for c in _auxiliaries(token))


def _is_first_person(token: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"i", "we"} for c in token.children)
