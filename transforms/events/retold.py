"""A deed told again by a word that only points at it: "A bomb killed two. The Red Path claimed responsibility."

Such a word is a telling of the nearest deed before it when it says who did that: it has the deed's meaning and whom
the deed befell, and a modality of its own.
"""

from collections.abc import Iterator, Sequence

from transforms.events.arguments import Arguments
from transforms.events.lexicon import EventLexicon
from transforms.events.naming import Deed
from transforms.events.phrases import conjuncts
from transforms.events.responsibility import carrying_subjects, held_for_noun
from transforms.events.subjects import can_act, somebody, subjects
from transforms.events.triggers import Found
from transforms.facts import Span
from transforms.parsed import Doc, Token

REACH = 60  # words
POINTING = frozenset({"the", "this", "that"})


def retold(doc: Doc, deeds: Sequence[Deed], lexicon: EventLexicon) -> Iterator[Deed]:
    """Further tellings of deeds, with those who answer for them."""
    violent = [deed for deed in deeds if deed.found.trigger.event_type == "ASSAULT"]
    for token in doc[violent[0].found.token.i :] if violent else ():
        if token.pos_ != "NOUN":
            continue
        lemma = token.lemma_.lower()
        if lemma in lexicon.classes["deed"]:
            doers, start = _behind_deed(token, lexicon), token.idx
        elif lemma in lexicon.words.claimed:
            doers, start = _claimers(token, lexicon), min(token.idx, token.head.idx)
        else:
            continue
        told = _nearest(token, violent) if doers else None
        if told is not None:
            befallen = [t for t in told.heads.recipients if t.pos_ != "PRON"]
            heads = Arguments([t for head in doers for t in conjuncts(head)], befallen)
            span = Span(start, token.idx + len(token))
            yield Deed(Found(token, told.found.trigger, span, None, None), heads, told.found.span.start)


def _behind_deed(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """ "responsible for the crime", "this act was carried out by rebels".

    "An act" points at nothing, and neither do "the crimes committed by the young".
    """
    is_pointing = noun.tag_ == "NN" and any(c.dep_ == "det" and c.lower_ in POINTING for c in noun.lefts)
    if not is_pointing or any(c.dep_ in {"acl", "relcl"} for c in noun.rights):
        return []
    return _known(held_for_noun(noun, lexicon) or carrying_subjects(noun, lexicon), lexicon)


def _claimers(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """Who claims responsibility, where it is not said for what."""
    verb = noun.head
    named = (t for prep in (*noun.rights, *verb.rights) if prep.lower_ == "for" for t in prep.rights)
    is_bare = all(t.pos_ == "PRON" for t in named)
    if noun.dep_ != "dobj" or not is_bare or not lexicon.carries(verb, "claimer"):
        return []
    return [] if any(c.dep_ == "neg" for c in verb.children) else _known(subjects(verb, lexicon), lexicon)


def _known(heads: Sequence[Token], lexicon: EventLexicon) -> list[Token]:
    """Those that can act: no vague word, no document ("a letter claimed responsibility")."""
    return [t for t in somebody(heads) if t.lower_ not in lexicon.words.vague and can_act(t, lexicon)]


def _nearest(token: Token, deeds: Sequence[Deed]) -> Deed | None:
    """The first deed of the nearest sentence before that tells of one; what else it tells are outcomes."""
    before = [d for d in deeds if token.i - REACH <= d.found.token.i < token.sent.start]
    return next((d for d in before if d.found.token.sent.start == before[-1].found.token.sent.start), None)
