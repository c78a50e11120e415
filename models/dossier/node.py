"""A kept draft as the dossier lists it, and what is said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Node:
    """A kept draft as the dossier lists it; `facts` holds the latest word on each matter, `paragraphs` counts.

    `kept` is when it was first kept (UTC, ISO 8601; None where nobody knows), `kept_by` who did ("" where unknown).
    """

    id: str
    content: str
    parents: tuple[str, ...]
    paragraphs: int
    facts: Mapping[str, Any] = field(default_factory=dict)
    kept: str | None = None
    kept_by: str = ""

    @property
    def label(self) -> str:
        """What people call the draft; the start of its id where nobody has named it."""
        return str(self.facts.get("label") or self.id[:8])

    @property
    def symbol(self) -> str | None:
        """The symbol of the document, as A/C.2/58/L.37."""
        return self.facts.get("symbol")

    @property
    def date(self) -> str | None:
        """The date of the draft, YYYY-MM-DD."""
        return self.facts.get("date")

    @property
    def author(self) -> str | None:
        """Whose text it is."""
        return self.facts.get("author")

    @property
    def note(self) -> str | None:
        """A remark."""
        return self.facts.get("note")

    @property
    def file_name(self) -> str | None:
        """The name of the file it was read from."""
        return self.facts.get("file_name")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said about a draft: by whom ("" where unknown) and when (UTC, ISO 8601)."""

    name: str
    value: Any
    who: str
    at: str
