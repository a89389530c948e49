"""Who acts on whom, from the dependency parse: subjects and objects of verbs and of event nouns.

Passives, relative clauses, shared subjects, control ("ordered troops to attack"), participles
("gunmen killing a guard"), possessives ("Russia's invasion of Ukraine").
"""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.events.befallen import befallen
from transforms.events.clauses import AMOUNT_ENTITIES, direct_object, is_passive, prepositional_object
from transforms.events.doers import doers, with_bodies
from transforms.events.lexicon import EventLexicon, Trigger
from transforms.events.phrases import antecedent, conjuncts, prepositional
from transforms.events.responsibility import by_whose_hand, carrying_subjects, held_for_noun
from transforms.events.subjects import subjects
from transforms.events.triggers import Found
from transforms.parsed import Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
MOVING = "m"
COMMISSIVE = frozenset({"AGREE", "THREATEN"})
NOBODY = frozenset({"there"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC"})


class Arguments(NamedTuple):
    """Head tokens of the participants, conjuncts expanded."""

    actors: list[Token]
    recipients: list[Token]


def arguments(found: Found, lexicon: EventLexicon) -> Arguments:
    """Participants of a trigger; event nouns are looked through, not taken for a recipient."""
    verb = found.token.pos_ in {"VERB", "AUX"}
    actors, recipients = _of_verb(found, lexicon) if verb else _of_noun(found, lexicon)
    actors = [t for head in actors for t in conjuncts(head) if t.lower_ not in NOBODY or t.pos_ != "PRON"]
    whole = [w for head in recipients if (w := befallen(head, found, lexicon)) is not None]
    if found.trigger.event_type == "ASSAULT":
        actors = with_bodies(actors, lexicon)
    recipients = [t for head in whole for t in conjuncts(head) if not lexicon.is_deed(t)]
    told = _by_role(found, actors, recipients)
    return told._replace(actors=_killers(found, lexicon)) if found.trigger.event_type == "DEATH" else told


def _killers(death: Found, lexicon: EventLexicon) -> list[Token]:
    """ "died at the hands of rebels", "responsible for the death of a judge"."""
    is_noun = death.token.pos_ in {"NOUN", "PROPN"}
    heads = held_for_noun(death.token, lexicon) if is_noun else by_whose_hand(death.token, lexicon)
    claimed = death.token.head.head
    if claimed.lemma_.lower() in lexicon.words.claimed and not lexicon.carries(claimed.head, "claimer"):
        return []  # who takes responsibility for deaths need not have killed
    return [t for head in heads for t in conjuncts(head)]


def _of_verb(found: Found, lexicon: EventLexicon) -> tuple[list[Token], list[Token]]:
    verb, trigger = found.token, found.trigger
    target = _target(found, lexicon)
    actors = doers(verb, lexicon) if is_passive(verb) else [s for s in subjects(verb, lexicon) if s != target]
    if found.object is not None:
        moved = [found.object]
        given = _below(verb, found.object, trigger.preps)
        if trigger.roles == "i":
            return given, actors
        recipients = given or _through_infinitive(found, found.object, lexicon)
        return (actors, recipients) if trigger.roles != MOVING else (actors or moved, recipients or moved)
    if trigger.bare_type and target is None and _lacks_auxiliary(verb, actors):
        return [], actors
    if trigger.roles in {"u", "o"} and target is not None:
        return [], [target]
    if trigger.roles in {"a", "o", "u"} and not is_passive(verb):
        return actors, _below(verb, None, trigger.preps)
    return actors, _recipients(found, target, lexicon)


def _lacks_auxiliary(verb: Token, subject: Sequence[Token]) -> bool:
    """A passive without its auxiliary: "four were killed and ten | wounded", "26 | killed"."""
    if verb.dep_ == "conj" and is_passive(verb.head):
        return True
    return verb.tag_ in {"VBD", "VBN"} and bool(subject) and all(t.pos_ == "NUM" for t in subject)


def _target(found: Found, lexicon: EventLexicon) -> Token | None:
    """What the verb, or its preposition, acts on; "warned Chad against an attack", "provided Chad with tanks": Chad."""
    behind, own = prepositional_object(found.particle), direct_object(found.token)
    if behind is not None and behind.lemma_ in lexicon.words.time_noun:
        behind = None  # "was sworn in the same evening"
    if own is not None and own.ent_type_ in AMOUNT_ENTITIES:  # "fined the bank 3 million euros"
        own = next((c for c in found.token.rights if c.dep_ == "dative" and c.pos_ in NOUNS), own)
    is_own = own is not None and behind is not None and (found.trigger.roles == "g" or lexicon.is_told(behind))
    return own if behind is None or is_own else behind


def _recipients(found: Found, target: Token | None, lexicon: EventLexicon) -> list[Token]:
    """The object; behind words of blame, praise or dealing the party that they are about."""
    verb, trigger = found.token, found.trigger
    if trigger.roles == "g" and (given := _below(verb, target, trigger.preps)):
        return given
    is_deed = target is not None and lexicon.is_deed(target)
    if target is not None and not is_deed and (_is_party(target, lexicon) or _is_material(trigger)):
        return [target]
    if target is not None and is_deed and not _is_material(trigger) and (doers := _doers(target, lexicon)):
        return doers
    is_open = target is None and trigger.event_type != "AGREE"  # "signed up to a policy" agrees with nobody
    near = [
        r
        for r in _below(verb, target, trigger.preps)
        if not (is_deed and r.dep_ == "poss" and _has_role(r.head, "v", lexicon))
        and (_is_named(r) or is_open or _is_addressed(r, verb, lexicon, is_deed=is_deed))
    ]
    if target is None or near:
        return near or _through_infinitive(found, None, lexicon)
    is_topic = is_deed or _takes_topic(found)
    return _named_below(target, lexicon) or ([] if is_topic and not _is_party(target, lexicon) else [target])


def _takes_topic(found: Found) -> bool:
    """Whether words have what they are about as object: "called for calm", "promised reforms", "urged an end".

    Not "appealed to donors", "urged them to stay".
    """
    kind = found.trigger.event_type
    if found.particle is not None:
        return kind == "AGREE" or bool(found.trigger.preps and not _is_material(found.trigger))
    has_clause = any(c.dep_ in {"xcomp", "ccomp"} for c in found.token.rights)
    return kind == "AGREE" or (kind == "REQUEST" and not has_clause)


def _is_addressed(noun: Token, verb: Token, lexicon: EventLexicon, *, is_deed: bool) -> bool:
    """Whom words are for: "promised aid to the strikers", but not "called for the release of prisoners"."""
    return (is_deed and noun.head.head == verb) or (noun.head.lower_ != "of" and _is_party(noun, lexicon))


def _doers(deed: Token, lexicon: EventLexicon) -> list[Token]:
    """Who did what is condemned or is to do what is demanded: "an attack by rebels", "rebel attacks", "the army's
    shelling", "the resignation of the minister"."""
    by = list(prepositional(deed, ("by",)))
    owner = [c for c in deed.children if c.dep_ == "poss" and c.pos_ != "PRON"]
    of = list(prepositional(deed, ("of",))) if _has_role(deed, "r", lexicon) else []
    return by or ([] if _has_role(deed, "v", lexicon) else owner) or _named_compound(deed) or of


def _has_role(deed: Token, roles: str, lexicon: EventLexicon) -> bool:
    """What a deed makes of its possessor: "the judge's murder" is done to the judge (v)."""
    return any(t.roles == roles for t in lexicon.nouns.get(deed.lemma_.lower(), ()))


def _through_infinitive(found: Found, noun: Token | None, lexicon: EventLexicon) -> list[Token]:
    """Whom a promise or a threat is about: "an accord to supply Chad with wheat", "vowed to wage war on Chad"."""
    if found.trigger.event_type not in COMMISSIVE:
        return []
    below = [
        c
        for head in (noun, found.token)
        if head is not None
        for c in head.rights
        if c.dep_ in {"acl", "xcomp", "advcl"}
    ]
    clauses = [c for c in below if c.tag_ == "VB"]
    addressing = lexicon.words.address_prep
    held = [t for c in clauses for t in (direct_object(c), *prepositional(c, addressing)) if t is not None]
    nested = [t for c in held for t in prepositional(c, addressing)]
    parties = [t for t in (*held, *nested) if not lexicon.is_deed(t)]
    return [t for t in parties if _is_named(t) or found.trigger.event_type == "THREATEN"][:1]


def _is_material(trigger: Trigger) -> bool:
    """What is hit, seized or helped is the recipient, whatever it is; words are addressed to somebody."""
    return trigger.quad_class in {None, 2, 4}


def _is_party(token: Token, lexicon: EventLexicon) -> bool:
    return _is_named(token) or token.pos_ == "PRON" or token.lemma_.lower() in lexicon.parties


def _is_named(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.ent_type_ in NAMED


def _named_below(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """The first names inside a phrase: "resumption of ties between Peru and Chile" -> Peru (Chile is its conjunct)."""
    for prep in noun.rights:
        if prep.dep_ in {"prep", "agent"} and prep.lower_ in lexicon.words.party_prep:
            for inner in prep.children:
                if inner.dep_ == "pobj":
                    return [inner] if _is_named(inner) else _named_below(inner, lexicon)
    return []


def _below(verb: Token, noun: Token | None, preps: Sequence[str]) -> list[Token]:
    """Objects of the first preposition that is there, below the noun or the verb; a dative; a possessor of the noun."""
    heads = [*(conjuncts(noun) if noun is not None else []), verb]
    for prep in preps:
        for head in heads:
            if hits := [t for t in prepositional(head, (prep,)) if t.ent_type_ not in {"DATE", "TIME"}]:
                return hits
    given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ in NOUNS]
    return given or ([c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"] if noun is not None else [])


def _of_noun(found: Found, lexicon: EventLexicon) -> tuple[list[Token], list[Token]]:
    noun, trigger = found.token, found.trigger
    if trigger.roles == "n":
        return [noun], [c for c in noun.children if c.dep_ == "poss"] or list(prepositional(noun, ("of",)))
    owner = [antecedent(c) for c in noun.children if c.dep_ == "poss"]
    agents = list(prepositional(noun, ("by",))) or held_for_noun(noun, lexicon)
    preps = tuple(p for p in trigger.preps if p not in {"by", "of"})
    recipients = _below(noun, None, preps) or _below_carrier(noun, preps, lexicon)
    if trigger.roles != "r" and all(t.lemma_.lower() in lexicon.classes["abstract"] for t in recipients):
        recipients = _targeted(noun, lexicon) or recipients  # "survived an attempt on his life"
    of = _of_phrase(noun)
    if trigger.roles == "v" and not of and not owner and not recipients:
        of, owner = _shared(noun, lexicon)
    if trigger.roles in {"a", "s"}:
        return agents or owner or of or carrying_subjects(noun, lexicon) or _named_compound(noun), recipients
    if trigger.roles == "r":
        return [], of or owner or recipients
    recipients = recipients or (of if "of" in trigger.preps else [])
    if trigger.roles == "v":
        recipients, owner = recipients or owner, []
    return agents or owner or carrying_subjects(noun, lexicon) or _named_compound(noun), recipients


def _targeted(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """Of what it is said that a deed is aimed at it: "was the target of an attack", "survived an attack"."""
    if noun.dep_ == "dobj" and lexicon.carries(noun.head, "survivor"):
        return subjects(noun.head, lexicon)
    aim = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if aim.dep_ != "attr" or aim.lemma_.lower() not in lexicon.light["target"]:
        return []
    return subjects(aim.head, lexicon)


def _of_phrase(noun: Token) -> list[Token]:
    """ "the murder of a judge", "the murder on 3 May of a judge"."""
    preps = [*noun.rights, *noun.doc[noun.i + 1 : noun.i + 2]]
    days = [t for prep in preps for t in prep.rights if t.dep_ == "pobj" and t.ent_type_ == "DATE"]
    return list(prepositional(noun, ("of",))) or [t for day in days for t in prepositional(day, ("of",))]


def _shared(noun: Token, lexicon: EventLexicon) -> tuple[list[Token], list[Token]]:
    """Whom a joined deed befalls: "the kidnapping and murder of two men", "her abduction and murder"."""
    others = [t for t in (noun.head, *noun.rights) if "conj" in {noun.dep_, t.dep_} and lexicon.is_deed(t)]
    of = [t for other in others for t in _of_phrase(other)]
    return of, [c for other in others for c in other.children if c.dep_ == "poss"]


def _below_carrier(noun: Token, preps: Sequence[str], lexicon: EventLexicon) -> list[Token]:
    """Behind the verb that carries an event noun: "threats were made against the judge" -> judge."""
    verb = noun.head
    is_carried = (noun.dep_ in {"dobj", "nsubjpass"} and lexicon.carries(verb, "object")) or (
        noun.dep_ == "nsubj" and lexicon.carries(verb, "subject")  # "fighting erupted between the two"
    )
    return _below(verb, None, tuple(p for p in preps if p != "from")) if is_carried else []


def _named_compound(noun: Token) -> list[Token]:
    """ "a Taliban attack", "the Israeli raid" -> the name in front."""
    return [c for c in noun.lefts if c.dep_ in {"compound", "amod", "nmod"} and c.ent_type_ in {"NORP", "ORG", "GPE"}][
        :1
    ]


def _by_role(found: Found, actors: list[Token], recipients: list[Token]) -> Arguments:
    roles, is_verb = found.trigger.roles, found.token.pos_ in {"VERB", "AUX"}
    if roles == "-":
        return Arguments([], [])
    if roles == "o":
        return Arguments([], recipients)
    if roles == "r":
        return Arguments(
            [], (actors or recipients) if is_verb and not is_passive(found.token) else recipients or actors
        )
    if roles == "s" and not (actors and recipients):
        both = actors or recipients
        return Arguments(both[:1], both[1:]) if actors or len(both) > 1 else Arguments([], both)
    return Arguments(actors, [r for r in recipients if r not in actors])
