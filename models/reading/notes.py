"""Notes of a text: taken out from among the paragraphs, and put at the places of their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.draft import Footnote, Paragraph, Run, tidy_runs
from models.draft.plain_letters import FROM_RAISED, TO_RAISED
from models.reading.inline import emphasis
from models.reading.layout import NOTE_START, Piece
from models.reading.openings import opening
from models.reading.powers import FARTHEST, is_power
from models.reading.reading import ReadingWarning

_MARK = re.compile(r"\[\^(?P<mark>[^\]\s]{1,12})\]|(?<![⁰¹²³⁴⁵⁶⁷⁸⁹])(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?![⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻])")
_PLAIN_NOTE = re.compile(r"^\s*\[?(?P<mark>\d{1,3})\]?[.)]?\s+(?=\S)")
# Between two marks at one place stands a comma that belongs to the marks.
_BETWEEN = re.compile(r"(?<=\])[,，]\s?(?=\[\^)")
_COMMA = re.compile(r"[,，˒]\s?")


@dataclass(frozen=True, slots=True)
class Definition:
    """A note as the file gives it: its mark, its words, and the mark by which pieces cite it.

    `cited` differs from `mark` only where a number comes again, as where each page counts its notes from 1.
    `told` is the note itself where a file of ours tells of it.
    """

    mark: str
    text: str
    cited: str
    told: Footnote | None = None


def taken_out(pieces: Iterable[Piece]) -> tuple[list[Piece], list[Definition]]:
    """The paragraphs without the notes among them, and the notes.

    A note with an asterisk belongs to the sponsors' line, not to the text, and stays a paragraph.
    """
    pieces = _with_plain_notes_marked(list(pieces))
    body: list[Piece] = []
    notes: list[Definition] = []
    positions: dict[str, list[int]] = {}
    for piece in pieces:
        if piece.told is not None and (note := piece.told.note) is not None:
            notes.append(Definition(note.mark, note.text, str(note.id), note))
            continue
        match = NOTE_START.match(piece.text) if not piece.settled else None
        if match is None:
            body.append(piece)
            continue
        mark = match["mark"] or match["raised"].translate(FROM_RAISED)
        text = piece.text[match.end() :].strip()
        if set(mark) <= {"*", "\\"}:
            body.append(replace(piece, text=f"{mark.replace(chr(92), '')} {text}", level=0))
        else:
            before = positions.setdefault(mark, [])
            before.append(len(body))
            notes.append(Definition(mark, text, mark if len(before) == 1 else f"{mark}@{len(before)}"))
    again = {mark: places for mark, places in positions.items() if len(places) > 1}
    return [_told_apart(piece, at, again) for at, piece in enumerate(body)] if again else body, notes


def _with_plain_notes_marked(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the marks of notes at the end of the text raised, where only the marks in the text are.

    "1 Resolution 70/1." after the last paragraph is the note of a mark ¹ that no other note answers.
    """
    given = {match["raised"] for piece in pieces if (match := NOTE_START.match(piece.text)) and match["raised"]}
    cited = {match["raised"] for piece in pieces for match in _MARK.finditer(piece.text) if match["raised"]} - given
    wanted = {mark.translate(FROM_RAISED) for mark in cited}
    found: dict[int, str] = {}
    for at in range(len(pieces) - 1, -1, -1):
        match = _PLAIN_NOTE.match(pieces[at].text)
        known = opening(pieces[at].text[match.end() :]) if match else None
        if match is None or match["mark"] not in wanted or (known is not None and known.operative):
            break
        wanted.discard(match["mark"])
        found[at] = f"{match['mark'].translate(TO_RAISED)} {pieces[at].text[match.end() :]}"
    if found and not wanted:
        return [replace(piece, text=found.get(at, piece.text)) for at, piece in enumerate(pieces)]
    return pieces


def _told_apart(piece: Piece, position: int, again: dict[str, list[int]]) -> Piece:
    """A piece whose marks of notes that come again name the nearest note after it, else the first."""

    def named(match: re.Match[str]) -> str:
        mark = match["mark"] or match["raised"].translate(FROM_RAISED)
        places = again.get(mark)
        if places is None:
            return match[0]
        turn = next((turn for turn, place in enumerate(places, 1) if place > position), 1)
        return f"[^{mark}]" if turn == 1 else f"[^{mark}@{turn}]"

    return replace(piece, text=_MARK.sub(named, piece.text))


