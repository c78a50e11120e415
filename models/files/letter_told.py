"""The letter around a text that came in a mail: words alone, whatever its short lines looked like, and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Kind, Paragraph
from models.draft.masthead_lines import line_role
from models.reading.letter_around import greets, is_around, of_letter, plain_letter
from models.reading.reading import Reading, ReadingWarning

_LETTER = "This is of the letter around the text, and came with it."


def with_letter_told(reading: Reading) -> Reading:
    """A reading in which the letter around the text is plain, and each of its lines is to be looked at."""
    paragraphs = _without_masthead(reading.draft.paragraphs)
    letter = of_letter(paragraphs)
    if not is_around(letter, paragraphs):
        return reading
    told = (ReadingWarning(at, "letter", _LETTER) for at in sorted(letter))
    draft = replace(reading.draft, paragraphs=tuple(plain_letter(paragraphs)))
    return replace(reading, draft=draft, warnings=(*reading.warnings, *told))


def _without_masthead(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Paragraphs in which what a letter that greets says first is no masthead: that has lines of its own."""
    first = next((at for at, one in enumerate(paragraphs) if one.kind is not Kind.MASTHEAD), 0)
    said = paragraphs[:first]
    if not said or not greets(paragraphs) or paragraphs[first].kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
        return paragraphs
    if any(line_role(one.text) is not None for one in said):
        return paragraphs
    return [*(replace(one, kind=Kind.TEXT) for one in said), *paragraphs[first:]]
