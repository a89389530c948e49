"""What the stated cause makes of a deed: a flood that kills is a DISASTER, a killing of which no cause is told a DEATH.

"Nine people were killed" states no attack; "nine people were killed by gunmen" and "in the bombing" do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from transforms.events.arguments import Arguments
from transforms.events.lexicon import EventLexicon, Trigger
from transforms.events.phrases import conjuncts
from transforms.events.triggers import Found
from transforms.parsed import Token

KILLING, MATERIAL_CONFLICT = "186", 4
UNWILLED = frozenset({"DISASTER", "ACCIDENT", "OUTBREAK"})


def told_type(found: Found, heads: Arguments, around: Mapping[int, Trigger], lexicon: EventLexicon) -> Trigger:
    """The meaning of a trigger once it is known who or what did it; `around` are all triggers by token."""
    trigger = found.trigger
    if trigger.event_type == "DEATH" and (heads.actors or _is_killing(found.token, around, lexicon)):
        return replace(trigger, event_type="ASSAULT", cameo_code=KILLING, quad_class=MATERIAL_CONFLICT)
    if trigger.event_type != "ASSAULT":
        return trigger
    near = _causes(found.token, heads, around, lexicon)
    causes = [c for c in near if c.event_type in UNWILLED or (c.event_type == "ASSAULT" and c.bare_type is None)]
    unwilled = next((c for c in causes if c.event_type in UNWILLED), None)
    if unwilled is not None:
        return unwilled
    is_told = (
        bool(causes)
        or any(not lexicon.is_deed(t) for t in heads.actors)
        or any(_is_person(t) for t in heads.recipients)
    )
    if trigger.bare_type is None or is_told or _has_weapon(found.token, lexicon):
        return trigger
    return replace(trigger, event_type=trigger.bare_type, event_mode=None, cameo_code=None, quad_class=None)


def _causes(token: Token, heads: Arguments, around: Mapping[int, Trigger], lexicon: EventLexicon) -> Iterator[Trigger]:
    """Events that act, that stand behind a causal preposition or in a "when" clause, or whose outcome this is.

    "the quake killed nine", "nine died in the crash", "nine were killed when a bus overturned",
    "it fell, killing nine", "nine were killed and six injured in the crash"
    """
    near = [*heads.actors, *_circumstances(token, lexicon), *(c for c in token.children if c.dep_ == "advcl")]
    if token.dep_ == "conj" or (token.dep_ in {"advcl", "xcomp"} and token.tag_ == "VBG"):
        near += [token.head, *_circumstances(token.head, lexicon)]
    joined = [c for c in token.rights if c.dep_ == "conj"]
    near += [t for c in joined for t in _circumstances(c, lexicon)]
    near += [
        t for c in joined for t in c.rights if t.dep_ == "advcl"
    ]  # "four were killed and six hurt when a bomb | exploded"
    yield from (around[t.i] for t in near if t.i in around and t.i != token.i)
    if token.pos_ in {"VERB", "AUX"}:  # "the blast killed two": the noun gave way to the verb, its meaning stays
        yield from (m for t in heads.actors if t.i not in around and (m := lexicon.meaning_of(t)) is not None)


def _is_killing(token: Token, around: Mapping[int, Trigger], lexicon: EventLexicon) -> bool:
    """ "died in the attack", "lost their lives in the bombing": deaths of which an attack is told as the cause."""
    causes = (around[t.i] for t in _circumstances(token, lexicon) if t.i in around)
    return token.pos_ == "VERB" and any(c.event_type == "ASSAULT" and c.bare_type is None for c in causes)


def _circumstances(token: Token, lexicon: EventLexicon) -> Iterator[Token]:
    for prep in token.children:
        if prep.dep_ in {"prep", "agent"} and prep.lower_ in lexicon.words.cause_prep:
            yield from (c for first in prep.children if first.dep_ == "pobj" for c in conjuncts(first))


def _has_weapon(token: Token, lexicon: EventLexicon) -> bool:
    weapons = lexicon.classes["weapon"]
    return any(t.lemma_.lower() in weapons for t in _circumstances(token, lexicon))


def _is_person(token: Token) -> bool:
    """A person by name: that somebody known was killed tells a killing."""
    return token.ent_type_ == "PERSON" and token.pos_ == "PROPN"
