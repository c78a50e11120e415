"""A masthead that was pasted, as fields, and the names of what it does not say."""

from __future__ import annotations

import re

from models.draft import Draft, Kind, Paragraph, Run
from models.draft.masthead_lines import line_role
from models.masthead.parts import NAMES, MastheadFields, fields_from, parts_of

_NOTE = re.compile(r"^\*+\s*(?=\w)")
_TEXT = re.compile(r"^[*_\s]*(?:The|L[’']|La|El)\s?[A-ZÉ][^.:]{3,60},[*_\s]*$")
_EXPECTED = tuple(name for name in NAMES if name != "sponsor_note")
_MOST_LINES = 60


def read_masthead(text: str) -> tuple[MastheadFields, tuple[str, ...]]:
    """The fields of a pasted masthead, up to the enacting line, and the names of those that were not found.

    A cell of a table is a line; a line that goes on in the next ("..., on the basis of") is joined with it.
    """
    lines = [part.strip() for line in text.splitlines() for part in re.split(r"\t+|\s{4,}", line)]
    heads: list[str] = []
    notes: list[str] = []
    lines = [line for line in lines if line][:_MOST_LINES]
    end = next((at for at, line in enumerate(lines) if _TEXT.match(line)), len(lines))
    for line in _rejoined(lines[:end]):
        if _NOTE.match(line) and not line.rstrip().endswith("*"):
            notes.append(_NOTE.sub("", line))
        else:
            heads.append(line.strip("*_ ") if not line.endswith(":*") else line)
    paragraphs = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in heads]
    paragraphs += [Paragraph(Kind.SPONSOR_NOTE, (Run(line),), number="*") for line in notes]
    draft = Draft(tuple(paragraphs))
    found = fields_from(draft.paragraphs, parts_of(draft.paragraphs))
    return found, tuple(name for name in _EXPECTED if not getattr(found, name))


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
