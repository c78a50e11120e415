"""Regular expressions that are compiled when they are first used: a short command uses few of those it loads.

Together they take a tenth of a second. Where a window is, they are compiled while nobody waits for it.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from functools import cached_property
from typing import Any, cast
from weakref import ref

_waiting: list[ref[_LatePattern]] = []
"""Those that nobody compiled yet but who used them."""


class _LatePattern:
    """What a compiled pattern can do, each of its methods kept once it was asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags
        _waiting.append(ref(self))

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, for what few texts need; an error in it is raised when it is first used."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))


def compile_some(seconds: float) -> bool:
    """Compile patterns for so long, one at least, before they are used; gives whether there are more of them."""
    until = time.perf_counter() + seconds
    while _waiting:
        pattern = _waiting.pop()()
        if pattern is not None:
            with suppress(re.error):  # which is raised where it is used
                _ = pattern._compiled
            if time.perf_counter() >= until:
                break
    return bool(_waiting)
