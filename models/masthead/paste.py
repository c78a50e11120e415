"""A masthead that was pasted, as fields, and the names of what it does not say."""

from __future__ import annotations

import re

from models.draft import Draft, Kind, Paragraph, Run
from models.draft.masthead_lines import line_role
from models.masthead.parts import NAMES, MastheadFields, fields_from, parts_of
from models.reading.inline import without_marks
from models.reading.literals import end_mark, literal
from models.reading.organs import is_enacting

_QUOTES = tuple('"“«„')
_NOTE = re.compile(r"^\*+\s*(?=\w)")
_EXPECTED = tuple(name for name in NAMES if name not in ("sponsor_note", "language"))
"""What a masthead says in any case; its text has another language than its original only where it is translated."""
_MOST_LINES = 60
_LONGEST_TITLE = 6
"""So many lines below that of the sponsors the organ's may stand, the title and notes between them."""
_SENTENCE_ENDS = tuple(".:;")


def read_masthead(text: str) -> tuple[MastheadFields, tuple[str, ...]]:
    """The fields of a pasted masthead, up to the text, and the names of those that were not found.

    A cell of a table is a line; a line that goes on in the next ("..., on the basis of") is joined with it.
    """
    lines = [part.strip() for line in text.splitlines() for part in re.split(r"\t+|\s{4,}", line)]
    heads: list[str] = []
    notes: list[str] = []
    lines = [line for line in lines if line][:_MOST_LINES]
    for line in _rejoined(lines[: _end(lines)]):
        if _NOTE.match(line) and not line.rstrip().endswith("*"):
            notes.append(_NOTE.sub("", line))
        else:
            heads.append(line.strip("*_ ") if line.startswith(("*", "_")) else line)
    paragraphs = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in heads]
    paragraphs += [Paragraph(Kind.SPONSOR_NOTE, (Run(line),), number="*") for line in notes]
    draft = Draft(tuple(paragraphs))
    found = fields_from(draft.paragraphs, parts_of(draft.paragraphs))
    return found, tuple(name for name in _EXPECTED if not getattr(found, name))


def _end(lines: list[str]) -> int:
    """Where the text begins: with the organ's line, or, as amendments do, with a sentence below the sponsors.

    Where the organ's line is near below these, what is between is the title, "Oceans:" on a line of its own too.
    """
    organ = next((at for at, line in enumerate(lines) if _begins_text(line)), len(lines))
    sponsored = next((at for at, line in enumerate(lines[:organ]) if line_role(line) == "sponsor_line"), organ)
    if organ < len(lines) and organ - sponsored <= _LONGEST_TITLE:
        return organ
    found = (at for at in range(sponsored + 1, organ) if _is_sentence(lines[at], lines[at + 1 : at + 2]))
    return next(found, organ)


def _is_sentence(line: str, after: list[str]) -> bool:
    """Whether a line below the sponsors is one of the text; a title goes on behind its colon in a small letter."""
    bare = without_marks(line)
    if line_role(line) is not None or _NOTE.match(line):
        return False
    ends = end_mark(bare) in _SENTENCE_ENDS and not (end_mark(bare) == ":" and any(one[0].islower() for one in after))
    return ends or literal(bare) is not None


def _begins_text(line: str) -> bool:
    """Whether a line is the organ's line; in the masthead its name stands alone."""
    bare = without_marks(line)
    return is_enacting(bare) and line_role(bare) != "organ" and not bare.startswith(_QUOTES)


def _rejoined(lines: list[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        goes_on = line[:1].islower() or line.startswith("(") or (joined and joined[-1].endswith((",", " of", " and")))
        if joined and goes_on and line_role(line) in (None, "sponsor_line") and line_role(joined[-1]) in _LONG:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


_LONG = (None, "sponsor_line", "title")
