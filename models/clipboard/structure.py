"""What pasted paragraphs are: kinds, levels and numbers, read as a part of a resolution where they are one."""

from __future__ import annotations

import re
from dataclasses import replace

from models.draft import Draft, Kind, Paragraph, Run
from models.reading.extent import number_of
from models.reading.literals import end_mark
from models.reading.openings import is_enacting, opening
from models.reading.structure import recognise

_ARABIC = re.compile(r"\W*[\u0620-\u064a]")
_ITEM_OF = re.compile(r"\d{1,3} ?\((?:[a-z]|[ivx]{1,4})\) (?!(?:above|below|and|or|of|to|in)\b)(?=[^\W\d_])")
_CONTEXT = (
    Paragraph(Kind.TEXT, (Run("The General Assembly,"),)),
    Paragraph(Kind.TEXT, (Run("Decides", italic=True), Run(" to act;")), number="1"),
)


def structured(paragraph: Paragraph) -> bool:
    """Whether a paragraph has structure of its own: a number, or a kind that no plain words have."""
    plain = paragraph.kind in (Kind.TEXT, Kind.HEADING, Kind.MASTHEAD, Kind.QUOTE)
    return not plain or paragraph.number is not None


def with_structure(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Kinds, levels and numbers; a line is no heading that opens as only an Arabic paragraph does, or as one of the
    preamble it stands in."""
    read = list(_recognised(tuple(_labelled(paragraph) for paragraph in paragraphs)))
    numbered = any(paragraph.number is not None for paragraph in read)
    opens = False  # whether what stands before is the preamble, and how a paragraph opens tells what it is
    for at, paragraph in enumerate(read):
        known = opening(paragraph.text) if paragraph.kind is Kind.HEADING else None
        if known is None:
            opens = paragraph.kind in (Kind.ENACTING, Kind.PREAMBULAR)
            continue
        follows = at + 1 < len(read) and read[at + 1].kind is Kind.PREAMBULAR
        # No Arabic heading opens with such a verb, unlike "Notes".
        preamble = opens or follows if not known.operative else opens and not numbered
        if _ARABIC.match(paragraph.text) or preamble:
            kind = Kind.PREAMBULAR if known.preambular else Kind.OPERATIVE
            read[at] = replace(paragraph, kind=kind)
    return tuple(read)


def _labelled(paragraph: Paragraph) -> Paragraph:
    """An item named by the paragraph it is of, "3 (a) To act", with the label it has in a text: "OP3 (a)"."""
    if paragraph.number is not None or not _ITEM_OF.match(paragraph.text):
        return paragraph
    return replace(paragraph, runs=(Run("OP"), *paragraph.runs))


def _recognised(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Kinds, levels and numbers; a part of a resolution is read as what stands in the middle of one."""
    if any(is_enacting(paragraph.text) for paragraph in paragraphs):
        return recognise(Draft(paragraphs))[0].paragraphs
    if not any(_evidence(paragraph) for paragraph in paragraphs):
        return recognise(Draft(paragraphs))[0].paragraphs
    return recognise(Draft((*_CONTEXT, *paragraphs)))[0].paragraphs[len(_CONTEXT) :]


def _evidence(paragraph: Paragraph) -> bool:
    if number_of(paragraph) is not None:
        return True
    known = opening(paragraph.text)
    return known is not None and bool(end_mark(paragraph.text)) and paragraph.text.strip()[:1].isupper()
