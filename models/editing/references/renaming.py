"""A reference that names its paragraphs otherwise: other figures and letters in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.draft.mentions import Item, Sign
from models.editing.edit import Caret, Entry
from models.editing.runs import cut, replaced


@dataclass(frozen=True, slots=True)
class Change:
    """A figure or letter that is to be another."""

    sign: Sign
    name: str


def with_signs(entry: Entry, changes: Sequence[Change]) -> Entry:
    """The paragraph with other figures and letters, each looking like the one it stands for."""
    runs = entry.paragraph.runs
    for change in sorted(changes, key=lambda change: change.sign.start, reverse=True):
        sign = change.sign
        look = cut(runs, sign.start, sign.start + 1)[0]
        runs = replaced(runs, sign.start, sign.end, (replace(look, text=change.name),))
    return entry.with_runs(runs)


def along(caret: Caret, at: int, changes: Iterable[Change]) -> Caret:
    """A caret in a paragraph whose figures became longer or shorter."""
    if caret.position != at:
        return caret
    by = sum(
        len(change.name) - (change.sign.end - change.sign.start) for change in changes if change.sign.end <= caret.place
    )
    return Caret(at, caret.place + by)


def named_after(before: Sequence[tuple[str, ...]], item: Item) -> tuple[str, ...]:
    """What a paragraph of a reference is called as written, behind others that are called thus; "2", "a" for 2 (a)."""
    letters = tuple(letter.text for letter in item.letters)
    if item.number is not None:
        return (item.number.text, *letters)
    return (before[-1][: max(1, len(before[-1]) - len(letters))] if before else ()) + letters
