"""A noun phrase as what somebody reports or denies: "confirmed [four deaths]", "put [the toll at 12]"."""

from collections.abc import Iterator

from transforms.cast import Cast
from transforms.facts import Statement
from transforms.parsed import Token
from transforms.statements.cues import Cue, is_infinitive, is_negated, is_passive
from transforms.statements.draft import Draft
from transforms.statements.lexicon import Able, Harm
from transforms.statements.phrases import antecedent
from transforms.statements.reading import Reading

SPEAKERS = frozenset({"PERSON", "ORG", "GROUP", "NORP"})
STANDING_FOR = frozenset({"GPE", "FAC"})  # a country for its government, a hospital for those who run it
PERSONS = frozenset({"he", "she", "we", "i"})
NOUNS = frozenset({"nsubj", "dobj"})
COMPLEMENTS = frozenset({"prep", "acl", "relcl", "appos"})
SPANS = frozenset({"DATE", "TIME", "ORDINAL"})


def _figure(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    return ((o, o.left_edge) for o in _told(cue, reading) if _number(o) or _is_harm(o, reading.harm))


def _harm(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    return ((o, o.left_edge) for o in _told(cue, reading) if _is_harm(o, reading.harm))


def _count(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    return ((o, o.left_edge) for o in _told(cue, reading) if _number(o) and _is_harm(o, reading.harm))


def _denial(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    for noun in _told(cue, reading):
        lemma, words = noun.lemma_.lower(), reading.words
        told = lemma in words.denied or (lemma in words.charge and any(True for _ in _behind_of(noun)))
        if told or _is_harm(noun, reading.harm):
            yield noun, noun.left_edge


def _amount(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    """ "put [the number of dead at 12]", whichever word the parser hangs the preposition on."""
    for noun in _objects(cue):
        if noun.lemma_.lower() in reading.words.amount:
            for prep in (*cue.token.children, *noun.subtree):
                at = prep.i > noun.i and prep.lower_ in reading.words.amount_prep
                number = next((c for c in prep.children if c.i > prep.i and _number(c)), None) if at else None
                if number is not None:
                    yield number, noun.left_edge


OBJECTS = {"figure": _figure, "harm": _harm, "count": _count, "denial": _denial, "amount": _amount}


def can_speak(draft: Draft, row: Statement, cast: Cast, able: Able) -> bool:
    """Whether the speaker is somebody: no road that "recorded 12 deaths", no "it" that nobody knows."""
    if draft.speaker is None:
        return False
    head, entity = draft.speaker.head, cast.entities.get(row.speaker_entity_id or "")
    mention = cast.covering(head.idx)
    if mention is not None and mention.form != "pronoun":
        label: str | None = mention.label
    else:
        label = entity.label if entity and head.pos_ == "PRON" else None
    if label is not None:
        return label in SPEAKERS or (label in STANDING_FOR and draft.frame != "count")
    words = {head.lemma_.lower(), head.lower_}
    return head.lower_ in PERSONS or bool(words & (able.people | able.bodies))


def agrees(pronoun: Token, cast: Cast, able: Able) -> bool:
    """Whether a relative pronoun fits what the parser lets it stand for: "who" somebody, "which" no person."""
    noun, mention = antecedent(pronoun), cast.covering(antecedent(pronoun).idx)
    if noun == pronoun or pronoun.lower_ not in {"who", "which"}:
        return True
    if pronoun.lower_ == "which":
        return mention is None or mention.label != "PERSON"
    if mention is not None:
        return mention.label in SPEAKERS
    lemma = noun.lemma_.lower()
    return noun.pos_ == "PRON" or lemma in able.people | able.bodies or lemma.endswith(able.endings)


def goes_on(draft: Draft, before: Draft, cast: Cast, able: Able) -> bool:
    """Whether a pronoun can be the speaker of the sentence before: "they" anybody, "it" no person."""
    if draft.speaker is None or before.speaker is None:
        return False
    head, mention = before.speaker.head, cast.covering(before.speaker.head.idx)
    is_person = mention.label == "PERSON" if mention else head.lemma_.lower() in able.people
    return draft.speaker.head.lower_ == "they" or (draft.speaker.head.lower_ == "it" and not is_person)


def _objects(cue: Cue) -> Iterator[Token]:
    """The direct objects of a cue that tells what was found: neither negated nor only possible, but for a denial.

    Of a passive that names its agent the subject: "[37 deaths] were recorded by the ministry".
    """
    verb = cue.token
    if is_infinitive(verb) or is_negated(verb) or any(c.tag_ == "MD" for c in verb.children):
        return
    if not is_passive(verb):
        yield from (c for c in verb.children if c.dep_ == "dobj" and c.i > cue.last.i)
    elif any(c.dep_ == "agent" for c in verb.children):
        yield from (c for c in verb.children if c.dep_ == "nsubjpass")


def _told(cue: Cue, reading: Reading) -> Iterator[Token]:
    """Objects that tell something of their own, and do not only point back ("reported the arrests")."""
    verbs = (cue.token, cue.token.head) if cue.token.dep_ == "conj" else (cue.token,)
    if any(c.lower_ in reading.words.nobody for v in verbs for c in v.children if c.dep_ not in NOUNS):
        return  # "neither claimed nor denied"
    for noun in _objects(cue):
        points = any(c.dep_ == "det" and c.lower_ in reading.words.definite for c in noun.children)
        if not points or _number(noun) or any(c.dep_ in COMPLEMENTS for c in noun.children):
            yield noun


def _number(noun: Token) -> bool:
    """Whether a phrase tells a number: "four deaths", "12 dead", "a total of 12 deaths"; no day and no hour."""
    return _numbered(noun) or any(_numbered(behind) for behind in _behind_of(noun))


def _numbered(noun: Token) -> bool:
    own = (noun, *(c for c in noun.children if c.dep_ == "nummod"))
    return any(t.tag_ == "CD" and t.ent_type_ not in SPANS for t in own)


def _is_harm(noun: Token, harm: Harm) -> bool:
    words = {noun.lemma_.lower(), *(n.lemma_.lower() for n in _behind_of(noun) if _numbered(n))}
    return bool(words & harm.plain) or (bool(words & harm.counted) and _number(noun))


def _behind_of(noun: Token) -> Iterator[Token]:
    return (c for prep in noun.children if prep.lower_ == "of" for c in prep.children if c.dep_ == "pobj")
