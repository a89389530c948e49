"""The markup of a wiki as an article: `{{date|3 May 2023}} [[Ormel]] shook.` -> day and `Ormel shook.`

mwparserfromhell takes the markup apart; what its templates and headings mean is data in `seeds/wiki_markup.csv`.
"""

import re
from functools import cache
from typing import NamedTuple

import mwparserfromhell
from mwparserfromhell.nodes import Heading, Node, Tag, Template, Text, Wikilink
from mwparserfromhell.wikicode import Wikicode

from flows.feeds.markup import paragraphs
from flows.readers.stated import parse_instant
from flows.seeds import read_tables
from transforms.instant import Instant

UNSHOWN_TAGS = {"ref", "gallery", "table", "references", "imagemap", "timeline"}
OTHER_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]+)?")
LINE_BREAK = re.compile(r"<br\s*/?>|^[*#:;]+[ \t]*", re.IGNORECASE | re.MULTILINE)
SWITCH = re.compile(r"__[A-Z]+__")


class WikiArticle(NamedTuple):
    """What a page's markup says; `draft` names the template that marks it as not published."""

    text: str
    published_at: Instant | None
    place: str | None
    draft: str | None


def read_wikitext(markup: str) -> WikiArticle:
    """The article of a page, its paragraphs parted by a blank line; sources, pictures and boxes left out."""
    code = mwparserfromhell.parse(LINE_BREAK.sub("\n\n", markup), skip_style_tags=False)
    published_at, place, draft = None, None, None
    for template in code.filter_templates():
        name = _name(template)
        if name in _words("date"):
            published_at = published_at or _instant(_value(template, "1"))
        elif name in _words("byline"):
            published_at = published_at or _instant(_value(template, "date"))
            place = place or _value(template, "location")
        elif name in _words("draft"):
            draft = draft or name
    _cut(code)
    for template in code.filter_templates(recursive=True):
        if _is_in(code, template) and _name(template) in _words("shown"):
            code.replace(template, _shown(template))
    for node in [*code.filter_wikilinks(), *code.filter_tags()]:
        if _is_unshown(node) and _is_in(code, node):
            code.remove(node)
    for heading in code.filter_headings(recursive=False):
        code.replace(heading, f"\n\n{heading.title}\n\n")
    text = SWITCH.sub("", code.strip_code(normalize=True, collapse=True))
    return WikiArticle(paragraphs(text), published_at, place, draft)


def _cut(code: Wikicode) -> None:
    """Leave out the first closing heading and all that follows."""
    for number, node in enumerate(code.nodes):
        if isinstance(node, Heading) and node.title.strip_code().strip().casefold() in _words("end"):
            del code.nodes[number:]
            return


def _is_unshown(node: Node) -> bool:
    if isinstance(node, Tag):
        return str(node.tag).strip().casefold() in UNSHOWN_TAGS
    if not isinstance(node, Wikilink):
        return False
    prefix, colon, _ = str(node.title).strip().partition(":")
    name = prefix.strip().casefold()
    return bool(colon) and (name in _words("space") or (not node.text and bool(OTHER_LANGUAGE.fullmatch(name))))


def _is_in(code: Wikicode, node: Node) -> bool:
    """Whether a node is still there: it may have gone with one that held it."""
    return bool(code.contains(node))


def _shown(template: Template) -> Text | Wikicode:
    values = [parameter.value for parameter in template.params if not parameter.showkey]
    return values[-1] if values else Text("")


def _value(template: Template, name: str) -> str | None:
    return template.get(name).value.strip_code().strip() or None if template.has(name) else None


def _instant(stated: str | None) -> Instant | None:
    return parse_instant(stated) if stated else None


def _name(template: Template) -> str:
    return str(template.name).strip().replace("_", " ").casefold()


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_tables()["wiki_markup"] if row["role"] == role)
