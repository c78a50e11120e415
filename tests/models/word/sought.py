"""What the search before a file leaves finds in its bytes, for tests of what is taken out and what is seen."""

from __future__ import annotations

from contextlib import ExitStack

from models.word.leaving.looked_for.found import Allowed, Found
from models.word.leaving.looked_for.search import searched


def found_in(data: bytes, allowed: Allowed) -> tuple[Found, ...]:
    """Everything in the bytes of a Word file that it must not say; empty where it says nothing beyond its text."""
    with ExitStack() as unchanged:
        return searched(data, allowed, unchanged)[0]
