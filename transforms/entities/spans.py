"""Where names stand: what the tables know, what the model finds, and capitals that both leave out.

"President Tokayev" is trimmed to "Tokayev", "the CSTO’s" to "CSTO"; of two spans that overlap one stays.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from transforms.entities.boundaries import Name, parts_of
from transforms.entities.capitals import capital_runs
from transforms.entities.definitions import definitions
from transforms.entities.dividing import divided
from transforms.entities.lexicon import EntityLexicon, Entry
from transforms.entities.openings import openings
from transforms.entities.person_names import is_person_name
from transforms.facts import Span
from transforms.parsed import Doc
from transforms.places.gazetteer import Gazetteer

WORD = re.compile(r"\w+")
LED = re.compile(r"-[a-z]+")
LABELS = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"])
SHORTEST_SHORT_FORM = 3
LONG_ECHO = 3  # letters of a name that, with one more, is looked for in the rest of the text
LONG_TOWN = 2  # spaces in a town's name that few people's names have
OWNERS = frozenset(["NORP", "GPE"])
SHARED = frozenset(["government", "court", "police", "military"])
PROPER = frozenset(["NNP", "NNPS", "JJ", "FW"])


def find_spans(doc: Doc, text: str, byline: Span | None, lexicon: EntityLexicon, gazetteer: Gazetteer) -> list[Name]:
    """The names of a parsed article in order, none overlapping another; nothing in the byline."""
    known = list(_known(doc, text, lexicon))
    entities = [ent for ent in doc.ents if ent.label_ in LABELS]
    common = {word for word in set(WORD.findall(text)) if word.islower()}
    modelled = [p for e in entities for p in parts_of(text, e.start_char, e.end_char, e.label_, lexicon)]
    modelled = [n for n in divided(modelled, text, lexicon, gazetteer) if _is_proper(n, doc, common, lexicon)]
    modelled = _with_defined(modelled, text, lexicon)
    taken = _with_openings(_merged(known, modelled, text, lexicon), text, lexicon)
    runs = list(capital_runs(doc, text, lexicon))
    taken = [_stretched(name, runs, taken, text, lexicon) for name in taken]
    taken = _with_towns(taken, runs, text, gazetteer)
    taken = _with_bodies(taken, runs, text, lexicon)
    covered = _covered(taken, text)
    taken += [run for run in runs if not _touches(run, covered)]
    taken = _grown(sorted(taken), text, lexicon)
    taken += list(_echoes(text, taken, common))
    kept = [n for n in taken if not (byline and n.start < byline.end and n.end > byline.start)]
    kept = [n for n in kept if n.entry or (n.end - n.start > 1 and any(map(str.isalpha, text[n.start : n.end])))]
    return sorted(n for n in kept if not (n.entry and n.entry.label == "-"))


def _known(doc: Doc, text: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """Entries of the tables, the longest at each word, none inside another."""
    starts, entries = set(doc.starts), lexicon.entries
    end = 0
    for word in WORD.finditer(text):
        if word[0] not in entries:
            continue
        at = word.start()
        if at < end or at not in starts:
            continue
        entry = lexicon.at(text, at)
        if entry and _stands_alone(text, at, entry):
            end = at + len(entry.text)
            yield Name(at, end, entry.label, entry)


def _stands_alone(text: str, start: int, entry: Entry) -> bool:
    """Not a part of a hyphenated or dotted word, unless what follows the hyphen is a common word ("Russia-led")."""
    before, after = text[start - 1 : start], text[start + len(entry.text) :][:2]
    if before in {"@", "#", "/", "_"} or (before == "-" and start > 1 and text[start - 2].isalnum()):
        return False
    if entry.role == "region" and entry.text.endswith(".") and text[start - 2 : start] != ", ":
        return False  # "Fla." follows a town; elsewhere it may be any word
    return not (after[:1] == "$" or (after[:1] == "-" and after[1:].isupper()))


def _with_defined(names: list[Name], text: str, lexicon: EntityLexicon) -> list[Name]:
    """Names with the long and short forms that the text defines, in place of what the model made of them."""
    defined = [Name(*span, "ORG") for pair in definitions(text, lexicon.words.no_initials) for span in pair]
    covered = _covered(defined, text)
    return [name for name in names if not _touches(name, covered)] + defined


def _with_openings(names: list[Name], text: str, lexicon: EntityLexicon) -> list[Name]:
    covered = _covered([name for name in names if name.entry], text)
    opened = [name for name in openings(text, lexicon) if not _touches(name, covered)]
    over = _covered(opened, text)
    return [name for name in names if not _touches(name, over)] + opened


def _is_proper(name: Name, doc: Doc, common: set[str], lexicon: EntityLexicon) -> bool:
    """Not one common word with a capital ("Played"), by its tag or as it is written elsewhere in the text."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or len(span) > 1:
        return True
    token = span[0]
    is_short_form = token.text.isupper() and len(token.text) >= SHORTEST_SHORT_FORM
    is_name = is_short_form or token.tag_ in PROPER or doc.text[name.start : name.end].upper() in lexicon.written
    return is_name and (token.lower_ not in common or name.label == "PERSON")


