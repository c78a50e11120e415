"""What was asked for on a page and leads away from it once it is there. No Qt."""

from __future__ import annotations

from collections.abc import Callable

LeadsAway = Callable[[Callable[[], object]], None]
"""Does what leads away, at once or when nobody is interrupted by it."""


def at_once() -> LeadsAway:
    """Leads away whatever is done meanwhile."""

    def lead(then: Callable[[], object]) -> None:
        then()

    return lead
