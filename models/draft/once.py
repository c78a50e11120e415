"""What is worked out of a value when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

_Of = TypeVar("_Of")
_Value = TypeVar("_Value")


class once(Generic[_Of, _Value]):  # noqa: N801
    """As `cached_property`, without the lock that takes before Python 3.12: two threads work out the same."""

    def __init__(self, work: Callable[[_Of], _Value]) -> None:
        self._work, self._name = work, work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, one: None, owner: type[_Of]) -> once[_Of, _Value]: ...

    @overload
    def __get__(self, one: _Of, owner: type[_Of]) -> _Value: ...

    def __get__(self, one: _Of | None, owner: type[_Of]) -> once[_Of, _Value] | _Value:
        if one is None:
            return self
        found = one.__dict__[self._name] = self._work(one)
        return found


def worked_out(*_values: object) -> None:
    """Called with what is worked out when it is first asked for: so that it is known before anybody waits for it."""
