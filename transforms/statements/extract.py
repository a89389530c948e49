"""Who says what: the statements of an article, in order, each with speaker, cue, outlet, occasion and day."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.facts import Statement, Time
from transforms.identity import row_id
from transforms.parsed import Doc
from transforms.statements.carry import carried
from transforms.statements.chains import chained
from transforms.statements.cues import Cue, is_negated
from transforms.statements.draft import Draft
from transforms.statements.lexicon import Able, CueLexicon
from transforms.statements.objects import OBJECTS, agrees, can_speak, goes_on
from transforms.statements.phrases import entity_id, spelled_out, whole_name, with_name
from transforms.statements.setting import role_of, setting_of
from transforms.statements.subjects import owner_of
from transforms.statements.survey import survey


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
    found = chained(survey(doc, article.text, layout, lexicon), article, cast, lexicon.beside)
    drafts = sorted((_spelled_out(draft, cast, lexicon) for draft in found), key=_place)
    rows = (_statement(draft, drafts, scene) for draft in drafts)
    yield from _told_by_somebody(
        zip(drafts, carried(rows, article.text, layout, cast), strict=True), cast, lexicon.able
    )


def innermost(statements: Sequence[Statement], start: int, end: int) -> Statement | None:
    """The shortest statement whose content covers a span."""
    covering = (s for s in statements if s.char_start <= start and end <= s.char_end)
    return min(covering, key=lambda s: (s.char_end - s.char_start, s.char_start, s.statement_id), default=None)


def _told_by_somebody(found: Iterable[tuple[Draft, Statement]], cast: Cast, able: Able) -> Iterator[Statement]:
    """Rows in order without the noun phrases behind verbs like "recorded" whose subject is no speaker."""
    before: tuple[Draft, Statement] | None = None
    for draft, row in found:
        speaks = can_speak(draft, row, cast, able)
        follows = before is not None and row.sentence_no <= before[1].sentence_no + 1
        if draft.frame not in OBJECTS or speaks or (before and follows and goes_on(draft, before[0], cast, able)):
            yield row
        before = (draft, row) if speaks else before


def _spelled_out(draft: Draft, cast: Cast, lexicon: CueLexicon) -> Draft:
    """With what a relative pronoun stands for as the speaker, where the two agree."""
    if draft.speaker is None or not agrees(draft.speaker.head, cast, lexicon.able):
        return draft
    return draft._replace(speaker=spelled_out(draft.speaker, lexicon.beside.voice))


def _place(draft: Draft) -> tuple[int, int, int]:
    return draft.start, -draft.end, draft.cue.start if draft.cue else -1


def _statement(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> Statement:
    article, cast = scene.article, scene.cast
    cue, via = draft.cue, draft.via
    speaker = with_name(whole_name(draft.speaker, cast), cast) if draft.speaker else None
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
        speaker_entity_id=_speaker_id(draft, drafts, scene),
        via_start=via.start if via else None,
        via_end=via.end if via else None,
        via_entity_id=entity_id(via, cast),
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        cue_class=_class(cue, scene.lexicon.beside.withholding),
        speaker_role=role_of(speaker, article.text, cast, scene.lexicon),
        occasion=setting.occasion,
        said_on=setting.said_on,
        said_on_reason=setting.reason,
    )


def _speaker_id(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> str | None:
    """The speaker's entity; behind "I" in a quotation its speaker, behind a document the one whose it is."""
    speaker, cast = draft.speaker, scene.cast
    if speaker is None or not agrees(speaker.head, cast, scene.lexicon.able):
        return None
    if speaker.head.lower_ == "i":
        around = [d for d in drafts if d.start <= speaker.start < d.end and d.kind != "indirect" and d != draft]
        return entity_id(around[-1].speaker, cast) if around else None
    owner = owner_of(speaker.head) if speaker.head.lemma_.lower() in scene.lexicon.occasions else None
    return entity_id(speaker, cast) or entity_id(owner, cast)


def _class(cue: Cue | None, withholding: Set[str]) -> str | None:
    """The class of a cue; negated, or below a verb of withholding, it denies: "declined to say how"."""
    if cue is None:
        return None
    is_withheld = cue.token.dep_ == "xcomp" and cue.token.head.lemma_ in withholding
    is_denial = is_withheld or (is_negated(cue.token) and cue.word.cue_class != "deny")
    return "deny" if is_denial else cue.word.cue_class
