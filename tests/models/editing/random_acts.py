"""Any acts in any order on a working text, and what must hold after each of them and at the end."""

from __future__ import annotations

import contextlib
import random
from collections import Counter
from collections.abc import Callable
from itertools import groupby

from models.draft import Draft, Footnote, Kind, Paragraph, Run, computed_numbers, labels, tidy_runs
from models.editing import structure as acts
from models.editing.acts.levels import NoDeeper, NoHigher
from models.editing.acts.set_numbers import (
    GivenTwice,
    NothingBefore,
    NothingToRenumber,
    renumber,
    set_number,
    set_suffix,
)
from models.editing.edit import Caret, Selection
from models.editing.pasted.copied import Extent
from models.editing.runs import replaced
from models.editing.table_cells import StaysInTable
from models.editing.typed.completion import complete, offers
from models.editing.typed.typed_structure import recognise_typed
from models.editing.working import WorkingText

Act = Callable[[WorkingText, random.Random], None]
_WORDS = (
    "Recalling ", "Decides ", "its", " all", "; ", ",", "1. ", "(a) ", "(i) ", "a. ", "I. ", "3 bis. ", "[", "] ",
    "Annex II", "The General Assembly,", "é\u0301", "\U0001f600", ": ", "Taking note", " with appreciation ",
)  # fmt: skip
_KINDS = tuple(Kind)


def selection_in(working: WorkingText, chance: random.Random) -> Selection:
    """Any selection: often a caret, often at the edge of a paragraph, at times over several."""
    if not working.entries:
        return Selection()

    def caret(near: int | None = None) -> Caret:
        last = len(working.entries) - 1
        position = chance.randint(0, last) if near is None else min(max(near + chance.randint(-2, 2), 0), last)
        length = working.entries[position].length
        return Caret(position, chance.choice((0, length, chance.randint(0, length))))

    head = caret()
    return Selection(head, head) if chance.random() < 0.6 else Selection(caret(head.position), head)


def run(working: WorkingText, chance: random.Random, steps: int) -> None:
    """Do as many acts, undos and redos; raises AssertionError where something does not hold."""
    for _ in range(steps):
        act = chance.choices(ACTS, WEIGHTS)[0]
        before, count, sections = letters(working), working.undo_list.steps, _sections(working)
        act(working, chance)
        check(working)
        if act in _KEEPING and not working.punctuates and working.undo_list.steps > count:
            now = letters(working)
            # Enter behind "I." makes it the number of a section.
            begun = _sections(working) > sections and now <= before and (before - now).total() <= _LONGEST_NUMBER
            assert now == before or begun or _numbered(working), f"{act} lost or made letters"


def _numbered(working: WorkingText) -> bool:
    """Whether the last step made a number of letters before the caret, as Tab does behind “e.”."""
    last = working.undo_list.last
    return last is not None and last.words.startswith("Number ")


def _sections(working: WorkingText) -> int:
    return sum(entry.paragraph.kind is Kind.SECTION for entry in working.entries)


NOTES = ("Note 1.", "Ibid.", "Another.", "See paragraph 2 above.", "See [OP1] of the present resolution.")


