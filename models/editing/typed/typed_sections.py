"""What begins a section or a heading within one: "II. ", "Section II", "A. "; and the title below a section."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.draft import Kind
from models.draft.numbering import from_letters, from_roman, section_value
from models.editing.acts.kinds import step_kind
from models.editing.acts.settling import settle
from models.editing.edit import Entry, Selection
from models.editing.marks.punctuation import unmark
from models.editing.places import HEADS, Entries
from models.editing.section_numbers import last_number_before, numbered_by_place
from models.editing.step import Step
from models.editing.table_cells import in_cell
from models.editing.typed.written_number import print_number, tell_place, without_typed
from models.editing.working import WorkingText
from models.reading.literals import Literal, literal
from models.reading.openings import opening

WRITTEN = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT, Kind.HEADING)
"""Kinds of paragraphs whose first words may be a number."""
_LONGEST_TITLE = 12
"""So many words the title of a section has at most."""
_TITLES = (Kind.HEADING, Kind.TEXT, *HEADS)
"""Kinds of lines that may be the title of a section."""
_SECTION = re.compile(r"(?:(?:Section|Sección|Раздел) )?(?P<value>[IVXLC]+)\. $")
_SECTION_ALONE = re.compile(r"(?:(?:Section|Sección|Раздел) )?(?P<value>[IVX]+)\.?")
_LETTERED = re.compile(r"([A-Z])\. ")
"""What begins a heading within a section: the letter is one of its words, as in a file that is read."""


def heading_or_section_typed(working: WorkingText, position: int, place: int, typed: str, rest: int) -> bool | None:
    """Whether what was typed before a place begins a heading or a section now; None where it cannot."""
    entries = working.entries
    letter = _LETTERED.fullmatch(typed) if entries[position].paragraph.kind is not Kind.HEADING else None
    if letter and _heading_is_due(entries, position, letter[1]):
        return _heading(working, position, place, letter[1], rest)
    match = _SECTION.match(typed)
    return _section(working, position, place, match["value"], rest) if match else None


def section_typed_before(working: WorkingText, position: int, place: int, typed: str, rest: int) -> bool:
    """Whether what was typed before the few words of a line makes them the title of a section now: "II. " before
    "Money", not before what opens a paragraph, nor an item, whose list goes on. One letter is one only where it is the
    next: it may as well be a name's."""
    entry, match = working.entries[position], _SECTION.match(typed)
    if match is None or entry.paragraph.kind not in _TITLES or entry.paragraph.cell is not None:
        return False
    words, numeral = entry.text[len(typed) :], match["value"]
    if not 0 < len(words.split()) <= _LONGEST_TITLE or opening(words) is not None or words[:1].islower():
        return False
    if len(numeral) == 1 and _sections_before(working, position) + 1 not in _values(numeral):
        return False
    return _section(working, position, place, numeral, rest)


def section_left(working: WorkingText, position: int) -> bool:
    """Whether a new line that is left says "II" or "Section II" and nothing else, and is the number of a section now.

    One letter is one only where it is the next: it may as well be a word.
    """
    entry = working.entries[position]
    match = _SECTION_ALONE.fullmatch(entry.text)
    if match is None or entry.came_from or entry.paragraph.kind not in WRITTEN or entry.paragraph.cell is not None:
        return False
    numeral = match["value"]
    if len(entry.text) == 1 and _sections_before(working, position) + 1 not in _values(numeral):
        return False
    return _section(working, position, entry.length, numeral, 0)


def may_be_title(working: WorkingText, position: int, *, numbered: bool = False) -> bool:
    """Whether a line is a new one right below a section without words, of a few words that open no paragraph.

    `numbered`: though it has a number of its own; that with which the section goes on is given to its first anyway.
    """
    if position < 1:
        return False
    above, line = working.entries[position - 1], working.entries[position]
    below_section = above.paragraph.kind is Kind.SECTION and not above.length
    if not below_section or line.paragraph.kind not in HEADS or line.came_from or in_cell(line):
        return False
    if not 0 < line.words <= _LONGEST_TITLE or opening(line.text) is not None:
        return False
    return numbered or not line.printed or _has_number_by_place(working, line)


