"""Ids of lists that count alone: each has its own, since Word takes two lists of one id for the same."""

from __future__ import annotations

import re

_LIST, _FORM = 0x0AD2EF00, 0x0AD2E000
_COUNTED = re.compile("0AD2[EF][0-9A-F]{3}")


def list_id(number: int) -> str:
    """The `w:nsid` of the list of some number in its file."""
    return f"{_LIST + number:08X}"


def form_id(number: int) -> str:
    """The `w:tmpl` of the same."""
    return f"{_FORM + number:08X}"


def is_counted(value: str) -> bool:
    """Whether an id is one of these."""
    return _COUNTED.fullmatch(value) is not None
