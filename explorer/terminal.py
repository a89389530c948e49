"""Evidence as text for a terminal: the evidence in reverse, its parts underlined; brackets where there is no colour."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from explorer.evidence import Evidence, Highlight, shown
from explorer.pieces import pieces

INDENT = "   "


def print_evidence(console: Console, found: Sequence[Evidence]) -> None:
    """One block a row: its columns, its sentence with the evidence marked, its article."""
    is_plain = console.color_system is None
    for number, item in enumerate(found, 1):
        console.print(Text.assemble((f"{number}. ", "bold"), _details(item)), soft_wrap=is_plain)
        corrected = (Text(f"corrected: {told}", style="italic") for told in item.corrections)
        for part in (_sentence(item, is_plain=is_plain), *corrected, Text(source(item), style="dim")):
            _print_indented(console, part, is_plain=is_plain)
        console.print()


def source(item: Evidence) -> str:
    """`Heading · Outlet · 2022-01-07 08:01`, without what is not known."""
    return " · ".join(part for part in (item.heading, item.outlet, item.published) if part)


def _details(item: Evidence) -> Text:
    text = Text()
    for number, (name, value) in enumerate(item.details):
        text.append(" · " if number else "")
        text.append(f"{name} ", style="dim").append(shown(value), style="bold")
    return text


def _sentence(item: Evidence, *, is_plain: bool) -> Text:
    text = Text()
    for piece, roles in pieces(item.context, _drawn(item, is_plain=is_plain)):
        if "evidence" in roles:
            text.append(f"[{piece}]" if is_plain else piece, style="bold reverse")
        else:
            text.append(piece, style="underline" if roles else "")
    return text


def _drawn(item: Evidence, *, is_plain: bool) -> list[Highlight]:
    """Brackets mark the evidence alone: more of them would make the sentence hard to read."""
    return [h for h in item.highlights if h.role == "evidence" or not is_plain]


def _print_indented(console: Console, text: Text, *, is_plain: bool) -> None:
    """Wrapped to the terminal with an indent; on a plain output one line a paragraph, for grep and diff."""
    for paragraph in text.split("\n"):
        if paragraph.plain.strip():
            width = max(20, console.width - len(INDENT))
            lines = [paragraph] if is_plain else paragraph.wrap(console, width)
            for line in lines:
                console.print(Text(INDENT) + line, soft_wrap=True)
