"""Whose words stand in quotation marks: the cue behind them, before them, or that of the quotation they go on from."""

from collections.abc import Sequence

from transforms.parsed import Token
from transforms.statements.cues import Cue, is_finite, is_passive
from transforms.statements.draft import Draft
from transforms.statements.phrases import Phrase, phrase
from transforms.statements.quotations import Quote
from transforms.statements.reading import Reading, tokens
from transforms.statements.speakers import cited, inverted, speaker_of
from transforms.statements.subjects import agent_of, subject_of

DASHES = frozenset({"-", "–", "—", "--"})
FAR = 40  # tokens that an attribution may stretch over
FAR_PHRASE = 10  # tokens between "according to" and a quotation behind its speaker
ENDS = frozenset({"NOUN", "PROPN", "PRON", "SCONJ", "PART", "ADV"})  # before a quotation without a comma
MODIFIERS = frozenset({"compound", "amod", "relcl", "acl"})
LONG = 4  # words from which a quotation needs no comma to be one


def attributed(reading: Reading, quote: Quote) -> Draft | None:
    """A direct quotation with the attribution beside it; None for scare quotes and quotations without one."""
    found = _behind(reading, quote) or _before(reading, quote) or _signed(reading, quote)
    if found is None:
        return None
    cue, speaker = found
    start = _start(reading, quote, cue)
    kind = "direct" if start == quote.start else "mixed"
    return Draft(start, quote.end, kind, cue, speaker, source=cited(cue) if cue else None)


def _behind(reading: Reading, quote: Quote) -> tuple[Cue, Phrase | None] | None:
    """ "...," said X; "...," X said."""
    words = _after(reading, quote)
    if not words or not _may_go_on(reading.text, quote, words[0]):
        return None
    for number, token in enumerate(words):
        cue = reading.cues.get(token.i)
        if cue and (cue.allows("quote") or cue.allows("tail")) and _may_follow(cue):
            return (cue, _nearest_speaker(cue, words[0], quote)) if _leads_to(words[:number], cue) else None
        if token.pos_ in {"CCONJ", "SCONJ"} and number == 0:
            return None
        if is_finite(token) and not _inside_phrase(token, words[0]):
            return None
    return None


def _before(reading: Reading, quote: Quote) -> tuple[Cue, Phrase | None] | None:
    """X said, "..."; in a message saying "..."."""
    words = _ahead(reading, quote)
    if not words:
        return None
    set_off = words[-1].text in {",", ":"} | DASHES
    for token in reversed(words):
        cue = reading.cues.get(token.i)
        if cue and cue.part == "verb" and cue.allows("quote"):
            fits = (
                set_off
                or (cue.allows("naming") and words[-1].pos_ in ENDS)
                or cue.last.i == words[-1].i
                or (_long(reading.text, quote) and words[-1].pos_ in ENDS)
            )
            speaker = speaker_of(cue) or inverted(cue)
            if speaker and speaker.start >= quote.start and cue.token.dep_ == "conj":
                outer = subject_of(cue.token.head)  # the parser took a word of the quotation for the subject
                speaker = phrase(outer) if outer is not None else None
            return (cue, speaker) if fits and speaker and not _is_done_to(cue) else None
        if cue and cue.part == "phrase" and token.i + FAR_PHRASE > words[-1].i and words[-1].text == ",":
            return cue, speaker_of(cue)
        if is_finite(token) and words[-1].text != ":":
            return None
    return None


def _signed(reading: Reading, quote: Quote) -> tuple[None, Phrase] | None:
    """ "..." - Jane Doe, alone in its paragraph."""
    end = next((b for a, b in reading.paragraphs if a == quote.start and b > quote.end), None)
    words = [t for t in _after(reading, quote, punctuation=True) if end and t.idx < end]
    if len(words) < 2 or words[0].text not in DASHES or words[1].ent_type_ != "PERSON":
        return None
    head = words[1]
    while head.i + 1 < len(reading.doc) and head.nbor().ent_type_ == "PERSON":
        head = head.nbor()
    return None, Phrase(head, words[1].idx, head.idx + len(head))


def _start(reading: Reading, quote: Quote, cue: Cue | None) -> int:
    """Where the content begins: before the quotation when its sentence opens without marks ("We need to "...")."""
    if cue is None:
        return quote.start
    if cue.start < quote.start:
        return cue.last.nbor().idx if cue.allows("naming") and cue.last.nbor().idx < quote.start else quote.start
    opening = next(iter(tokens(reading, quote.start, quote.end)), cue.token).sent.start_char
    floor = max([q.end for q in reading.quotes if q.end <= quote.start], default=0)
    words = [t for t in tokens(reading, opening, quote.start) if t.is_alpha]
    return opening if opening >= floor and words and not any(t.i in reading.cues for t in words) else quote.start


