"""Through whom a statement reached us: "The ministry says eight died, reported NHK World" has speaker and outlet."""

import re
from collections.abc import Iterator, Sequence, Set

from transforms.article import Article
from transforms.cast import Cast
from transforms.parsed import Token
from transforms.statements.draft import Draft
from transforms.statements.lexicon import StatementWords
from transforms.statements.phrases import Phrase, entity, entity_id, phrase
from transforms.statements.subjects import QUOTING

WORD = re.compile(r"\w")
ADDRESSEE = frozenset({"dobj", "dative", "pobj"})


def chained(drafts: Sequence[Draft], article: Article, cast: Cast, words: StatementWords) -> Iterator[Draft]:
    """Statements with their outlet as `via`; an outlet's row that holds nothing but another's statement is left out."""
    outlets = [d for d in drafts if _is_outlet(d.speaker, article, cast) or _is_kind(d.speaker, article, words, cast)]
    for draft in drafts:
        holder = _holder(draft, outlets, cast)
        if draft.source and draft in outlets:
            yield draft._replace(speaker=draft.source, via=draft.speaker)
        elif holder:
            yield draft._replace(via=holder.speaker)
        elif not (draft in outlets and _only_carries(draft, drafts, article.text, cast)):
            yield _carried(draft, article, cast, words.carrier)


def _holder(draft: Draft, outlets: Sequence[Draft], cast: Cast) -> Draft | None:
    """The innermost outlet whose report holds the cue of a statement by somebody else."""
    if draft.cue is None or draft.speaker is None:
        return None
    own = entity_id(draft.speaker, cast)
    holders = [
        o for o in outlets
        if o.cue != draft.cue and o.start <= draft.cue.start < o.end
        and (own is None or own != entity_id(o.speaker, cast))
    ]  # fmt: skip
    return min(holders, key=lambda o: o.end - o.start, default=None)


def _only_carries(outlet: Draft, drafts: Sequence[Draft], text: str, cast: Cast) -> bool:
    """Whether an outlet reports nothing but what another says: its main verb is his cue, or no word is left besides."""
    held = [d for d in drafts if d.cue and d.speaker and d.cue != outlet.cue and _holder(d, [outlet], cast)]
    if any(d.cue and outlet.main and d.cue.token.i == outlet.main.i for d in held):
        return True
    covered = sorted(span for d in held for span in _spans(d))
    at = outlet.start
    for start, end in covered:
        if WORD.search(text, at, max(at, start)):
            return False
        at = max(at, end)
    return bool(covered) and not WORD.search(text, at, outlet.end)


def _spans(draft: Draft) -> Iterator[tuple[int, int]]:
    """Where a statement stands: its content, its cue, its speaker."""
    yield draft.start, draft.end
    if draft.cue:
        yield draft.cue.start, draft.cue.end
    if draft.speaker:
        yield draft.speaker.start, draft.speaker.end


def _carried(draft: Draft, article: Article, cast: Cast, carriers: Set[str]) -> Draft:
    """A statement made to an outlet ("told ABC", "in an interview with the BBC") or quoted by one."""
    if draft.cue is None or draft.via or draft.cue.part not in {"verb", "phrase"}:
        return draft
    for token in _beside(draft, carriers):
        carrier = phrase(token)
        if _is_outlet(carrier, article, cast) and entity_id(carrier, cast) != entity_id(draft.speaker, cast):
            return draft._replace(via=carrier)
    return draft


def _beside(draft: Draft, carriers: Set[str]) -> Iterator[Token]:
    """Nouns that a cue addresses, and the subject of "quoted him as saying"."""
    assert draft.cue is not None
    if draft.speaker is not None:  # "a commander | quoted by AFP"
        quoted = (c for c in draft.speaker.head.rights if c.dep_ == "acl" and c.lemma_ in QUOTING)
        yield from (t for c in quoted for by in c.rights if by.dep_ == "agent" for t in by.rights)
    if draft.cue.part == "phrase":
        return
    verb = draft.cue.token
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and verb.lemma_ == "tell":
            yield child
        if child.dep_ == "prep" and not draft.start <= child.idx < draft.end:
            yield from (t for t in child.subtree if t.dep_ == "pobj" and t.head.lower_ in carriers)
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in QUOTING:
        by = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "by")  # "was quoted as saying by Interfax"
        yield from (t for c in by for t in c.children if t.dep_ == "pobj")
        yield from (c for c in verb.head.head.children if c.dep_ == "nsubj")
        yield from (t for c in verb.head.head.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj")


def _is_kind(speaker: Phrase | None, article: Article, words: StatementWords, cast: Cast) -> bool:
    """Whether a phrase that names nobody known tells of an outlet: "state television", "the Imedi channel"."""
    if speaker is None or entity(speaker, cast) is not None:
        return False
    return is_outlet_kind(article.text[speaker.start : speaker.end], words.outlet)


def is_outlet_kind(phrase_text: str, kinds: Set[str]) -> bool:
    """Whether a phrase ends with a word for an outlet: "state television", "a Lisbon news agency"."""
    words = phrase_text.lower().split()
    return bool(words) and (words[-1] in kinds or " ".join(words[-2:]) in kinds)


def _is_outlet(speaker: Phrase | None, article: Article, cast: Cast) -> bool:
    """Whether a phrase names an outlet other than the publisher."""
    found = entity(speaker, cast)
    return found is not None and found.kind == "media" and found.canonical_name != article.outlet
