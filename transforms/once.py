"""A property that is worked out when it is first asked for and then kept.

`functools.cached_property` of Python 3.11 takes a lock at each first look, which costs more than most of what is kept;
an article is read by one thread.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - a decorator, like `property`
    """The value of a method without arguments, kept in the instance."""

    def __init__(self, method: Callable[[Any], T]) -> None:
        self.method, self.name, self.__doc__ = method, method.__name__, method.__doc__

    @overload
    def __get__(self, owner: None, kind: type | None = None) -> "once[T]": ...
    @overload
    def __get__(self, owner: object, kind: type | None = None) -> T: ...
    def __get__(self, owner: object | None, kind: type | None = None) -> "once[T] | T":
        if owner is None:
            return self
        value = owner.__dict__[self.name] = self.method(owner)
        return value
