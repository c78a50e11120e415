"""What the status bar says of a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from models.draft import NoteBrackets
from models.editing.working import WorkingText
from models.telling.figures import counted, figure
from widgets.shell.status_bar import Item
from widgets.text.agreed_here import AgreedHere
from widgets.text.bracketed import Bracketed
from widgets.text.ready import ReadyDraft
from widgets.text.shown import Shown


def reading_facts(ready: ReadyDraft, agreed: AgreedHere) -> list[Item]:
    """The facts of a draft that is read."""
    items = [*_bracket_facts(ready.shown, ready.bracketed, ready.noted), *_agreed_facts(agreed)]
    items += [Item(counted(ready.paragraphs, "paragraph")), Item(counted(ready.words, "word"))]
    notes = len(ready.shown.draft.footnotes)
    if notes:
        items.append(Item(counted(notes, "footnote")))
    return items


def writing_facts(
    working: WorkingText, shown: Shown, found: Bracketed, agreed: AgreedHere, paragraphs: int, words: int, changed: str
) -> list[Item]:
    """The facts of a text that is written: its brackets, what is agreed, how many paragraphs have words, how many
    words these are, and how much `changed`."""
    items = [*_bracket_facts(shown, found, working.noted.brackets()), *_agreed_facts(agreed)]
    items += [Item(counted(paragraphs, "paragraph")), Item(counted(words, "word"))]
    if changed and working.original:
        items.append(Item(f"Changed: {changed}"))
    return items


def _agreed_facts(agreed: AgreedHere) -> list[Item]:
    """How many paragraphs are agreed ad ref, once one is."""
    if not agreed.agreed:
        return []
    words = f"{figure(agreed.agreed)} of {figure(agreed.all)}"
    return [Item(f"{words} agreed", "agreed", "check-bold", brief=words)]


def _bracket_facts(shown: Shown, found: Bracketed, noted: NoteBrackets) -> list[Item]:
    """First the brackets without a partner and where they are, then the pairs and what holds them."""
    items: list[Item] = []
    if alone := found.unmatched + len(noted.unmatched):
        words = f"{counted(alone, 'bracket')} without a partner in {_where(shown, found, noted)}"
        items.append(Item(words, "error", "warning-octagon-fill", brief=f"{figure(alone)} without a partner"))
    if pairs := found.pairs + noted.pairs:
        words = f"[ ] {counted(pairs, 'bracket')} in {holding(found, noted)}"
        items.append(Item(words, "bracketed", brief=f"[ ] {figure(pairs)}"))
    return items


def _where(shown: Shown, found: Bracketed, noted: NoteBrackets) -> str:
    """Where brackets without a partner are: "OP1 and OP3", "OP1 and 2 more"; places without a name are counted."""
    positions, notes = found.unmatched_positions, tuple(dict.fromkeys(noted.unmatched))

    def named() -> Iterator[str]:
        yield from filter(None, map(shown.label, positions))
        yield from (f"footnote {shown.mark(note)}" for note in notes)

    places = len(positions) + len(notes)
    names = list(islice(named(), 2))
    if not names:
        return counted(places, "paragraph")
    if places > len(names):
        return f"{names[0]} and {figure(places - 1)} more"
    return " and ".join(names)


def holding(found: Bracketed, noted: NoteBrackets) -> str:
    """What holds pairs of brackets: "2 paragraphs and 1 footnote"."""
    held = [counted(found.paragraphs, "paragraph")] if found.paragraphs else []
    return " and ".join([*held, *([counted(len(noted.paired), "footnote")] if noted.paired else [])])
