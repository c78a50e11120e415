"""Tiny drafts in a few signs, and back.

One paragraph a line: E, P, O, H, S, A, Q, T, M, L (a closing line) for its kind, 1 to 4 for a subparagraph of that
level; "O{3 bis}" has that number printed, "C{0.1.2}" is text in that cell; _italic_; ^1 cites note 1; | is the caret,
two of them a selection. `~` is a space at an end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from models.draft import Draft, Footnote, Kind, Paragraph, Run, computed_numbers, tidy_runs
from models.editing import structure as acts
from models.editing.edit import Caret, Entry, Selection
from models.editing.runs import length
from models.editing.working import WorkingText

_KINDS = {
    "E": Kind.ENACTING, "P": Kind.PREAMBULAR, "O": Kind.OPERATIVE, "H": Kind.HEADING, "S": Kind.SECTION,
    "A": Kind.ANNEX, "Q": Kind.QUOTE, "T": Kind.TEXT, "M": Kind.MASTHEAD,
    "L": Kind.CLOSING,
}  # fmt: skip
_SIGNS = {kind: sign for sign, kind in _KINDS.items()}
_LINE = re.compile(r"\s*(?P<sign>[EPOHSAQTMLC1-4])(?:\{(?P<number>[^}]*)\})? ?(?P<text>.*)$")

Act = Callable[[WorkingText], object]


def working(text: str, *, punctuates: bool = False) -> tuple[WorkingText, Selection]:
    """A working text on the draft of some lines, and the selection marked in it."""
    paragraphs, carets, notes = [], [], set()
    for position, line in enumerate(line for line in text.strip("\n").splitlines() if line.strip()):
        paragraph, places = _read(line)
        paragraphs.append(paragraph)
        carets += [Caret(position, place) for place in places]
        notes.update(paragraph.footnotes)
    computed = computed_numbers(Draft(tuple(paragraphs)))
    numbered = tuple(
        p if p.number is not None else replace(p, number=n) for p, n in zip(paragraphs, computed, strict=True)
    )
    footnotes = tuple(Footnote(note, str(note), (Run(f"Note {note}."),)) for note in sorted(notes))
    made = WorkingText(Draft(numbered, footnotes))
    made.punctuates = punctuates
    return made, Selection(carets[0], carets[-1]) if carets else Selection()


def _read(line: str) -> tuple[Paragraph, list[int]]:
    match = _LINE.match(line)
    assert match, line
    runs: list[Run] = []
    places: list[int] = []
    italic = False
    for piece in re.split(r"(_|\||\^\d)", match["text"].replace("~", " ")):
        if piece == "_":
            italic = not italic
        elif piece == "|":
            places.append(length(runs))
        elif piece[:1] == "^":
            runs.append(Run(footnote=int(piece[1:])))
        else:
            runs.append(Run(piece, italic=italic))
    sign = match["sign"]
    if sign == "C":
        table, row, column = map(int, match["number"].split("."))
        return Paragraph(Kind.TEXT, tidy_runs(runs), cell=(table, row, column)), places
    level = int(sign) if sign.isdigit() else 0
    kind = Kind.SUBPARAGRAPH if level else _KINDS[sign]
    label = match["number"] if match["number"] and kind is Kind.PREAMBULAR else None
    number = None if label else match["number"]
    return Paragraph(kind, tidy_runs(runs), level, number, label), places


def told(made: WorkingText, selection: Selection | None = None) -> list[str]:
    """The working text in the same signs; with a selection, it is marked."""
    lines = []
    for position, entry in enumerate(made.entries):
        places = (
            [] if selection is None else [c.place for c in (selection.start, selection.end) if c.position == position]
        )
        if selection is not None and selection.empty:
            places = places[:1]
        lines.append(_line(entry, places))
    return lines


def _line(entry: Entry, carets: list[int]) -> str:
    paragraph = entry.paragraph
    sign = str(paragraph.level) if paragraph.kind is Kind.SUBPARAGRAPH else _SIGNS[paragraph.kind]
    cell = paragraph.cell
    if cell is not None:
        sign += "C{" + ".".join(map(str, cell)) + "}"
        sign = sign.removeprefix("T")
    number = paragraph.set_label or (paragraph.number if entry.printed else None)
    out, at, italic = "", 0, False
    for run in paragraph.runs:
        begins = run.italic and not italic
        if run.italic != italic and run.footnote is None and not begins:
            out, italic = out + "_", False
        for letter in [f"^{run.footnote}"] if run.footnote is not None else run.text:
            out += "|" * carets.count(at)
            if begins:
                out, italic, begins = out + "_", True, False
            out += letter
            at += 1
    out += ("_" if italic else "") + "|" * carets.count(at)
    text = re.sub(r"^ | $", "~", out)
    return f"{sign}{{{number}}} {text}".strip() if number else f"{sign} {text}".strip()


def lines(text: str) -> list[str]:
    """The lines of an expected text as `told` gives them."""
    return [line.strip() for line in text.strip("\n").splitlines() if line.strip()]


def selected(made: WorkingText) -> Selection:
    """The selection after the last step."""
    last = made.undo_list.last
    assert last is not None
    return last.after


def last_told(made: WorkingText) -> str:
    """What was told of the last act."""
    assert made.undo_list.last is not None
    return made.undo_list.last.told


def new_at(position: int) -> Act:
    """A new paragraph at the beginning of one."""
    return lambda made: acts.new_paragraph(made, Selection.at(position, 0))


def gone_at(position: int) -> Act:
    """A paragraph deleted."""
    return lambda made: acts.delete(made, Selection(Caret(position, 0), Caret(position + 1, 0)))


def moved(position: int, by: int) -> Act:
    """A paragraph moved up or down."""
    return lambda made: acts.move(made, Selection.at(position), by)
