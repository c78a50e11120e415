"""What is seen beside a paragraph, in words: its label, its kind, whether it is agreed ad ref, what became of it, its
brackets and footnotes."""

from __future__ import annotations

from dataclasses import dataclass

from models.draft import Kind, Paragraph
from models.editing import runs
from models.editing.runs import NOTE_MARK
from models.telling.figures import counted
from models.telling.sentences import listed
from widgets.text.shown import Shown

_AROUND = 40
"""Code points that are said on each side of what was found."""
_KINDS = {
    Kind.MASTHEAD: "masthead",
    Kind.ENACTING: "organ that acts",
    Kind.PREAMBULAR: "preambular paragraph",
    Kind.OPERATIVE: "operative paragraph",
    Kind.SUBPARAGRAPH: "subparagraph",
    Kind.HEADING: "heading",
    Kind.SECTION: "section",
    Kind.ANNEX: "annex",
    Kind.QUOTE: "quoted text",
    Kind.TEXT: "plain text",
    Kind.SPONSOR_NOTE: "note on sponsors",
    Kind.CLOSING: "closing line",
}


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs beside a paragraph: `change` is "new", "reworded", "moved" or nothing; `gone` says that paragraphs are
    gone before it, or after it; `bracketed` and `unmatched` tell of brackets in it; `warning` is what there is to look
    at; `misspelt` counts its misspelt words; `deleted` is what is struck below it, in words; it is `agreed` ad ref,
    or is not."""

    change: str = ""
    gone: tuple[bool, bool] = (False, False)
    bracketed: bool = False
    unmatched: int = 0
    warning: str = ""
    misspelt: int = 0
    deleted: str = ""
    agreed: bool = False


def spoken(shown: Shown, position: int, signs: Signs) -> str:
    """A paragraph as it is said when the caret comes to it, without its words; "" where there is none."""
    if not 0 <= position < shown.count():
        return ""
    paragraph = shown.paragraph(position)
    parts = [shown.label(position) or "", _KINDS.get(paragraph.kind, "")]
    if paragraph.cell is not None:
        parts.append(f"row {paragraph.cell[1] + 1}, column {paragraph.cell[2] + 1}")
    if paragraph.kind is Kind.SUBPARAGRAPH and paragraph.level > 1:
        parts.append(f"level {paragraph.level}")
    if paragraph.kind is Kind.HEADING:
        parts += [paragraph.number or "", f"level {paragraph.level + 1}" if paragraph.level else ""]
    if not paragraph.text.strip():
        parts.append("empty")
    parts += ["agreed ad ref" * signs.agreed, signs.change]
    if signs.unmatched:
        parts.append(_brackets_alone(signs.unmatched))
    elif signs.bracketed:
        parts.append("brackets")
    if signs.misspelt:
        parts.append("a misspelt word" if signs.misspelt == 1 else f"{signs.misspelt} misspelt words")
    parts.append(_notes(shown, paragraph))
    parts += ["paragraphs gone before it"] * signs.gone[0] + ["paragraphs gone after it"] * signs.gone[1]
    parts += [signs.deleted, signs.warning]
    return ", ".join(filter(None, parts))


def spoken_place(shown: Shown, position: int, text: str, at: int) -> str:
    """What one sign of a paragraph's block is called: a note mark is "footnote 3"; "" for all that speaks for itself.

    `text` is the block as Qt has it, `at` a place in it.
    """
    if not 0 <= position < shown.count() or not 0 <= at < len(text) or text[at] != NOTE_MARK:
        return ""
    notes = shown.paragraph(position).footnotes
    number = text[:at].count(NOTE_MARK)
    return f"footnote {shown.mark(notes[number])}" if number < len(notes) else ""


def spoken_found(shown: Shown, position: int, start: int, end: int) -> str:
    """Words of a paragraph from one place to another, as they are said once they were found: its label, and the words
    around them."""
    if not 0 <= position < shown.count():
        return ""
    words = _around(runs.shown(shown.paragraph(position).runs), start, end)
    return ", ".join(filter(None, [shown.label(position), words]))


def spoken_in_note(shown: Shown, note: int, start: int, end: int) -> str:
    """The same of words in a footnote, with its number."""
    found = shown.note(note)
    return f"footnote {shown.mark(note)}, {_around(runs.shown(found.runs), start, end)}" if found is not None else ""


def _around(text: str, start: int, end: int) -> str:
    """Words with as many before and behind as are heard in a moment, whole ones where there are spaces."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if first:
        first = max(first, text.find(" ", first, start))
    if last < len(text):
        last = max(end, text.rfind(" ", end, last)) if " " in text[end:last] else last
    words = text[first:last].replace(NOTE_MARK, "").replace("\n", " ").strip()
    return "…" * (first > 0) + words + "…" * (last < len(text))


def _brackets_alone(count: int) -> str:
    return "a bracket without a partner" if count == 1 else f"{counted(count, 'bracket')} without a partner"


def _notes(shown: Shown, paragraph: Paragraph) -> str:
    marks = [shown.mark(note) for note in paragraph.footnotes]
    return f"footnote{'s' * (len(marks) > 1)} {listed(marks)}" if marks else ""
