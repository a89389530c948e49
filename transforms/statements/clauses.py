"""What stands behind a cue as its content: "said [that it rained]", "promised [to help]", "denied [taking part]"."""

from collections.abc import Iterator

from transforms.parsed import Token
from transforms.statements.cues import Cue, heads_finite_clause, is_infinitive, is_negated, is_passive
from transforms.statements.draft import Draft, kind_of, trimmed, widened
from transforms.statements.objects import OBJECTS
from transforms.statements.quotations import quoted
from transforms.statements.reading import Reading
from transforms.statements.semicolons import other_saying, pointing_back
from transforms.statements.speakers import cited, citing, speaker_of
from transforms.statements.subjects import speaks_on

TAKING_UP = frozenset({"deny", "confirm"})  # "rejected claims that", "confirmed reports that": of the same content
ADDRESSED = frozenset({"dobj", "dative", "pobj"})
DAYS = frozenset({"DATE", "TIME"})
NEXT = 2  # characters between "said" and its quotation
CLAUSAL = frozenset({"ccomp", "acl", "relcl", "advcl", "pcomp"})


def clause_draft(cue: Cue, reading: Reading, cut: int) -> Draft | None:
    """The statement whose content is a complement of the cue; `cut` is where a later attribution begins."""
    text, quotes = reading.text, reading.quotes
    found = _complement(cue, reading)
    if found is None:
        return None
    frame, main, first, last = found
    last = pointing_back(last) if cue.part == "verb" else last
    cut = cut if len(text[first.idx : cut].split()) > 1 else len(text)
    later = min(
        _next_saying(cue, main, reading), _next_quoting(cue, first, last, reading), other_saying(first, last, reading)
    )
    start, end = first.idx, min(last.idx + len(last), cut, later)
    if start >= end:
        return None
    own = quoted(quotes, cue.start)
    end = min(end, own.end) if own else widened(end, start, quotes)
    start, end = trimmed(text, start, end)
    if start >= end:
        return None
    kind = kind_of(text, start, end, quotes)
    return Draft(start, end, kind, cue, speaker_of(cue), main, cited(cue, main), frame=frame)


def _complement(cue: Cue, reading: Reading) -> tuple[str, Token, Token, Token] | None:
    """Frame, main verb, first and last token of the content."""
    for frame, finder in FINDERS.items():
        if cue.allows(frame):
            for main, first in finder(cue, reading):
                return frame, main, first, main.right_edge if main.i >= first.i else first
    return None


