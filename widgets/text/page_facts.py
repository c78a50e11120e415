"""What the status bar says of a text."""

from __future__ import annotations

from models.editing.working import WorkingText
from widgets.shell.status_bar import Item
from widgets.text.bracketed import Bracketed
from widgets.text.ready import ReadyDraft
from widgets.text.shown import Shown


def reading_facts(ready: ReadyDraft) -> list[Item]:
    """The facts of a draft that is read."""
    found = ready.bracketed
    items: list[Item] = []
    if found.paragraphs:
        words = counted(found.pairs + found.unmatched, "bracket")
        items.append(Item(f"[ ] {words} in {counted(found.paragraphs, 'paragraph')}", "bracketed"))
    items.append(Item(counted(ready.paragraphs, "paragraph")))
    items.append(Item(counted(ready.words, "word")))
    notes = len(ready.shown.draft.footnotes)
    if notes:
        items.append(Item(counted(notes, "footnote")))
    return items


def writing_facts(working: WorkingText, shown: Shown, found: Bracketed, paragraphs: int, changed: str) -> list[Item]:
    """The facts of a text that is written: its brackets, how many paragraphs have words, and how much `changed`."""
    items: list[Item] = []
    if found.unmatched:
        where = shown.label(found.unmatched_positions[0])
        place = f" in {where}" if where else ""
        words = f"{counted(found.unmatched, 'bracket')} without a partner{place}"
        items.append(Item(words, "error", "warning-octagon-fill"))
    if found.pairs:
        words = f"[ ] {counted(found.pairs, 'bracket')} in {counted(found.paragraphs, 'paragraph')}"
        items.append(Item(words, "bracketed"))
    items.append(Item(counted(paragraphs, "paragraph")))
    items.append(Item(counted(working.words, "word")))
    if changed and working.original:
        items.append(Item(f"Changed: {changed}"))
    return items


def counted(count: int, what: str) -> str:
    """A number with its noun."""
    return f"{count:,} {what}{'s' if count != 1 else ''}".replace(",", " ")
