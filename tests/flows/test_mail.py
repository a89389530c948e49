"""Mail as articles: subject, sender, date, and the words, in whatever form they are sent."""

from datetime import datetime
from pathlib import Path

import pytest

from flows.readers import read_source
from flows.record import Record
from transforms.instant import Instant

HEAD = (
    "From: Valley Post <news@post.example>\r\nSubject: =?utf-8?q?Bridge_shut_=E2=80=93_again?=\r\n"
    "Message-ID: <17@post.example>\r\nDate: Fri, 07 Jan 2022 08:01:00 +0600\r\nMIME-Version: 1.0\r\n"
)
PLAIN = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
HTML = "Content-Type: text/html; charset=utf-8\r\n\r\n"
BOTH = (
    'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
    f"--b\r\n{HTML}<p>Shut.</p>\r\n--b\r\n{PLAIN}It is shut.\r\n--b--\r\n"
)
BODIES = [
    ("plain", PLAIN + "It is shut.\r\n\r\nNobody was hurt.\r\n", "It is shut.\n\nNobody was hurt."),
    ("markup", HTML + "<p>It is <b>shut</b>.</p><p>Nobody was hurt.</p>", "It is shut.\n\nNobody was hurt."),
    ("both", BOTH, "It is shut."),
]
REFUSED = [
    ("empty", HEAD + PLAIN, "the message holds no text"),
    ("picture", HEAD + "Content-Type: image/png\r\n\r\nxx", "the message holds no text"),
    ("wrong encoding", HEAD + PLAIN + "\udce9t\udce9", "encoding unknown: the message is not valid"),
]


def read(path: Path, text: str) -> list[object]:
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return list(read_source(str(path)))


@pytest.mark.parametrize(("body", "text"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_message(tmp_path: Path, body: str, text: str) -> None:
    (found,) = read(tmp_path / "a.eml", HEAD + body)
    assert isinstance(found, Record)
    assert (found.title, found.outlet, found.source_key, found.text, found.published_at) == (
        "Bridge shut – again",
        "Valley Post",
        "a.eml",
        text,
        Instant(datetime(2022, 1, 7, 8, 1), "+06:00", "minute"),
    )


@pytest.mark.parametrize(("text", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_message_without_words(tmp_path: Path, text: str, reason: str) -> None:
    (found,) = read(tmp_path / "a.eml", text)
    assert str(getattr(found, "reason", "")).startswith(reason)


def test_mailbox(tmp_path: Path) -> None:
    separator = "From news@post.example Fri Jan  7 08:01:00 2022\n"
    first, second = (HEAD + PLAIN).replace("\r\n", "\n"), (HEAD + PLAIN).replace("\r\n", "\n").replace("17@", "18@")
    box = f"{separator}{first}It is shut.\n>From the east, that is.\n\n{separator}{second}It is open.\n"
    found = [item for item in read(tmp_path / "day.mbox", box) if isinstance(item, Record)]
    assert [(item.source_key, item.text, item.line) for item in found] == [
        ("<17@post.example>", "It is shut.\nFrom the east, that is.", 1),
        ("<18@post.example>", "It is open.", 13),
    ]


def test_what_is_no_mailbox(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "day.mbox", "Hello\n")
    assert getattr(found, "reason", "") == "it holds no message: no line begins with `From `"