def note_ids(marks: Sequence[str]) -> list[int]:
    """An id for each note: its printed number where no other note has it, else the next free one."""
    taken: set[int] = set()
    ids: list[int | None] = []
    for mark in marks:
        value = int(mark) if mark.isdecimal() and int(mark) > 0 else None
        ids.append(value if value not in taken else None)
        if ids[-1] is not None:
            taken.add(ids[-1])
    free = max(taken, default=0)
    found: list[int] = []
    for known in ids:
        if known is None:
            free += 1
        found.append(known if known is not None else free)
    return found


class Notes:
    """The notes of one text, put at the places of their marks while its paragraphs are read in order."""

    def __init__(self, definitions: list[Definition]) -> None:
        self._definitions = definitions
        self._ids = note_ids([note.mark if note.told is None else str(note.told.id) for note in definitions])
        self._by_mark = {note.cited: index for index, note in enumerate(definitions)}
        self._cited: set[int] = set()
        self._missing: dict[str, int] = {}
        self._used, self._highest = set(self._ids), max(self._ids, default=0)
        self._warnings: list[tuple[str, str]] = []

    def runs(self, piece: Piece) -> tuple[Run, ...]:
        """The runs of a paragraph with the places of its notes; paragraphs are to come in order."""
        self._warnings = []
        if piece.told is not None:
            return self._told(piece.told.paragraph)
        text = _BETWEEN.sub("", piece.text)
        found: list[Run] = []
        for run in emphasis(text):
            at = 0
            for match in _MARK.finditer(run.text):
                place = self._place(match, run.text)
                if place is not None:
                    before = run.text[at : match.start()]
                    if at == 0 or not match["raised"] or not _COMMA.fullmatch(before):
                        found.append(replace(run, text=before))
                    found.append(place)
                    at = match.end()
            found.append(replace(run, text=run.text[at:]))
        return tidy_runs(found)

    def _told(self, paragraph: Paragraph | None) -> tuple[Run, ...]:
        """The runs of a paragraph that the file tells of, which cites notes by their ids."""
        runs = paragraph.runs if paragraph is not None else ()
        cited = {run.footnote for run in runs if run.footnote is not None}
        self._cited.update(at for at, number in enumerate(self._ids) if number in cited)
        return runs

    def _place(self, match: re.Match[str], text: str) -> Run | None:
        raised = match["raised"]
        mark = raised.translate(FROM_RAISED) if raised else match["mark"]
        if set(mark) <= {"*", "\\"}:
            return Run("*" * mark.count("*"))
        if _is_power(match, text):
            return None
        index = self._by_mark.get(mark)
        if index is not None:
            self._cited.add(index)
            return Run(footnote=self._ids[index])
        if raised:
            self._warnings.append(_no_note(mark, "it was left in the text"))
            return None
        if mark not in self._missing:
            wanted = int(mark) if mark.isdecimal() else 0
            number = wanted if wanted and wanted not in self._used else self._highest + 1
            self._missing[mark] = number
            self._used.add(number)
            self._highest = max(self._highest, number)
            self._warnings.append(_no_note(mark, "an empty note stands for it"))
        return Run(footnote=self._missing[mark])

    def taken_warnings(self) -> list[tuple[str, str]]:
        """Codes and messages about the marks of the paragraph read last."""
        return self._warnings

    def footnotes(self) -> tuple[Footnote, ...]:
        """All notes in the order of the file, then those that have a mark only."""
        given = [
            note.told or Footnote(number, note.mark, emphasis(note.text))
            for number, note in zip(self._ids, self._definitions, strict=True)
        ]
        return (*given, *(Footnote(number, mark) for mark, number in self._missing.items()))

    def left_warnings(self) -> list[ReadingWarning]:
        """Notes that no mark in the text points to."""
        return [
            ReadingWarning(None, "note-without-mark", f"No mark in the text points to note {note.mark}; it was kept.")
            for index, note in enumerate(self._definitions)
            if index not in self._cited
        ]


def _is_power(match: re.Match[str], text: str) -> bool:
    raised = match["raised"]
    before = text[max(0, match.start() - FARTHEST) : match.start()]
    return bool(raised) and is_power(before, raised.translate(FROM_RAISED))


def raised_marks(paragraphs: Iterable[Paragraph]) -> list[str]:
    """The raised figures in the words of paragraphs that are marks of notes which are not there, each once.

    Where they begin a paragraph they are its own, as of a note that no mark points to.
    """
    found: dict[str, None] = {}
    for text in (paragraph.text for paragraph in paragraphs):
        for match in _MARK.finditer(text):
            if match["raised"] and text[: match.start()].strip() and not _is_power(match, text):
                found[match["raised"].translate(FROM_RAISED)] = None
    return list(found)


def _no_note(mark: str, what: str) -> tuple[str, str]:
    return "mark-without-note", f"There is no note {mark} for the mark in this paragraph; {what}."
