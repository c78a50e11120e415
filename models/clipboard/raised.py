"""Raised figures in a page: marks of notes, several at one place with commas between them, or powers of a formula."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Protocol, TypeVar

from models.draft.plain_letters import RAISED_SIGNS, TO_RAISED
from models.reading.powers import FARTHEST, is_power

POWER = "^"
"""The key of raised figures that belong to a formula: no note has it."""
COMMA = "^,"
"""That of a comma that parts two marks, and is no letter of the text where both are of notes."""
_FIGURES = re.compile(r"\s*(?:\d{1,3}(?:\s*[,，]\s*\d{1,3})*|[,，])\s*")
_SIGNED = re.compile(r"[+−–‑-]\d{0,4}|\d{1,2}[+−–‑-]")
_BEFORE_SIGN = re.compile(r"\d\Z|(?<!\w)[A-Z]{1,3}\Z")
"""Before a sign that stands raised alone, "A⁺", or before the figures that come next."""
_PART = re.compile(r"\d+|[,，]")


def raised_parts(text: str, before: str) -> Iterator[tuple[str, str]] | None:
    """Raised letters behind others as marks, each with its key; None where they are no figures."""
    if not _FIGURES.fullmatch(text):
        return None
    parts = _PART.findall(text)
    power = len(parts) == 1 and is_power(before[-FARTHEST:], parts[0])
    return ((part, POWER if power else "^" + part if part.isdigit() else COMMA) for part in parts)


def signed(text: str, before: str) -> str | None:
    """Raised figures with a sign, "-3" of 10⁻³ or "2+" of Ca²⁺, as letters that stand so; None for others, as those of
    notes from one to another are. A sign alone may be the first part of such; `before` are the letters before it."""
    bare = text.strip()
    may_be = before[-1:].isalnum() if len(bare) > 1 else _BEFORE_SIGN.search(before)
    if _SIGNED.fullmatch(bare) is None or not may_be:
        return None
    return bare.translate(TO_RAISED).translate(RAISED_SIGNS)


def is_figures(key: str) -> bool:
    """Whether a key is that of figures that may be the mark of a note."""
    return key.startswith("^") and key not in (POWER, COMMA)


class Noted(Protocol):
    """What may be the mark of a note."""

    @property
    def note(self) -> str:
        """The key of the note, or ""."""


NotedT = TypeVar("NotedT", bound=Noted)


def without_commas(pieces: Sequence[NotedT], cited: Container[str]) -> list[NotedT]:
    """Pieces without the commas between two notes that are cited."""
    last = len(pieces) - 1
    parting = (
        at
        for at, piece in enumerate(pieces)
        if piece.note == COMMA and 0 < at < last and pieces[at - 1].note in cited and pieces[at + 1].note in cited
    )
    gone = set(parting)
    return [piece for at, piece in enumerate(pieces) if at not in gone]