def _has_number_by_place(working: WorkingText, line: Entry) -> bool:
    """Whether a line has its number because its section goes on with those before, and nobody typed one there."""
    return numbered_by_place(working.stretches).get(line.key) == "on" and _typed_number(working, line) is None


def _typed_number(working: WorkingText, line: Entry) -> Literal | None:
    """The number that was typed before a line, and left its words."""
    steps = (splice for edit in reversed(working.undo_list.done) for splice in edit.splices)
    words = (literal(old.text) for splice in steps for old in splice.old if old.key == line.key)
    return next((found for found in words if found is not None), None)


def title_before(step: Step, position: int, *, numbered: bool = False) -> bool:
    """Let the line before what is the first paragraph of a section be its title; whether it is one now."""
    if not may_be_title(step.working, position - 1, numbered=numbered):
        return False
    unmark(step, (position - 1,), Kind.HEADING)
    step_kind(step, position - 1, Kind.HEADING)
    step.told = "the line before it is the title of the section"
    if not numbered:
        _go_on_as_typed(step, position)
    return True


def _go_on_as_typed(step: Step, position: int) -> None:
    """Print the number typed before the first paragraph of a section that goes on with those before it: while its
    title counted as a paragraph, it seemed to be the second of the section."""
    working = step.working
    found = _typed_number(working, working.entries[position])
    before = last_number_before(working.stretches, position)
    if found is not None and found.style == "digit" and not found.suffix and before and found.number == str(before + 1):
        print_number(step, position, found.number)
        step.numbered.add(working.entries[position].key)


def _section(working: WorkingText, position: int, place: int, numeral: str, rest: int) -> bool:
    if from_roman(numeral) is None or not _section_is_due(working, position, numeral):
        return False
    with working.step(f"Section {numeral}", Selection.at(position, place + rest)) as step:
        without_typed(step, position, place, 0, rest)
        unmark(step, (position,), Kind.SECTION)
        step_kind(step, position, Kind.SECTION)
        print_number(step, position, None)
        if working.number(position) != numeral and _sections_before(working, position) + 1 in _values(numeral):
            print_number(step, position, numeral)
        settle(step)
        tell_place(step, position, numeral)
    return True


def _heading(working: WorkingText, position: int, place: int, letter: str, rest: int) -> bool:
    with working.step(f"Heading {letter}", Selection.at(position, place + rest)) as step:
        step_kind(step, position, Kind.HEADING)
        step.caret(position, place + rest)
        settle(step)
    return True


def _heading_is_due(entries: Entries, position: int, letter: str) -> bool:
    """Whether a letter begins a heading: "A" in a section without one, another next to the letter on either side."""
    before = _letter_in(entries, range(position - 1, -1, -1))
    if (letter == "A" and before == "") or (before and ord(before) == ord(letter) - 1):
        return True
    behind = _letter_in(entries, range(position + 1, len(entries)))
    return bool(behind) and ord(behind) == ord(letter) + 1


def _letter_in(entries: Entries, places: Iterable[int]) -> str:
    """The letter of the first lettered heading at some places, "" where a section comes first, "-" where none does."""
    for at in places:
        kind = entries[at].paragraph.kind
        if kind is Kind.SECTION:
            return ""
        if kind in (Kind.ANNEX, Kind.ENACTING):
            break
        if kind is Kind.HEADING and _LETTERED.match(entries[at].text):
            return entries[at].text[0]
    return "-"


def _section_is_due(working: WorkingText, position: int, numeral: str) -> bool:
    """Whether a numeral of one letter is one: "C." and "D." may be a letter of a name."""
    if len(numeral) > 1 or numeral in "IVX":
        return True
    return _sections_before(working, position) + 1 in _values(numeral)


def _values(numeral: str) -> tuple[int | None, int | None]:
    return from_roman(numeral), from_letters(numeral)


def _sections_before(working: WorkingText, position: int) -> int:
    """How far sections are counted before a paragraph."""
    before = 0
    for at in range(position):
        paragraph = working.entries[at].paragraph
        if paragraph.kind is Kind.ANNEX:
            before = 0
        elif paragraph.kind is Kind.SECTION:
            before = section_value(working.number(at) or "", before) or before + 1
    return before
