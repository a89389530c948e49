"""Whether a text says that a harm happened: "tried to kill", "no death toll would", "denied killing" do not.

The governing words are data (`seeds/unreal.csv`); modal verbs, infinitives and negation are grammar.
"""

from transforms.parsed import Token
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.words import child

CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "pobj", "dobj", "conj", "compound", "oprd"})


def reality(token: Token, lexicon: QuantityLexicon, *, is_of_negation: bool = False) -> str:
    """`real`, `denied`, `unreal` or `background`, from the words that govern a harming word.

    `is_of_negation`: its own negation makes it a harm ("did not survive").
    """
    if _is_open(token, lexicon):
        return "unreal"
    is_denied = child(token, "neg") is not None and not is_of_negation
    return "denied" if is_denied else _governed(token, lexicon)


def _is_open(token: Token, lexicon: QuantityLexicon) -> bool:
    """What might, should or was meant to happen: "could kill", "to kill", "attempted murder", "killing or wounding"."""
    attempted = any(lexicon.governors.get(c.lower_) == "unreal" for c in token.children if c.dep_ == "amod")
    aimed = _is_infinitive(token) and token.head.lemma_ not in lexicon.beside.told_verb
    would = token.pos_ == "NOUN" and token.dep_ in ("nsubj", "nsubjpass", "dobj") and _is_modal(token.head, lexicon)
    return attempted or aimed or would or _is_modal(token, lexicon) or _is_either(token)


def _governed(token: Token, lexicon: QuantityLexicon) -> str:
    """The effect of the nearest governing word that has one, at most four steps up."""
    at = token
    far = False  # beyond a relative clause only background counts: "in revenge for a raid that killed two"
    for step in range(6):
        far = far or step > 3 or at.dep_ == "relcl"
        if at.head.i == at.i or (at.dep_ not in CLAUSES and at.dep_ != "relcl"):
            break
        if at.dep_ == "compound" and at.head.lemma_ not in lexicon.governors:
            break
        effect = _effect(at, lexicon)
        if effect and (effect == "background" or not far):
            return effect
        at = at.head
    return "real"


def _is_either(token: Token) -> bool:
    """One of two verbs, and nobody says which: "killing or wounding 20"."""
    offered = any(c.lower_ == "or" and c.dep_ == "cc" for c in (*token.children, *token.head.children))
    return (
        offered
        and token.pos_ == "VERB"
        and any(c.dep_ == "conj" and c.pos_ == "VERB" for c in (token, *token.children))
    )


def _effect(at: Token, lexicon: QuantityLexicon) -> str | None:
    """What the word above does to what it governs; a coordination passes on what governs its first member."""
    head = at.head
    if at.dep_ == "conj":
        return "unreal" if _is_modal(head, lexicon) and head.pos_ in ("VERB", "AUX") and at.tag_ == "VB" else None
    if head.lower_ == "without":
        return "denied"
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "lest") for c in at.children):
        return "unreal"
    effect = lexicon.governors.get(head.lemma_.lower())
    if effect == "blamed":
        return "background" if head.dep_ in ("acl", "amod", "relcl", "appos") else None
    if effect is None and head.pos_ == "ADP" and head.i and head.lower_ == "for":  # the parse hangs it on the verb
        before = lexicon.governors.get(head.nbor(-1).lemma_.lower())
        return before if before == "background" else None
    return effect if effect in ("unreal", "denied", "background") else None


def _is_infinitive(token: Token) -> bool:
    marks = [c.lower_ for c in token.children if c.dep_ == "aux"]
    return "to" in marks and "have" not in marks and token.tag_ == "VB" and child(token, "auxpass") is None


def _is_modal(token: Token, lexicon: QuantityLexicon) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in lexicon.beside.modal for c in token.children)
