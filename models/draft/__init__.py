"""The draft: one type for every part of the program. See ARCHITECTURE.md for its road."""

from models.draft.brackets import (
    Bracket,
    NoteBrackets,
    bracket_characters,
    brackets,
    in_brackets,
    may_hold_brackets,
    note_brackets,
)
from models.draft.canonical import canonical, content_hash, node_id
from models.draft.errors import DraftError
from models.draft.labels import labels
from models.draft.numbering import computed_numbers
from models.draft.paragraph import Draft, Footnote, Kind, Paragraph, Run, letters, tidy_runs

__all__ = [
    "Bracket",
    "Draft",
    "DraftError",
    "Footnote",
    "Kind",
    "NoteBrackets",
    "Paragraph",
    "Run",
    "bracket_characters",
    "brackets",
    "canonical",
    "computed_numbers",
    "content_hash",
    "in_brackets",
    "labels",
    "letters",
    "may_hold_brackets",
    "node_id",
    "note_brackets",
    "tidy_runs",
]
