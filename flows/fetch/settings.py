"""How documents are fetched: who asks, how often, how long, how much."""

from dataclasses import dataclass
from importlib.metadata import version


def honest_agent(contact: str | None = None) -> str:
    """`dateline/0.1.0 (news archive; +https://desk.example/bot)`: what asks, and whom to tell when it is a nuisance."""
    about = f"news archive; +{contact}" if contact else "news archive; reads articles, one request at a time"
    return f"dateline/{version('dateline')} ({about})"


@dataclass(frozen=True)
class FetchSettings:
    """`seconds_between` two requests to one host; robots.txt may ask for more, up to `longest_delay_seconds`."""

    contact: str | None = None
    seconds_between: float = 1.0
    requests_per_host: int = 1
    requests_at_once: int = 8
    timeout_seconds: float = 20.0
    longest_seconds: float = 60.0
    longest_delay_seconds: float = 30.0
    page_bytes: int = 16_000_000
    retry_count: int = 2
    retry_seconds: float = 1.0
    redirect_count: int = 8
    is_robots_obeyed: bool = True
    is_page_kept: bool = True
