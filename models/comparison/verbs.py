"""Operative verbs that changed, and whether the new one is usually read as stronger."""

from __future__ import annotations

from models.comparison.change import VerbChange
from models.draft import Paragraph


def verb_change(old: Paragraph, new: Paragraph) -> VerbChange | None:
    """The change of the opening verb of an operative paragraph, or None."""
    return None
