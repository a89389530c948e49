"""Numbers of people to whom something happened: measures on figures, persons without a number, totals and parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from transforms.cast import Cast
from transforms.quantities.counted import Counted, number_root
from transforms.quantities.figures import LIMITS, Figure
from transforms.quantities.harm import Hurt, group, harms
from transforms.quantities.lexicon import Harm, QuantityLexicon
from transforms.quantities.people import implied_count, is_people
from transforms.quantities.words import Words, end_of


@dataclass(frozen=True)
class Claim:
    """A figure with what it counts and what happened to that; `part_of` is the place of its total in the sentence."""

    figure: Figure
    counted: Counted | None
    measure: str | None = None
    is_people: bool = False
    is_negated: bool = False
    is_cumulative: bool = False
    part_of: int | None = None
    flags: tuple[str, ...] = ()


def claims(
    stated: Sequence[Claim], tokens: Sequence[Token], words: Words, lexicon: QuantityLexicon, cast: Cast, text: str
) -> Iterator[Claim]:
    """The claims of a sentence in order of place: stated ones with measures, implied ones, totals."""
    found = _Sentence(stated, words, lexicon, cast)
    for hurt in _hurts(tokens, lexicon):
        found.apply(hurt)
    found.inherit(text)
    yield from found.finished()


def _hurts(tokens: Sequence[Token], lexicon: QuantityLexicon) -> Iterator[Hurt]:
    if tokens:
        yield from harms(tokens[0].doc[tokens[0].i : tokens[-1].i + 1], lexicon)


class _Sentence:
    """The claims of one sentence while measures are laid over them."""

    def __init__(self, stated: Sequence[Claim], words: Words, lexicon: QuantityLexicon, cast: Cast) -> None:
        self.claims = [self._known(c, lexicon, cast) for c in stated]
        self.lexicon, self.cast = lexicon, cast
        self.at: dict[int, int] = {}  # token -> claim
        self.implied: list[Claim] = []
        self.totals: list[Claim] = []
        for number, claim in enumerate(self.claims):
            root = number_root(claim.figure, words)
            if claim.figure.kind != "count":
                continue
            if root is not None:
                self.at.setdefault(root.i, number)
            if claim.counted is not None and not claim.counted.ellipsis and not claim.counted.whole:
                self.at.setdefault(claim.counted.head.i, number)

    @staticmethod
    def _known(claim: Claim, lexicon: QuantityLexicon, cast: Cast) -> Claim:
        people = claim.counted is not None and is_people(claim.counted.head, lexicon, cast)
        return replace(claim, is_people=people and claim.figure.kind == "count")

    def apply(self, hurt: Hurt) -> None:
        """One harming word: its victims by number or as single persons, and their total."""
        if hurt.toll:
            self._toll(hurt)
            return
        members = [m for victim in group(hurt) if (m := self._member(victim, hurt)) is not None]
        every = group(hurt)
        if len(members) == len(every) > 1 and not hurt.denied:
            self._total(members, hurt)

    def _member(self, victim: Token, hurt: Hurt) -> Claim | None:
        number = self._number_of(victim)
        if number is not None:
            claim = self.claims[number]
            if claim.measure is None and self._can_be_hurt(claim, victim):
                claim = replace(claim, measure=hurt.measure, is_people=True, is_negated=hurt.denied)
                self.claims[number] = claim
            return claim if claim.measure else None
        return self._single(victim, hurt)

    def _number_of(self, victim: Token) -> int | None:
        if victim.i in self.at:
            return self.at[victim.i]
        return next((self.at[c.i] for c in victim.children if c.i in self.at and c.dep_ in ("nummod", "amod")), None)

    def _can_be_hurt(self, claim: Claim, victim: Token) -> bool:
        """People, what nobody names, and the nouns that count victims themselves."""
        if claim.counted is None or claim.is_people or claim.counted.ellipsis:
            return True
        head = claim.counted.head
        counts = any(
            h.victim in ("counted", "state", "lives") for p in ("noun", "adjective") for h in self._harms(head, p)
        )
        return counts or head.pos_ != "NOUN" or head.lower_ in ("others", "more", "dead")

    def _harms(self, head: Token, part: str) -> Sequence[Harm]:
        return self.lexicon.harms.get((head.lemma_.lower(), part)) or self.lexicon.harms.get((head.lower_, part), ())

    def _single(self, victim: Token, hurt: Hurt) -> Claim | None:
        count = implied_count(victim, self.lexicon, self.cast)
        if count is None or hurt.denied:
            return None
        start, end = _noun_span(victim, with_determiner=True)
        inner, _ = _noun_span(victim, with_determiner=False)
        figure = Figure(start, end, start, end, 0, 0, float(count), float(count), float(count), form="implied")
        what = Counted(inner, end, victim)
        claim = Claim(figure, what, hurt.measure, is_people=True, flags=("implied",))
        known = next((c for c in self.implied if c.figure == figure and c.measure == hurt.measure), None)
        if known is None:
            self.implied.append(claim)
        return known or claim

    def _toll(self, hurt: Hurt) -> None:
        """The number of a death toll: behind the noun, or behind the verb that it is the subject or object of."""
        for number, claim in enumerate(self.claims):
            figure = claim.figure
            if figure.kind != "count" or claim.measure or figure.number_start < hurt.trigger.idx:
                continue
            if claim.counted is None or claim.is_people or self._can_be_hurt(claim, hurt.trigger):
                flags = ("retracted",) if self._is_withdrawn(hurt.trigger) else ()
                self.claims[number] = replace(
                    claim, measure=hurt.measure, is_people=True, is_cumulative=True, is_negated=hurt.denied, flags=flags
                )  # fmt: skip
                return

    def _is_withdrawn(self, token: Token) -> bool:
        return self.lexicon.governors.get(token.head.lemma_.lower()) == "withdrawn" and token.dep_ in (
            "dobj",
            "nsubjpass",
        )

    def _total(self, members: Sequence[Claim], hurt: Hurt) -> None:
        distinct = list(dict.fromkeys(members))
        values = [c.figure.value if c.figure.value is not None else c.figure.low for c in distinct]
        if len(distinct) < 2 or any(v is None for v in values):
            return
        total = float(sum(v for v in values if v is not None))
        first, last = min(c.figure.start for c in distinct), max(_end(c) for c in distinct)
        open_end = any(c.figure.bound in LIMITS and c.figure.high is None for c in distinct)
        bound = (
            "at_least"
            if open_end
            else "approximate"
            if any(c.figure.bound == "approximate" for c in distinct)
            else "exact"
        )
        figure = Figure(
            first, last, first, last, 0, 0, total, total, None if open_end else total, bound=bound, form="sum"
        )  # fmt: skip
        self.totals.append(
            Claim(figure, Counted(first, last, hurt.victim), hurt.measure, is_people=True, flags=("sum",))
        )  # fmt: skip

    def inherit(self, text: str) -> None:
        """Parts of a number before them: "12 people, including three children", "164 killed, 103 of them in Almaty"."""
        for number in range(1, len(self.claims)):
            total = self._total_of(number, text)
            if total is None:
                continue
            whole, part = self.claims[total], self.claims[number]
            measure = part.measure or whole.measure
            self.claims[number] = replace(
                part, part_of=total, measure=measure, is_people=part.is_people or whole.is_people,
                is_negated=part.is_negated or (part.measure is None and whole.is_negated),
            )  # fmt: skip

    def _total_of(self, number: int, text: str) -> int | None:
        part = self.claims[number].figure
        for before in range(number - 1, -1, -1):
            whole = self.claims[before].figure
            if part.kind != "count" or whole.kind != "count" or not self.claims[before].is_people:
                continue
            between = text[whole.end : part.start].lower()
            after = text[part.end : part.end + 60].lower().lstrip(" ,")
            named = "including" in between or "among them" in between or "of whom" in between
            of_them = after.startswith(("of them", "of whom", "of those", "of these"))
            larger = (whole.value or whole.low or 0) > (part.value or part.low or 0)
            if larger and (named or of_them):
                return before
        return None

    def finished(self) -> Iterator[Claim]:
        """Stated claims first, since parts point at them by place; vague words without a measure are no rows."""
        yield from self.claims
        yield from self.implied
        yield from self.totals


def _noun_span(noun: Token, *, with_determiner: bool) -> tuple[int, int]:
    """ "a policeman", "Guy Cavalot": a noun with what stands before it."""
    start = noun
    for item in noun.lefts:
        if item.dep_ in ("amod", "compound", "nmod", "poss", "nummod") or (with_determiner and item.dep_ == "det"):
            start = min(start, item.left_edge, key=lambda t: t.i)
    return start.idx, end_of(noun)


def _end(claim: Claim) -> int:
    return max(claim.figure.end, claim.counted.end if claim.counted and not claim.counted.ellipsis else 0)
