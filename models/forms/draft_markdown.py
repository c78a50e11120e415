"""A draft as Markdown that reads back as the very same draft: one block a paragraph, `*italic*`, `[^1]` for notes.

What this form alone would not give back, kind, level, number, looks or spaces, is told in a comment above the
paragraph (`models.reading.told`). Nothing is foreseen: what was written is read, and told where it differs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from models.draft import Draft, Footnote, Paragraph, Run, tidy_runs
from models.draft.asterisk_notes import is_asterisks
from models.reading.inline import emphasis
from models.reading.text import read_text
from models.reading.told import told_note, told_paragraph
from models.telling.numbers import before, printed

_SIGNS = re.compile(r"[\\*_]")
_TURNS = 4  # what is told of one paragraph may change how its neighbours are read


@dataclass(slots=True)
class _ToTell:
    """Positions of paragraphs, and ids of notes, that are told of."""

    paragraphs: set[int] = field(default_factory=set)
    notes: set[int] = field(default_factory=set)

    def everything(self, draft: Draft) -> _ToTell:
        """All of a draft."""
        return _ToTell(set(range(len(draft.paragraphs))), {note.id for note in draft.footnotes})


def draft_markdown(draft: Draft) -> str:
    """The draft as text; ends with a line feed. The same draft gives the same text."""
    told = _ToTell()
    for _ in range(_TURNS):
        text = _written(draft, told)
        if not _differs(draft, read_text(text).draft, told):
            return text
    return _written(draft, told.everything(draft))


def _written(draft: Draft, told: _ToTell) -> str:
    blocks = []
    names = _names(draft, told)
    for at, paragraph in enumerate(draft.paragraphs):
        if at in told.paragraphs:
            blocks.append(told_paragraph(paragraph, before(paragraph)))
            continue
        head, runs = printed(paragraph)
        if block := (head + _marked(runs, names)).rstrip():
            blocks.append(block)
    for note in draft.footnotes:
        name = names.get(note.id, note.id)
        blocks.append(told_note(note) if note.id in told.notes else f"[^{name}]: {_marked(note.runs, {})}")
    return "\n\n".join(blocks) + "\n"


def _names(draft: Draft, told: _ToTell) -> dict[int, str]:
    """The marks of the notes of a draft whose masthead calls some by asterisks, which are read by them; else none.

    What is told of cites notes by their ids.
    """
    starred = [note for note in draft.footnotes if is_asterisks(note.mark)]
    if not starred or told.notes or any(draft.paragraphs[at].footnotes for at in told.paragraphs):
        return {}
    return {note.id: note.mark for note in draft.footnotes}


def _differs(draft: Draft, again: Draft, told: _ToTell) -> bool:
    """Whether a draft was read back otherwise; what differs is put among what is told."""
    one, two = [_tidy(one) for one in draft.paragraphs], [_tidy(one) for one in again.paragraphs]
    differs = one != two
    if len(one) == len(two) and (not differs or Counter(one) != Counter(two)):
        told.paragraphs |= {at for at, pair in enumerate(zip(one, two, strict=True)) if pair[0] != pair[1]}
    else:
        for kind, start, end, _, _ in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
            # Where nothing of ours differs something came in, or to another place: its neighbours were parted.
            reach = (start, end) if kind != "insert" else (max(start - 1, 0), end + 1)
            told.paragraphs |= set(range(*reach)) if kind != "equal" else set()
    notes = [_tidy_note(note) for note in draft.footnotes]
    if notes == [_tidy_note(note) for note in again.footnotes]:
        return differs
    known = {note.id: _tidy_note(note) for note in again.footnotes}
    wrong = {note.id for note in notes if known.get(note.id) != note}
    told.notes |= wrong or {note.id for note in notes}
    # A mark without its note, or a note that was read as a paragraph.
    cited = {at for at, p in enumerate(draft.paragraphs) if any(note not in draft.note for note in p.footnotes)}
    told.paragraphs |= cited
    return True


def _tidy(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=tidy_runs(paragraph.runs))


def _tidy_note(note: Footnote) -> Footnote:
    return replace(note, runs=tidy_runs(note.runs))


def _marked(runs: Iterable[Run], names: Mapping[int, str]) -> str:
    """Runs with stars around italics and bold; signs of the text are escaped only where they would be read as such."""
    runs = _cited(runs, names)
    plain = _starred(runs)
    wanted = (Run(run.text) if run.footnote is not None else run for run in runs)
    return plain if _letters(emphasis(plain)) == _letters(wanted) else _starred(runs, escape=True)


def _cited(runs: Iterable[Run], names: Mapping[int, str]) -> list[Run]:
    """Runs in which the marks of notes are written, by their ids or names; a comma parts two at one place, which is
    read as their own."""
    found: list[Run] = []
    for run in runs:
        if run.footnote is not None:
            comma = "," if found and found[-1].footnote is not None else ""
            run = Run(f"{comma}[^{names.get(run.footnote, run.footnote)}]", footnote=run.footnote)
        found.append(run)
    return found


def _letters(runs: Iterable[Run]) -> list[tuple[str, bool, bool]]:
    """Each letter with its looks; spaces have none to speak of."""
    return [(letter, run.italic, run.bold) for run in runs for letter in run.text if not letter.isspace()]


def _starred(runs: Iterable[Run], escape: bool = False) -> str:
    text = ""
    for run in runs:
        if run.footnote is not None:
            text += run.text
            continue
        core = run.text.strip()
        if not core:
            text += run.text
            continue
        at = run.text.index(core)
        star = "**" * run.bold + "*" * run.italic
        words = _SIGNS.sub(r"\\\g<0>", core) if escape else core
        text += f"{run.text[:at]}{star}{words}{star}{run.text[at + len(core) :]}"
    return " ".join(text.split("\n"))
