"""Markup of a feed as plain text: `<p>Two <b>died</b>.</p><p>More</p>` -> two paragraphs with a blank line between."""

import re

from lxml import html
from lxml.etree import ParserError

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
    "table", "td", "th", "tr", "ul",
})  # fmt: skip
UNSEEN = frozenset({
    "audio", "embed", "head", "iframe", "link", "meta", "noscript", "object", "script", "style", "svg", "template",
    "title", "video",
})  # fmt: skip
TAG = re.compile(r"<[a-zA-Z/!][^>]*>")
REFERENCE = re.compile(r"&(?:#\d+|#x[0-9a-f]+|\w+);", re.IGNORECASE)


def plain(markup: str) -> str:
    """The text that a reader sees, white space folded, blocks parted by a blank line."""
    if not TAG.search(markup) and not REFERENCE.search(markup):
        return paragraphs(markup)
    try:
        root = html.fromstring(f"<div>{markup}</div>")
    except (ParserError, ValueError):
        return ""
    pieces: list[str] = []
    _collect(root, pieces)
    blocks = (" ".join(block.split()) for block in "".join(pieces).split("\0"))
    return "\n\n".join(block for block in blocks if block)


def line(markup: str | None) -> str | None:
    """Markup as one line; None for nothing."""
    return " ".join(plain(markup).split()) or None if markup else None


def paragraphs(text: str) -> str:
    """Plain text with its paragraphs parted by one blank line and its lines joined."""
    blocks = (" ".join(block.split()) for block in re.split(r"\n\s*\n", text))
    return "\n\n".join(block for block in blocks if block)


def _collect(root: html.HtmlElement, pieces: list[str]) -> None:
    """Texts in order, a NUL at the edges of blocks; without recursion, since markup may be nested without end."""
    stack: list[tuple[html.HtmlElement, bool]] = [(root, False)]
    while stack:
        element, is_left = stack.pop()
        name = element.tag if isinstance(element.tag, str) else None
        is_seen = name is not None and name not in UNSEEN
        edge = "\0" if name in BLOCKS else ""
        if is_left:
            pieces += [edge, (element.tail or "") if element is not root else ""]
            continue
        stack.append((element, True))
        if is_seen:
            pieces += [edge, element.text or ""]
            stack += [(child, False) for child in reversed(element)]