def _merged(known: list[Name], modelled: list[Name], text: str, lexicon: EntityLexicon) -> list[Name]:
    """Tables win over the model, except inside a longer name of the model."""
    taken: list[Name] = []
    starts, ends = [k.start for k in known], [k.end for k in known]
    for name in modelled:
        over = known[bisect_right(ends, name.start) : bisect_left(starts, name.end)]
        if over and lexicon.office_pattern.fullmatch(text, over[0].end + 1, name.end):
            continue  # "State Department Spokesperson" is the department's
        if over and over[0].start == name.start and LED.fullmatch(text, over[0].end, name.end):
            continue  # "U.S.-led" is of the U.S.
        inside = all(name.start <= k.start and k.end <= name.end for k in over)
        if not over or (inside and (over[0].start, over[0].end) != (name.start, name.end)):
            taken.append(name)
    covered = _covered(taken, text)
    return taken + [k for k in known if not _touches(k, covered)]


def _with_bodies(names: list[Name], runs: list[Name], text: str, lexicon: EntityLexicon) -> list[Name]:
    """Runs that end with a word of bodies and hold peoples or countries only: "Kurdish Freedom Battalion"."""
    ordered = sorted(names)
    ends = [name.end for name in ordered]
    found, gone = [], set()
    for run in runs:
        last = lexicon.name_words.get(text[run.start : run.end].rsplit(None, 1)[-1].casefold())
        if last is None or last.label != "ORG" or " " not in text[run.start : run.end]:
            continue
        inside = ordered[bisect_right(ends, run.start) : bisect_right(ends, run.end)]
        if inside and inside[-1].end < run.end and all(n.entry and n.label in OWNERS for n in inside):
            found.append(run._replace(label="ORG"))
            gone.update(inside)
    return [name for name in names if name not in gone] + found


def _stretched(name: Name, runs: list[Name], others: list[Name], text: str, lexicon: EntityLexicon) -> Name:
    """A model's name up to the end of its run of capitals, if no other name begins there ("Ilya" of "Ilya Orlov")."""
    before = bisect_right(runs, name.start, key=_start)
    run = runs[before - 1] if before else None
    if run is None or name.end > run.end or name.entry:
        return name
    of_a_body = name.label == "PERSON" and text.startswith(" of ", name.end)
    if name.end < run.end and not of_a_body and not any(name.end <= o.start < run.end for o in others):
        name = name._replace(end=run.end)
    if run.start < name.start and not any(run.start < o.end <= name.start for o in others):
        if run.end == name.end and _lacks_given_name(run, name, text, lexicon):
            name = name._replace(start=run.start, label="PERSON")
        elif _has_telling_end(run, text, lexicon):
            name = name._replace(start=run.start)
    return name


def _with_towns(names: list[Name], runs: list[Name], text: str, gazetteer: Gazetteer) -> list[Name]:
    """Towns of three words and more of which the model found a part, "Ismail Khan" of "Dera Ismail Khan"."""
    long = [run for run in runs if text.count(" ", run.start, run.end) >= LONG_TOWN]
    towns = [run for run in long if (found := gazetteer.find(text[run.start : run.end])) and found[0].is_main]
    parts = {n for n in names for t in towns if t.start <= n.start and n.end <= t.end and not n.entry}
    whole = {t for t in towns if any(t.start <= n.start and n.end <= t.end for n in parts)}
    return [n for n in names if n not in parts] + [t._replace(label="GPE") for t in whole]


