"""The HTML page and the terminal text: escaped, self-contained, with the same marks."""

import re
from html.parser import HTMLParser
from io import StringIO

import pytest
from rich.console import Console

from explorer.evidence import Evidence, Highlight
from explorer.page import page
from explorer.pieces import pieces
from explorer.terminal import print_evidence

ITEM = Evidence(
    article_id="a1",
    heading="Nine <b>lost</b> & found",
    title="Nine <b>lost</b> & found",
    outlet="Lumen Post",
    published="2024-02-27",
    url="https://post.example/ferry?a=1&b=2",
    context="Nine people died, the office said.",
    highlights=(Highlight(0, 4, "evidence"), Highlight(0, 11, "counted"), Highlight(18, 28, "speaker")),
    details=(("measure", "killed"), ("value", "<9>")),
)

CUTS = {
    "none": ((), [("Nine people died, the office said.", set())]),
    "nested": (
        ITEM.highlights[:2],
        [("Nine", {"evidence", "counted"}), (" people", {"counted"}), (" died, the office said.", set())],
    ),
    "at the end": ((Highlight(29, 34, "cue"),), [(ITEM.context[:29], set()), ("said.", {"cue"})]),
}


@pytest.mark.parametrize(("highlights", "expected"), CUTS.values(), ids=CUTS.keys())
def test_pieces(highlights: tuple[Highlight, ...], expected: list[tuple[str, set[str]]]) -> None:
    assert list(pieces(ITEM.context, highlights)) == expected


def test_page_marks_escapes_and_fetches_nothing() -> None:
    html = page([ITEM, ITEM], title="Claims <1>", sql="select '<x>'")
    assert '<mark class="counted evidence" title="counted evidence">Nine</mark>' in html
    assert '<a href="https://post.example/ferry?a=1&amp;b=2" rel="noreferrer noopener">Nine &lt;b&gt;lost' in html
    assert "<dd>&lt;9&gt;</dd>" in html
    assert "select &#x27;&lt;x&gt;&#x27;" in html
    assert "<h1>Claims &lt;1&gt;</h1>" in html
    assert html.count("<h2>") == 1
    assert not re.search(r"<script|<link|<img|@import|url\(|src=", html)


def test_page_is_balanced() -> None:
    open_tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in {"meta", "br"}:
                open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Tags().feed(page([ITEM], title="Claims", sql="select 1"))
    assert open_tags == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/relative", None])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert "<a href" not in page([Evidence(**(vars(ITEM) | {"url": url}))], title="Claims", sql="")


def test_plain_text_puts_the_evidence_in_brackets() -> None:
    out = StringIO()
    print_evidence(Console(file=out, width=40), [ITEM])
    assert out.getvalue() == (
        "1. measure killed · value <9>\n"
        "   [Nine] people died, the office said.\n"
        "   Nine <b>lost</b> & found · Lumen Post · 2024-02-27\n\n"
    )


def test_terminal_wraps_and_marks() -> None:
    out = StringIO()
    print_evidence(Console(file=out, width=30, force_terminal=True, color_system="standard"), [ITEM])
    lines = out.getvalue().splitlines()
    assert "\x1b[1;7mNine\x1b[0m\x1b[4m people\x1b[0m" in lines[1]
    assert all(len(re.sub(r"\x1b\[[\d;]*m", "", line)) <= 30 for line in lines)
