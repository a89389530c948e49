"""From a parsed article to rows of quantities: the figures, what they count, what happened to it, parts and totals."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.facts import Quantity, Sentence, Time
from transforms.identity import row_id
from transforms.parsed import Doc
from transforms.quantities.ages import aged
from transforms.quantities.bygone import is_bygone
from transforms.quantities.changes import direction
from transforms.quantities.claim import Claim
from transforms.quantities.counted import counted, number_root
from transforms.quantities.exclusions import kept
from transforms.quantities.factors import with_factors
from transforms.quantities.figure import Figure
from transforms.quantities.figures import figures
from transforms.quantities.harm import Hurt, harms
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.measured import AMOUNTS, level
from transforms.quantities.phrases import Counted
from transforms.quantities.pieces import may_count, pieces
from transforms.quantities.rates import rate
from transforms.quantities.scene import Scene
from transforms.quantities.scores import scored
from transforms.quantities.shared import compared, lent, restates
from transforms.quantities.totals import added
from transforms.quantities.victims import claims
from transforms.quantities.words import Words

REMEMBERED = 6  # sentences in which a pronoun or "the hostages" finds its number
TURN = re.compile(r",?\s+(up|down|higher|lower) from\b")


def find_quantities(  # noqa: PLR0917 - the same order of arguments as every extractor
    doc: Doc, article: Article, layout: Layout, cast: Cast, times: Sequence[Time], lexicon: QuantityLexicon
) -> Iterator[Quantity]:
    """Every stated number of an article, by sentence and place; `statement_id` and `event_id` are left to the links."""
    scene = Scene(article.text, Words(doc), cast, lexicon)
    when = _by_sentence(times)
    day = article.published_at.date() if article.published_at else None
    hurts = [list(_hurts(scene, s, when.get(s.sentence_no, ()), day)) for s in layout.sentences]
    recent: list[list[Claim]] = [[] for _ in range(REMEMBERED)]
    for number, sentence in enumerate(layout.sentences):
        within = when.get(sentence.sentence_no, ())
        near = [hurt for around in hurts[max(0, number - 1) : number + 2] for hurt in around]
        stated = lent(list(_stated(scene, sentence, within)), scene)
        found: list[Claim] = []
        if stated or hurts[number]:
            before = [claim for told in recent for claim in told]
            settled = _settled(hurts[number], near)
            found = [_levelled(claim, scene) for claim in claims(stated, settled, scene, before)]
            found += added(found, hurts[number], _just_told(recent, layout.sentences, number), lexicon.beside)
            yield from _rows(scene, article, sentence, found)
        recent = [*recent[1:], found]


def _by_sentence(times: Sequence[Time]) -> dict[int, list[Time]]:
    found: dict[int, list[Time]] = {}
    for time in times:
        found.setdefault(time.sentence_no, []).append(time)
    return found


def _just_told(recent: Sequence[list[Claim]], sentences: Sequence[Sentence], number: int) -> list[Claim]:
    """The claims of the two sentences before; a headline sums up what comes, so nothing adds to its figures."""
    section = sentences[number].section_kind
    near = sentences[max(0, number - 2) : number]
    told = zip(near, recent[len(recent) - len(near) :], strict=True)
    return [claim for before, found in told if before.section_kind == section for claim in found]


def _hurts(scene: Scene, sentence: Sentence, times: Sequence[Time], day: date | None) -> Iterator[Hurt]:
    """What a sentence says happened to people, without what happened long before."""
    tokens = scene.words.between(sentence.char_start, sentence.char_end)
    for hurt in harms(tokens, scene.lexicon):
        if not is_bygone(hurt.trigger, times, day, scene.lexicon):
            yield hurt


def _settled(own: Sequence[Hurt], near: Sequence[Hurt]) -> list[Hurt]:
    """Deaths first; a shot or stabbing of open outcome only where no outcome stands beside it."""
    known = any(h.measure in ("killed", "injured") and not h.weak and not h.denied for h in near)
    return sorted((h for h in own if not (h.weak and known)), key=lambda h: h.measure != "killed")


def _levelled(claim: Claim, scene: Scene) -> Claim:
    """A bare number of nothing that was counted, with the subject whose level it is."""
    figure = claim.figure
    if claim.counted is not None or claim.measure or figure.kind != "count" or figure.form not in ("digits", "words"):
        return claim
    number = number_root(figure, scene.words)
    return claim._replace(counted=level(figure, number, scene.lexicon)) if number is not None else claim


def _stated(scene: Scene, sentence: Sentence, times: Sequence[Time]) -> Iterator[Claim]:
    """The figures of a sentence with what they count."""
    if not may_count(scene.text[sentence.char_start : sentence.char_end], scene.lexicon.number_words):
        return
    line = pieces(scene.text, sentence.char_start, sentence.char_end)
    scores = scored(line, figures(line, scene.lexicon), scene.lexicon)
    told = kept(scene, line, scores, times, headline=sentence.section_kind == "title")
    earlier: list[tuple[Figure, Counted]] = []
    every = sorted(with_factors(line, list(told), scene.lexicon), key=_place)
    for printed in every:
        figure = aged(_within(printed, scene), scene)
        figure = direction(figure, scene.words, scene.lexicon)
        what = counted(figure, scene.words, scene.text, earlier, scene.lexicon)
        if what is not None and not (any(c.isalpha() for c in what.head.text) and _is_apart(what, every)):
            what = None
        if earlier and restates(scene.text, earlier[-1][0], figure, what):
            figure = figure._replace(direction=figure.direction or earlier[-1][0].direction)
            what = what or earlier[-1][1]
        elif what is None and figure.kind in (*AMOUNTS, "count"):
            what = compared(scene, figure, earlier)
        figure = _turned(scene, figure, what)
        if what is not None:
            earlier.append((figure, what))
        yield Claim(figure, what)


def _is_apart(what: Counted, figures: Sequence[Figure]) -> bool:
    """Whether what is counted is no unit of a figure: not the m of "rose by 4% to $3m."."""
    return not any(f.unit and f.kind == "money" and f.number_start <= what.head.idx < f.end for f in figures)


def _turned(scene: Scene, figure: Figure, what: Counted | None) -> Figure:
    """The direction behind what is counted: "40% of voters, up from 32%"."""
    if figure.direction or what is None or what.end <= figure.end:
        return figure
    found = TURN.match(scene.text, what.end)
    return figure._replace(direction=scene.lexicon.adverbs_of_change[found[1].lower()]) if found else figure


def _within(figure: Figure, scene: Scene) -> Figure:
    """A time over which something goes on has no limit: "grew over four decades", but "for over four decades"."""
    word = scene.words.at(figure.start)
    during = figure.kind == "duration" and figure.bound == "more_than" and word.lower_ == "over" and word.dep_ == "prep"
    after = scene.words.at(figure.end + 1).lower_
    if not during or after in scene.lexicon.beside.look_back:
        return figure
    value = figure.value
    return figure._replace(start=figure.number_start, bound="exact", low=value, high=value)


def _rows(scene: Scene, article: Article, sentence: Sentence, found: Sequence[Claim]) -> Iterator[Quantity]:
    ids = [_identity(article, claim, number) for number, claim in enumerate(found)]
    rows = []
    for claim, own in zip(found, ids, strict=True):
        if claim.figure.form != "few" or claim.measure:
            row = _row(scene, sentence, claim, own)
            whole = ids[claim.part_of] if claim.part_of is not None else None
            rows.append(row._replace(subset_of_quantity_id=whole))
    yield from sorted(rows, key=lambda row: (row.char_start, row.char_end))


def _place(figure: Figure) -> tuple[int, int]:
    return figure.start, figure.end


def _identity(article: Article, claim: Claim, number: int) -> str:
    figure = claim.figure
    return row_id(article.article_id, "quantities", figure.start, figure.end, f"{figure.kind} {claim.measure} {number}")


def _row(scene: Scene, sentence: Sentence, claim: Claim, own: str) -> Quantity:
    figure, what, text = claim.figure, claim.counted, scene.text
    flags = [*figure.flags, *claim.flags]
    if what is not None and what.ellipsis:
        flags.append("counted_ellipsis")
    return Quantity(
        quantity_id=own,
        sentence_no=sentence.sentence_no,
        char_start=figure.start,
        char_end=figure.end,
        bound=figure.bound,
        kind=figure.kind,
        value=figure.value,
        value_low=figure.low,
        value_high=figure.high,
        unit="person" if claim.is_people and figure.kind == "count" else figure.unit,
        unit_surface=text[figure.unit_start : figure.unit_end] if figure.unit_start is not None else None,
        counted_start=what.start if what else None,
        counted_end=what.end if what else None,
        counted_entity_id=_entity(what, scene.cast),
        per_unit=figure.per_unit or rate(scene.text, figure, what, scene.lexicon),
        direction=figure.direction,
        measure=claim.measure,
        is_cumulative=True if claim.is_cumulative else None,
        is_negated=claim.is_negated,
        flags=tuple(dict.fromkeys(flags)),
    )


def _entity(what: Counted | None, cast: Cast) -> str | None:
    """The entity of what is counted: the mention over its head noun, else the last one inside the span."""
    if what is None:
        return None
    covering = cast.covering(what.head.idx)
    inside = cast.within(what.start, what.end)
    mention = covering or (inside[-1] if inside else None)
    return mention.entity_id if mention else None
