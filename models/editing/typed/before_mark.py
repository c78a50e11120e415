"""Words written behind the end mark of a paragraph: they belong before it, and another mark takes its place."""

from __future__ import annotations

import re
from dataclasses import replace

from models.draft import Run
from models.draft.end_marks import SIGNS
from models.editing.edit import LONGEST_END, TYPING, Caret, Entry, Selection
from models.editing.marks.duties import Duties
from models.editing.marks.language_marks import marks_for
from models.editing.marks.language_memory import language
from models.editing.marks.paragraph_end import End, ended
from models.editing.runs import NOTE_MARK, cut, joined, length, replaced, shown
from models.editing.undo import GaveWay
from models.editing.working import WorkingText

_PAIRS = {")": "(", "]": "[", "］": "［", "】": "【", "”": "“", "»": "«", '"': '"'}
_COMMA = ","
_COMMAS = tuple(sign for sign, mark in SIGNS.items() if mark == _COMMA)
_SENTENCE_ENDS = re.compile(r"\.\s+[^\W\d_]|。")


def make_way(working: WorkingText, selection: Selection, words: str) -> Selection:
    """Where words go that are about to be written at a caret: before the end mark it stands behind, with its "and".

    A mark behind an opening that was just completed takes the place of the space that was written with it.
    A semicolon, colon or full stop takes the place of the mark at either side of it, as words do that end in one; what
    is selected then is what they take the place of. A mark that the writer has typed himself since the caret came into
    the paragraph is no end: writing goes on behind it, as it does with another sentence where paragraphs are made of
    such. What he had typed and gave way while he was there, as when the text was kept, is back. Where nobody can be
    sure how a paragraph ends, and in brackets that are closed behind it, nothing moves.
    """
    at = selection.head
    if not words or not selection.empty or at.position >= len(working.entries):
        return selection
    entry = working.entries[at.position]
    if words[0] in SIGNS and working.undo_list.completes_to(selection):
        return _in_place_of_space(working, entry, selection, words[0])
    if not working.punctuates:
        return selection
    gave = working.undo_list.gave_way
    if gave is not None and (gave.key, gave.at) == (entry.key, selection) and words[0] not in SIGNS:
        return _gone_on(working, entry, gave, words)
    if entry.length - at.place > LONGEST_END:
        return selection
    end = entry.end
    text = shown(entry.paragraph.runs)
    behind = entry.ends_before(at.place)
    spaced = end.stop < at.place and words[0].isalnum()  # as of what was pasted with the space behind it
    if behind and (spaced or working.undo_list.own_mark == (entry.key, end.mark)):
        return selection
    if not (end.mark and end.sound and (behind or end.start <= at.place < end.notes[0])):
        return selection
    ends = _is_end(words[0]) or (len(words) > 1 and words.rstrip()[-1:] in SIGNS)
    takes_place = ends and not end.join and (len(words) == 1 or end.notes[0] == end.stop)
    duties = Duties(working.entries, working.stretches)
    duty = duties.of(at.position) if behind or takes_place else None
    if duty is None or duty.mark != end.mark:
        return selection  # it is another mark than the one that ends it: "to meet, and" goes on
    if end.join and (not duty.penultimate or (duty.keeps and duty.mark == _COMMA)):
        return selection  # so does "Noting X, and", which no list asks for
    if takes_place:
        return _in_its_place(working, at.position, end, words)
    text = text[: end.start]
    if _closes_around(text, words[0]) or (words[0] not in _COMMAS and _in_sentences(duties, at.position, text)):
        return selection
    if _is_behind_notes(entry, at.place):
        return _behind_notes(working, at.position, entry, selection)
    return Selection.at(at.position, end.start)


def typed_there(working: WorkingText, entry: Entry, new: Entry, place: int) -> tuple[str, str] | None:
    """What the writer typed at the end of a paragraph, up to a place, and is there no longer in `new`.

    The mark that was his end, with what stood behind it; or "", with what stood before the end, or behind its notes.
    """
    end, text, kept = entry.end, shown(entry.paragraph.runs), new.end.start
    if end.mark and working.undo_list.own_mark == (entry.key, end.mark) and entry.ends_before(place):
        return end.mark, text[end.stop : place]
    before = place < end.notes[0] if end.mark else entry.ends_before(place)
    stood = text[kept:place].lstrip(NOTE_MARK)
    same = text[:kept] == shown(new.paragraph.runs)[:kept] and not any(letter.isalnum() for letter in stood)
    return ("", stood) if before and stood and same else None


