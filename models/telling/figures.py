"""Numbers as the window writes them, one way everywhere: "970", "9 970", with a space that no line breaks at."""

from __future__ import annotations


def figure(number: int) -> str:
    """Figures in groups of three from 1,000 on."""
    return f"{number:,}".replace(",", "\u00a0")


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 draft", "2 drafts", "9 970 paragraphs"."""
    return f"{figure(number)} {one if number == 1 else many or one + 's'}"
