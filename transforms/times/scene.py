"""What times in an article lean on: the day it was published or datelined, and the time last spoken of."""

from collections.abc import Sequence
from datetime import date, datetime, time

from transforms.article import Article
from transforms.facts import Sentence
from transforms.times.expression import Expression
from transforms.times.moment import Moment, on

DECADE = 10
MIDNIGHT = time()  # what a date without a time of day is kept as
LEAD = 4  # news tells its day in its first expressions
FAR = 2  # years from publication at which a year is history


class Scene:
    """Anchors of one article, read in order. In a narrative (a history) times lean on the text before them."""

    def __init__(self, article: Article, *, narrative: bool) -> None:
        published = article.published_at
        self.published = published.date() if published else None
        exact = article.published_precision == "minute" or (published is not None and published.time() != MIDNIGHT)
        self.instant = published if exact else None
        self.dateline: date | None = None
        self.narrative = narrative
        self.last: Moment | None = None
        self.last_day: Moment | None = None
        self.paragraph = self.sentence = -1
        self._where = (-1, -1)
        self._away: int | None = None

    @property
    def today(self) -> tuple[Moment, str] | None:
        """The day of writing and which anchor gives it: the date line before the publication."""
        day = self.dateline or self.published
        return (on(day), "dateline" if self.dateline else "published") if day else None

    def base(self, wanted: str) -> tuple[Moment, str] | None:
        """What an expression counts from, and the name of the anchor."""
        if (self.narrative or wanted == "context") and self.last:
            return self.last, "context"
        return self.today

    def note_day(self, moment: Moment) -> None:
        """Remember the day that times of day belong to."""
        self.last_day, self._where = moment, (self.paragraph, self.sentence)

    def enter(self, sentence: Sentence) -> None:
        """Go on to a sentence."""
        self.paragraph, self.sentence = sentence.paragraph_no, sentence.sentence_no

    @property
    def same_sentence(self) -> bool:
        """Whether the last day was spoken of in the sentence that is read."""
        return self.last_day is not None and self._where[1] == self.sentence

    @property
    def same_paragraph(self) -> bool:
        """Whether the last day was spoken of in the paragraph that is read."""
        return self.last_day is not None and self._where[0] == self.paragraph

    def day(self) -> tuple[Moment, str] | None:
        """What days are counted from: the last day spoken of; in news else the day of writing."""
        if self.last and self.last.date:
            return self.last, "context"
        if self.narrative:
            return (self.last, "context") if self.last else None
        return (self.last_day, "context") if self.last_day else self.today

    def note(self, moment: Moment, *, aside: bool) -> None:
        """Remember a time that was spoken of, unless it is an aside: "until 1976", a lone year far from the story."""
        if self.last is None or not (aside or self._is_far(moment)):
            self.last, self._away = moment, None
            if moment.date:
                self.note_day(moment)

    def _is_far(self, moment: Moment) -> bool:
        """A bare year decades from the last time; a second one near it is no aside any more."""
        if self.last is None or moment.month or abs(moment.year - self.last.year) <= DECADE:
            return False
        confirmed = self._away is not None and abs(moment.year - self._away) <= DECADE
        self._away = moment.year
        return not confirmed


def is_narrative(found: Sequence[Expression], published: datetime | None) -> bool:
    """Whether most years that are named are history, and nothing is dated or told from the day of writing."""
    years = [e.year for e in found if e.kind == "calendar" and e.year and not e.two_digit_year]
    told = [e for e in found if _is_told_from_now(e)]
    if published is None:
        return len(years) > len(told)
    past = [y for y in years if published.year - y >= FAR]
    own = [e for e in found if _is_own_date(e, published.date())]
    lead = any(_is_told_from_now(e) for e in found[:LEAD])
    of_the_day = lead or len(told) * 5 >= len(years) or len(own) * 10 >= len(years)
    return len(past) >= 5 and len(past) * 2 > len(years) and not of_the_day


def _is_told_from_now(found: Expression) -> bool:
    """As in "yesterday", "on Friday", "last week"; not "today" and "this year", which histories use too."""
    if found.kind == "deictic":
        return found.steps != 0
    if found.kind == "relative":
        return found.base == "published" and found.unit in ("W", "D") and found.value != "bare"
    return found.kind == "calendar" and found.weekday is not None and not found.day


def _is_own_date(found: Expression, published: date) -> bool:
    if not (found.kind == "calendar" and found.year and found.month and found.day):
        return False
    months = (published.year - found.year) * 12 + published.month - found.month
    return not found.two_digit_year and 0 <= months <= 1
