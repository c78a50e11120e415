"""A paragraph's number as it stands before its words: "3.", "3 bis.", "(a)", "II.", but "*" for a note to sponsors."""

from __future__ import annotations


def before_words(number: str | None) -> str:
    """The number with the full stop that letters and figures take, and a space; "" where there is none."""
    if not number:
        return ""
    return f"{number}{'.' if number[-1].isalnum() else ''} "