def _after(reading: Reading, quote: Quote, *, punctuation: bool = False) -> list[Token]:
    """Tokens of the sentence that goes on behind a quotation, in its paragraph, up to the next quotation."""
    stop = next((b for a, b in reading.paragraphs if a <= quote.start < b), len(reading.text))
    stop = min([stop, *(q.start for q in reading.quotes if q.start >= quote.end)])
    found: list[Token] = []
    for token in tokens(reading, quote.end, stop)[:FAR]:
        if token.text in {".", ";"} or (found and token.is_sent_start):
            break
        if found or punctuation or not (token.is_punct or token.is_space):
            found.append(token)
    return found


def _ahead(reading: Reading, quote: Quote) -> list[Token]:
    """Tokens before a quotation in its sentence; the whole last sentence before a colon or comma at a break."""
    last = next((t for t in reversed(tokens(reading, quote.start - 40, quote.start)) if not t.is_space), None)
    if last is None or last.text in {".", "!", "?", "”", '"'}:
        return []
    begin = last.sent.start
    if last.i == begin and begin:
        begin = last.nbor(-1).sent.start
    earlier = [q for q in reading.quotes if q.end <= quote.start]
    floor = 0 if last.text == ":" else max([q.end for q in earlier], default=0)
    words = [t for t in reading.doc[begin : last.i + 1] if t.idx >= floor and not t.is_space]
    return [t for t in words if not any(q.start <= t.idx < q.end for q in earlier[-2:])]


def _may_go_on(text: str, quote: Quote, first: Token) -> bool:
    """Whether the sentence of a quotation goes on behind its closing mark."""
    inside, behind = text[quote.start : quote.end].rstrip("\"”“'’» ")[-1:], text[quote.end : quote.end + 1]
    if behind == "," or inside in {",", "?", "!", "…", "-", "—"}:
        return True
    return inside not in {".", ""} or first.text.islower()


def _leads_to(between: Sequence[Token], cue: Cue) -> bool:
    """Whether what stands between a quotation and a cue is only its subject and adverbials."""
    behind = [c for c in cue.token.children if c.dep_ == "ccomp" and c.left_edge.i > cue.last.i]
    if behind and between and not cue.last.nbor().is_punct:
        return False
    return not any(t.pos_ in {"CCONJ", "SCONJ"} and t.head.i == cue.token.i for t in between)


def _nearest_speaker(cue: Cue, first: Token, quote: Quote) -> Phrase | None:
    """The speaker between quotation and cue, or right behind an inverted cue."""
    if cue.part == "phrase":
        return speaker_of(cue)
    if first.i == cue.token.i:
        own = next((c for c in cue.token.rights if c.dep_ == "nsubj"), None)
        return phrase(own) if own is not None else inverted(cue) or _outside(quote, cue)
    subject = subject_of(cue.token)
    if subject is not None and subject.idx >= quote.end:
        return agent_of(cue.token) or phrase(subject)
    before = cue.token.nbor(-1)
    return phrase(before) if before.i >= first.i and before.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _outside(quote: Quote, cue: Cue) -> Phrase | None:
    """The speaker, unless the parser took a word of the quotation for it: "“Run,” shouted | one of the guards"."""
    found = speaker_of(cue)
    if found is None or not quote.start <= found.start < quote.end or cue.last.i + 1 >= len(cue.token.doc):
        return found
    return next((phrase(c) for c in cue.token.rights if c.dep_ in {"dobj", "attr"} and c.i > cue.last.i), None)


def _inside_phrase(verb: Token, first: Token) -> bool:
    """Whether a verb lies in a relative clause of a noun behind the quotation, or helps another verb."""
    if verb.dep_.startswith("aux"):
        return True
    return any(t.dep_ in {"relcl", "acl"} and t.head.i >= first.i for t in (verb, *verb.ancestors))


def _may_follow(cue: Cue) -> bool:
    """Whether a cue behind a quotation can be that of its attribution: no gerund, no modifier of a noun."""
    joined = cue.token.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in cue.token.children)
    if joined and cue.token.nbor(-1).tag_ in {"CC", "RB"}:
        return False  # "... “very sorry” for the mistake and promised an inquiry"
    return cue.part in {"verb", "phrase"} and cue.token.dep_ not in MODIFIERS and cue.token.tag_ != "VBG"


def _is_done_to(cue: Cue) -> bool:
    """Whether the cue is passive without an agent: "labelled "Anonymous"", "rated "highly critical"", "was told"."""
    return is_passive(cue.token) and agent_of(cue.token) is None and cue.token.dep_ != "pcomp"


def _long(text: str, quote: Quote) -> bool:
    return len(text[quote.start : quote.end].split()) >= LONG
