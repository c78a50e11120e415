"""A page of HTML whose Arabic letters are given in the forms they have beside each other, to be painted into a PDF."""

from __future__ import annotations

import re

from models.draft.directions import holds_right_to_left
from models.draft.joined_letters import joined

_TAG = re.compile(r"(<[^>]*>)")
_WITHIN_WORDS = re.compile(r"</?(?:a|b|del|em|i|ins|s|span|strong|sub|sup|u)\b")


def joined_in_html(html: str) -> str:
    """The page with the letters of its words in their forms; a word goes on over a change of its looks."""
    if not holds_right_to_left(html):
        return html
    parts = _TAG.split(html)  # words, a tag, words and so on
    first = 0
    for at in range(1, len(parts) + 1, 2):
        if at < len(parts) and _WITHIN_WORDS.match(parts[at]):
            continue
        parts[first:at:2] = joined(parts[first:at:2]).texts
        first = at + 1
    return "".join(parts)
