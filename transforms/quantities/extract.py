"""From a parsed article to rows of quantities: the figures, what they count, what happened to it, parts and totals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.facts import Quantity, Sentence, Time
from transforms.identity import row_id
from transforms.parsed import Doc
from transforms.quantities.ages import aged
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
from transforms.quantities.totals import added
from transforms.quantities.victims import claims
from transforms.quantities.words import Words

TURN = re.compile(r",?\s+(up|down|higher|lower) from\b")


def find_quantities(  # noqa: PLR0917 - the same order of arguments as every extractor
    doc: Doc, article: Article, layout: Layout, cast: Cast, times: Sequence[Time], lexicon: QuantityLexicon
) -> Iterator[Quantity]:
    """Every stated number of an article, by sentence and place; `statement_id` and `event_id` are left to the links."""
    scene = Scene(article.text, Words(doc), cast, lexicon)
    hurts = [_hurts(scene, sentence) for sentence in layout.sentences]
    recent: list[list[Claim]] = [[], []]
    for number, sentence in enumerate(layout.sentences):
        within = [t for t in times if t.sentence_no == sentence.sentence_no]
        near = [hurt for around in hurts[max(0, number - 1) : number + 2] for hurt in around]
        stated = list(_stated(scene, sentence, within))
        found = [_levelled(claim, scene) for claim in claims(stated, _settled(hurts[number], near), scene)]
        found += added(found, hurts[number], [*recent[0], *recent[1]])
        recent = [recent[1], found]
        yield from _rows(scene, article, sentence, found)


def _hurts(scene: Scene, sentence: Sentence) -> list[Hurt]:
    tokens = scene.words.between(sentence.char_start, sentence.char_end)
    return list(harms(tokens, scene.lexicon))


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
    return replace(claim, counted=level(figure, number, scene.lexicon)) if number is not None else claim


def _stated(scene: Scene, sentence: Sentence, times: Sequence[Time]) -> Iterator[Claim]:
    """The figures of a sentence with what they count."""
    if not may_count(scene.text[sentence.char_start : sentence.char_end], scene.lexicon.number_words):
        return
    line = pieces(scene.text, sentence.char_start, sentence.char_end)
    every = scored(line, figures(line, scene.lexicon), scene.lexicon)
    told = kept(scene, line, every, times, headline=sentence.section_kind == "title")
    earlier: list[tuple[Figure, Counted]] = []
    for printed in sorted(with_factors(line, list(told), scene.lexicon), key=_place):
        figure = aged(_within(printed, scene), scene)
        figure = direction(figure, scene.words, scene.lexicon)
        what = counted(figure, scene.words, scene.text, earlier, scene.lexicon)
        if earlier and _restates(scene.text, earlier[-1][0], figure):
            figure = replace(figure, direction=figure.direction or earlier[-1][0].direction)
            what = what or earlier[-1][1]
        elif what is None and figure.kind in AMOUNTS:
            what = _compared(scene, figure, earlier)
        figure = _turned(scene, figure, what)
        if what is not None:
            earlier.append((figure, what))
        yield Claim(figure, what)


def _turned(scene: Scene, figure: Figure, what: Counted | None) -> Figure:
    """The direction behind what is counted: "40% of voters, up from 32%"."""
    if figure.direction or what is None or what.end <= figure.end:
        return figure
    found = TURN.match(scene.text, what.end)
    return replace(figure, direction=scene.lexicon.adverbs_of_change[found[1].lower()]) if found else figure


def _within(figure: Figure, scene: Scene) -> Figure:
    """A time over which something goes on has no limit: "grew over four decades", but "for over four decades"."""
    word = scene.words.at(figure.start)
    during = figure.kind == "duration" and figure.bound == "more_than" and word.lower_ == "over" and word.dep_ == "prep"
    after = scene.words.at(figure.end + 1).lower_
    if not during or after in ("ago", "earlier", "later", "before"):
        return figure
    value = figure.value
    return replace(figure, start=figure.number_start, bound="exact", low=value, high=value)


def _compared(scene: Scene, figure: Figure, earlier: Sequence[tuple[Figure, Counted]]) -> Counted | None:
    """An amount beside which another of the same thing is set: "$1.10 a share, compared with 98 cents"."""
    linked = scene.text[max(0, figure.start - 16) : figure.start].lower().endswith(scene.lexicon.comparisons)
    same = (what for before, what in reversed(earlier) if (before.kind, before.unit) == (figure.kind, figure.unit))
    return next(same, None) if linked else None


def _restates(text: str, before: Figure, figure: Figure) -> bool:
    """Two ways to say it: "85 cents, or 1.1 percent" are amounts of the same thing."""
    between = text[before.end : figure.start].strip(" ,")
    return figure.kind in AMOUNTS and before.kind in AMOUNTS and between in ("or", "(", "to")


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
