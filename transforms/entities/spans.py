"""Where names stand: what the tables know, what the model finds, and capitals that both leave out.

"President Tokayev" is trimmed to "Tokayev", "the CSTO’s" to "CSTO"; of two spans that overlap one stays.
"""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from transforms.entities.boundaries import Name, parts_of
from transforms.entities.capitals import capital_runs
from transforms.entities.definitions import definitions
from transforms.entities.lexicon import EntityLexicon, Entry
from transforms.facts import Span

WORD = re.compile(r"\w+")
LABELS = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"])
PROPER = frozenset(["NNP", "NNPS", "JJ", "FW"])


def find_spans(doc: Doc, text: str, byline: Span | None, lexicon: EntityLexicon) -> list[Name]:
    """The names of a parsed article in order, none overlapping another; nothing in the byline."""
    known = list(_known(doc, text, lexicon))
    entities = [ent for ent in doc.ents if ent.label_ in LABELS]
    common = {word for word in set(WORD.findall(text)) if word.islower()}
    modelled = [p for e in entities for p in parts_of(text, e.start_char, e.end_char, e.label_, lexicon)]
    modelled = [name for name in modelled if _is_proper(name, doc, common)]
    modelled = _with_defined(modelled, text, lexicon)
    taken = _merged(known, modelled, text, lexicon)
    runs = list(capital_runs(doc, text, lexicon))
    taken = [_stretched(name, runs, taken, text, lexicon) for name in taken]
    taken += [run for run in runs if not _touches(run, taken)]
    taken = _grown(sorted(taken), text, lexicon)
    taken += list(_echoes(text, taken, common))
    kept = [n for n in taken if not (byline and n.start < byline.end and n.end > byline.start)]
    return sorted(n for n in kept if not (n.entry and n.entry.label == "-"))


def _known(doc: Doc, text: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """Entries of the tables, the longest at each word, none inside another."""
    starts = set(doc.to_array("IDX").tolist())
    end = 0
    for word in WORD.finditer(text):
        at = word.start()
        if at < end or at not in starts or word[0] not in lexicon.entries:
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
    return [name for name in names if not _touches(name, defined)] + defined


def _is_proper(name: Name, doc: Doc, common: set[str]) -> bool:
    """Not one common word with a capital ("Played"), by its tag or as it is written elsewhere in the text."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or len(span) > 1:
        return True
    token = span[0]
    return token.tag_ in PROPER and (token.lower_ not in common or name.label == "PERSON")


def _merged(known: list[Name], modelled: list[Name], text: str, lexicon: EntityLexicon) -> list[Name]:
    """Tables win over the model, except inside a longer name of the model."""
    taken: list[Name] = []
    for name in modelled:
        over = [k for k in known if k.start < name.end and k.end > name.start]
        if over and lexicon.office_pattern.fullmatch(text, over[0].end + 1, name.end):
            continue  # "State Department Spokesperson" is the department's
        inside = all(name.start <= k.start and k.end <= name.end for k in over)
        if not over or (inside and (over[0].start, over[0].end) != (name.start, name.end)):
            taken.append(name)
    return taken + [k for k in known if not _touches(k, taken)]


def _stretched(name: Name, runs: list[Name], others: list[Name], text: str, lexicon: EntityLexicon) -> Name:
    """A model's name up to the end of its run of capitals, if no other name begins there ("Ilya" of "Ilya Orlov")."""
    run = next((r for r in runs if r.start <= name.start and name.end <= r.end), None)
    if run is None or name.entry:
        return name
    of_a_body = name.label == "PERSON" and text.startswith(" of ", name.end)
    if name.end < run.end and not of_a_body and not any(name.end <= o.start < run.end for o in others):
        name = name._replace(end=run.end)
    if run.start < name.start and not any(run.start < o.end <= name.start for o in others):
        name = name._replace(start=run.start) if _has_telling_end(run, text, lexicon) else name
    return name


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
        if before and beside and last and not name.entry:
            grown[-1] = Name(before.start, name.end, last.label)
        elif before and _is_given(before, name, text, lexicon):
            grown[-1] = Name(before.start, name.end, "PERSON")
        else:
            grown.append(name)
    return grown


def _is_given(name: Name, follower: Name, text: str, lexicon: EntityLexicon) -> bool:
    lone = not name.entry and text[name.start : name.end] in lexicon.given_names
    return lone and not follower.entry and text[name.end : follower.start] == " " and follower.label != "PERSON"


def _echoes(text: str, taken: list[Name], common: set[str]) -> Iterator[Name]:
    """Further places where a name of the model stands that it left out there, or the surname of a person it found."""
    named = {text[n.start : n.end]: n.label for n in taken if n.label and not n.entry and n.end - n.start > 3}
    people = [name.rpartition(" ") for name, label in named.items() if label == "PERSON"]
    surnames = {last for given, _, last in people if given and len(last) > 3 and last.istitle()}
    named |= {last: "PERSON" for last in surnames if last not in named and last.lower() not in common}
    if not named:
        return
    covered = bytearray(len(text))
    for name in taken:
        covered[name.start : name.end] = b"\1" * (name.end - name.start)
    longest_first = sorted(named, key=lambda name: (-len(name), name))
    for found in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", text):
        if not any(covered[found.start() : found.end()]):
            yield Name(found.start(), found.end(), named[found[0]])


def _touches(name: Name, others: Iterable[Name]) -> bool:
    return any(name.start < o.end and name.end > o.start for o in others)
