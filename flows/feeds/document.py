"""The characters of an XML document, and what kind of document it is; nothing in it may ask for more than itself.

Declared entities are refused (they can grow without end, or name files), an unknown encoding too: UTF-8, a byte order
mark, or a declaration; guessing would store mojibake.
"""

import codecs
import re

from flows.readers.contents import BOMS, BROWSER_LABELS
from flows.readers.entry import UnreadableError

DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:\-]+)""")
ASIDES = re.compile(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->", re.DOTALL)
ENTITY = re.compile(r"<!ENTITY\s", re.IGNORECASE)
ROOT = re.compile(r"\s*<(?:[\w.\-]+:)?([A-Za-z][\w.\-]*)")
ROOT_CHARACTERS = 65_536


def xml_text(data: bytes, charset: str | None = None) -> str:
    """The document as text; raises `UnreadableError` for an empty one, an unknown encoding, or declared entities."""
    text = _decoded(data, charset)
    if not ASIDES.sub("", text[:ROOT_CHARACTERS]).strip():
        raise UnreadableError("empty document: there is no element in it")
    if ENTITY.search(CDATA.sub("", text)):
        raise UnreadableError("entities refused: the document declares entities, which no feed needs")
    return text


def root_name(text: str) -> str:
    """The name of the first element in lower case without its prefix; empty if there is none."""
    found = ROOT.match(ASIDES.sub("", text[:ROOT_CHARACTERS]))
    return found[1].casefold() if found else ""


def _decoded(data: bytes, charset: str | None) -> str:
    mark, encoding = next(((mark, name) for mark, name in BOMS if data.startswith(mark)), (b"", ""))
    declared = DECLARED.search(data[:1024])
    stated = (
        [encoding] if encoding else [*([charset] if charset else []), *([declared[1].decode()] if declared else [])]
    )
    for label in ("utf-8", *stated):
        try:
            return data[len(mark) :].decode(codecs.lookup(BROWSER_LABELS.get(label.casefold(), label)).name)
        except (UnicodeDecodeError, LookupError):
            continue
    named = f"nor in {' or '.join(stated)}, which it states" if stated else "and it states no encoding"
    raise UnreadableError(f"encoding unknown: it is not valid UTF-8, {named}")
