"""All changes that are shown as marked text for the clipboard: HTML that Word and mail understand, and plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from models.comparison.change import Change, Comparison
from models.draft import Paragraph
from models.telling.sorts import Sort, sort_of
from widgets.compare.changed_notes import MarkedNotes
from widgets.compare.chosen import Part, shown_words
from widgets.compare.names import labels_line, place_name
from widgets.compare.stray_lines import stray_lines
from widgets.paper.copied import as_html, as_signed
from widgets.paper.marked import marked
from widgets.paper.pieces import Pieces

_SAID = {
    Sort.RESHAPED: "in another form",
    Sort.BRACKETS: "brackets",
    Sort.FOOTNOTES: "footnotes",
    Sort.LOOKS: "italics or bold",
    Sort.REFERENCES: "",
}


def changes_as_html(parts: Sequence[Part]) -> str:
    """The changes of some comparisons, each under its label; what is added underlined, what is gone struck."""
    found: list[str] = []
    for part in parts:
        found.append(f"<p><b>{escape(part.new)}</b> against <b>{escape(part.old)}</b></p>")
        notes = MarkedNotes(part.comparison)
        for change in _changes(part):
            said = escape(_head(change, part.comparison), quote=False)
            words = (*_paragraphs(change, part.comparison), *notes.lines(change))
            found.append(f"<p><b>{said}</b></p>{as_html(words)}")
    return "".join(found)


def changes_as_plain(parts: Sequence[Part]) -> str:
    """The same in letters alone; what is added and what is gone stands between signs."""
    found: list[str] = []
    for part in parts:
        found.append(f"{part.new} against {part.old}")
        notes = MarkedNotes(part.comparison)
        for change in _changes(part):
            words = (*_paragraphs(change, part.comparison), *notes.lines(change))
            found.append(f"{_head(change, part.comparison)}\n{as_signed(words)}")
    return "\n\n".join(found)


def new_paragraphs(part: Part) -> list[Paragraph]:
    """The paragraphs of the new draft that changed, to be pasted into a text."""
    return [part.comparison.new.paragraphs[at] for change in _changes(part) for at in change.new]


def _changes(part: Part) -> Iterator[Change]:
    return (part.comparison.changes[number] for number in part.changes)


def _head(change: Change, comparison: Comparison) -> str:
    """ "OP3 → PP17, moved"."""
    name = labels_line(change) or place_name(change, comparison)
    said = "housekeeping" if change.weight == "housekeeping" else _SAID.get(sort_of(change), sort_of(change).value)
    return ", ".join(part for part in (name, said, *stray_lines(comparison, change)) if part)


def _paragraphs(change: Change, comparison: Comparison) -> tuple[Pieces, ...]:
    old = [comparison.old.paragraphs[at] for at in change.old]
    new = [comparison.new.paragraphs[at] for at in change.new]
    words = shown_words(change)
    return marked(words, old, new, (comparison.old, comparison.new), fold=False).inline
