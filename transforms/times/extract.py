"""Time expressions of an article as rows: "Thursday" in an article of 7 January 2022 is 2022-01-06."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace

from transforms.article import Article, Layout
from transforms.facts import Time
from transforms.parsed import Doc
from transforms.times.days import Stretch
from transforms.times.expression import Expression
from transforms.times.find import expressions
from transforms.times.keep import Setting, is_time, settled
from transforms.times.lexicon import TimeLexicon
from transforms.times.moment import on
from transforms.times.resolve import Reading, resolved
from transforms.times.scene import Scene, is_narrative
from transforms.times.tense import looks_ahead
from transforms.times.via import passed_on

DATELINE_REACH = 60  # characters behind the place within which a date belongs to the date line
BRACKET_REACH = 200
Placed = tuple[Expression, Setting]


def find_times(doc: Doc, article: Article, layout: Layout, lexicon: TimeLexicon) -> Iterator[Time]:
    """The time expressions in order, none overlapping another; spans in `article.text`."""
    found = expressions(article, layout, lexicon)
    kept = [(settled(e, s), s) for e, s in _set(found, doc, article, lexicon) if is_time(e, s)]
    scene = Scene(article, narrative=is_narrative([e for e, _ in kept], article.published_at))
    for number, (expression, setting) in enumerate(kept):
        sentence = layout.at(expression.start)
        scene.enter(sentence)
        if expression.kind == "clock" and not scene.same_sentence:
            _look_on(kept[number + 1 :], scene, sentence.char_end, lexicon)
        reading = _read(expression, setting, scene, article, lexicon)
        yield _row(expression, reading, sentence.sentence_no)


def _set(found: list[Expression], doc: Doc, article: Article, lexicon: TimeLexicon) -> Iterator[Placed]:
    for expression in found:
        place = max(0, bisect_right(doc.starts, expression.start) - 1)
        last = max(place, bisect_left(doc.starts, expression.end) - 1)
        yield expression, Setting(doc, place, last, article.text, lexicon.cues)


def _read(expression: Expression, setting: Setting, scene: Scene, article: Article, lexicon: TimeLexicon) -> Reading:
    reading = resolved(expression, scene, lexicon, _direction(setting))
    if reading.moment:
        if scene.dateline is None and _in_dateline(expression, article):
            scene.dateline = reading.moment.date
        scene.note(reading.moment, aside=_is_aside(expression, setting))
    if expression.kind == "deictic" and reading.moment and passed_on(setting.token.sent, lexicon):
        reading = _less_sure(reading)
    return _opened(reading) if setting.before == "since" else reading


def _look_on(following: list[Placed], scene: Scene, end: int, lexicon: TimeLexicon) -> None:
    """A time of day may stand before its day in a sentence: "At 5.30 GMT the shelling began, on Monday"."""
    for expression, setting in following:
        if expression.start >= end:
            return
        if expression.kind in ("calendar", "deictic") and expression.is_day:
            reading = resolved(expression, scene, lexicon, _direction(setting))
            if reading.moment and reading.moment.date:
                scene.note_day(reading.moment)
            return


def _direction(setting: Setting) -> Callable[[], bool | None]:
    return lambda: looks_ahead(setting.doc, _head(setting), setting.cues)


def _is_aside(expression: Expression, setting: Setting) -> bool:
    """A bound ("until 1976"), a bracket, a look back ("the year before"): a narrative does not go on from there."""
    before = setting.text[max(0, expression.start - BRACKET_REACH) : expression.start]
    bracketed = before.rfind("(") > before.rfind(")")
    earlier = expression.kind in ("relative", "shift") and expression.steps < 0 and expression.base == "context"
    return bracketed or earlier or expression.two_digit_year or setting.preceded("aside_before")


def _row(expression: Expression, reading: Reading, sentence_no: int) -> Time:
    return Time(
        sentence_no=sentence_no,
        char_start=expression.start,
        char_end=expression.end,
        timex_type=reading.timex_type,
        timex_value=reading.value,
        is_relative=reading.is_relative,
        starts_on=reading.days.first,
        ends_on=reading.days.last,
        granularity=reading.granularity,
        anchor=reading.anchor,
        alternatives=reading.alternatives,
        null_reason=reading.reason,
    )


def _head(setting: Setting) -> int:
    """The token of the expression that hangs on the clause."""
    inside = range(setting.place, setting.last + 1)
    return next(
        (i for i in inside if setting.doc[i].head.i not in inside and not setting.doc[i].is_punct), setting.place
    )


def _opened(reading: Reading) -> Reading:
    """What began "since 2010" has no end yet."""
    return replace(reading, days=Stretch(reading.days.first, None)) if reading.days.first else reading


def _in_dateline(expression: Expression, article: Article) -> bool:
    """Whether it stands between the place of the date line and its dash."""
    if not article.dateline_place:
        return False
    end = article.text.find(article.dateline_place, article.body_start) + len(article.dateline_place)
    if not len(article.dateline_place) <= end <= expression.start <= end + DATELINE_REACH:
        return False
    rest = article.text[expression.end : expression.end + DATELINE_REACH].partition("\n")[0]
    return any(mark in rest for mark in ("—", "–", "--", " - ", ":"))


def _less_sure(reading: Reading) -> Reading:
    """Told by another outlet, "today" may be the day of its report: the day before is as good."""
    day = reading.moment.date if reading.moment else None
    if day is None or not reading.value:
        return reading
    other = on(day.fromordinal(day.toordinal() - 1)).value + reading.value[10:]
    return replace(reading, alternatives=(*reading.alternatives, other))
