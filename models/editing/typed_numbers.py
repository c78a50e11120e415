"""Numbers and labels that are typed become structure: "1. ", "(a) ", "I. ", "OP3 bis. ", "（一）"."""

from __future__ import annotations

import re
from dataclasses import replace

from models.draft import Kind
from models.draft.alphabets import CHINESE, ENCLOSED
from models.draft.numbering import (
    SUFFIX,
    Form,
    form_of,
    from_letters,
    from_roman,
    has_suffix,
    section_value,
    usual_form,
    value_of,
)
from models.editing.edit import Selection
from models.editing.kinds import step_kind
from models.editing.levels import deepest_there
from models.editing.places import (
    Entries,
    depth,
    head_of,
    list_before,
    preamble_follows,
)
from models.editing.runs import cut, joined, place_of
from models.editing.section_numbers import follow_sections
from models.editing.settling import settle
from models.editing.step import Step
from models.editing.working import WorkingText
from models.reading.levels import Lists
from models.reading.literals import Literal, literal

_WRITTEN = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT, Kind.HEADING)
_AFTER_FIGURE = ".)-–—、．"
_FULL_WIDTH = str.maketrans("（）．", "().")  # sign for sign, so that places stay
_ENDS_ITSELF = re.compile(rf"(?:{CHINESE}[)）]|、|{ENCLOSED})$")
"""A Chinese number after which nobody types a space."""
_SECTION = re.compile(r"(?:(?:Section|Sección|Раздел) )?(?P<value>[IVXLC]+)\. $")


_LETTERED = re.compile(r"([A-Z])\. ")
"""What begins a heading within a section: the letter is one of its words, as in a file that is read."""


def number_typed(working: WorkingText, position: int, place: int, typed: str, rest: int) -> bool:
    """Whether what was typed before a place is a number or a label, which then is one.

    `rest`: how many places were written behind it in the same piece.
    """
    entry = working.entries[position]
    kind, whole = entry.paragraph.kind, place + rest == entry.length
    ended = typed.endswith((" ", "\u00a0")) or _ENDS_ITSELF.search(typed) is not None
    if not ended or typed[-2:-1].isspace() or len(typed) > 24:
        return False
    if kind not in _WRITTEN and not (kind is Kind.MASTHEAD and whole):
        return False
    letter = _LETTERED.fullmatch(typed) if whole and kind is not Kind.HEADING else None
    if letter and _heading_is_due(working.entries, position, letter[1]):
        return _heading(working, position, place, letter[1], rest)
    if (match := _SECTION.match(typed)) and whole:
        return _section(working, position, place, match["value"], rest)
    found = literal(typed)
    if found is None:
        typed = typed.translate(_FULL_WIDTH)
        found = literal(typed)
    if found is None or found.end != len(typed) or not typed[found.start :].strip():
        return False
    if found.style == "digit" and (typed.rstrip()[-1] in _AFTER_FIGURE or found.suffix) and len(found.value) < 4:
        return not preamble_follows(working.entries, position + 1) and take_number(
            working, position, place, found, rest
        )
    if found.style == "label" and not found.sub and (found.suffix or typed.rstrip()[-1] in ".:)]"):
        return take_label(working, position, place, found, rest)
    if found.style in ("paren", "half", "dot") and not found.value.isdigit():
        return take_number(working, position, place, found, rest, _level(working.entries, position, found))
    return False


def take_number(working: WorkingText, position: int, place: int, found: Literal, rest: int, level: int = 0) -> bool:
    """The number leaves the words, and the paragraph counts by its place, whatever was typed.

    Kept as printed are bis, ter and alt, the form of a list ("a)"), what its level does not count by, and the number of
    the first one under a heading.
    """
    with working.step(f"Number {found.number}", Selection.at(position, place + rest)) as step:
        _without(step, position, place, found.start, rest)
        step_kind(step, position, Kind.SUBPARAGRAPH if level else Kind.OPERATIVE, level)
        # The paragraph may have been of this kind already, with a number set before.
        _print(step, position, None)
        computed = working.number(position)
        due = value_of(computed, level) if computed else 1
        value = value_of(found.number, level)
        shape = _own_shape(working.entries, position, found)
        begins = _begins_count(working.entries, position)
        if begins:
            step.numbered.add(working.entries[position].key)
        if found.suffix or value is None or (value != due and begins):
            _print(step, position, found.number)
        elif shape is not None:
            _print(step, position, found.number if value == due else shape.write(level, due or 1))
        settle(step)
        follow_sections(step)
        if value != due and not found.suffix and (shown := working.number(position)) not in (None, found.number):
            step.told = f"it is {shown} in its place here"
    return True


def _begins_count(entries: Entries, position: int) -> bool:
    """Whether a heading, a section or a text of its own stands between a paragraph and those counted before it: what
    is typed there says how the count goes, anew or on."""
    between = (Kind.QUOTE,) if depth(entries[position]) else (Kind.QUOTE, Kind.SUBPARAGRAPH)
    preamble = False
    for at in range(position - 1, -1, -1):
        kind = entries[at].paragraph.kind
        if kind is Kind.PREAMBULAR and not depth(entries[position]):
            preamble = True  # a section may have one of its own
        elif kind not in between:
            return kind is Kind.SECTION or (kind in (Kind.HEADING, Kind.TEXT) and not preamble)
    return False


