"""Numbers of people to whom something happened: measures on figures, persons without a number, totals and parts."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from transforms.parsed import Token
from transforms.quantities.antecedents import referred
from transforms.quantities.claim import Claim, end, size, sum_of
from transforms.quantities.counted import number_root
from transforms.quantities.figure import Figure
from transforms.quantities.group import group
from transforms.quantities.harm import Hurt
from transforms.quantities.lexicon import Harm
from transforms.quantities.people import implied_count, is_people, may_be_people
from transforms.quantities.phrases import Counted, phrase
from transforms.quantities.scene import Scene
from transforms.quantities.words import end_of, preposition

NEAR = 10  # words between a pronoun and what happened to it
CLAUSE = re.compile(r"[,.;:]|(?:\W\w+){6}")  # more than the rest of a clause: "12 were hurt, two critically"
CLOSING = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ", "SPACE"})


def claims(
    stated: Sequence[Claim], hurts: Sequence[Hurt], scene: Scene, earlier: Sequence[Claim] = ()
) -> Iterator[Claim]:
    """The claims of a sentence: stated ones with measures, in order of place, then implied ones, then totals.

    `earlier` are claims of the sentences before, which pronouns stand for.
    """
    found = _Sentence(stated, scene, earlier)
    found.settle(scene)
    for hurt in hurts:
        found.apply(hurt)
    found.inherit(scene.text)
    yield from found.finished()


class _Sentence:
    """The claims of one sentence while measures are laid over them."""

    def __init__(self, stated: Sequence[Claim], scene: Scene, earlier: Sequence[Claim]) -> None:
        self.earlier = earlier
        self.lexicon, self.cast, self.text = scene.lexicon, scene.cast, scene.text
        self.claims = [self._known(c) for c in stated]
        self.at: dict[int, int] = {}  # token -> claim
        self.implied: list[Claim] = []
        self.totals: list[Claim] = []
        for number, claim in enumerate(self.claims):
            if claim.figure.kind != "count":
                continue
            root = number_root(claim.figure, scene.words)
            if root is not None:
                self.at.setdefault(root.i, number)
            if claim.counted is not None and not claim.counted.ellipsis and not claim.counted.whole:
                for token in scene.words.between(claim.counted.start, claim.counted.end):
                    if token.i == claim.counted.head.i or token.head.i == claim.counted.head.head.i:
                        self.at.setdefault(token.i, number)

    def _known(self, claim: Claim) -> Claim:
        people = claim.counted is not None and is_people(claim.counted.head, self.lexicon, self.cast, strict=True)
        return claim._replace(is_people=people and claim.figure.kind == "count")

    def settle(self, scene: Scene) -> None:
        """The state right behind a number is what happened to it: "one dead and three wounded"."""
        for number, claim in enumerate(self.claims):
            part = self._harms(claim.counted.head, "noun") if claim.counted and claim.counted.whole else ()
            dead = next((h.measure for h in part if h.victim == "counted" and h.measure in ("killed", "injured")), None)
            if dead:
                self.claims[number] = claim._replace(measure=dead, is_people=True)
                continue
            left = (
                claim.is_people
                and claim.counted is not None
                and _is_left(claim.counted.head, self.lexicon.beside.left_verb)
            )
            behind = end(claim) if left else claim.figure.end
            word = scene.words.at(behind + 1)
            if claim.figure.kind != "count" or word.idx != behind + 1:
                continue
            states = [h for h in self._harms(word, "adjective") if h.victim == "state"]
            closed = word.i + 1 == len(word.doc) or (word.nbor().pos_ in CLOSING and word.nbor().lower_ != "or")
            if states and closed:
                counted = claim.counted if left else None
                self.claims[number] = claim._replace(measure=states[0].measure, is_people=True, counted=counted)

    def apply(self, hurt: Hurt) -> None:
        """One harming word: its victims by number or as single persons, and their total."""
        if hurt.toll:
            self._toll(hurt)
            return
        every = group(hurt, self.lexicon)
        members = [m for victim in every if (m := self._member(victim, hurt)) is not None]
        if len(members) == len(every) > 1 and not hurt.denied:
            self._total(members, hurt)

    def _member(self, victim: Token, hurt: Hurt) -> Claim | None:
        number = self._number_of(victim)
        if number is not None:
            claim = self.claims[number]
            died = claim.measure == "injured" and hurt.measure == "killed" and claim.counted and claim.counted.whole
            if died or (claim.measure is None and self._can_be_hurt(claim, hurt)):
                measure = "killed" if hurt.weak and self._are_dead(claim) else hurt.measure
                claim = claim._replace(measure=measure, is_people=True, is_negated=hurt.denied)
                self.claims[number] = claim
            return claim if claim.measure == hurt.measure else None
        return self._single(victim, hurt)

    def _are_dead(self, claim: Claim) -> bool:
        """Whether the dead are counted: "of 83 dead at least ten had been | shot"."""
        head = claim.counted.head if claim.counted else None
        return head is not None and any(h.measure == "killed" for h in self._harms(head, "adjective"))

    def _number_of(self, victim: Token) -> int | None:
        if victim.i in self.at:
            return self.at[victim.i]
        own = next((self.at[c.i] for c in victim.children if c.i in self.at and c.dep_ in ("nummod", "amod")), None)
        if own is None and victim.tag_ == "NNS":  # "the victims, two teachers, were killed"
            return next((self.at[c.i] for c in victim.children if c.i in self.at and c.dep_ == "appos"), None)
        if own is None and victim.lemma_.lower() in self.lexicon.groups:  # "a family of five"
            five = preposition(victim, "of")
            return self.at.get(five.i) if five is not None and five.pos_ == "NUM" else None
        return own

    def _can_be_hurt(self, claim: Claim, hurt: Hurt) -> bool:
        """People, what nobody names, and the nouns that count victims themselves."""
        if claim.counted is None or claim.is_people or claim.counted.ellipsis:
            return True
        head = claim.counted.head
        if is_people(head, self.lexicon, self.cast) or (hurt.human and may_be_people(head, self.lexicon)):
            return True
        harms = [*self._harms(head, "noun"), *self._harms(head, "adjective")]
        counts = any(h.victim in ("counted", "state", "lives") and h.measure == hurt.measure for h in harms)
        return counts or head.pos_ != "NOUN" or head.lower_ in self.lexicon.beside.bare_count

    def _harms(self, head: Token, part: str) -> Sequence[Harm]:
        return [
            h
            for word in dict.fromkeys((head.lower_, head.lemma_.lower()))
            for h in self.lexicon.harms.get((word, part), ())
        ]

    def _single(self, victim: Token, hurt: Hurt) -> Claim | None:
        if hurt.denied or (victim.i == hurt.trigger.i and not hurt.found):
            return None
        count = implied_count(victim, self.lexicon, self.cast, human=hurt.human and _suffers(victim, hurt))
        if victim.i == hurt.trigger.i:
            count = _as_found(victim)
        elif count is None:
            return self._referred(victim, hurt)
        if count is None:
            return None
        start, end = _noun_span(victim, with_determiner=True)
        inner, _ = _noun_span(victim, with_determiner=False)
        figure = Figure(start, end, start, end, 0, 0, float(count), float(count), float(count), form="implied")
        what = Counted(inner, end, victim)
        return self._once(Claim(figure, what, hurt.measure, is_people=True, flags=("implied",)))

    def _referred(self, victim: Token, hurt: Hurt) -> Claim | None:
        """The number that a pronoun or a definite plural stands for."""
        if abs(hurt.trigger.i - victim.i) > NEAR:
            return None
        meant = referred(victim, [*self.earlier, *self.claims], self.lexicon.beside)
        return self._once(meant._replace(measure=hurt.measure)) if meant is not None else None

    def _once(self, claim: Claim) -> Claim:
        known = next((c for c in self.implied if (c.figure, c.measure) == (claim.figure, claim.measure)), None)
        if known is None:
            self.implied.append(claim)
        return known or claim

    def _toll(self, hurt: Hurt) -> None:
        """The number of a death toll: the first behind the noun; "from 18 to 23" is 23 by now."""
        withdrawn = self._is_withdrawn(hurt.trigger)
        for number, claim in enumerate(self.claims):
            if withdrawn and claim.measure == hurt.measure and claim.figure.number_start > hurt.trigger.idx:
                self.claims[number] = claim._replace(flags=(*claim.flags, "retracted"))
                return
        behind = [n for n, c in enumerate(self.claims) if self._can_be_toll(c, hurt)]
        current = [n for n in behind if not self.text[: self.claims[n].figure.start].endswith("from ")]
        for number in (current or behind)[:1]:
            flags, claim = ("retracted",) if withdrawn else (), self.claims[number]
            self.claims[number] = claim._replace(
                measure=hurt.measure, is_people=True, is_cumulative=True,
                is_negated=hurt.denied, flags=flags, counted=claim.counted or self._numbered(hurt, claim.figure.start),
            )  # fmt: skip

    def _numbered(self, hurt: Hurt, before: int) -> Counted | None:
        """Whom a toll counts, where it says so: "the number of | soldiers | killed rose to nine"."""
        is_said = hurt.victim.i != hurt.trigger.i and not self._harms(hurt.victim, "noun")
        return phrase(hurt.victim, before=before) if is_said and hurt.victim.pos_ == "NOUN" else None

    def _can_be_toll(self, claim: Claim, hurt: Hurt) -> bool:
        figure = claim.figure
        free = figure.kind == "count" and claim.measure is None and figure.number_start > hurt.trigger.idx
        return free and (claim.counted is None or claim.is_people or self._can_be_hurt(claim, hurt))

    def _is_withdrawn(self, token: Token) -> bool:
        return self.lexicon.governors.get(token.head.lemma_.lower()) == "withdrawn" and token.dep_ in (
            "dobj",
            "nsubjpass",
        )

    def _total(self, members: Sequence[Claim], hurt: Hurt) -> None:
        distinct = list(dict.fromkeys(members))
        limits = {c.figure.bound for c in distinct}
        if limits & {"at_least", "more_than"} and limits & {"at_most", "less_than"}:
            return  # "at least 30 and no more than 40" are one group
        if len(distinct) > 1 and all(size(c) is not None for c in distinct):
            what = next((c.counted for c in distinct if c.counted), None)
            whole = sum_of(distinct, what)
            apart = whole.figure.start < hurt.trigger.idx < whole.figure.end  # "a judge was shot along with a clerk"
            if all((t.figure, t.measure) != (whole.figure, whole.measure) for t in self.totals):
                self.totals.append(whole._replace(counted=None) if apart else whole)

    def inherit(self, text: str) -> None:
        """Parts of a number before them: "12 people, including three children", "164 killed, 103 of them in Almaty"."""
        for number in range(len(self.claims) - 1):
            part, whole = self.claims[number], self.claims[number + 1]
            of = part.counted.start if part.counted and part.counted.whole else 0
            if part.measure and part.measure == whole.measure and part.figure.end < whole.figure.end <= of:
                self.claims[number] = part._replace(part_of=number + 1)  # "three of the 12 dead"
        for number in range(1, len(self.claims)):
            total = self._total_of(number, text)
            if total is None:
                continue
            whole, part = self.claims[total], self.claims[number]
            measure = part.measure or whole.measure
            self.claims[number] = part._replace(
                part_of=total, measure=measure, is_people=part.is_people or whole.is_people,
                is_negated=part.is_negated or (part.measure is None and whole.is_negated),
            )  # fmt: skip

    def _total_of(self, number: int, text: str) -> int | None:
        part = self.claims[number].figure
        for before in range(number - 1, -1, -1):
            whole = self.claims[before].figure
            if part.kind != "count" or whole.kind != "count":
                continue
            between = text[whole.end : part.start].lower()
            after = text[part.end : part.end + 60].lower().lstrip(" ,")
            named = any(phrase in between for phrase in self.lexicon.beside.part_before)
            of_them = after.startswith(tuple(self.lexicon.beside.part_behind))
            gap = text[end(self.claims[before]) : part.start].strip()
            clause = number - before == 1 and gap.endswith(",") and not CLAUSE.search(gap[:-1])
            badly = clause and after.split(" ", 1)[0].rstrip(".,;") in self.lexicon.degrees
            of_them = of_them or (badly and self.claims[before].measure is not None)
            larger = (whole.value or whole.low or 0) > (part.value or part.low or 0)
            if larger and (of_them or (named and self.claims[before].is_people)):
                return before
        return None

    def finished(self) -> Iterator[Claim]:
        """Stated claims first, since parts point at them by place; vague words without a measure are no rows."""
        yield from self.claims
        yield from self.implied
        yield from self.totals


def _suffers(victim: Token, hurt: Hurt) -> bool:
    """Whether a noun, or the first of its list, is the object of the verb or the subject of its passive."""
    while victim.dep_ == "conj":
        victim = victim.head
    return victim.head.i == hurt.trigger.i and victim.dep_ in ("dobj", "nsubjpass")


def _is_left(noun: Token, verbs: Set[str]) -> bool:
    """Whether a blow or a fight leaves people so: "left 12 people injured and one man dead"."""
    return any(above.lemma_ in verbs for above in islice(noun.ancestors, 6))


def _as_found(body: Token) -> int | None:
    """A single body of which the text does not say whose it is."""
    owned = any(c.dep_ == "poss" or c.lower_ == "of" for c in body.children)
    return 1 if body.tag_ == "NN" and not owned and any(c.dep_ == "det" for c in body.children) else None


def _noun_span(noun: Token, *, with_determiner: bool) -> tuple[int, int]:
    """A noun with what stands before it: "a policeman", "Guy Cavalot"."""
    start = noun
    for item in noun.lefts:
        if item.dep_ in ("amod", "compound", "nmod", "poss", "nummod") or (with_determiner and item.dep_ == "det"):
            start = min(start, item.left_edge, key=lambda t: t.i)
    return start.idx, end_of(noun)
