"""Who speaks: the noun phrase behind a cue, before it or within it ("said Bagchi", "its claim", "according to X")."""

from transforms.parsed import Token
from transforms.statements.cues import VERB_TAGS, Cue, is_finite, is_passive
from transforms.statements.phrases import Phrase, head_from, phrase
from transforms.statements.subjects import QUOTING, agent_of, has_own_subject, owner_of, subject_of

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
NAMING = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def speaker_of(cue: Cue) -> Phrase | None:
    """The speaker of a verb, phrase, noun or adjective cue; None where the text names nobody."""
    if cue.part == "phrase":
        return _behind(cue.last)
    if cue.part == "noun":
        return owner_of(cue.token)
    if cue.token.tag_ not in VERB_TAGS and cue.part == "verb":
        own = next((c for c in cue.token.lefts if c.dep_ == "nsubj"), None)
        return phrase(own) if own is not None else _left_of(cue.token)
    head = subject_of(cue.token)
    if head is None or (cue.part == "verb" and is_passive(cue.token)):
        return agent_of(cue.token) or _lost(cue)
    return phrase(head)


def cited(cue: Cue, main: Token | None = None) -> Phrase | None:
    """Whom a report names as its source: "Interfax reported, citing the ministry"; "according to X, quoting Y"."""
    if cue.part == "phrase":
        behind = cue.token.doc[cue.last.i + 1 : min(cue.last.i + 12, cue.token.sent.end)]
        word = next((t for t in behind if _cites(t)), None)
    else:
        word = citing(cue.token) or (citing(main) if main is not None else None)
    if word is None:
        return None
    return next((phrase(c) for c in word.children if c.dep_ in {"dobj", "pobj"}), None)


def citing(verb: Token) -> Token | None:
    """The gerund behind a comma that names the source of what a verb reports: ", citing unnamed officials"."""
    return next((c for c in verb.children if _cites(c) and c.i and c.nbor(-1).text == ","), None)


def _cites(token: Token) -> bool:
    return token.tag_ == "VBG" and token.lemma_ in QUOTING


def inverted(cue: Cue) -> Phrase | None:
    """The noun phrase right behind a cue verb, as in "reported NHK World"."""
    if cue.last.i + 1 >= len(cue.token.doc):
        return None
    after = cue.last.nbor()
    if after.is_punct or after.pos_ not in NOMINAL | {"DET"} or after.sent.start != cue.token.sent.start:
        return None
    head = head_from(after)
    named = head.pos_ == "PROPN" or head.ent_type_ in NAMING or (head.dep_ == "nsubj" and head.head.i == cue.token.i)
    return phrase(head) if named and not has_own_subject(cue.token) else None


def _lost(cue: Cue) -> Phrase | None:
    """The sentence's first subject, for a main verb that the parse left without one."""
    verb = cue.token
    if verb.dep_ != "ROOT" or not is_finite(verb) or is_passive(verb) or inverted(cue):
        return None
    first = next((t for t in verb.sent if t.dep_ == "nsubj" and t.i < verb.i), None)
    return phrase(first) if first is not None else None


def _left_of(noun: Token) -> Phrase | None:
    """What stands before a cue verb that the tagger took for a noun: "The department notes, "..."."""
    first = noun.left_edge
    return Phrase(noun.nbor(-1), first.idx, noun.nbor(-1).idx + len(noun.nbor(-1))) if first.i < noun.i else None


def _behind(last: Token) -> Phrase | None:
    """The noun phrase behind a preposition."""
    for child in last.children:
        if child.dep_ == "pobj":
            return phrase(child)
    if last.i + 1 < len(last.doc) and last.nbor().pos_ in NOMINAL | {"DET"}:
        return phrase(head_from(last.nbor()))
    return None
