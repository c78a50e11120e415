"""Letters: what the view has typed, what is put in as text, and marks."""

from __future__ import annotations

from models.draft import Paragraph, Run
from models.draft.held_letters import LINE_END, held
from models.editing.acts.deleting import step_make_room
from models.editing.acts.settling import settle
from models.editing.acts.splitting import new_paragraph
from models.editing.edit import TYPING, Entry, Selection
from models.editing.places import FIRST_KIND, Entries, fitting
from models.editing.runs import Runs, all_marked, cut, differing, marked, replaced, shown
from models.editing.typed.before_mark import make_way
from models.editing.typed.openings import opening_places
from models.editing.working import WorkingText


def typed(working: WorkingText, position: int, runs: Runs, before: Selection, after: Selection) -> int:
    """What the view typed into one paragraph: how it reads now, the selection before and after; gives the place from
    which on it reads otherwise.

    Typing that goes on is undone a word at a time: what comes after a space is a step of its own.
    """
    empty = not working.entries
    old = () if empty else working.entries[position].paragraph.runs
    was, now = shown(old), shown(runs)
    start, gone, come = differing(was, now)
    taken, put = was[start:gone], now[start:come]
    joins = "typing" if put else "deleting"
    if taken and put:
        working.undo_list.close()
    with working.step(TYPING if put else "Delete", before, joins=joins) as step:
        if empty:
            step.replace(0, 0, [step.new(Paragraph(FIRST_KIND, runs))])
        else:
            step.put(position, working.entries[position].with_runs(runs))
        step.selection = after
    working.undo_list.wrote(after, working.entries)
    if put[-1:].isspace():
        working.undo_list.close()
    return start


def insert_text(
    working: WorkingText,
    selection: Selection,
    text: str,
    italic: bool | None = None,
    bold: bool | None = None,
    underline: bool | None = None,
) -> None:
    """Text in the place of what is selected, each line a paragraph; marks not given are those of the letter before.

    A line behind the end mark of a paragraph goes before it.
    """
    lines = [held(line) for line in LINE_END.split(text)]
    selection = make_way(working, selection, lines[0]) if len(lines) == 1 else selection
    with working.step(TYPING, selection, joins="typing" if len(lines) == 1 else "") as step:
        joined = step_make_room(step, selection)
        if not working.entries:
            step.replace(0, 0, [step.new(Paragraph(FIRST_KIND))])
        for at, line in enumerate(lines):
            if at and line:
                new_paragraph(working, step.selection)
            caret = fitting(step.selection.head, working.entries)
            entry = working.entries[caret.position]
            if line:
                found = marks_at(working.entries, caret.position, caret.place, line)
                given = {"italic": italic, "bold": bold, "underline": underline}
                marks = {name: found[name] if value is None else value for name, value in given.items()}
                new = (Run(line, **marks),)
                step.put(caret.position, entry.with_runs(replaced(entry.paragraph.runs, caret.place, caret.place, new)))
            step.caret(caret.position, caret.place + len(line))
        if joined or len(lines) > 1:
            settle(step)
    if len(lines) == 1:
        working.undo_list.wrote(step.selection, working.entries)
        if text[-1:].isspace():
            working.undo_list.close()


def marks_at(entries: Entries, position: int, place: int, letters: str = "") -> dict[str, bool]:
    """The marks that text typed at a place has: those of the letter before it, at the start of the one after it.

    The italics of an opening begin and end with it; a letter right behind it goes on with its last word.
    """
    runs = entries[position].paragraph.runs
    before, after = _letters_around(runs, place)
    run = before or (after if after is not None and not place else Run())
    ends = False
    # Letters that go on in italics after the place make it the middle of the opening.
    if run.italic and (before is None or not (after is not None and after.italic)):
        found = opening_places(runs)
        ends = found is not None and (
            place <= found[0]
            or (
                place <= found[1]
                and not _goes_on(shown(runs)[:place], letters)
                and all_marked(runs, found[0], place, "italic")
            )
        )
    return {"italic": run.italic and not ends, "bold": run.bold, "underline": run.underline}


def _goes_on(before: str, letters: str) -> bool:
    """Whether letters go on with the word before them: "s" behind "Decide"; Chinese words are not written apart."""
    return letters[:1].isalnum() and before[-1:].isalpha() and not "\u4e00" <= before[-1] <= "\u9fff"


def _letters_around(runs: Runs, place: int) -> tuple[Run | None, Run | None]:
    """The run of the last letter before a place, and of the first one after it."""
    before, at = None, 0
    for run in runs:
        if run.footnote is None and run.text:
            if at < place:
                before = run
            if at + len(run.text) > place:
                return before, run
        at += 1 if run.footnote is not None else len(run.text)
    return before, None


def toggle_mark(working: WorkingText, selection: Selection, mark: str) -> None:
    """Set "italic", "bold" or "underline" on what is selected, or take it where all of it has it already."""
    if selection.empty:
        return
    entries = working.entries
    start, end = fitting(selection.start, entries), fitting(selection.end, entries)
    worded = []
    value = False
    for position in range(start.position, end.position + 1 if entries else 0):
        entry = entries[position]
        first = start.place if position == start.position else 0
        last = end.place if position == end.position else entry.length
        whole = (first, last) == (0, entry.length)
        runs = entry.paragraph.runs if whole else cut(entry.paragraph.runs, first, last)
        letters = [run for run in runs if run.footnote is None]
        if letters:
            worded.append((position, first, last))
            value = value or not all(getattr(run, mark) for run in letters)
    put: dict[int, Entry] = {}
    for at, first, last in worded:
        entry = entries[at]
        put[at] = entry.with_runs(marked(entry.paragraph.runs, first, last, **{mark: value}))
    with working.step(f"{mark.capitalize()}{'' if value else ' off'}", selection) as step:
        step.put_all(put)
