"""When and where something was said: "at a security meeting", 6 January; the speaker's role as the text gives it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from transforms.cast import Cast
from transforms.facts import Time
from transforms.parsed import Token
from transforms.statements.draft import Draft
from transforms.statements.lexicon import CueLexicon
from transforms.statements.phrases import Phrase
from transforms.statements.subjects import subject_of


class Setting(NamedTuple):
    """Occasion and day of a statement; `reason` says why there is no day."""

    occasion: str | None
    said_on: date | None
    reason: str | None


def setting_of(draft: Draft, text: str, times: Sequence[Time], lexicon: CueLexicon) -> Setting:
    """What modifies the cue and lies outside the content."""
    if draft.cue is None:
        return Setting(None, None, "not_stated")
    around = list(_modifiers(draft, lexicon))
    occasion = next((_surface(text, t) for t in around if _is_occasion(t, lexicon)), None)
    spans = [(t.left_edge.idx, t.right_edge.idx + len(t.right_edge)) for t in around]
    found = [t for t in times if t.timex_type in {"DATE", "TIME"} and any(a <= t.char_start < b for a, b in spans)]
    days = [t.starts_on for t in found if t.starts_on and t.starts_on == t.ends_on]
    if days:
        return Setting(occasion, days[0], None)
    return Setting(occasion, None, "not_a_day" if found else "not_stated")


def role_of(speaker: Phrase | None, text: str, cast: Cast, lexicon: CueLexicon) -> str | None:
    """The role before the name ("External Affairs Ministry spokesperson") or in the apposition behind it."""
    if speaker is None:
        return None
    people = [m for m in cast.within(speaker.start, speaker.end) if m.label == "PERSON" and m.form == "name"]
    if not people:
        return None
    before = text[speaker.start : people[-1].char_start].strip(" ,")
    if before and before.lower().rstrip(".") not in lexicon.beside.title and people[-1].char_end == speaker.end:
        return before
    for child in speaker.head.children:
        if child.dep_ == "appos" and child.i > speaker.head.i and child.ent_type_ != "PERSON":
            return text[child.left_edge.idx : child.right_edge.idx + len(child.right_edge)].strip(" ,")
    return None


def _modifiers(draft: Draft, lexicon: CueLexicon) -> Iterator[Token]:
    """Adverbials of the cue verb outside its content; of a gerund cue, those of its main verb, of "speaking at" too."""
    assert draft.cue is not None
    verb = draft.cue.token
    owners = [verb]
    if verb.dep_ == "conj" and subject_of(verb) == subject_of(verb.head):
        owners.append(verb.head)
    for owner in owners:
        for child in owner.children:
            if draft.start <= child.idx < draft.end or verb.i <= child.i <= draft.cue.last.i:
                continue
            if child.dep_ in {"prep", "npadvmod", "advmod", "obl"}:
                yield child
            elif child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ in lexicon.beside.speaking:
                yield from (c for c in child.children if c.dep_ == "prep")


def _is_occasion(token: Token, lexicon: CueLexicon) -> bool:
    if token.lower_ not in lexicon.beside.occasion_prep:
        return False
    return any(c.dep_ == "pobj" and c.lemma_.lower() in lexicon.occasions for c in token.children)


def _surface(text: str, preposition: Token) -> str:
    """The words of the occasion, without a day or an outlet behind it."""
    noun = next(c for c in preposition.children if c.dep_ == "pobj")
    last = noun
    for child in noun.rights:
        if child.dep_ != "prep" or any(t.ent_type_ in {"DATE", "TIME"} for t in child.subtree):
            break
        last = child.right_edge
    surface = text[preposition.idx : last.idx + len(last)]
    return surface.removesuffix(".") if last.i + 1 >= last.sent.end else surface
