"""Through whom a statement reached us: "The ministry says eight died, reported NHK World" has speaker and outlet."""

from collections.abc import Iterator, Sequence, Set

from transforms.article import Article
from transforms.cast import Cast
from transforms.parsed import Token
from transforms.statements.draft import Draft
from transforms.statements.phrases import Phrase, entity, entity_id, phrase
from transforms.statements.subjects import QUOTING

ADDRESSEE = frozenset({"dobj", "dative", "pobj"})


def chained(drafts: Sequence[Draft], article: Article, cast: Cast, carriers: Set[str]) -> Iterator[Draft]:
    """Statements with their outlet as `via`; an outlet's row that holds nothing but another's statement is left out."""
    outlets = [d for d in drafts if _is_outlet(d.speaker, article, cast)]
    for draft in drafts:
        holder = _holder(draft, outlets, cast)
        if draft.source and draft in outlets:
            yield draft._replace(speaker=draft.source, via=draft.speaker)
        elif holder:
            yield draft._replace(via=holder.speaker)
        elif not (draft in outlets and _only_carries(draft, drafts, cast)):
            yield _carried(draft, article, cast, carriers)


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


def _only_carries(outlet: Draft, drafts: Sequence[Draft], cast: Cast) -> bool:
    """Whether the main verb of an outlet's report is the cue of another's statement."""
    return any(
        d.cue and d.cue != outlet.cue and outlet.main and d.cue.token.i == outlet.main.i and d.speaker
        for d in drafts
        if _holder(d, [outlet], cast)
    )


def _carried(draft: Draft, article: Article, cast: Cast, carriers: Set[str]) -> Draft:
    """A statement made to an outlet ("told ABC", "in an interview with the BBC") or quoted by one."""
    if draft.cue is None or draft.via or draft.cue.part != "verb":
        return draft
    for token in _beside(draft, carriers):
        carrier = phrase(token)
        if _is_outlet(carrier, article, cast) and entity_id(carrier, cast) != entity_id(draft.speaker, cast):
            return draft._replace(via=carrier)
    return draft


def _beside(draft: Draft, carriers: Set[str]) -> Iterator[Token]:
    """Nouns that a cue addresses, and the subject of "quoted him as saying"."""
    assert draft.cue is not None
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


def _is_outlet(speaker: Phrase | None, article: Article, cast: Cast) -> bool:
    """Whether a phrase names an outlet other than the publisher."""
    found = entity(speaker, cast)
    return found is not None and found.kind == "media" and found.canonical_name != article.outlet
