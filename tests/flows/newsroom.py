"""A web server on loopback that serves what a test tells it: pages, feeds, and answers that lie, break or dawdle."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Answering = Callable[[BaseHTTPRequestHandler], None]
STORY = (
    "<p>{lead} The council said on Friday that the bridge stays shut, after the river took two of its piers.</p>"
    "<p>“Nobody was hurt,” said Mayor Tam Vale, who had walked over it an hour before. The next bridge is 14 "
    "kilometres away, and the school bus now takes an hour.</p>"
)


@dataclass
class Newsroom:
    """`pages` maps paths to answers; `asked` lists every request's path, `posted` the bodies that were sent to it."""

    address: str = ""
    pages: dict[str, Answering] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    conditions: dict[str, str] = field(default_factory=dict)
    posted: list[bytes] = field(default_factory=list)

    def serve(self, path: str, body: str | bytes, *, status: int = 200, **headers: str) -> None:
        """Answer a path with a document; underscores in header names stand for hyphens."""
        data = body.encode() if isinstance(body, str) else body

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            stated = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data))}
            for name, value in (stated | {k.replace("_", "-"): v for k, v in headers.items()}).items():
                request.send_header(name, value)
            request.end_headers()
            request.wfile.write(data)

        self.pages[path] = answer

    def story(self, path: str, title: str, *, lead: str = "It rained.", head: str = "") -> None:
        """Answer a path with an article."""
        self.serve(path, page(title, lead=lead, head=head))

    def feed(self, path: str, *items: tuple[str, str], **headers: str) -> None:
        """Answer a path with an RSS feed of (address or path, title)."""
        entries = "".join(
            f"<item><title>{title}</title><link>{link if ':' in link else self.address + link}</link></item>"
            for link, title in items
        )
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{entries}</channel></rss>'
        self.serve(path, body, **({"Content_Type": "application/rss+xml"} | headers))


def page(title: str, *, lead: str = "It rained.", head: str = "") -> str:
    """An article as a page."""
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>'
        f"{STORY.format(lead=lead)}</article></body></html>"
    )


@contextmanager
def newsroom() -> Iterator[Newsroom]:
    """A server that runs until the end of the block."""
    room = Newsroom()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            room.asked.append(self.path)
            for name in ("If-None-Match", "If-Modified-Since"):
                if self.headers.get(name):
                    room.conditions[name] = self.headers[name]
            answer = room.pages.get(self.path)
            if answer:
                answer(self)
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            room.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    room.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield room
    finally:
        server.shutdown()
        server.server_close()
