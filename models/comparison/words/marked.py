"""The words of two texts, each in both of them, deleted or inserted: how a comparison says what differs."""

from __future__ import annotations

from collections.abc import Sequence

Words = tuple[tuple[str, str], ...]
"""Pairs of ("equal" | "delete" | "insert", text); equal and delete joined give the old, equal and insert the new."""


def side(words: Sequence[tuple[str, str]], op: str) -> str:
    """The text of one side: `op` is delete for the old, insert for the new."""
    return "".join(text for kind, text in words if kind in ("equal", op))