def _lacks_given_name(run: Name, name: Name, text: str, lexicon: EntityLexicon) -> bool:
    """A family name whose given name the model left out: known by it, or in mid-sentence by one more word."""
    alone = text[name.start : name.end]
    if " " in alone or alone in lexicon.given_names:
        return False
    before = text[max(0, run.start - 2) : run.start]
    in_sentence = before[-1:] == " " and (before[0].islower() or before[0] == ",")
    one_more = name.label == "PERSON" and in_sentence and " " not in text[run.start : name.start - 1]
    return one_more or is_person_name(text[run.start : run.end], lexicon)


def _has_telling_end(run: Name, text: str, lexicon: EntityLexicon) -> bool:
    """ "Dangote Cement Plc" and "Hurricane Iona": the first or last word tells that all of it is one name."""
    words = text[run.start : run.end].casefold().split()
    first, last = lexicon.name_words.get(words[0]), lexicon.name_words.get(words[-1])
    return (first is not None and first.position == "first") or (last is not None and last.kind == "company")


def _grown(names: list[Name], text: str, lexicon: EntityLexicon) -> list[Name]:
    """Two names side by side are one if the second ends with a word of bodies: "Kenya" and "Medical Board".

    So are a lone given name and what follows it: "Doug" and "Logan".
    """
    grown: list[Name] = []
    for name in names:
        before = grown[-1] if grown else None
        last = lexicon.name_words.get(text[name.start : name.end].casefold().split()[-1])
        beside = before is not None and text[before.end : name.start] == " " and before.label != "PERSON"
        if before and beside and last and (not name.entry or _is_shared(before, name)):
            grown[-1] = Name(before.start, name.end, last.label)
        elif before and _is_given(before, name, text, lexicon):
            grown[-1] = Name(before.start, name.end, "PERSON")
        else:
            grown.append(name)
    return grown


def _is_shared(owner: Name, body: Name) -> bool:
    """A country's adjective before a body that each country has: "Saudi" and "Interior Ministry"."""
    of_a_country = owner.entry is not None and owner.entry.role == "adjective"
    return of_a_country and body.entry is not None and body.entry.kind in SHARED and body.entry.country_code is None


def _is_given(name: Name, follower: Name, text: str, lexicon: EntityLexicon) -> bool:
    lone = not name.entry and text[name.start : name.end] in lexicon.given_names
    is_family = follower.label != "PERSON" or (
        name.label != "PERSON" and " " not in text[follower.start : follower.end]
    )
    return lone and is_family and not follower.entry and text[name.end : follower.start] == " "


def _echoes(text: str, taken: list[Name], common: set[str]) -> Iterator[Name]:
    """Further places where a name of the model, or a person's family name, stands that it left out there."""
    known = [n for n in taken if n.label and not n.entry and (n.end - n.start > LONG_ECHO or _is_defined(n, text))]
    named = {text[n.start : n.end]: n.label for n in known}
    for full in [name for name, label in named.items() if label == "PERSON" and " " in name]:
        last = full.rsplit(None, 1)[1]
        if len(last) > 3 and last[0].isupper() and last.lower() not in common:
            named.setdefault(last, "PERSON")
    if not named:
        return
    covered, done = _covered(taken, text), 0
    places = [(at, -len(name), name) for name in named for at in _whole_words(name, text)]
    for start, _, surface in sorted(places):
        if start < done:
            continue
        done = start + len(surface)
        found = Name(start, done, named[surface])
        if not _touches(found, covered):
            yield found


def _is_defined(name: Name, text: str) -> bool:
    """Capitals in brackets behind their long form: "(DA)"."""
    return text[name.start : name.end].isupper() and text[name.start - 1 : name.start] + text[name.end :][:1] == "()"


def _whole_words(name: str, text: str) -> Iterator[int]:
    """Where a name stands in a text as whole words; no part of a hyphenated word is one."""
    at = text.find(name)
    while at >= 0:
        if not (_is_inner(text[at - 1 : at]) or _is_inner(text[at + len(name) : at + len(name) + 1])):
            yield at
        at = text.find(name, at + 1)


def _is_inner(character: str) -> bool:
    return character.isalnum() or character in {"_", "-"}


def _covered(names: Iterable[Name], text: str) -> bytearray:
    """A one for every character that a name stands over."""
    covered = bytearray(len(text))
    for name in names:
        covered[name.start : name.end] = b"\1" * (name.end - name.start)
    return covered


def _touches(name: Name, covered: bytearray) -> bool:
    return covered.find(1, name.start, name.end) >= 0


def _start(name: Name) -> int:
    return name.start
