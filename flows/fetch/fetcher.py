"""Documents over HTTP: obedient to robots.txt, paced by host, retried, and never larger or slower than agreed."""

import random
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from threading import Lock
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from flows.fetch.answer import UNCHANGED, Answer, UnfetchedError
from flows.fetch.coding import decoded_body
from flows.fetch.pace import Pace
from flows.fetch.privacy import is_inside
from flows.fetch.settings import FetchSettings, honest_agent

REDIRECTS = {301, 302, 303, 307, 308}
PASSING = {408, 425, 429, 500, 502, 503, 504}
ROBOTS_BYTES = 512_000
ACCEPTED = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"


class Fetcher:
    """Safe to use from several threads. Close it, or use it in a `with`."""

    def __init__(self, settings: FetchSettings = FetchSettings()) -> None:  # noqa: B008
        self.settings = settings
        self._agent = honest_agent(settings.contact)
        headers = {"User-Agent": self._agent, "Accept": ACCEPTED, "Accept-Encoding": "gzip, deflate, br"}
        self._client = httpx.Client(headers=headers, timeout=settings.timeout_seconds, follow_redirects=False)
        self._pace = Pace(seconds_between=settings.seconds_between, requests_per_host=settings.requests_per_host)
        self._robots: dict[str, Protego | None] = {}
        self._lock = Lock()

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, _type: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        self._client.close()

    def get(self, url: str, *, validators: Mapping[str, str] | None = None, named_by: str | None = None) -> Answer:
        """The document at an address, redirects followed; raises `UnfetchedError`.

        `validators` are the request's conditional headers; `named_by` is the list that holds the address: what lies
        outside may not lead inside.
        """
        asked, is_trusted = url, named_by is None or is_inside(named_by)
        for _ in range(self.settings.redirect_count + 1):
            self._check(url, is_trusted=is_trusted)
            status, headers, body = self._retried(url, validators or {}, self.settings.page_bytes)
            if status not in REDIRECTS or not headers.get("location"):
                return self._answer(asked, url, status, headers, body)
            is_trusted = is_trusted and is_inside(url)
            url = urljoin(url, headers["location"])
        raise UnfetchedError(f"it leads through more than {self.settings.redirect_count} redirects")

    def _answer(self, asked: str, url: str, status: int, headers: Mapping[str, str], body: bytes) -> Answer:
        if status != UNCHANGED and not 200 <= status < 300:
            raise UnfetchedError(f"it answers {status} {httpx.codes.get_reason_phrase(status)}".rstrip())
        coding = headers.get("content-encoding")
        return Answer(asked, url, status, headers, decoded_body(body, coding, self.settings.page_bytes))

    def _check(self, url: str, *, is_trusted: bool) -> None:
        if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
            raise UnfetchedError(f"it leads to {url[:80]!r}, which is no address of the web")
        if not is_trusted and is_inside(url):
            raise UnfetchedError(f"it leads to {url[:80]!r}, inside a private network")
        if self.settings.is_robots_obeyed and not self._is_allowed(url):
            raise UnfetchedError(f"robots.txt of {urlsplit(url).netloc} does not allow it")

    def _is_allowed(self, url: str) -> bool:
        rules = self._rules(f"{urlsplit(url).scheme}://{urlsplit(url).netloc}")
        return rules is None or bool(rules.can_fetch(url, self._agent))

    def _rules(self, site: str) -> Protego | None:
        """RFC 9309: a robots.txt that is not there allows everything; one that cannot be reached, nothing for now."""
        with self._lock:
            if site in self._robots:
                return self._robots[site]
        rules = self._read_rules(site)
        delay = rules.crawl_delay(self._agent) if rules else None
        if delay:
            self._pace.slow_down(urlsplit(site).netloc, min(float(delay), self.settings.longest_delay_seconds))
        with self._lock:
            return self._robots.setdefault(site, rules)

    def _read_rules(self, site: str) -> Protego | None:
        url = f"{site}/robots.txt"
        for _ in range(5):
            status, headers, body = self._retried(url, {}, ROBOTS_BYTES)
            if status in REDIRECTS and headers.get("location"):
                url = urljoin(url, headers["location"])
                continue
            if 200 <= status < 300:
                text = decoded_body(body, headers.get("content-encoding"), ROBOTS_BYTES)
                return Protego.parse(text.decode("utf-8", "replace"))
            return None
        return None

    def _retried(self, url: str, validators: Mapping[str, str], limit: int) -> tuple[int, Mapping[str, str], bytes]:
        """Try again, later each time, while the trouble looks passing; the server's own `Retry-After` goes first."""
        for attempt in range(self.settings.retry_count + 1):
            is_last = attempt == self.settings.retry_count
            wait = self.settings.retry_seconds * 2**attempt * random.uniform(0.75, 1.25)
            try:
                status, headers, body = self._once(url, validators, limit)
            except UnfetchedError as error:
                if is_last or error.is_spent or not error.is_temporary:
                    raise
            else:
                if status not in PASSING:
                    return status, headers, body
                wait = max(wait, _seconds(headers.get("retry-after")))
                if is_last or wait > self.settings.longest_delay_seconds:
                    phrase = httpx.codes.get_reason_phrase(status)
                    raise UnfetchedError(f"it answers {status} {phrase}".rstrip(), is_temporary=True)
            time.sleep(wait)
        raise AssertionError

    def _once(self, url: str, validators: Mapping[str, str], limit: int) -> tuple[int, Mapping[str, str], bytes]:
        with self._pace.turn(urlsplit(url).netloc):
            deadline = time.monotonic() + self.settings.longest_seconds
            try:
                with self._client.stream("GET", url, headers=dict(validators)) as response:
                    body = _body(response, limit, deadline)
                    return response.status_code, {k.lower(): v for k, v in response.headers.items()}, body
            except httpx.InvalidURL as error:
                raise UnfetchedError(f"it is no address that can be asked ({error})") from error
            except httpx.TimeoutException as error:
                raise UnfetchedError("it does not answer in time", is_temporary=True) from error
            except httpx.HTTPError as error:
                raise UnfetchedError(
                    f"it cannot be reached ({error or type(error).__name__})", is_temporary=True
                ) from error


def _body(response: httpx.Response, limit: int, deadline: float) -> bytes:
    """The body as sent, up to the limit of bytes, before the deadline."""
    parts, length = [], 0
    for part in response.iter_raw():
        parts.append(part)
        length += len(part)
        if length > limit:
            raise UnfetchedError(f"it is longer than {limit:,} bytes, the limit for one page")
        if time.monotonic() > deadline:
            raise UnfetchedError("it does not arrive in time", is_temporary=True, is_spent=True)
    return b"".join(parts)


def _seconds(retry_after: str | None) -> float:
    """`Retry-After`, in seconds or as a date."""
    if not retry_after:
        return 0.0
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 0.0
