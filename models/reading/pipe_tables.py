"""Tables of Markdown: rows of cells between upright strokes, the second row of dashes (GitHub Flavored Markdown)."""

from __future__ import annotations

import re

_DASHES = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_STROKE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)

Rows = list[list[str]]


def table_in(block: list[str]) -> tuple[list[str], Rows]:
    """The lines of a block that stand before a table, and the rows of that; all lines and none where there is none."""
    for at in range(1, len(block)):
        if "|" in block[at] and _DASHES.fullmatch(block[at]) and "|" in block[at - 1]:
            head = _cells(block[at - 1])
            if len(head) == len(_cells(block[at])):
                return block[: at - 1], [head, *map(_cells, block[at + 1 :])]
    return block, []


def _cells(line: str) -> list[str]:
    parts = _STROKE.split(line.strip())
    if len(parts) > 1 and not parts[0].strip():
        del parts[0]
    if len(parts) > 1 and not parts[-1].strip():
        del parts[-1]
    return [_BREAK.sub(" ", part.replace("\\|", "|")).strip() for part in parts]
