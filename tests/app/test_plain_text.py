"""The lines of a text for a terminal: those of `textwrap`, whatever spaces stand in it."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from app.commands.plain_text import _MARGIN, hung

WIDTHS = st.integers(_MARGIN + 1, _MARGIN + 20)
PLAIN = st.lists(st.text("abc-’.", min_size=1, max_size=24), min_size=1, max_size=12).map(" ".join)
SPACED = st.text("ab  \u00a0\u2003-", max_size=60)


@given(PLAIN | SPACED, WIDTHS)
def test_lines_are_those_of_textwrap(text: str, width: int) -> None:
    blank = " " * _MARGIN
    lines = textwrap.wrap(text, width - _MARGIN, break_long_words=False, break_on_hyphens=False) or [""]
    assert hung("", text, width) == (blank + f"\n{blank}".join(lines)).rstrip()
