"""Which expressions are times and which only look like one: "may" the verb, 1500 soldiers, USA Today, a 23-year-old."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from transforms.parsed import Doc, Token
from transforms.times.expression import Expression
from transforms.times.tense import looks_ahead

NAMES = frozenset(("ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "FAC"))
EVENT_STARTS = frozenset(("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"))
PLURALS = frozenset(("NNS", "NNPS"))
CODE_BEFORE = re.compile(r"(?:[^\W\d_][\w-]*\d[\w-]*-|\d-|[_=#&])$")  # 123-12-[1234], AB1-[2019]
YEAR_BEFORE = re.compile(r"(?<![\d-])\d{4}\s?(?:[-–—]|and|or|to)\s?$")
CODE_AFTER = re.compile(r"^-\w*\d")
AGE_BEFORE = re.compile(r"\b[Aa]ged?\s(?:of\s|\d+\s?[-–]\s?|\d+\sto\s|between\s\d+\sand\s)*$")
LETTER_CLOCK = re.compile(r"\d+[ap]")  # "at 7p", but "12p dearer"
YEAR_AFTER = re.compile(r"^\s?[-–—]\s?(?:\d{4}|\d{2}|present)(?![\d-])")

Cues = Mapping[str, frozenset[str]]


class Setting(NamedTuple):
    """An expression where it stands: `place` and `last` are the numbers of its first and last token."""

    doc: Doc
    place: int
    last: int
    text: str
    cues: Cues

    @property
    def token(self) -> Token:
        return self.doc[self.place]

    @property
    def before(self) -> str:
        """The word before, lower case; nothing at the beginning of a sentence."""
        return self.doc[self.place - 1].lower_ if self.place and not self.token.is_sent_start else ""

    @property
    def after(self) -> Token | None:
        return self.doc[self.last + 1] if self.last + 1 < len(self.doc) else None

    def preceded(self, kind: str) -> bool:
        return self.before in self.cues[kind]


def is_time(found: Expression, setting: Setting) -> bool:
    """Whether to keep an expression."""
    surface = setting.text[found.start : found.end]
    if _is_glued(found, setting.text):
        return False
    if found.kind in ("modifier", "part") and not found.anchor:
        return False
    if _is_age(found, setting.text) or _in_name(found, setting, surface) or _is_modal(setting):
        return False
    judge = {
        "duration": _is_duration,
        "clock": _is_clock,
        "relative": _is_relative,
        "reference": _is_reference,
        "calendar": _is_date,
    }
    return judge[found.kind](found, setting, surface) if found.kind in judge else True


def _is_glued(found: Expression, text: str) -> bool:
    """Inside a longer run of letters and digits, as codes and addresses are."""
    return text[max(0, found.start - 1) : found.start].isalnum() or text[found.end : found.end + 1].isalnum()


def _is_modal(setting: Setting) -> bool:
    """As in "this may take long"."""
    return any(t.lower_ == "may" and t.tag_ == "MD" for t in setting.doc[setting.place : setting.last + 1])


def _is_age(found: Expression, text: str) -> bool:
    if found.kind not in ("duration", "shift"):
        return False
    behind = text[found.end : found.end + 10].lower().lstrip(" -–")
    return (
        behind.startswith(("old", "of age"))
        or AGE_BEFORE.search(text[max(0, found.start - 16) : found.start]) is not None
    )


def _in_name(found: Expression, setting: Setting, surface: str) -> bool:
    """Part of a longer name: "USA Today", "the Sunday Times", "Black September"; full dates never are."""
    plain = found.day or found.kind == "shift" or found.hour is not None or not surface.strip().istitle()
    if plain or setting.token.ent_type_ not in NAMES:
        return False
    entity = next((e for e in setting.doc.ents if e.start <= setting.place < e.end), None)
    return entity is not None and (
        entity.start_char < found.start or entity.end_char > found.end or entity.label_ == "PERSON"
    )


def _is_duration(found: Expression, setting: Setting, surface: str) -> bool:
    unit = found.amounts[0][1] if found.amounts else ""
    if found.value == "bare":
        return setting.preceded("run_before")
    if unit == "Q" and not found.steps:
        return False  # a quarter is a part of anything
    if surface.lower() == "a second":
        return setting.before in ("for", "within") and (
            setting.after is None or setting.after.pos_ not in ("NOUN", "ADJ")
        )
    if found.value == "weak" and unit in ("TS", "TM"):
        return setting.preceded("run_before") or not surface.lower().startswith(("a ", "some "))
    return True


def settled(found: Expression, setting: Setting) -> Expression:
    """Counted from an event without a date: "ten days before the vote" is ten days, "the day after it" unplaced."""
    after = setting.after
    if found.kind == "duration" and found.steps and after is not None and after.lower_ == "of":
        return replace(found, steps=0, base=None)  # "the last five months of her life"
    if found.kind != "shift" or found.anchor or found.base != "context" or after is None:
        return found
    last = setting.doc[setting.last]
    if last.lower_ not in ("before", "after") or (after.pos_ not in EVENT_STARTS and after.tag_ != "VBG"):
        return found
    if found.value == "the":
        return replace(found, kind="unplaced")
    end = len(setting.text[: last.idx].rstrip())
    return replace(found, kind="duration", end=end, steps=0, base=None)


def _is_clock(found: Expression, setting: Setting, surface: str) -> bool:
    if found.value == "digits":
        return False
    if LETTER_CLOCK.fullmatch(surface):
        return setting.preceded("letter_before")
    if not found.part or found.hour is not None:
        return True
    if setting.before == "good" or (
        setting.after is not None and setting.after.lower_ == "of" and found.value == "twilight"
    ):
        return False
    return surface.lower().startswith("in ") or found.modifier is not None or setting.preceded("part_before")


def _is_relative(found: Expression, setting: Setting, surface: str) -> bool:
    if found.value != "bare":
        return True
    return (
        setting.preceded("relative_before")
        and found.unit in ("W", "M", "Q", "Y")
        and "time" not in setting.text[max(0, found.start - 9) : found.start]
    )


def _is_reference(found: Expression, setting: Setting, surface: str) -> bool:
    if found.base == "ahead" and looks_ahead(setting.doc, setting.place, setting.cues) is not True:
        return False
    return not setting.preceded("reference_not_before") and not (
        found.value == "PRESENT_REF" and surface.lower() == "to date" and _counted(setting)
    )


def _counted(setting: Setting) -> bool:
    return setting.after is not None and setting.after.like_num


def _is_date(found: Expression, setting: Setting, surface: str) -> bool:
    if found.anchor:
        return True
    if found.value == "digits":
        return "/" in surface and setting.preceded("digits_before")
    if found.holiday and not found.year and not found.weekend:
        return _is_holiday(setting, surface)
    if found.value == "short":
        return _is_short_weekday(setting, surface)
    return _is_bare_date(found, setting, surface) if found.value == "bare" else True


def _is_bare_date(found: Expression, setting: Setting, surface: str) -> bool:
    if found.month:
        return _is_month(setting, surface)
    if found.year:
        return _is_year(found, setting)
    return _is_season(setting, surface) if found.season else _is_day_of_month(setting, surface)


def _is_holiday(setting: Setting, surface: str) -> bool:
    """A name that goes before another noun, "Christmas dinner", is no day; "Christmas Eve" is."""
    after = setting.after
    one_day = surface.lower().split()[-1] in setting.cues["day_word"]
    return one_day or after is None or after.pos_ not in ("NOUN", "PROPN") or setting.last + 1 >= setting.token.sent.end


def _is_short_weekday(setting: Setting, surface: str) -> bool:
    plain = surface.rstrip(".").lower()
    return (
        plain not in setting.cues["other_weekday"]
        and surface[0].isupper()
        and setting.token.pos_ == "PROPN"
        and setting.before != "the"
    )


def _is_month(setting: Setting, surface: str) -> bool:
    plain = surface.rstrip(".").lower()
    if plain not in setting.cues["other_month"]:
        return surface[0].isupper() or setting.token.pos_ in ("PROPN", "NOUN")
    return surface[0].isupper() and setting.preceded("month_before")


def _is_season(setting: Setting, surface: str) -> bool:
    following = setting.after.lower_ if setting.after is not None else ""
    return (setting.preceded("month_before") or surface.lower().startswith("the ")) and following != "of"


def _is_year(found: Expression, setting: Setting) -> bool:
    """A bare number of four figures: a year after "in" and its like or by itself, unless it counts what follows."""
    behind, ahead = setting.text[found.end : found.end + 8], setting.text[max(0, found.start - 12) : found.start]
    if (CODE_BEFORE.search(ahead) and not YEAR_BEFORE.search(ahead)) or (
        CODE_AFTER.search(behind) and not YEAR_AFTER.search(behind)
    ):
        return False
    if YEAR_AFTER.search(behind) or YEAR_BEFORE.search(ahead):
        return True
    after = setting.after
    if after is not None and after.lower_ in setting.cues["count_after"]:
        return False
    if after is not None and (after.tag_ in PLURALS or _counts(setting.token) or after.text in ("%", "°")):
        return setting.preceded("season_before") and (found.year or 0) % 100 != 0
    if setting.preceded("year_before"):
        return True
    subject = setting.token.dep_ in ("nsubj", "nsubjpass", "ROOT") and setting.before == ""
    alone = (
        after is None
        or not (after.is_alpha or after.like_num)
        or after.pos_ in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PROPN")
    )
    return 1900 <= (found.year or 0) < 2100 and (
        alone or subject or setting.token.dep_ in ("compound", "nummod", "npadvmod")
    )


def _counts(token: Token) -> bool:
    return token.dep_ in ("nummod", "quantmod") and token.head.i > token.i and token.head.tag_ in PLURALS


def _is_day_of_month(setting: Setting, surface: str) -> bool:
    """As in "on the 20th" with no noun behind it."""
    if not setting.preceded("day_before") or not any(c.isdigit() for c in surface):
        return False
    return (
        setting.after is None or not setting.after.is_alpha or setting.after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")
    )
