"""What a server answered, and why there is no answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.readers.entry import UnreadableError

UNCHANGED = 304


@dataclass(frozen=True)
class Answer:
    """A document, its codings undone. `url` is where redirects led; `headers` have names in lower case."""

    asked: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that nothing changed since the validators it was shown."""
        return self.status == UNCHANGED

    @property
    def content_type(self) -> str:
        """`text/html; charset=utf-8`, as stated."""
        return self.headers.get("content-type", "")


class UnfetchedError(UnreadableError):
    """There is no document; `is_temporary` where another try may succeed, `is_spent` where that is for a later run."""

    def __init__(self, reason: str, *, is_temporary: bool = False, is_spent: bool = False) -> None:
        super().__init__(reason)
        self.is_temporary, self.is_spent = is_temporary, is_spent
