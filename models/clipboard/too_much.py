"""What no page of a text holds, counted before it is parsed: more elements take seconds, many attributes minutes."""

from __future__ import annotations

import re

from models.draft.late_pattern import late_pattern

_MOST_TAGS, _MOST_BLOCKS, _MOST_ATTRIBUTES = 250_000, 60_000, 1_000  # of the last of one element
_BLOCK = late_pattern(r"<(?:p|td|th|li|div|h[1-6]|tr)\b", re.IGNORECASE)
_RAW = late_pattern(r"(<(script|style)\b[^<>]*>).*?(?:</\2|\Z)", re.IGNORECASE | re.DOTALL)
"""What is no markup; what is not closed goes to the end of its page, and is looked through once."""
_LONG_TAG = late_pattern(r"<[a-z][^>]{2000,}", re.IGNORECASE)
_QUOTED = late_pattern(r"\"[^\"]*\"|'[^']*'")


def is_too_much(page: str) -> bool:
    """Whether a page of HTML has too many elements, or one with too many attributes."""
    if page.count("<") > _MOST_TAGS or sum(1 for _ in _BLOCK.finditer(page)) > _MOST_BLOCKS:
        return True
    return any(_attributes(tag[0]) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(_RAW.sub(r"\1", page)))


def _attributes(tag: str) -> int:
    return len(_QUOTED.sub("", tag).split())
