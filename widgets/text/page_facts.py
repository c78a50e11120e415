"""What the status bar says of a text."""

from __future__ import annotations

from models.draft import NoteBrackets, note_brackets
from models.editing.working import WorkingText
from models.telling.figures import counted
from widgets.shell.status_bar import Item
from widgets.text.bracketed import Bracketed
from widgets.text.ready import ReadyDraft
from widgets.text.shown import Shown


def reading_facts(ready: ReadyDraft) -> list[Item]:
    """The facts of a draft that is read."""
    found, noted = ready.bracketed, note_brackets(ready.shown.draft.footnotes)
    items: list[Item] = []
    if found.paragraphs or noted.notes:
        words = counted(found.pairs + found.unmatched + noted.total, "bracket")
        items.append(Item(f"[ ] {words} in {holding(found, noted)}", "bracketed"))
    items.append(Item(counted(ready.paragraphs, "paragraph")))
    items.append(Item(counted(ready.words, "word")))
    notes = len(ready.shown.draft.footnotes)
    if notes:
        items.append(Item(counted(notes, "footnote")))
    return items


def writing_facts(working: WorkingText, shown: Shown, found: Bracketed, paragraphs: int, changed: str) -> list[Item]:
    """The facts of a text that is written: its brackets, how many paragraphs have words, and how much `changed`."""
    items: list[Item] = []
    noted = working.noted.brackets()
    alone = found.unmatched + len(noted.unmatched)
    if alone:
        if found.unmatched:
            where = shown.label(found.unmatched_positions[0])
        else:
            where = f"footnote {shown.mark(noted.unmatched[0])}"
        place = f" in {where}" if where else ""
        words = f"{counted(alone, 'bracket')} without a partner{place}"
        items.append(Item(words, "error", "warning-octagon-fill"))
    if found.pairs + noted.pairs:
        words = f"[ ] {counted(found.pairs + noted.pairs, 'bracket')} in {holding(found, noted)}"
        items.append(Item(words, "bracketed"))
    items.append(Item(counted(paragraphs, "paragraph")))
    items.append(Item(counted(working.words, "word")))
    if changed and working.original:
        items.append(Item(f"Changed: {changed}"))
    return items


def holding(found: Bracketed, noted: NoteBrackets) -> str:
    """What holds brackets: "2 paragraphs and 1 footnote"."""
    held = [counted(found.paragraphs, "paragraph")] if found.paragraphs else []
    return " and ".join([*held, *([counted(len(noted.notes), "footnote")] if noted.notes else [])])