def _gone_on(working: WorkingText, entry: Entry, gave: GaveWay, words: str) -> Selection:
    """Where words go on behind what the writer had typed at the end, which gave way to the mark due: it is back."""
    if not gave.mark and _is_behind_notes(entry, gave.at.head.place):
        gave = gave._replace(at=_behind_notes(working, gave.at.head.position, entry, gave.at))
        entry = working.entries[gave.at.head.position]
    at, runs = gave.at.head, entry.paragraph.runs
    typed = gave.behind.rstrip() if words[0].isspace() else gave.behind
    if gave.mark:
        runs = ended(runs, gave.mark, "", marks_for(entry.text, language(working)))
    place = at.place + length(runs) - entry.length
    before = next((run for run in reversed(cut(runs, 0, place)) if run.footnote is None), Run())
    if typed:
        runs = replaced(runs, place, place, (replace(before, text=typed, italic=False),))
    with working.step(TYPING, gave.at, joins="typing") as step:
        step.put(at.position, entry.with_runs(runs))
        step.caret(at.position, place + len(typed))
    if gave.mark:
        working.undo_list.own_mark = entry.key, gave.mark
    return step.selection


def _is_end(sign: str) -> bool:
    """Whether a sign ends a paragraph and nothing goes on behind it, as it does behind a comma."""
    return SIGNS.get(sign, _COMMA) != _COMMA


def _in_place_of_space(working: WorkingText, entry: Entry, selection: Selection, sign: str) -> Selection:
    """A mark that no space stands before takes the place of the one that was written with an opening."""
    at = selection.head
    spaced = marks_for(entry.text, language(working)).written(SIGNS[sign]) != sign
    if spaced or shown(entry.paragraph.runs)[at.place - 1 : at.place] != " ":
        return selection
    return Selection(Caret(at.position, at.place - 1), at)


def _in_its_place(working: WorkingText, position: int, end: End, words: str) -> Selection:
    same = len(words) == 1 and SIGNS[words] == end.mark
    if same:
        # Nothing changes but that it is the writer's own mark now.
        working.undo_list.own_mark = working.entries[position].key, end.mark
    return Selection(Caret(position, end.notes[0] - 1 if same else end.start), Caret(position, end.notes[0]))


def _in_sentences(duties: Duties, position: int, text: str) -> bool:
    """Whether what a full stop ends is a sentence of several, in this paragraph or in those before it."""
    if duties.end(position).mark != ".":
        return False
    before = [at for at in duties.group(position) if at < position]
    return any(duties.end(duties.last_leaf(at)).mark == "." for at in before) or bool(_SENTENCE_ENDS.search(text))


def _is_behind_notes(entry: Entry, place: int) -> bool:
    """Whether a place lies behind the notes a paragraph ends in."""
    notes = entry.end.notes
    return notes[0] < notes[1] <= place


def caret_there(entry: Entry, new: Entry, place: int, typed: tuple[str, str] | None) -> int | None:
    """Where the caret is that stood at a place of a paragraph once that ends otherwise, `typed` as `typed_there` gives
    it: behind his own mark, behind the notes it stood behind, or before the end; None: where it stood."""
    if typed is not None and typed[0]:
        return new.length - entry.length + place
    if not entry.end.mark and _is_behind_notes(entry, place):
        notes = new.end.notes
        return notes[1] if notes[0] < notes[1] else new.end.start
    return None if typed is None else new.end.start


def _behind_notes(working: WorkingText, position: int, entry: Entry, selection: Selection) -> Selection:
    """Where words go on behind the notes of what ended: notes stay with the words they are of, and the mark goes on."""
    end, runs = entry.end, entry.paragraph.runs
    mark, notes, rest = cut(runs, end.start, end.notes[0]), cut(runs, *end.notes), cut(runs, end.notes[1], end.stop)
    with working.step(TYPING, selection, joins="typing") as step:
        step.put(position, entry.with_runs(replaced(runs, end.start, end.stop, joined(notes, mark, rest))))
        step.caret(position, end.start + end.notes[1] - end.notes[0])
    return step.selection


def _closes_around(text: str, sign: str) -> bool:
    """Whether a sign closes what was opened before all words of the paragraph, or before the paragraph."""
    if sign == '"' and sign not in text:  # it will be printed as the one that opens is
        sign = "»" if "«" in text else "”"
    opening = _PAIRS.get(sign)
    if opening is None:
        return False
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        if text[at] == opening:
            if not depth:
                return not any(other.isalnum() for other in text[:at])
            depth -= 1
        elif text[at] == sign:
            depth += 1
    return True
