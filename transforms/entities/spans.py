"""Where names stand: what the tables know, what the model finds, and capitals that both leave out.

"President Tokayev" is trimmed to "Tokayev", "the CSTO’s" to "CSTO"; of two spans that overlap one stays.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from transforms.article import Article
from transforms.entities.definitions import definitions
from transforms.entities.lexicon import EntityLexicon, Entry

LABELS = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"])
LEAD = re.compile(r"(?:(?:the|an?|this|that|its|their|his|her|our|some|many|all)\s+)+(?=\S)", re.IGNORECASE)
TAIL = re.compile(r"(?:['’]s?|[\s,;:.\-–—\"“”‘(\[]+)$")
BREAK = re.compile(r"\s*(?:\n|[;:\"“”()\[\]•|]|\s[-–—]\s|,\s)\s*")
POSSESSIVE = re.compile(r"['’]s\s")
PROPER = frozenset(["NNP", "NNPS", "JJ", "FW"])
JOINS = frozenset(
    ["of", "de", "del", "la", "al", "bin", "van", "von", "der", "ibn", "el", "da", "dos", "du", "di", "-", "’", "'"]
)
SUFFIX = re.compile(r",\s(?:Inc|Ltd|Jr|Sr|D\.C|LLC|II|III)\b")


class Name(NamedTuple):
    """A name's span; `label` is the model's, "" where the model saw nothing; `entry` what the tables know of it."""

    start: int
    end: int
    label: str
    entry: Entry | None = None


def find_spans(doc: Doc, article: Article, lexicon: EntityLexicon) -> list[Name]:
    """The names of a parsed article in order, none overlapping another; nothing in the byline."""
    text = doc.text  # put together anew at each access
    known = list(_known(doc, text, lexicon))
    entities = [ent for ent in doc.ents if ent.label_ in LABELS]
    common = {token.text for token in doc if token.text.islower()}
    modelled = [p for e in entities for p in _parts(text, e.start_char, e.end_char, e.label_, lexicon)]
    modelled = [name for name in modelled if _is_proper(name, doc, common)]
    modelled = _with_defined(modelled, text)
    taken = _merged(known, modelled, text, lexicon)
    gaps = list(_gaps(doc, text, lexicon))
    taken = [_stretched(name, gaps, taken) for name in taken]
    taken += [gap for gap in gaps if not _touches(gap, taken)]
    taken = _grown(sorted(taken), text, lexicon)
    taken += list(_echoes(text, taken))
    byline = article.byline
    kept = [n for n in taken if not (byline and n.start < byline.end and n.end > byline.start)]
    return sorted(n for n in kept if not (n.entry and n.entry.label == "-"))


def _known(doc: Doc, text: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """Entries of the tables, the longest at each word, none inside another."""
    end = 0
    for token in doc:
        if token.idx < end or not token.text[0].isalnum():
            continue
        entry = lexicon.at(text, token.idx)
        if entry and _stands_alone(text, token.idx, entry):
            end = token.idx + len(entry.text)
            yield Name(token.idx, end, entry.label, entry)


def _stands_alone(text: str, start: int, entry: Entry) -> bool:
    """Not a part of a hyphenated or dotted word, unless what follows the hyphen is a common word ("Russia-led")."""
    before, after = text[start - 1 : start], text[start + len(entry.text) :][:2]
    if before in {"@", "#", "/", "_"} or (before == "-" and start > 1 and text[start - 2].isalnum()):
        return False
    if entry.role == "region" and entry.text.endswith(".") and text[start - 2 : start] != ", ":
        return False  # "Fla." follows a town; elsewhere it may be any word
    return not (after[:1] == "$" or (after[:1] == "-" and after[1:].isupper()))


def _parts(text: str, start: int, end: int, label: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """A model entity cut at breaks and trimmed of articles, titles and possessive endings."""
    cuts = [m.span() for m in BREAK.finditer(text, start, end) if not SUFFIX.match(text, m.start())]
    owner = POSSESSIVE.search(text, start, end)
    if (
        owner
        and (entry := lexicon.entry(LEAD.sub("", text[start : owner.start()])))
        and entry.kind in {"country", "region"}
    ):
        cuts = sorted([*cuts, owner.span()])
    for low, high in zip([start, *(c[1] for c in cuts)], [*(c[0] for c in cuts), end], strict=True):
        name = _trimmed(text, low, high, lexicon)
        if name:
            yield Name(*name, label)


def _with_defined(names: list[Name], text: str) -> list[Name]:
    """Names with the long and short forms that the text defines, in place of what the model made of them."""
    defined = [Name(*span, "ORG") for pair in definitions(text) for span in pair]
    return [name for name in names if not _touches(name, defined)] + defined


def _is_proper(name: Name, doc: Doc, common: set[str]) -> bool:
    """Not one common word with a capital ("Played"), by its tag or as it is written elsewhere in the text."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or len(span) > 1:
        return True
    token = span[0]
    return token.tag_ in PROPER and (token.lower_ not in common or name.label == "PERSON")


