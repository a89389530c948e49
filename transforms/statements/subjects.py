"""Whose verb it is: its subject through conjunctions and control, the agent of a passive, the owner of a noun."""

from transforms.parsed import Token
from transforms.statements.cues import VERB_TAGS, is_finite, is_infinitive, is_passive
from transforms.statements.phrases import Phrase, phrase

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLIMBED = frozenset({"conj", "xcomp", "advcl", "acomp", "pcomp", "prep", "dep", "aux", "acl", "pobj"})
OPENING = frozenset({"“", '"', "‘", "'", "``"})
FAR = 6  # verbs to climb
QUOTING = frozenset({"quote", "cite"})


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the verb it is joined to, or the noun that it modifies."""
    for _ in range(FAR):
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        if own or _is_loose(verb):
            return max((c for c in own if c.i < verb.i), key=lambda c: c.i, default=own[0]) if own else None
        if verb.dep_ == "acl" or (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
            return verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in QUOTING:
            return _quoted(verb.head.head)
        verb = speaks_on(verb) or verb.head
    return None


def _is_loose(verb: Token) -> bool:
    """Whether nobody around a verb is its subject: "the urge to ask", "barred from claiming"."""
    if verb.dep_ == "acl":
        return is_infinitive(verb)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "from":
        return True
    return verb.dep_ not in CLIMBED or verb.head.i == verb.i


def speaks_on(verb: Token) -> Token | None:
    """The earlier cue verb whose speaker goes on: "[said] that prices fell, and [warned] that they would rise".

    The parser joins the second verb to the content of the first; a comma before the conjunction and the same
    tense as the first verb tell it from "said that he resigned and left", and so does a finite verb joined to
    an infinitive ("said it would stay and added that"). So with ", adding that".
    """
    content, doc = verb.head, verb.doc
    if content.dep_ != "ccomp" or content.head.i > content.i or content.head.tag_ not in VERB_TAGS:
        return None
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.left_edge.i and doc[verb.left_edge.i - 1].text == ",":
        return content.head
    joint = next((t for t in content.children if t.dep_ == "cc" and content.i < t.i < verb.i), None)
    if verb.dep_ != "conj" or joint is None or content.head.tag_ != verb.tag_:
        return None
    is_set_off = joint.nbor(-1).text == "," or (content.tag_ == "VB" and verb.tag_ != "VB")
    return content.head if is_set_off or _opens_quotation(verb) else None


def _opens_quotation(verb: Token) -> bool:
    """Whether a quotation stands right behind a verb: "said it was late and | added, “...”"."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    return len(behind) > 1 and behind[0].text in {",", ":"} and behind[1].text in OPENING


def has_own_subject(verb: Token) -> bool:
    """Whether the subject before a verb is its own, and not that of a clause between them ("X is right, said Y")."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    between = verb.doc[subject.i + 1 : verb.i]
    return not any(is_finite(t) and t.dep_ not in {"relcl", "aux", "auxpass", "conj"} for t in between)


def agent_of(verb: Token) -> Phrase | None:
    """The agent of a passive: "it is asserted by the Crown that"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((phrase(noun) for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def owner_of(noun: Token) -> Phrase | None:
    """Whose claim it is: "his claim", "a claim by the army", "the army made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return phrase(child)
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "of"}:
            return next((phrase(n) for n in child.children if n.dep_ == "pobj"), None)
    return None


def _quoted(verb: Token) -> Token | None:
    """Whom somebody quotes: "quoted him as saying", "was quoted as saying"."""
    wanted = "nsubjpass" if is_passive(verb) else "dobj"
    return next((child for child in verb.children if child.dep_ == wanted), None)
