"""Paragraphs without a number that open with a known phrase: which are preambular, which act, which head others."""

from __future__ import annotations

import re
from itertools import islice

from models.draft import Kind, Paragraph, Run
from models.reading.literals import Literal, end_mark
from models.reading.opened_lines import begins_with_noun, seldom_opens
from models.reading.openings import Opening, opening, words_begin
from models.reading.reader import Reader, of_kind

_ARABIC = re.compile(r"\W*[\u0620-\u064a]")
_TYPED = re.compile(r"[\d\[]")
OWN_WORDS = 40  # characters: what is shorter and stops is as often the entry of a table
_OPENED_HEADING = 100  # characters of a heading that opens like a paragraph


def as_opened(reader: Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """An unnumbered paragraph that opens with a known phrase."""
    text = paragraph.text
    known = opening(text)
    if known is None or (paragraph.cell is not None and len(text) < OWN_WORDS):
        return None
    mark = end_mark(text)
    italic = _first_worded(paragraph).italic
    heads = mark == "" and not italic and _heads_others(reader, position, known)
    if heads and len(text) < _OPENED_HEADING:
        return None
    preambular = known.preambular and (not known.operative or mark in (",", ""))
    if reader.part == "preamble" and preambular:
        return reader.as_preambular(paragraph)
    # Sentences of what is annexed begin so, too: “Pursuant to resolution 70/1, a Fund is established.”
    begins = mark == "," or (reader.fresh and (italic or not reader.annex or mark not in (".", ":")))
    if preambular and begins and (reader.part != "annex" or reader.number == 0):
        return reader.as_preambular(paragraph)
    # Where none has a number, what stands among paragraphs that act is one, as where it is typed.
    among = mark == "" and reader.part == "operative" and not reader.numbered and not seldom_opens(text)
    acts = known.operative or among
    if acts and (italic or (mark == "" and not heads) or mark in (";", ".", ":")):
        if _formula(reader, position, mark) and (
            reader.part != "annex" or italic or _behind_preamble(reader, position)
        ):
            return of_kind(paragraph, Kind.ENACTING)
        if reader.annex and not italic:
            return None
        return reader.as_operative(paragraph)
    return None


def _heads_others(reader: Reader, position: int, known: Opening) -> bool:
    """Whether what opens as a paragraph and ends without a mark is a heading, as "Supporting developing countries" is.

    In a preamble one that stands above a number is, where it seldom opens a paragraph or is set otherwise than the
    paragraph above; elsewhere what stands without a number among numbered paragraphs is, but in Arabic, where no
    heading opens with such a verb.
    """
    if reader.annex:
        return True
    if _ARABIC.match(reader.paragraphs[position].text):
        return False
    if reader.part == "preamble" and known.preambular:
        text = reader.paragraphs[position].text
        seldom = seldom_opens(text) or begins_with_noun(text)
        below = _number_below(reader, position)
        return below is not None and (seldom or (_acts(below) and _set_otherwise(reader, position)))
    return reader.numbered


def _number_below(reader: Reader, position: int) -> Literal | None:
    """The number of the next paragraph with words."""
    below = (at for at in range(position + 1, len(reader.paragraphs)) if reader.paragraphs[at].text.strip())
    return next((reader.literals[at] for at in islice(below, 1)), None)


def _acts(number: Literal) -> bool:
    """Whether a number is that of a paragraph that acts, or of a section of them: a PP may lead to "(a)" and points."""
    if number.style == "label":
        return number.kind != "PP"
    return number.style in ("digit", "digit-paren", "section")


def _set_otherwise(reader: Reader, position: int) -> bool:
    """Whether a line is bold below a paragraph of the preamble that is not, or short and in roman letters below one
    that opens in italics.

    One with a figure, as of a resolution, in small letters, as in Russian, or in brackets is rather a paragraph as
    somebody typed it.
    """
    own, above = reader.paragraphs[position], reader.before(position)
    typed = _TYPED.search(own.text) or own.text[words_begin(own.text) :][:1].islower()
    if above is None or not _behind_preamble(reader, position) or typed:
        return False
    if _is_bold(own) and not _is_bold(above):
        return True
    return len(own.text) < OWN_WORDS and _first_worded(above).italic


def _is_bold(paragraph: Paragraph) -> bool:
    return all(run.bold for run in paragraph.runs if run.text.strip())


def _first_worded(paragraph: Paragraph) -> Run:
    """The run that a paragraph's words begin in."""
    return next((run for run in paragraph.runs if run.text.strip(' [“"')), Run())


def _behind_preamble(reader: Reader, position: int) -> bool:
    above = reader.before(position)
    known = opening(above.text) if above is not None else None
    return known is not None and known.preambular


def _formula(reader: Reader, position: int, mark: str) -> bool:
    """Whether this is the end of the organ's line ("Resolves that:") before paragraphs numbered from 1."""
    following = next((found for found in reader.literals[position + 1 : position + 2] if found), None)
    return (
        mark == ":"
        and reader.number == 0
        and following is not None
        and following.style == "digit"
        and following.value == "1"
    )
