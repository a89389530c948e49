"""From a parsed article to rows of quantities: the figures, what they count, what happened to it, parts and totals."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from transforms.article import Article, Layout
from transforms.cast import Cast
from transforms.facts import Quantity, Sentence, Time
from transforms.identity import row_id
from transforms.quantities.changes import direction
from transforms.quantities.counted import Counted, counted
from transforms.quantities.exclusions import kept
from transforms.quantities.factors import with_factors
from transforms.quantities.figures import Figure, figures
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.pieces import pieces
from transforms.quantities.scores import scored
from transforms.quantities.victims import Claim, claims
from transforms.quantities.words import Words


def find_quantities(
    doc: Doc, article: Article, layout: Layout, cast: Cast, times: Sequence[Time], lexicon: QuantityLexicon
) -> Iterator[Quantity]:
    """Every stated number of an article, in order of place; `statement_id` and `event_id` are left to the links."""
    words = Words(doc)
    for sentence in layout.sentences:
        within = [t for t in times if t.sentence_no == sentence.sentence_no]
        yield from _rows(sentence, words, article, cast, within, lexicon)


def _rows(
    sentence: Sentence, words: Words, article: Article, cast: Cast, times: Sequence[Time], lexicon: QuantityLexicon
) -> Iterator[Quantity]:
    found = list(_claims(sentence, words, article, cast, times, lexicon))
    ids = [_identity(article, claim, number) for number, claim in enumerate(found)]
    for claim, own in zip(found, ids, strict=True):
        total = ids[claim.part_of] if claim.part_of is not None else None
        if claim.figure.form != "few" or claim.measure:
            yield _row(sentence, claim, own, total, cast, article.text)


def _claims(
    sentence: Sentence, words: Words, article: Article, cast: Cast, times: Sequence[Time], lexicon: QuantityLexicon
) -> Iterator[Claim]:
    """Figures of a sentence with what they count, and what happened to people in it."""
    line = pieces(article.text, sentence.char_start, sentence.char_end)
    if not line:
        return
    headline = sentence.section_kind == "title"
    every = scored(line, figures(line, lexicon), lexicon)
    figured = list(kept(article.text, line, every, lexicon, cast, times, headline=headline))
    figured = sorted(with_factors(line, figured, lexicon), key=_place)
    tokens = words.between(sentence.char_start, sentence.char_end)
    stated = [replace(c, figure=direction(c.figure, words, lexicon)) for c in _counted(figured, words, article.text)]
    yield from claims(stated, tokens, words, lexicon, cast, article.text)


def _place(figure: Figure) -> tuple[int, int]:
    return figure.start, figure.end


def _counted(found: Sequence[Figure], words: Words, text: str) -> Iterator[Claim]:
    earlier: list[tuple[Figure, Counted]] = []
    for figure in found:
        what = counted(figure, words, text, earlier)
        if what is not None:
            earlier.append((figure, what))
        yield Claim(figure, what)


def _identity(article: Article, claim: Claim, number: int) -> str:
    figure = claim.figure
    return row_id(article.article_id, "quantities", figure.start, figure.end, f"{figure.kind} {claim.measure} {number}")


def _row(sentence: Sentence, claim: Claim, own: str, total: str | None, cast: Cast, text: str) -> Quantity:
    figure, what = claim.figure, claim.counted
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
        counted_entity_id=_entity(what, cast),
        per_unit=figure.per_unit,
        subset_of_quantity_id=total,
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