def _without(step: Step, position: int, place: int, start: int, rest: int) -> None:
    """The paragraph without what was typed as its number; brackets before it stay."""
    entry = step.working.entries[position]
    runs = entry.paragraph.runs
    first = place_of(runs, start) if start else 0
    step.put(position, entry.with_runs(joined(cut(runs, 0, first), cut(runs, place))))
    step.caret(position, first + rest)


def _print(step: Step, position: int, number: str | None) -> None:
    entry = step.working.entries[position]
    paragraph = replace(entry.paragraph, number=number, set_label=None)
    step.put(position, replace(entry, paragraph=paragraph, printed=number is not None))


def _own_shape(entries: Entries, position: int, found: Literal) -> Form | None:
    """The form "a)", "a." or "(أ)" that stays where "(a)" is computed: the list is written so, or begins with it."""
    level = depth(entries[position])
    form = form_of(found.number, level) if level else None
    if not level or form is None or form == usual_form(level):
        return None
    for before in range(position - 1, -1, -1):
        there = depth(entries[before])
        if there == level:
            number = entries[before].paragraph.number if entries[before].printed else None
            return form if number and form_of(number, level) == form else None
        if there is not None and there < level:
            break
    return form


def _style_computed(level: int) -> str:
    return "paren" if level < 3 else "dot"


def _style(number: str, level: int) -> str:
    """How a number is written: "(a)", "a)" or "a."; that of its level where it is none of them."""
    bare = SUFFIX.sub("", number).strip()
    if "(" in bare:
        return "paren"
    return "dot" if bare.endswith(".") else "half" if bare.endswith(")") else _style_computed(level)


def _level(entries: Entries, position: int, found: Literal) -> int:
    """The level of an item by the list it stands in: "(i)" after "(h)" is a letter, after "(a)" it is roman."""
    lists = Lists()
    above = list_before(entries, position)
    head = head_of(entries, above) if above is not None else None
    counts: dict[int, int] = {}
    for at in range(head + 1 if head is not None else position, position):
        level = depth(entries[at])
        if level:
            number = entries[at].paragraph.number
            counts = {deep: count for deep, count in counts.items() if deep <= level}
            if not has_suffix(number):
                value = value_of(number, level) if number else None
                counts[level] = value if value is not None else counts.get(level, 0) + 1
            style = _style(number, level) if number else _style_computed(level)
            lists.last = dict(counts)
            lists.style_at = {deep: lists.style_at.get(deep, "paren") for deep in counts} | {level: style}
    level = _goes_on(lists, found) or lists.level(found, None, 0 if lists.style_at.get(1, "dot") != "dot" else 1)
    return min(level, deepest_there(entries, position))


def _goes_on(lists: Lists, found: Literal) -> int | None:
    """The level a number goes on at though it is written otherwise: "b)" typed after a computed "(a)"."""
    if found.style == "paren" or found.style in lists.style_at.values():
        return None
    for level in sorted(lists.last, reverse=True):
        value = value_of(found.number, level)
        if value is not None and value > 1 and value == lists.last[level] + 1:
            return level
    return None


def take_label(working: WorkingText, position: int, place: int, found: Literal, rest: int) -> bool:
    """ "PP5 bis. " and "OP3 bis. " as rolling texts print them; whether the paragraph is that now."""
    kind = Kind.PREAMBULAR if found.kind == "PP" else Kind.OPERATIVE
    if kind is Kind.OPERATIVE:
        return take_number(working, position, place, found._replace(style="digit"), rest)
    with working.step(f"Number PP{found.number}", Selection.at(position, place + rest)) as step:
        _without(step, position, place, found.start, rest)
        step_kind(step, position, kind)
        _print(step, position, None)
        label = f"PP{found.number}"
        if found.suffix:
            entry = working.entries[position]
            step.put(position, replace(entry, paragraph=replace(entry.paragraph, set_label=label)))
        settle(step)
    return True


def _section(working: WorkingText, position: int, place: int, numeral: str, rest: int) -> bool:
    if from_roman(numeral) is None or not _section_is_due(working, position, numeral):
        return False
    with working.step(f"Section {numeral}", Selection.at(position, place + rest)) as step:
        _without(step, position, place, 0, rest)
        step_kind(step, position, Kind.SECTION)
        _print(step, position, None)
        if working.number(position) != numeral and _sections_before(working, position) + 1 in _values(numeral):
            _print(step, position, numeral)
        settle(step)
    return True


def _heading(working: WorkingText, position: int, place: int, letter: str, rest: int) -> bool:
    with working.step(f"Heading {letter}", Selection.at(position, place + rest)) as step:
        step_kind(step, position, Kind.HEADING)
        step.caret(position, place + rest)
        settle(step)
    return True


def _heading_is_due(entries: Entries, position: int, letter: str) -> bool:
    """Whether a letter begins a heading: "A" in a section without one, another behind the letter before it."""
    for at in range(position - 1, -1, -1):
        kind, text = entries[at].paragraph.kind, entries[at].text
        if kind is Kind.SECTION:
            return letter == "A"
        if kind in (Kind.ANNEX, Kind.ENACTING):
            return False
        if kind is Kind.HEADING and _LETTERED.match(text):
            return ord(text[0]) == ord(letter) - 1
    return False


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
