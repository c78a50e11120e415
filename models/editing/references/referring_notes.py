"""The references in the footnotes of a text; each note is read when it is first asked for, and when it changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from models.comparison.references.unfollowed import Unfollowed, may_be_of_another, unfollowed_in_note
from models.draft import Footnote, Kind, Paragraph
from models.draft.mentions import Mention, may_refer
from models.draft.whose import names_another
from models.editing.edit import Entry
from models.editing.runs import Runs, shown

_OF_THIS_TEXT = re.compile(
    r"above|below|ABOVE|BELOW|present|this|hereof|supra|infra|ci-dess|ci-après|présent|anterior|preced|siguient|arriba|abajo"
    r"|[OP]P|op ?\d|perative|reamb|réamb|reámb|dispositi|أعلاه|أدناه|هذا|выше|ниже|настоящ|постановляющ"
    r"|[上下][文述]|执行部分|本[决议]"
)
"""A note without any of these that names something refers to no paragraph of the text; found quickly, for there are
thousands of notes."""


class NoteEntry(Entry):
    """A footnote that refers to paragraphs, as an entry: its key is below zero, so that no paragraph has it."""

    @cached_property
    def unfollowed(self) -> tuple[Unfollowed, ...]:
        """The references that no figure follows."""
        return unfollowed_in_note(shown(self.paragraph.runs), self.mentions)

    def may_be_of_another(self, one: Mention | Unfollowed, citing: Entry) -> bool:
        """Whether a reference may be to a document that the paragraph citing the note names."""
        return may_be_of_another(shown(self.paragraph.runs), one, citing.text)

    def with_runs(self, runs: Runs) -> NoteEntry:
        """The same footnote in other words."""
        return NoteEntry(self.key, Paragraph(Kind.TEXT, runs))


def as_entry(footnote: Footnote | None) -> NoteEntry | None:
    """A footnote as an entry; None where it refers to no paragraph of the text."""
    text = "" if footnote is None else footnote.text
    if footnote is None or not (_OF_THIS_TEXT.search(text) or (may_refer(text) and not names_another(text))):
        return None
    entry = NoteEntry(-1 - footnote.id, Paragraph(Kind.TEXT, footnote.runs))
    return entry if entry.mentions or entry.unfollowed else None


def note_of(key: int) -> int | None:
    """The id of the note that has a key; None where it is the key of a paragraph."""
    return -1 - key if key < 0 else None


class ReferringNotes:
    """The notes of a text that refer to its paragraphs, by their ids."""

    def __init__(self, notes: Mapping[int, Footnote]) -> None:
        self._found = {note: entry for note, footnote in notes.items() if (entry := as_entry(footnote)) is not None}
        self._to_read: dict[int, Footnote] = {}

    def copy(self) -> ReferringNotes:
        """The same for a copy of the text."""
        made = ReferringNotes({})
        made._found, made._to_read = dict(self._found), dict(self._to_read)
        return made

    def set(self, note: int, footnote: Footnote | None, known: NoteEntry | None = None) -> None:
        """A note reads thus now, or is gone; it is read when next asked for, unless `known` is how."""
        self._to_read.pop(note, None)
        if known is not None:
            self._found[note] = known
        elif footnote is None:
            self._found.pop(note, None)
        else:
            self._to_read[note] = footnote

    @property
    def by_id(self) -> Mapping[int, NoteEntry]:
        """Each of them as an entry."""
        for note, footnote in self._to_read.items():
            entry = as_entry(footnote)
            if entry is not None:
                self._found[note] = entry
            else:
                self._found.pop(note, None)
        self._to_read.clear()
        return self._found
