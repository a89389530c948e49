"""Which way a clause looks: "will meet on Friday" ahead, "said on Thursday" back."""

from collections.abc import Mapping

from transforms.parsed import Doc, Token

Cues = Mapping[str, frozenset[str]]


def looks_ahead(doc: Doc, place: int, cues: Cues) -> bool | None:
    """True for the future, False for the past, None where the clause does not say; `place` is a token's number."""
    if _is_called_for(doc, place, cues):
        return True
    verb = _verb_before(doc, place, cues) or _governor(doc[place])
    if verb is not None and verb.lemma_ in cues["postpone_verb"] and _is_limit(doc, place, cues):
        return True
    while verb is not None and verb.dep_ == "xcomp" and verb.head.lemma_ in cues["begun_verb"]:
        verb = verb.head  # "began to leave on Thursday"
    return _direction(verb, cues) if verb is not None else None


def _is_called_for(doc: Doc, place: int, cues: Cues) -> bool:
    """What is called "for Wednesday" is to come: "has called a strike for Wednesday"."""
    if place == 0 or doc[place - 1].lower_ not in cues["called_for"]:
        return False
    verb = _governor(doc[place])
    return verb is not None and verb.lemma_ in cues["calling_verb"]


def _is_limit(doc: Doc, place: int, cues: Cues) -> bool:
    """Whether "until" or "to" stands just before: what something put off is put to."""
    return any(doc[i].lower_ in cues["limit"] for i in range(max(0, place - 2), place))


def _verb_before(doc: Doc, place: int, cues: Cues) -> Token | None:
    """The verb that stands directly before: nearer than the parser's choice, and safer."""
    at = place - 1
    while at >= 0 and place - at <= 3 and doc[at].lower_ in cues["between_verb"]:
        at -= 1
    token = doc[at] if at >= 0 else None
    if token is None or token.sent != doc[place].sent:
        return None
    return token if token.tag_.startswith("V") or _is_cue(token, cues) else None


def _is_cue(token: Token, cues: Cues) -> bool:
    return token.lemma_ in cues["future_verb"] or token.lower_ in cues["future_verb"]


def _governor(token: Token) -> Token | None:
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)


def _direction(verb: Token, cues: Cues) -> bool | None:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    perfect = any(h.lemma_ == "have" for h in helpers)
    past = verb.tag_ == "VBD" or any(h.tag_ == "VBD" for h in helpers)
    if _is_cue(verb, cues) and verb.tag_ != "VBD" and not perfect:
        return None if past else True
    if perfect or past:
        return False
    if verb.tag_ == "VB" or any(h.lower_ in cues["future_auxiliary"] or h.lower_ == "to" for h in helpers):
        return True
    if verb.lemma_ == "be" and not past and any(c.tag_ == "VB" and _has_to(c) for c in verb.children):
        return True  # "are to travel"
    if verb.tag_ == "VBG" and any(h.tag_ in ("VBZ", "VBP") for h in helpers):
        return True
    return False if verb.tag_ == "VBN" else None


def _has_to(verb: Token) -> bool:
    return any(c.lower_ == "to" for c in verb.children)
