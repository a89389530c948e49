"""Who says what: the statements of an article, in order, each with speaker, cue, outlet, occasion and day."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.facts import Statement, Time
from transforms.identity import row_id
from transforms.statements.attribution import Reading, attributed, continued
from transforms.statements.chains import chained
from transforms.statements.clauses import clause_draft
from transforms.statements.cues import Cue, find_cues, is_negated, is_passive
from transforms.statements.draft import Draft
from transforms.statements.lexicon import CueLexicon
from transforms.statements.quotations import find_quotes, paragraphs
from transforms.statements.setting import role_of, setting_of
from transforms.statements.speakers import entity_id
from transforms.statements.tails import Tail, tail_draft, tail_of

HELD_BY_NOBODY = frozenset({"report", "accuse", "claim"})  # "reports that", "allegations that"


class Scene(NamedTuple):
    """What a draft needs to become a row."""

    article: Article
    layout: Layout
    cast: Cast
    times: Sequence[Time]
    lexicon: CueLexicon


def find_statements(  # noqa: PLR0917 - the same order of arguments as every extractor
    doc: Doc, article: Article, layout: Layout, cast: Cast, times: Sequence[Time], lexicon: CueLexicon
) -> Iterator[Statement]:
    """One row per contiguous span of attributed content; the publisher's own voice is no row."""
    scene = Scene(article, layout, cast, times, lexicon)
    drafts = chained(_drafts(doc, scene), article, cast)
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end, d.cue.start if d.cue else -1)):
        yield _statement(draft, scene)


def innermost(statements: Sequence[Statement], start: int, end: int) -> Statement | None:
    """The shortest statement whose content covers a span."""
    covering = (s for s in statements if s.char_start <= start and end <= s.char_end)
    return min(covering, key=lambda s: (s.char_end - s.char_start, s.char_start, s.statement_id), default=None)


def _drafts(doc: Doc, scene: Scene) -> list[Draft]:
    text, cues = scene.article.text, find_cues(doc, scene.lexicon)
    reading = Reading(
        doc, text, {cue.token.i: cue for cue in cues}, [t.idx for t in doc], find_quotes(text, scene.layout),
        list(paragraphs(scene.layout)),
    )  # fmt: skip
    direct = [d for quote in reading.quotes if (d := attributed(reading, quote))]
    taken = {d.cue.start for d in direct if d.cue}
    tails = [t for cue in cues if cue.start not in taken and (t := tail_of(cue))]
    indirect = [d for t in tails for d in tail_draft(t, text, reading.quotes)]
    tailed = {d.cue.start for d in indirect if d.cue}
    clauses = (
        clause_draft(cue, text, reading.quotes, _cut(cue, tails)) for cue in cues if cue.start not in taken | tailed
    )
    found = direct + indirect + [d for d in clauses if d and not _repeats(d, direct)]
    found += _continuations(reading, found)
    return [d for d in found if _is_attributed(d)]


def _repeats(draft: Draft, direct: Sequence[Draft]) -> bool:
    """Whether a clause is a quotation that has its attribution already."""
    return draft.kind == "direct" and any(d.start < draft.end and draft.start < d.end for d in direct)


def _is_attributed(draft: Draft) -> bool:
    """Whether somebody holds the content, or the text says that it is only reported ("it is alleged that")."""
    cue = draft.cue
    if cue is None or cue.part == "phrase":
        return draft.speaker is not None
    verb = cue.token
    if cue.word.cue_class == "think" and verb.tag_ == "VB" and not any(c.tag_ == "MD" for c in verb.children):
        return False  # "to show that", "make sure that"
    if draft.speaker:
        return True
    if cue.part == "verb":
        return is_passive(verb) and all(c.lower_ == "it" for c in verb.children if c.dep_ == "nsubjpass")
    return cue.part == "noun" and cue.word.cue_class in HELD_BY_NOBODY


def _continuations(reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    known = list(found)
    for quote in reading.quotes:
        if any(d.start < quote.end and quote.start < d.end and d.kind != "indirect" for d in known):
            continue
        if draft := continued(reading, quote, [d for d in known if not _nested(d, reading)]):
            known.append(draft)
            yield draft


def _nested(draft: Draft, reading: Reading) -> bool:
    """Whether the cue itself stands in quotation marks."""
    return draft.cue is not None and any(q.start <= draft.cue.start < q.end for q in reading.quotes)


def _cut(cue: Cue, tails: Sequence[Tail]) -> int:
    """Where a later attribution in the sentence of a cue begins."""
    sentence = cue.token.sent
    return min([t.start for t in tails if cue.end < t.start < sentence.end_char], default=sentence.end_char)


def _statement(draft: Draft, scene: Scene) -> Statement:
    article, cast = scene.article, scene.cast
    cue, speaker, via = draft.cue, draft.speaker, draft.via
    setting = setting_of(draft, article.text, scene.times, scene.lexicon)
    discriminator = f"{cue.start if cue else ''}:{speaker.start if speaker else ''}"
    return Statement(
        statement_id=row_id(article.article_id, "statements", draft.start, draft.end, discriminator),
        sentence_no=scene.layout.number(draft.start),
        char_start=draft.start,
        char_end=draft.end,
        kind=draft.kind,
        depth=2 if via else 1,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        speaker_entity_id=entity_id(speaker, cast),
        via_start=via.start if via else None,
        via_end=via.end if via else None,
        via_entity_id=entity_id(via, cast),
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        cue_class=_class(cue),
        speaker_role=role_of(speaker, article.text, cast),
        occasion=setting.occasion,
        said_on=setting.said_on,
        said_on_reason=setting.reason,
    )


def _class(cue: Cue | None) -> str | None:
    """The class of a cue; negated, it denies."""
    if cue is None:
        return None
    return "deny" if is_negated(cue.token) and cue.word.cue_class != "deny" else cue.word.cue_class
