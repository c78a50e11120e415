"""Acts beside those of tests.models.editing.random_acts: notes, brackets, what is pasted and dragged, the masthead."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from models.clipboard.own import from_own, to_own
from models.clipboard.paste import paste
from models.comparison.change import Pair
from models.comparison.compare import compare
from models.draft import Draft, Run
from models.editing import structure
from models.editing.acts import bracketing, put_back
from models.editing.acts.restoring import entries_from, fitting, restore
from models.editing.edit import Selection
from models.editing.found.finding import Query, find, searched
from models.editing.found.replacing import NothingReplaced, replace_all
from models.editing.marks import leaving
from models.editing.marks.text_end import end_text
from models.editing.notes import footnotes
from models.editing.pasted.copied import copied
from models.editing.runs import replaced, shown
from models.editing.working import WorkingText
from models.masthead.form import fields_of, set_fields
from models.spelling.in_text import put_right
from models.spelling.speller import Misspelt
from tests.models.editing.random_acts import selection_in
from tests.models.editing.tiny_drafts import working as tiny
from widgets.writing.dragged_text import move_text

Act = Callable[[WorkingText, random.Random], None]

_TEXTS = (
    "M Draft resolution\nE _The General Assembly_,\nP _Recalling_ its resolutions,^1\nP{PP1 bis} _Noting_ reports,^2\n"
    "O _Decides_:\n1 To meet;\n2 In May;\n2 In [June];\n1{b)} To eat;\nO{3 bis} _Requests_ a report,^1 namely:\n"
    "Q “A report”\nS Finance\nO _Urges_ [all [States].\nA Annex\nT We agree.]",
    "O _Decides_ to act.",
    "S General\nO _Affirms_ this;\nO _Affirms_ that;\n1 One;\n1 Two; and\n1 Three.\nS Special\nO _Calls upon_ all.^1",
    "O One;\nT Alpha beta gamma delta\nC{1.0.0} Alpha beta\nC{1.0.1} x is here\nC{1.1.0} y\nC{1.1.1} z\nO Two.",
)


def bases() -> tuple[Draft, ...]:
    """What is written on: texts with lists, printed numbers, notes, brackets; one paragraph."""
    return tuple(tiny(text)[0].base for text in _TEXTS)


def _note(working: WorkingText, chance: random.Random) -> None:
    if not working.entries:
        return
    selection = selection_in(working, chance)
    known = sorted(working.notes)
    which = chance.randrange(4)
    if which == 0 or not known:
        note = footnotes.add_note(working, selection)
        for letters in ("R", "Re", "Resolution 1."):
            footnotes.set_note_text(working, note, (Run(letters),), selection)
        footnotes.join_same(working, note, selection)
    elif which == 1:
        footnotes.set_note_text(working, chance.choice(known), (Run(chance.choice(("Ibid.", "Note 1.", ""))),))
    elif which == 2:
        footnotes.cite_again(working, selection, chance.choice(known))
    elif which == 3:
        footnotes.remove_note(working, selection, chance.choice(known))


def _bracket(working: WorkingText, chance: random.Random) -> None:
    if working.entries:
        act = chance.choice((bracketing.bracket, bracketing.bracket, bracketing.unbracket))
        act(working, selection_in(working, chance))


def _put_back(working: WorkingText, chance: random.Random) -> None:
    if working.original and chance.random() < 0.5:
        put_back.put_back_gone(working, chance.randrange(len(working.original)))
    elif working.entries:
        put_back.put_back(working, selection_in(working, chance))


def _restore(working: WorkingText, chance: random.Random) -> None:
    draft = chance.choice((*bases(), working.base))
    pairs = tuple(
        Pair(old, new) for change in compare(working.base, draft).changes for old in change.old for new in change.new
    )
    restore(working, draft, entries_from(draft, pairs), selection_in(working, chance))
    computed = [paragraph.text for paragraph in draft.paragraphs]
    assert [entry.text for entry in working.entries] == computed, "restored is not the draft"


def _replace(working: WorkingText, chance: random.Random) -> None:
    query = chance.choice((Query("e"), Query(r"(\w+) (\w+)", regex=True), Query("[")))
    new = chance.choice(("", "x", r"\2 \1" if query.regex else "yy"))
    with suppress(NothingReplaced):
        replace_all(working, selection_in(working, chance), find(searched(working), query), new)


def _leave(working: WorkingText, chance: random.Random) -> None:
    selection = selection_in(working, chance)
    left = [at for at in range(len(working.entries)) if at not in (selection.anchor.position, selection.head.position)]
    if left:
        leaving.leave(working, chance.choice(left), selection)


def _type_on(working: WorkingText, chance: random.Random) -> None:
    """Letters typed where the caret was left, as one writes."""
    last = working.undo_list.last
    if last is None or not working.entries:
        return
    head = last.after.head
    for letter in chance.choice(("and so on ", "States; ", "[x] ", "a")):
        position, place = min(head.position, len(working.entries) - 1), head.place
        entry = working.entries[position]
        place = min(place, entry.length)
        runs = replaced(entry.paragraph.runs, place, place, (Run(letter),))
        after = Selection.at(position, place + 1)
        structure.typed(working, position, runs, Selection.at(position, place), after)
        head = after.head


def _paste_own(working: WorkingText, chance: random.Random) -> None:
    """What was copied or cut put in again, there, elsewhere, or more than once."""
    selection = selection_in(working, chance)
    if not working.entries or selection.empty:
        return
    taken = copied(working, selection)
    fragment = from_own(
        to_own(
            taken.paragraphs,
            taken.footnotes,
            taken.came_from,
            "here",
            partial=taken.partial,
            extent=taken.extent,
        )
    )
    if chance.random() < 0.7:
        structure.delete(working, selection)
        selection = working.undo_list.last.after if working.undo_list.last else selection
    if chance.random() < 0.3:
        _type_on(working, chance)
    for _ in range(chance.choice((1, 1, 2))):
        where = selection if chance.random() < 0.5 else selection_in(working, chance)
        paste(working, fitting(working, where), fragment, "here")


def _drag_words(working: WorkingText, chance: random.Random) -> None:
    if working.entries:
        move_text(working, selection_in(working, chance), selection_in(working, chance).head)


def _end(working: WorkingText, chance: random.Random) -> None:
    end_text(working, selection_in(working, chance))


def _masthead(working: WorkingText, chance: random.Random) -> None:
    name, words = chance.choice(
        (
            ("symbol", "A/C.2/80/L.__"), ("symbol", ""), ("date", "17 November 2025"), ("date", "someday"),
            ("agenda_item", "18 (i)"), ("title", "Trade and development"), ("title", ""),
            ("sponsor_line", "France and Kenya*: draft resolution"), ("sponsor_note", "On behalf of the Group."),
            ("sponsor_note", ""), ("organ", "General Assembly"), ("committee", "Second Committee"),
        )
    )  # fmt: skip
    set_fields(working, selection_in(working, chance), replace(fields_of(working), **{name: words}))


def _spell(working: WorkingText, chance: random.Random) -> None:
    words = [
        (at, match)
        for at, entry in enumerate(working.entries)
        for match in re.finditer(r"\w+", shown(entry.paragraph.runs))
    ]
    if words:
        at, match = chance.choice(words)
        word = chance.choice(("realize", "x", "Organización"))
        put_right(working, selection_in(working, chance), at, Misspelt(*match.span(), match[0]), word)


def _write_note(working: WorkingText, chance: random.Random) -> None:
    cited = working.cited()
    if cited:
        words = chance.choice(("See paragraph 2.", "See [paragraph 1 above].", "Ibid., para. 2.", "See OP1.", "[x"))
        footnotes.set_note_text(working, chance.choice(cited), (Run(words, italic=chance.random() < 0.3),))


MORE: tuple[Act, ...] = (
    _note, _bracket, _put_back, _restore, _replace, _leave, _type_on, _paste_own, _drag_words, _end, _masthead, _spell,
    _write_note,
)  # fmt: skip
MORE_WEIGHTS = (4, 3, 3, 1, 1, 3, 4, 4, 3, 2, 3, 2, 2)
