"""Numbers and labels that are typed become structure: "1. ", "(a) ", "I. ", "OP3 bis. ", "（一）"."""

from __future__ import annotations

import re
from dataclasses import replace

from models.draft import Kind
from models.draft.alphabets import CHINESE, ENCLOSED
from models.draft.numbering import (
    SUFFIX,
    SUFFIXES,
    Form,
    form_of,
    has_suffix,
    usual_form,
    value_of,
)
from models.editing.before import stood_before
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
from models.editing.section_numbers import follow_sections
from models.editing.settling import settle
from models.editing.typed_sections import WRITTEN, heading_or_section_typed
from models.editing.working import WorkingText
from models.editing.written_number import print_number, tell_place, without_typed
from models.reading.levels import Lists
from models.reading.literals import Literal, literal

_AFTER_FIGURE = ".)-–—、．"
_FULL_WIDTH = str.maketrans("（）．", "().")  # sign for sign, so that places stay
_ENDS_ITSELF = re.compile(rf"(?:{CHINESE}[)）]|、|{ENCLOSED})$")
"""A Chinese number after which nobody types a space."""
_ITEM_OF = re.compile(r"[\s\[]*(?P<number>\d{1,3}\.? ?(?:\([a-z]{1,4}\) ){1,3})")
"""An item named by the paragraph it is of: "3 (a) "."""
_SUFFIX_APART = re.compile(rf"(?P<suffix>{'|'.join(SUFFIXES)})[.:]? ", re.IGNORECASE)
"""What belongs to a number that was typed before it: "(b) bis ", "2. bis "."""


def number_typed(working: WorkingText, position: int, place: int, typed: str, rest: int) -> bool:
    """Whether what was typed before a place is a number or a label, which then is one.

    `rest`: how many places were written behind it in the same piece.
    """
    entry = working.entries[position]
    kind, whole = entry.paragraph.kind, place + rest == entry.length
    ended = typed.endswith((" ", "\u00a0")) or _ENDS_ITSELF.search(typed) is not None
    if not ended or typed[-2:-1].isspace() or len(typed) > 24:
        return False
    if kind not in WRITTEN and not (kind is Kind.MASTHEAD and whole):
        return False
    if whole and (began := heading_or_section_typed(working, position, place, typed, rest)) is not None:
        return began
    if match := _SUFFIX_APART.fullmatch(typed):
        return _suffix_apart(working, position, place, match["suffix"].lower(), rest)
    if match := _ITEM_OF.fullmatch(typed):
        named = literal(f"OP{typed[match.start('number') :]}")
        return named is not None and _item(working, position, place, named._replace(start=match.start("number")), rest)
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
    if found.style == "label" and found.kind == "OP" and found.sub and not found.suffix:
        return _item(working, position, place, found, rest)
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
        without_typed(step, position, place, found.start, rest)
        step_kind(step, position, Kind.SUBPARAGRAPH if level else Kind.OPERATIVE, level)
        # The paragraph may have been of this kind already, with a number set before.
        print_number(step, position, None)
        computed = working.number(position)
        due = value_of(computed, level) if computed else 1
        value = value_of(found.number, level)
        shape = _own_shape(working.entries, position, found)
        begins = _begins_count(working.entries, position)
        if begins:
            step.numbered.add(working.entries[position].key)
        if found.suffix or value is None or (value != due and begins):
            print_number(step, position, found.number)
        elif shape is not None:
            print_number(step, position, found.number if value == due else shape.write(level, due or 1))
        settle(step)
        follow_sections(step)
        if value != due and not found.suffix:
            tell_place(step, position, found.number)
    return True


def _suffix_apart(working: WorkingText, position: int, place: int, suffix: str, rest: int) -> bool:
    """Whether a suffix stands behind a number that was typed before it, and goes to it."""
    entry = working.entries[position]
    numbers = (literal(old.text) for old in stood_before(working, entry) if old.length)
    found = next((number for number in numbers if number is not None), None)
    if found is None or found.suffix or found.sub or found.style not in ("digit", "paren", "half", "dot"):
        return False
    found = found._replace(number=f"{found.number} {suffix}", start=0, suffix=suffix)
    with working.step(f"Number {found.number}", Selection.at(position, place + rest)) as step:
        take_number(working, position, place, found, rest, entry.paragraph.level)
        # Of the number alone it was said that it is another in its place.
        step.told = f"it is {working.number(position)} now"
    return True


def _item(working: WorkingText, position: int, place: int, found: Literal, rest: int) -> bool:
    """ "OP2 (c) ", as Adref itself names a subparagraph: that is what the paragraph is, in the list it stands in."""
    last = literal(f"{found.sub[-1]} ")
    if last is None:
        return False
    level = min(len(found.sub), deepest_there(working.entries, position))
    return take_number(working, position, place, last._replace(start=found.start), rest, level)


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
        without_typed(step, position, place, found.start, rest)
        step_kind(step, position, kind)
        print_number(step, position, None)
        label = f"PP{found.number}"
        if found.suffix:
            entry = working.entries[position]
            step.put(position, replace(entry, paragraph=replace(entry.paragraph, set_label=label)))
        settle(step)
    return True