def check(working: WorkingText) -> None:
    """What holds at any time."""
    draft = working.draft()
    keys = [entry.key for entry in working.entries]
    assert len(set(keys)) == len(keys), "a key twice"
    assert [working.label(at) for at in range(len(keys))] == list(labels(draft)), "labels"
    numbers = [entry.paragraph.number if entry.printed else None for entry in working.entries]
    computed = computed_numbers(Draft(tuple(entry.paragraph for entry in working.entries)))
    shown = [n if e.printed else c for e, n, c in zip(working.entries, numbers, computed, strict=True)]
    assert [working.number(at) for at in range(len(keys))] == shown, "numbers"
    assert [p.number for p in draft.paragraphs] == shown, "numbers of the draft"
    for entry in working.entries:
        paragraph = entry.paragraph
        assert paragraph.runs == tidy_runs(paragraph.runs), "untidy runs"
        assert entry.printed or paragraph.number is None, "a number kept that is not printed"
        assert (1 <= paragraph.level <= 4) if paragraph.kind is Kind.SUBPARAGRAPH else paragraph.level == 0, "level"
        assert len(set(entry.came_from)) == len(entry.came_from), "an origin twice"
        assert all(0 <= origin < len(working.original) for origin in entry.came_from), "an origin that is none"
        assert all(note in working.notes for note in paragraph.footnotes), "a note cited that is none"
    for _, table in groupby(draft.paragraphs, key=lambda paragraph: paragraph.cell and paragraph.cell[0]):
        cells = [paragraph.cell for paragraph in table if paragraph.cell is not None]
        assert cells == sorted(cells), "cells out of their order"
    tables = [key for key, _ in groupby(paragraph.cell and paragraph.cell[0] for paragraph in draft.paragraphs)]
    torn = Counter(table for table in tables if table is not None)
    assert all(count == 1 for count in torn.values()), "a table torn"
    last = working.undo_list.last
    for caret in (last.after.anchor, last.after.head) if last else ():
        entries = working.entries
        # The last step may be one that was redone; where it is, its carets lie in the text.
        if entries:
            assert 0 <= caret.position < len(entries), "a caret outside the text"
            assert 0 <= caret.place <= entries[caret.position].length, "a caret outside its paragraph"


def there_and_back(working: WorkingText) -> None:
    """Undo all, redo all: the base draft and the end, exactly. For texts with all their steps in the list."""
    end, entries = working.draft(), list(working.entries)
    undone = 0
    while working.undo():
        undone += 1
    assert working.draft() == working.base, "undone is not the base"
    assert tuple(working.entries) == working.original, "undone entries are not the base's"
    assert not working.changed
    assert not working.touched
    for _ in range(undone):
        working.redo()
    assert working.draft() == end, "redone is not the end"
    assert working.entries == entries
    check(working)


def letters(working: WorkingText) -> Counter[str]:
    """All letters and note marks, without spaces; order aside, as a move changes it."""
    found: Counter[str] = Counter()
    for entry in working.entries:
        for one in entry.paragraph.runs:
            found.update([f"^{one.footnote}"] if one.footnote is not None else "".join(one.text.split()))
    return found


def _type(working: WorkingText, chance: random.Random) -> None:
    selection = selection_in(working, chance)
    for letter in chance.choice(_WORDS):
        acts.insert_text(working, selection, letter)
        selection = _after(working, selection)
        if recognise_typed(working, selection.head.position, selection.head.place):
            check(working)
            selection = _after(working, selection)


def _typed(working: WorkingText, chance: random.Random) -> None:
    if not working.entries:
        return
    position = chance.randrange(len(working.entries))
    entry = working.entries[position]
    start = chance.randint(0, entry.length)
    end = min(entry.length, start + chance.choice((0, 0, 0, 2)))
    words = chance.choice((*_WORDS, ""))
    runs = replaced(entry.paragraph.runs, start, end, (Run(words, bold=chance.random() < 0.2),))
    before = Selection(Caret(position, start), Caret(position, end))
    acts.typed(working, position, runs, before, Selection.at(position, start + len(words)))


def _after(working: WorkingText, otherwise: Selection) -> Selection:
    return working.undo_list.last.after if working.undo_list.last else otherwise


def _new(working: WorkingText, chance: random.Random) -> None:
    acts.new_paragraph(working, selection_in(working, chance))


def _split(working: WorkingText, chance: random.Random) -> None:
    acts.new_paragraph(working, Selection(head := selection_in(working, chance).head, head))


def _deeper(working: WorkingText, chance: random.Random) -> None:
    with contextlib.suppress(NoDeeper):
        acts.tab(working, selection_in(working, chance))


def _shallower(working: WorkingText, chance: random.Random) -> None:
    with contextlib.suppress(NoHigher):
        acts.shallower(working, selection_in(working, chance))


