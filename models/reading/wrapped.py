"""How wide a text was wrapped, if it was: in mail, in files of old, on pages."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from models.draft.columns import begins_chinese, columns, unparted
from models.draft.masthead_lines import line_role
from models.reading.inline import without_marks
from models.reading.literals import end_mark, literal
from models.reading.opened_lines import begins_in_small_letters
from models.reading.openings import opening
from models.reading.organs import is_enacting

BULLET = re.compile(r"^\s*[*+-]\s+\S")
FULL = 0.85
"""A line is full that is so much of the width with the next word; so many of the lines of a column are."""
_LONG_LINE = 150
"""Columns, as all that follow."""
_NARROWEST = 45
_NARROW, _FEW_PAIRS, _MANY_PAIRS, _GO_ON = 20, 2, 6, 0.4
"""Between these widths lines are those of a column where so many, and such a share, say so."""

_A_MASTHEAD, _HIGHEST = 3, 60
"""So many of so many lines tell of themselves where a masthead stands."""
_TITLES = 3
"""So many lines of a title may stand below the last of them."""


def wrap_width(lines: list[str], blocks: list[list[str]]) -> int | None:
    """How wide the lines are where a text is wrapped; None where each line is a paragraph."""
    wide = list(map(columns, lines))
    if sum(one for one in wide if one > _LONG_LINE) * 10 > sum(wide) * 3:
        return None
    lengths = sorted(columns(line) for block in blocks if len(block) > 1 for line in block)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    if width < _NARROWEST:
        # A word that is longer than the column stands out.
        width = max(
            (columns(line) for block in blocks if len(block) > 1 for line in block if _has_words(line)), default=0
        )
        return width if width >= _NARROW and _is_column(blocks, width) else None
    return width if _goes_on(blocks, width) else None


def _goes_on(blocks: list[list[str]], width: int) -> bool:
    """Whether a line that is full goes on in the next: those of a masthead are as wide as they are.

    That it ends in no mark tells; in the masthead, of which none does, that the next begins with a small letter. Where
    no masthead stands so does what goes on behind a mark, and that most lines are full, but where some begin as
    paragraphs of a Russian text do, in small letters.
    """
    head, at = _lines_of_masthead(blocks), 0
    full: list[bool] = []
    small = False
    for block in blocks:
        for line, after in pairwise(block):
            at += 1
            told = at > head or after.lstrip()[:1].islower()
            bare = without_marks(after).lstrip()
            opens = begins_in_small_letters(line, bare)
            ends = opens or (end_mark(without_marks(line)) and (head or _begins_anew(after)))
            small = small or opens
            full.append(reach(line, after) >= width * FULL)
            if told and not ends and full[-1]:
                return True
        at += 1
    return not head and not small and sum(full) * 2 > len(full)


def _begins_anew(line: str) -> bool:
    """Whether a line behind one that ends in a mark begins as a paragraph does."""
    bare = without_marks(line).lstrip()
    return bare[:1].isupper() or opening(bare) is not None or literal(bare) is not None


def _lines_of_masthead(blocks: list[list[str]]) -> int:
    """How many lines stand above the organ's line, or above all else, where they are those of a masthead."""
    lines = [line for block in blocks for line in block][:_HIGHEST]
    end = next((at for at, line in enumerate(lines) if _is_organ_line(line)), None)
    told = [at for at, line in enumerate(lines[:end]) if line_role(line) is not None]
    if len(told) < _A_MASTHEAD:
        return 0
    return end if end is not None else told[-1] + _TITLES


def _is_organ_line(line: str) -> bool:
    """Whether the text begins with a line; an organ's name alone may stand in the masthead."""
    bare = without_marks(line)
    return is_enacting(bare) and line_role(bare) != "organ"


def _has_words(line: str) -> bool:
    return len(list(islice(unparted(line.strip()), 2))) > 1


def reach(line: str, after: str) -> int:
    """How many columns a line would take with what the next begins with: a word, or a letter of Chinese."""
    first = next(unparted(after.lstrip()), "")
    space = not (begins_chinese(line.rstrip()[-1:]) and begins_chinese(first))
    return columns(line) + space + columns(first)


def _is_column(blocks: list[list[str]], width: int) -> bool:
    """Whether short lines end because the next word found no room, as in quoted mail, and go on in the next.

    Those of a masthead, or of a list of names, end where they do by themselves; that all of many have no room for the
    next word, whatever it is, is no chance.
    """
    pairs = [pair for block in blocks for pair in pairwise(block)]
    full = sum(reach(line, after) > width for line, after in pairs)
    firsts = [next(unparted(after.strip())) for _, after in pairs if _has_words(after)]
    if len(pairs) < _FEW_PAIRS or full < len(pairs) * FULL:
        return False
    many = full == len(pairs) >= _MANY_PAIRS and len(set(firsts)) * 2 > len(pairs)
    wholes = ((_is_one_paragraph(block), len(block) - 1) for block in blocks if len(block) > 1)
    whole = [one for one, count in wholes for _ in range(count)]
    on = sum(
        one or after.lstrip()[:1].islower() or (many and end_mark(line) in ("", ","))
        for one, (line, after) in zip(whole, pairs, strict=True)
    )
    return on >= len(pairs) * _GO_ON


def _is_one_paragraph(block: list[str]) -> bool:
    """Whether a block opens and ends as a paragraph of a resolution does, and nothing in it begins another."""
    lines = [without_marks(line) for line in block]
    if end_mark(lines[-1]) == "" or not (opening(lines[0]) or literal(lines[0])):
        return False
    return not any(opening(line) or literal(line) or BULLET.match(line) for line in lines[1:])
