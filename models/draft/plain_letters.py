"""The letters of a text without its signs and spaces, and figures that stand raised."""

from __future__ import annotations

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_RAISED, FROM_RAISED = str.maketrans("0123456789", _RAISED), str.maketrans(_RAISED, "0123456789")
RAISED_SIGNS = str.maketrans("+-−–‑", "⁺⁻⁻⁻⁻")
"""A plus and a minus, however that is written, as they stand raised."""


def plain_letters(text: str) -> str:
    """The letters and figures of a text."""
    return "".join(filter(str.isalnum, text))