def _trimmed(text: str, start: int, end: int, lexicon: EntityLexicon) -> tuple[int, int] | None:
    """Without leading articles, offices and lower-case words, trailing possessive and lower-case words."""
    while lead := LEAD.match(text, start, end):
        start = lead.end()
    while (tail := TAIL.search(text[start:end])) and tail.end() > tail.start():
        if tail[0].startswith(".") and text[start:end].count(".") > 1:
            break
        end = start + tail.start()
    start = _after_office(text, start, end, lexicon)
    words = list(re.finditer(r"\S+", text[start:end]))
    while words and not _is_name_word(words[0][0]):
        words.pop(0)
    while words and not _is_name_word(words[-1][0]):
        words.pop()
    return (start + words[0].start(), start + words[-1].end()) if words else None


def _is_name_word(word: str) -> bool:
    return any(c.isupper() or c.isdigit() for c in word)


def _after_office(text: str, start: int, end: int, lexicon: EntityLexicon) -> int:
    """Past titles at the beginning of a name ("Prime Minister Nikol Pashinyan"), if a name is left."""
    for count in range(lexicon.longest_office, 0, -1):
        words = re.match(r"\S+" + r"\s+\S+" * (count - 1) + r"(?=\s)", text[start:end])
        if words and words[0].casefold() in lexicon.offices:
            rest = start + words.end() + 1
            last = text[start:end].casefold().split()[-1]
            if rest < end and text[rest : rest + 1].isupper() and last not in lexicon.name_words:
                return _after_office(text, rest, end, lexicon)
    return start


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


def _stretched(name: Name, runs: list[Name], others: list[Name]) -> Name:
    """A model's name up to the end of its run of capitals, if no other name begins there ("Ilya" of "Ilya Orlov")."""
    run = next((r for r in runs if r.start <= name.start and name.end < r.end), None)
    if run is None or name.entry or any(name.end <= o.start < run.end for o in others):
        return name
    return name._replace(end=run.end)


def _grown(names: list[Name], text: str, lexicon: EntityLexicon) -> list[Name]:
    """Two names side by side are one if the second ends with a word of bodies: "Kenya" and "Medical Board"."""
    grown: list[Name] = []
    for name in names:
        before = grown[-1] if grown else None
        last = lexicon.name_words.get(text[name.start : name.end].casefold().split()[-1])
        beside = before is not None and text[before.end : name.start] == " " and before.label != "PERSON"
        if before and beside and last and not name.entry:
            grown[-1] = Name(before.start, name.end, last.label)
        else:
            grown.append(name)
    return grown


def _echoes(text: str, taken: list[Name]) -> Iterator[Name]:
    """Further places where a name of the model stands that it left out there."""
    named = {text[n.start : n.end]: n.label for n in taken if n.label and not n.entry and n.end - n.start > 3}
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


def _gaps(doc: Doc, text: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """Runs of capitalised proper nouns, whatever the model made of them."""
    run: list[Token] = []
    for token in doc:
        if _continues(run, token):
            run.append(token)
            continue
        yield from _gap(text, run, lexicon)
        run = [token] if _opens(token) else []
    yield from _gap(text, run, lexicon)


def _opens(token: Token) -> bool:
    return token.tag_ in {"NNP", "NNPS"} and token.text[0].isupper() and any(c.isalpha() for c in token.text)


def _continues(run: list[Token], token: Token) -> bool:
    if not run or token.is_sent_start:
        return False
    return _opens(token) or (token.text in JOINS and token.i + 1 < len(token.doc) and _opens(token.nbor()))


def _gap(text: str, run: list[Token], lexicon: EntityLexicon) -> Iterator[Name]:
    if run:
        span = _trimmed(text, run[0].idx, run[-1].idx + len(run[-1]), lexicon)
        if span:
            yield Name(*span, "")
