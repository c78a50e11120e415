"""The "and" at the end of a paragraph: it joins the last item of a list, and anywhere else it is a word like others."""

from __future__ import annotations

from collections.abc import Sequence

from models.comparison.words.text_parts import last_and
from models.draft import Draft, Kind, Paragraph


def joins_last(old: Draft, new: Draft, i: int, j: int) -> bool:
    """Whether an "and" that came to the end of a paragraph, or went, stands before the last item; true if none did."""
    one, two = last_and(old.paragraphs[i].text), last_and(new.paragraphs[j].text)
    if bool(one) == bool(two):
        return True
    return before_last(old.paragraphs, i) if one else before_last(new.paragraphs, j)


def before_last(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether what stands behind a paragraph is the last of its list, or of the list that its own list belongs to.

    Headings between the two and blank lines are passed over, and so is what belongs to that last one. What ends with a
    full stop is the last: of text that has no levels nothing else tells.
    """
    this, last = paragraphs[at], None
    for place in range(at + 1, len(paragraphs)):
        other = paragraphs[place]
        if not other.text.strip() or other.kind is Kind.HEADING:
            continue
        if last is not None and other.level <= last.level:
            return other.level < last.level or other.kind is not last.kind
        if last is None:
            last = other
            if last.level > this.level or (last.level == this.level and last.kind is not this.kind):
                return False
            if last.text.rstrip(" ]").endswith((".", "。")):
                return True
    return last is not None