def _kind(working: WorkingText, chance: random.Random) -> None:
    with contextlib.suppress(StaysInTable):
        acts.set_kind(working, selection_in(working, chance), chance.choice(_KINDS), chance.randint(0, 4))


def _move(working: WorkingText, chance: random.Random) -> None:
    with contextlib.suppress(StaysInTable):
        acts.move(working, selection_in(working, chance), chance.choice((-1, 1, 1, -1, 3)))


def _drag(working: WorkingText, chance: random.Random) -> None:
    count = len(working.entries)
    first = chance.randint(0, max(count - 1, 0))
    acts.move_to(working, first, min(first + chance.randint(0, 2), count - 1), chance.randint(0, count))


def _delete(working: WorkingText, chance: random.Random) -> None:
    acts.delete(working, selection_in(working, chance))


def _back(working: WorkingText, chance: random.Random) -> None:
    acts.delete_back(working, selection_in(working, chance))


def _on(working: WorkingText, chance: random.Random) -> None:
    acts.delete_on(working, selection_in(working, chance))


def _mark(working: WorkingText, chance: random.Random) -> None:
    acts.toggle_mark(working, selection_in(working, chance), chance.choice(("italic", "bold", "underline")))


def _paste(working: WorkingText, chance: random.Random) -> None:
    paragraphs, notes = [], []
    for at in range(chance.randint(1, 3)):
        kind = chance.choice((Kind.TEXT, Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUBPARAGRAPH, Kind.TEXT))
        runs: list[Run] = [Run("Urges", italic=True), Run(f" pasted {at};")]
        if chance.random() < 0.4:
            notes.append(Footnote(at + 1, str(at + 1), (Run(chance.choice(NOTES)),)))
            runs.append(Run(footnote=at + 1))
        number = chance.choice((None, "7", "3 bis"))
        level = chance.randint(1, 3) if kind is Kind.SUBPARAGRAPH else 0
        paragraphs.append(Paragraph(kind, tuple(runs), level, number))
    origins = [(chance.randint(0, len(working.original)),) for _ in paragraphs] if chance.random() < 0.3 else None
    known = chance.random() < 0.4
    printed = tuple(one.number is not None for one in paragraphs)
    extent = Extent(chance.random() < 0.5, chance.random() < 0.5, printed) if known else None
    acts.insert_paragraphs(working, selection_in(working, chance), paragraphs, notes, origins, extent=extent)


def _number(working: WorkingText, chance: random.Random) -> None:
    selection = selection_in(working, chance)
    act = chance.randint(0, 2)
    if act == 0:
        with contextlib.suppress(NothingBefore):
            set_suffix(working, selection, chance.choice(("bis", "ter", "alt", None)))
    elif act == 1:
        with contextlib.suppress(NothingToRenumber):
            renumber(working, selection, chance.random() < 0.3)
    elif working.entries and working.entries[selection.start.position].paragraph.kind in (
        Kind.OPERATIVE,
        Kind.SUBPARAGRAPH,
        Kind.PREAMBULAR,
    ):
        with contextlib.suppress(GivenTwice):
            set_number(working, selection, chance.choice(("5", "3 bis", None)))


def _complete(working: WorkingText, chance: random.Random) -> None:
    selection = selection_in(working, chance)
    found = offers(working, selection)
    if found:
        complete(working, selection, chance.choice(found))


def _undo(working: WorkingText, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 4)):
        working.undo()


def _redo(working: WorkingText, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 4)):
        working.redo()


ACTS: tuple[Act, ...] = (
    _type, _typed, _new, _split, _deeper, _shallower, _kind, _move, _drag, _delete, _back, _on, _mark, _paste, _number,
    _complete, _undo, _redo,
)  # fmt: skip
WEIGHTS = (5, 4, 2, 3, 3, 3, 2, 4, 3, 1, 3, 2, 2, 2, 3, 2, 4, 3)
_LONGEST_NUMBER = len("XXXVIII.")
_KEEPING = (_split, _deeper, _shallower, _kind, _move, _drag, _mark, _number)
