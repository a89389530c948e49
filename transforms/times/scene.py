"""What times in an article lean on: the day it was published or datelined, and the time last spoken of."""

from collections.abc import Sequence
from datetime import date, datetime, time

from transforms.article import Article
from transforms.times.expression import Expression
from transforms.times.moment import Moment, on

DECADE = 10
MIDNIGHT = time()  # what a date without a time of day is kept as
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

    def note(self, moment: Moment, *, aside: bool) -> None:
        """Remember a time that was spoken of, unless it is an aside: "until 1976", a lone year far from the story."""
        if self.last is None or not (aside or self._is_far(moment)):
            self.last, self._away = moment, None

    def _is_far(self, moment: Moment) -> bool:
        """A bare year decades from the last time; a second one near it is no aside any more."""
        if self.last is None or moment.month or abs(moment.year - self.last.year) <= DECADE:
            return False
        confirmed = self._away is not None and abs(moment.year - self._away) <= DECADE
        self._away = moment.year
        return not confirmed


def is_narrative(found: Sequence[Expression], published: datetime | None) -> bool:
    """Whether most years that are named lie far from publication, and little is said from the day of writing."""
    years = [e.year for e in found if e.kind == "calendar" and e.year and not e.two_digit_year]
    near = [e for e in found if e.kind == "deictic" or (e.kind == "calendar" and e.weekday and not e.day)]
    if published is None:
        return len(years) > len(near)
    far = [y for y in years if abs(published.year - y) >= FAR]
    return len(far) >= 5 and len(far) * 2 > len(years) and len(near) * 4 < len(years)