def _clause(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    """A finite clause: "that it rained", "it had rained", "why it rained"."""
    for child in cue.token.children:
        first = child.left_edge
        if first.i < cue.token.i < child.i and first.tag_ in {"WDT", "WP"}:
            first = cue.last.nbor()  # "the storm, which forecasters say is the strongest"
        if child.i <= cue.last.i or first.i <= cue.last.i or not heads_finite_clause(child):
            continue
        if first.tag_ == "TO":
            continue
        complement = child.dep_ == "ccomp" and (cue.part != "noun" or child.left_edge.lower_ in reading.words.opener)
        if complement or (child.dep_ in CLAUSAL and first.lower_ in {"that", "whether"} and _objectless(child)):
            yield child, first
    yield from _behind_that(cue, reading)
    yield from _unjoined(cue)


def _behind_that(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    """A clause behind "that" which the parse has lost: from there to the end of the sentence."""
    if cue.part == "noun":
        return
    words, between = reading.words.content_prep, cue.token
    for token in cue.token.doc[cue.last.i + 1 : min(cue.last.i + 10, cue.token.sent.end)]:
        if token.lower_ == "that" and token.tag_ == "IN":
            owner = reading.cues.get(token.i - 1)
            if owner and owner.part == "noun" and cue.word.cue_class not in TAKING_UP:
                return
            if owner is None and between.dep_ == "dobj" and between.head == cue.token and not cue.allows("addressee"):
                return  # "stressed | the help that they would get"
            yield cue.token.sent[-1], token
            return
        if token.pos_ in {"VERB", "AUX"} or token.is_punct or (token.pos_ == "ADP" and token.lower_ not in words):
            return
        between = token


def _unjoined(cue: Cue) -> Iterator[tuple[Token, Token]]:
    """A clause that the parser joined to the cue though no conjunction stands between: "found yields fell"."""
    joined = [c for c in cue.token.children if c.dep_ in {"conj", "dep"} and c.i > cue.last.i + 1]
    if (
        cue.part == "verb"
        and not is_passive(cue.token)
        and joined
        and not any(c.dep_ == "cc" for c in cue.token.children)
        and cue.allows("clause")
    ):
        between = cue.token.doc[cue.last.i + 1 : joined[0].i]
        if heads_finite_clause(joined[0]) and between[0].text not in {",", ";", ":", "—", "–", "-"}:
            yield joined[0], between[0]


def _that(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    return ((main, first) for main, first in _clause(cue, reading) if first.lower_ in reading.words.opener)


def _infinitive(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    if cue.word.cue_class == "claim" and is_negated(cue.token):
        return  # "does not claim to belong to a party" says nothing
    for child in cue.token.children:
        between = cue.token.doc[cue.last.i + 1 : child.left_edge.i]
        is_next = all(_says_when(token, cue) for token in between)
        if child.dep_ in {"xcomp", "acl"} and child.i > cue.last.i and _unforced(cue, child) and is_next:
            yield child, child.left_edge


def _says_when(token: Token, cue: Cue) -> bool:
    """A word of the day that stands between a cue and its infinitive: "claimed | on Friday to have won"."""
    behind = [c for c in token.children if c.ent_type_ in DAYS]
    return token.ent_type_ in DAYS or (token.dep_ == "prep" and token.head == cue.token and bool(behind))


def _object_infinitive(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    """ "urged [them to leave]": object and infinitive, whichever of them the parser takes for the other's head."""
    for child in cue.token.children:
        is_asked = child.dep_ in {"ccomp", "xcomp"} and child.i > cue.last.i and _unforced(cue, child)
        if is_asked and not (is_passive(child) and child.lemma_ in reading.words.unnamed):
            near = (*cue.token.children, *cue.last.children)
            objects = [c for c in near if c.dep_ in ADDRESSED and cue.last.i < c.i < child.i]
            yield child, min([child.left_edge, *(c.left_edge for c in objects)], key=lambda t: t.i)


def _gerund(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    for child in cue.token.children:
        if child.dep_ in {"xcomp", "ccomp"} and _is_gerund(child) and child.left_edge.i > cue.last.i:
            yield child, child.left_edge


def _is_gerund(verb: Token) -> bool:
    """ "taking part", "having taken part"."""
    return verb.tag_ == "VBG" or any(c.dep_ == "aux" and c.tag_ == "VBG" for c in verb.lefts)


def _object(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    for child in (*cue.last.children, *cue.token.children):
        if child.dep_ in {"pobj", "pcomp"} and child.i > cue.last.i:
            yield child, child.left_edge


def _accusation(cue: Cue, reading: Reading) -> Iterator[tuple[Token, Token]]:
    """ "accused [them of lying]", whether the parser hangs the preposition on the verb or on its object."""
    objects = [c for c in cue.token.children if c.dep_ == "dobj" and c.i > cue.last.i]
    for owner in (cue.token, *objects):
        for of in owner.children:
            if of.dep_ == "prep" and of.lower_ == "of" and of.i > cue.last.i and not is_passive(cue.token):
                yield of, (objects[0].left_edge if objects else of)


FINDERS = {
    "clause": _clause,
    "that": _that,
    "infinitive": _infinitive,
    "object_infinitive": _object_infinitive,
    "gerund": _gerund,
    "object": _object,
    "accusation": _accusation,
    **OBJECTS,
}


def _objectless(clause: Token) -> bool:
    """Whether "that" only opens the clause, and is not its subject or object ("the claim that he made")."""
    opener = clause.left_edge
    return opener.dep_ in {"mark", "advmod"} or opener.lower_ != "that"


def _next_saying(cue: Cue, main: Token, reading: Reading) -> int:
    """Where the speaker goes on with a second verb that the parser hangs into the content: "said X, and warned Y"."""
    source = citing(main)
    if source is not None and source.i > main.i:
        return source.nbor(-1).idx
    for verb in main.subtree:
        if verb.i in reading.cues and verb.i > main.i and verb.head == main and speaks_on(verb) == cue.token:
            joint = next((t for t in reversed(verb.doc[main.i : verb.i]) if t.text == "," or t.tag_ == "CC"), verb)
            return joint.nbor(-1).idx if joint.nbor(-1).text == "," else joint.idx
    return len(reading.text)


def _next_quoting(cue: Cue, first: Token, last: Token, reading: Reading) -> int:
    """Where the speaker goes on to a quotation: "stressed the aid that they get | and said, “...”"."""
    for verb in cue.token.doc[first.i + 1 : last.i + 1]:
        if verb.i not in reading.cues or verb.tag_ != cue.token.tag_ or verb.nbor(-1).tag_ != "CC":
            continue
        end = verb.idx + len(verb)
        if any(end < quote.start <= end + NEXT for quote in reading.quotes):
            return verb.nbor(-1).idx
    return len(reading.text)


def _unforced(cue: Cue, verb: Token) -> bool:
    """Whether an infinitive is what the speaker wants, not what somebody was told ("was asked to leave")."""
    return is_infinitive(verb) and not is_passive(cue.token)
