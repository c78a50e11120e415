"""A whole resolution that stands in quotation marks, as in a press release: the mark before each of its paragraphs, and
the one behind the last, are none of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Paragraph
from models.editing.runs import replaced
from models.reading.extent import number_of
from models.reading.organs import is_enacting

_CLOSING = {"“": "”", '"': '"', "«": "»", "„": "“", "”": "“"}
_FEWEST = 3
"""Paragraphs, its first line among them."""
QUOTATION = "The quotation marks around the text were left out."


def without_quotation(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...] | None:
    """Pasted paragraphs without these marks, None where they are of the text: among paragraphs that act, as in
    “recommends the following draft resolution:”, or where no organ speaks in them."""
    quoted = [one.cell is None and one.text.lstrip()[:1] in _CLOSING for one in paragraphs]
    start = next((at for at, one in enumerate(paragraphs) if quoted[at] and is_enacting(_bare(one).text)), None)
    if start is None:
        return None
    end = next((at for at in range(start, len(quoted)) if not quoted[at]), len(quoted))
    beside = (*paragraphs[:start], *paragraphs[end:])
    if end - start < _FEWEST or any(is_enacting(one.text) or number_of(one) is not None for one in beside):
        return None
    mark = paragraphs[start].text.lstrip()[0]
    last = _without_end(_bare(paragraphs[end - 1]), mark)
    return (*paragraphs[:start], *map(_bare, paragraphs[start : end - 1]), last, *paragraphs[end:])


def _bare(paragraph: Paragraph) -> Paragraph:
    """A paragraph without the mark before its words, and the space that follows it in French."""
    text = paragraph.text
    words = text.lstrip()[1:].lstrip()
    return replace(paragraph, runs=replaced(paragraph.runs, 0, len(text) - len(words), ()))


def _without_end(paragraph: Paragraph, mark: str) -> Paragraph:
    """The last paragraph without the mark that ends the quotation, where one does that no other in it opens."""
    text, closing = paragraph.text.rstrip(), _CLOSING[mark]
    words = text.rstrip(".。")  # Russian and Spanish set the full stop behind it
    opened = text.count(closing) % 2 if mark == closing else text.count(closing) > text.count(mark)
    if not words.endswith(closing) or not opened or paragraph.runs[-1].footnote is not None:
        return paragraph
    notes = len(paragraph.footnotes)  # each is one place before the mark
    end = len(words) - len(closing)
    return replace(paragraph, runs=replaced(paragraph.runs, notes + len(text[:end].rstrip()), notes + end + 1, ()))
