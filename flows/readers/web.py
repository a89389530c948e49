"""One document over HTTP, as a stream; what goes wrong is one sentence that says whether trying again may help."""

from typing import BinaryIO, cast
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from warehouse.errors import DatelineError

SECONDS = 30
AGENT = "dateline/0.1 (reads news articles; one request a document)"


def open_address(url: str) -> BinaryIO:
    """The body of the answer; raises `DatelineError` for an error status, a refused connection or a timeout."""
    request = Request(url, headers={"User-Agent": AGENT})
    try:
        return cast(BinaryIO, urlopen(request, timeout=SECONDS))
    except HTTPError as error:
        raise DatelineError(f"{url} answers {error.code} {error.reason}; check the address.") from error
    except (URLError, TimeoutError, OSError) as error:
        reason = getattr(error, "reason", error)
        raise DatelineError(f"{url} cannot be reached ({reason}); check the network and try again.") from error
