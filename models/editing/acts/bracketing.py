"""Brackets set around text and taken away, and how many there are. They are characters of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from models.draft import (
    Draft,
    DraftError,
    Kind,
    Paragraph,
    Run,
    bracket_characters,
    may_hold_brackets,
)
from models.editing.edit import Caret, Entry, Selection
from models.editing.runs import Runs, cut, place_of, replaced, shown
from models.editing.step import Step
from models.editing.working import WorkingText

_SET = "Bracket"
"""What a step is called that sets brackets."""


class NoBracketHere(DraftError):
    """There is no bracket around the caret."""


@dataclass(frozen=True, slots=True)
class BracketState:
    """The brackets of a working text: pairs, paragraphs that hold any or lie within one, those without a partner."""

    pairs: int = 0
    paragraphs: int = 0
    unmatched: tuple[Caret, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pair:
    start: Caret
    end: Caret


def bracket(working: WorkingText, selection: Selection) -> None:
    """Put brackets around what is selected, over paragraphs too; with nothing selected an empty pair, caret inside."""
    start, end = _trimmed(working, selection)
    with working.step(_SET, selection) as step:
        looks = _looks_of_pair(step.working.entries, start, end)
        if start == end:
            _insert(step, start, replace(looks, text="[]"))
            step.caret(start.position, start.place + 1)
            return
        _insert(step, end, replace(looks, text="]"))
        _insert(step, start, replace(looks, text="["))
        same = start.position == end.position
        step.selection = Selection(start, Caret(end.position, end.place + 1 + same))


def unbracket(working: WorkingText, selection: Selection) -> None:
    """Take away the innermost pair around the caret, the bracket it touches, or the pair that is selected with all
    between; NoBracketHere where there is none."""
    found = _selected(working, selection) or _touched(working, selection) or _around(working, selection)
    if not found:
        raise NoBracketHere("There is no bracket around the caret; put the caret inside the brackets to be removed.")
    anchor, head = selection.anchor, selection.head
    with working.step("Remove brackets", selection) as step:
        for at in sorted(found, reverse=True):
            entry = step.working.entries[at.position]
            step.put(at.position, entry.with_runs(replaced(entry.paragraph.runs, at.place, at.place + 1, ())))
            anchor, head = _before(anchor, at), _before(head, at)
        step.selection = Selection(anchor, head)


def bracket_note(working: WorkingText, selection: Selection, note: int, start: int, end: int) -> tuple[int, int]:
    """Put brackets around words of a footnote, or an empty pair between them; what is selected there afterwards."""
    footnote = working.notes[note]
    words = shown(footnote.runs)
    while start < end and words[start].isspace():
        start += 1
    while start < end and words[end - 1].isspace():
        end -= 1
    with working.step(_SET, selection) as step:
        looks = _of_both(_looks(footnote.runs, start), _looks(footnote.runs, end))
        around = ((start, "[]"),) if start == end else ((end, "]"), (start, "["))
        runs = footnote.runs
        for place, sign in around:
            runs = replaced(runs, place, place, [replace(looks, text=sign)])
        step.set_note(note, replace(footnote, runs=runs))
    return (start + 1, start + 1) if start == end else (start, end + 2)


def unbracket_note(working: WorkingText, selection: Selection, note: int, start: int, end: int) -> tuple[int, int]:
    """Take away the innermost pair around a place of a footnote, or the bracket it touches; NoBracketHere if none."""
    # The same rules hold as in the text: the note is looked at as a text of one paragraph.
    footnote = working.notes[note]
    alone = WorkingText(Draft((Paragraph(Kind.TEXT, footnote.runs),)))
    unbracket(alone, Selection(Caret(0, start), Caret(0, end)))
    with working.step("Remove brackets", selection) as step:
        step.set_note(note, replace(footnote, runs=alone.entries[0].paragraph.runs))
    left = alone.undo_list.last
    assert left is not None
    return left.after.start.place, left.after.end.place


def bracket_state(working: WorkingText) -> BracketState:
    """How many pairs there are, footnotes included, in how many paragraphs, and which brackets have no partner; one in
    a footnote stands where the footnote is cited."""
    pairs, unmatched = _paired(working)
    within = {position for pair in pairs for position in range(pair.start.position, pair.end.position + 1)}
    noted = working.noted.brackets()
    if noted.notes:
        cited = _marks(working, noted.notes)
        within |= {at.position for at in cited.values()}
        unmatched += [cited[note] for note in noted.unmatched]
    within |= {at.position for at in unmatched}
    return BracketState(len(pairs) + noted.pairs, len(within), tuple(sorted(unmatched)))


def _marks(working: WorkingText, notes: Iterable[int]) -> dict[int, Caret]:
    """Where each of some notes is cited first."""
    wanted = set(notes)
    found: dict[int, Caret] = {}
    for position, entry in enumerate(working.entries):
        if wanted.isdisjoint(entry.paragraph.footnotes):
            continue
        place = 0
        for run in entry.paragraph.runs:
            if run.footnote is not None and run.footnote in wanted:
                found.setdefault(run.footnote, Caret(position, place))
            place += 1 if run.footnote is not None else len(run.text)
    return found


def _characters(working: WorkingText, first: int = 0, last: int | None = None) -> Iterator[tuple[Caret, str]]:
    """Every bracket character in order, with its place."""
    entries = working.entries if last is None else working.entries[:last]
    for position in range(first, len(entries)):
        entry = entries[position]
        text = entry.paragraph.text
        if may_hold_brackets(text):
            runs = entry.paragraph.runs
            for offset, character in bracket_characters(text):
                yield Caret(position, place_of_character(runs, offset)), character


def place_of_character(runs: tuple[Run, ...], offset: int) -> int:
    """The place of the character at an offset; note marks before it count."""
    return place_of(runs, offset + 1) - 1


def _paired(working: WorkingText) -> tuple[list[_Pair], list[Caret]]:
    pairs: list[_Pair] = []
    unmatched: list[Caret] = []
    unclosed: list[Caret] = []
    for at, character in _characters(working):
        if character == "[":
            unclosed.append(at)
        elif unclosed:
            pairs.append(_Pair(unclosed.pop(), at))
        else:
            unmatched.append(at)
    return pairs, unmatched + unclosed


def _selected(working: WorkingText, selection: Selection) -> tuple[Caret, ...]:
    """The brackets at both ends of a selection: a pair, or what has just been set, across others too."""
    start, end = selection.start, replace(selection.end, place=selection.end.place - 1)
    found = dict(_characters(working, start.position, end.position + 1))
    if (found.get(start), found.get(end)) != ("[", "]"):
        return ()
    last = working.undo_list.last
    just_set = last is not None and last.words == _SET and last.after == selection
    return (start, end) if just_set or _Pair(start, end) in _paired(working)[0] else ()


def _touched(working: WorkingText, selection: Selection) -> tuple[Caret, ...]:
    """The bracket beside the caret with its partner, or what is selected where that is one bracket."""
    start, end = selection.start, selection.end
    if start.position != end.position or end.place - start.place > 1:
        return ()
    places = [start.place] if start != end else [start.place, start.place - 1]
    beside = {at for at, _ in _characters(working, start.position, start.position + 1) if at.place in places}
    if not beside:
        return ()
    pairs, unmatched = _paired(working)
    touching = [pair for pair in pairs if pair.start in beside or pair.end in beside]
    if touching:
        # Between "[" and "[" or "]" and "]" both are touched: the inner pair goes first.
        inner = max(touching, key=lambda pair: (pair.start, pair.end))
        return (inner.start, inner.end)
    return tuple(at for at in unmatched if at in beside)[:1]


def _around(working: WorkingText, selection: Selection) -> tuple[Caret, ...]:
    pairs, _ = _paired(working)
    around = [pair for pair in pairs if pair.start < selection.start and selection.end <= pair.end]
    # A selection that takes in the brackets themselves means that pair.
    around = around or [pair for pair in pairs if selection.start <= pair.start and pair.end < selection.end]
    if not around:
        return ()
    inner = max(around, key=lambda pair: pair.start)
    return (inner.start, inner.end)


def _trimmed(working: WorkingText, selection: Selection) -> tuple[Caret, Caret]:
    """The ends of a selection without the spaces, and without the empty ends of paragraphs, it took in."""
    start, end = selection.start, selection.end
    while start < end:
        text = shown(working.entries[start.position].paragraph.runs)
        at = start.place
        while at < len(text) and text[at].isspace():
            at += 1
        if at < len(text) or start.position == end.position:
            start = Caret(start.position, at)
            break
        start = Caret(start.position + 1, 0)
    while start < end:
        text = shown(working.entries[end.position].paragraph.runs)
        at = min(end.place, len(text))
        while at and text[at - 1].isspace():
            at -= 1
        if at or start.position == end.position:
            end = Caret(end.position, at)
            break
        before = end.position - 1
        end = Caret(before, working.entries[before].length)
    return (start, end) if start < end else (selection.head, selection.head)


def _insert(step: Step, at: Caret, sign: Run) -> None:
    entry = step.working.entries[at.position]
    step.put(at.position, entry.with_runs(replaced(entry.paragraph.runs, at.place, at.place, [sign])))


def _looks_of_pair(entries: Sequence[Entry], start: Caret, end: Caret) -> Run:
    """How both brackets of a pair look."""
    first, last = (_looks(entries[at.position].paragraph.runs, at.place) for at in (start, end))
    return _of_both(first, last)


def _of_both(one: Run, other: Run) -> Run:
    """Marks that both have: a pair that begins in an opening and ends behind it is roman, one within it italic."""
    return Run(
        "",
        italic=one.italic and other.italic,
        bold=one.bold and other.bold,
        underline=one.underline and other.underline,
    )


def _looks(runs: Runs, place: int) -> Run:
    """How a sign looks at a place: as the letters beside it, roman where only one side is italic."""
    beside = [*cut(runs, place - 1, place)] if place else []
    beside += cut(runs, place, place + 1)
    letters = [run for run in beside if run.footnote is None] or [Run("")]
    return reduce(_of_both, letters)


def _before(caret: Caret, gone: Caret) -> Caret:
    """Where a caret is after the character at a place went."""
    moved = caret.position == gone.position and caret.place > gone.place
    return Caret(caret.position, caret.place - 1) if moved else caret
