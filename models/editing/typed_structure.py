"""What is typed becomes structure: numbers, an opening, an organ's line. Each is a step of its own, so that one undo
gives back the letters as they were typed; they then stay letters."""

from __future__ import annotations

import re
from dataclasses import replace

from models.draft import Kind
from models.draft.alphabets import CHINESE, ENCLOSED
from models.draft.numbering import (
    SUFFIX,
    form_of,
    from_letters,
    from_roman,
    has_suffix,
    section_value,
    usual_form,
    value_of,
)
from models.editing.edit import Entry, Selection
from models.editing.kinds import step_kind
from models.editing.levels import deepest_there
from models.editing.openings import ORGAN_ENDS, italic_opening, opening_places
from models.editing.places import (
    HEADS,
    Entries,
    border_before,
    depth,
    head_of,
    list_before,
    preamble_follows,
)
from models.editing.runs import all_marked, cut, joined, marked, offset_of, place_of
from models.editing.settling import settle
from models.editing.working import Step, WorkingText
from models.reading.levels import Lists
from models.reading.literals import Literal, literal
from models.reading.openings import Opening, is_enacting, opening

_WRITTEN = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT, Kind.HEADING)
_LOOKED_AT = 120
"""Numbers and openings end before this place."""
_AFTER_OPENING = " \u00a0,،，:"
_AFTER_FIGURE = ".)-–—、．"
_FULL_WIDTH = str.maketrans("（）．", "().")  # sign for sign, so that places stay
_ENDS_ITSELF = re.compile(rf"(?:{CHINESE}[)）]|、|{ENCLOSED})$")
"""A Chinese number after which nobody types a space."""
_SECTION = re.compile(r"(?P<value>[IVXLC]+)\. $")
_BEFORE_OPENING = re.compile(r"(?P<value>\d{1,3})(?:\)[ \u00a0]?|\.)(?=\w)")
"""What numbers an operative paragraph only where a known verb follows: "1) Decides", "1.Decides"."""
_ANNEX = re.compile(
    r"\s*(?:Annex|Annexe|Appendix|Anexo|Приложение|附件|المرفق)(?:\s+(?:[IVXLC]+|\d{1,2}|[A-Z]|[一二三四五六七八九十]+))?\s*",
    re.IGNORECASE,
)


def recognise_typed(working: WorkingText, position: int, place: int, since: int | None = None) -> bool:
    """Look at what was just typed before a place; whether it became structure.

    "1. ", "(a) ", "a) ", "(i) ", "a. ", "I. ", "OP3 bis. ", "（一）", "1、", "أ - " at the start become kind, level and
    number; a known opening, once a space or comma follows, is set in italics and may make a new paragraph a PP or the
    first OP;
    "The General Assembly," becomes the organ's line. What an input method, dictation or a paste of plain words wrote in
    one piece, from the place `since` on, is looked at sign by sign, as if it had been typed so.
    """
    if not 0 <= position < len(working.entries):
        return False
    recognised = False
    at = place if since is None or since > _LOOKED_AT else max(0, min(since + 1, place))
    while at <= place:
        before = working.entries[position].length
        if _recognise_at(working, position, at, place - at):
            recognised = True
            # A number has left the words, and all behind it has moved.
            gone = before - working.entries[position].length
            at, place = at - gone, place - gone
        at = at + 1 if at < _LOOKED_AT or at == place else place
    return recognised


def _recognise_at(working: WorkingText, position: int, place: int, rest: int) -> bool:
    """Look at what stands before a place; `rest`: how many places were written behind it in the same piece."""
    entry = working.entries[position]
    typed = entry.text[: offset_of(entry.paragraph.runs, place)]
    if not typed:
        return False
    return (
        _number(working, position, place, typed, rest)
        or _number_by_opening(working, position, place, typed, rest)
        or (not rest and _organ(working, position, place, typed))
        or _opening(working, position, place, typed, rest)
    )


# Numbers


def _number(working: WorkingText, position: int, place: int, typed: str, rest: int) -> bool:
    entry = working.entries[position]
    kind = entry.paragraph.kind
    ended = typed.endswith((" ", "\u00a0")) or _ENDS_ITSELF.search(typed) is not None
    if not ended or typed[-2:-1].isspace() or len(typed) > 24:
        return False
    if kind not in _WRITTEN and not (kind is Kind.MASTHEAD and place + rest == entry.length):
        return False
    if (match := _SECTION.match(typed)) and place + rest == entry.length:
        return _section(working, position, place, match["value"], rest)
    found = literal(typed)
    if found is None:
        typed = typed.translate(_FULL_WIDTH)
        found = literal(typed)
    if found is None or found.end != len(typed) or not typed[found.start :].strip():
        return False
    if found.style == "digit" and (typed.rstrip()[-1] in _AFTER_FIGURE or found.suffix) and len(found.value) < 4:
        return not preamble_follows(working.entries, position + 1) and _take(working, position, place, found, 0, rest)
    if found.style == "label" and not found.sub and (found.suffix or typed.rstrip()[-1] in ".:)]"):
        return _label(working, position, place, found, rest)
    if found.style in ("paren", "half", "dot") and not found.value.isdigit():
        return _take(working, position, place, found, _level(working.entries, position, found), rest)
    return False


def _number_by_opening(working: WorkingText, position: int, place: int, typed: str, rest: int) -> bool:
    """ "1) Decides " and "1.Decides ": the number is one once the verb stands there; both are one step."""
    match = _BEFORE_OPENING.match(typed)
    known = italic_opening(typed[match.end() :]) if match else None
    if match is None or known is None or match.end() + known.end != len(typed) - 1 or not _ended(typed):
        return False
    words = typed[match.end() : -1]
    if words[0] != words[0].upper() or _opened_before(words):
        return False
    whole = place + rest == working.entries[position].length
    if _kind_by(working.entries, position, known, whole=whole) is not Kind.OPERATIVE:
        return False
    value = match["value"]
    with working.step(f"Number {value}", Selection.at(position, place + rest)):
        behind = len(typed) - match.end()
        start = place - behind
        _take(working, position, start, Literal("digit", value, value, 0, match.end()), 0, behind + rest)
        _opening(working, position, behind, typed[match.end() :], rest)
    return True


def _opened_before(words: str) -> bool:
    """Whether an opening stood there before its last word was typed; what it made was undone then."""
    shorter = opening(words.rsplit(None, 1)[0]) if len(words.split()) > 1 else None
    return shorter is not None


def _take(working: WorkingText, position: int, place: int, found: Literal, level: int, rest: int) -> bool:
    """The number leaves the words; it is kept as printed only where the place would give another."""
    with working.step(f"Number {found.number}", Selection.at(position, place + rest)) as step:
        _without(step, position, place, found.start, rest)
        step_kind(step, position, Kind.SUBPARAGRAPH if level else Kind.OPERATIVE, level)
        # The paragraph may have been of this kind already, with a number set before.
        _print(step, position, None)
        computed = working.number(position)
        due = value_of(computed, level) if computed else 1
        if found.suffix or value_of(found.number, level) != due or _keeps_shape(working.entries, position, found):
            _print(step, position, found.number)
        settle(step)
    return True


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


def _keeps_shape(entries: Entries, position: int, found: Literal) -> bool:
    """Whether "a)", "a." or "(أ)" stays where "(a)" is computed: the list is written so, or begins with it."""
    level = depth(entries[position])
    form = form_of(found.number, level) if level else None
    if not level or form is None or form == usual_form(level):
        return False
    for before in range(position - 1, -1, -1):
        there = depth(entries[before])
        if there == level:
            number = entries[before].paragraph.number if entries[before].printed else None
            return bool(number) and form_of(number or "", level) == form
        if there is not None and there < level:
            break
    return True


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


def _label(working: WorkingText, position: int, place: int, found: Literal, rest: int) -> bool:
    """ "PP5 bis. " and "OP3 bis. " as rolling texts print them."""
    kind = Kind.PREAMBULAR if found.kind == "PP" else Kind.OPERATIVE
    if kind is Kind.OPERATIVE:
        return _take(working, position, place, replace(found, style="digit"), 0, rest)
    with working.step(f"Number PP{found.number}", Selection.at(position, place + rest)) as step:
        _without(step, position, place, found.start, rest)
        step_kind(step, position, kind)
        _print(step, position, None)
        label = f"PP{found.number}"
        if working.label(position) != label:
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
        if working.number(position) != numeral:
            _print(step, position, numeral)
        settle(step)
    return True


def _section_is_due(working: WorkingText, position: int, numeral: str) -> bool:
    """Whether a numeral of one letter is one: "C." and "D." may be a letter of a name."""
    if len(numeral) > 1 or numeral in "IVX":
        return True
    before = 0
    for at in range(position):
        paragraph = working.entries[at].paragraph
        if paragraph.kind is Kind.ANNEX:
            before = 0
        elif paragraph.kind is Kind.SECTION:
            before = section_value(working.number(at) or "", before) or before + 1
    return from_roman(numeral) == before + 1 or from_letters(numeral) == before + 1


# The organ's line


def _organ(working: WorkingText, position: int, place: int, typed: str) -> bool:
    entry = working.entries[position]
    kind = entry.paragraph.kind
    if place != entry.length or typed[-1] not in ORGAN_ENDS or kind is Kind.ENACTING:
        return False
    if kind not in (Kind.MASTHEAD, Kind.TEXT, Kind.HEADING, *HEADS):
        return False
    if not is_enacting(typed):
        return False
    with working.step("Organ's line", Selection.at(position, place)) as step:
        step_kind(step, position, Kind.ENACTING)
        runs = working.entries[position].paragraph.runs
        step.put(position, working.entries[position].with_runs(marked(runs, 0, place - 1, italic=True)))
        step.caret(position, place)
    return True


# Openings


def _opening(working: WorkingText, position: int, place: int, typed: str, rest: int) -> bool:
    entry = working.entries[position]
    # Most signs end nothing, and what begins a paragraph need not be looked up for them.
    known = italic_opening(typed) if _ended(typed) else None
    if known is None or known.end != len(typed) - 1:
        return False
    kind = _kind_by(working.entries, position, known, whole=place + rest == entry.length)
    found = opening_places(cut(entry.paragraph.runs, 0, place))
    if kind is None or found is None or _left_roman(entry, typed, found[0]):
        return False
    done = all_marked(entry.paragraph.runs, *found, "italic")
    if done and kind is entry.paragraph.kind:
        return False
    with working.step(f"Opening {typed[: known.end].lstrip()}", Selection.at(position, place + rest)) as step:
        step_kind(step, position, kind)
        changed = working.entries[position]
        step.put(position, changed.with_runs(marked(changed.paragraph.runs, *found, italic=True)))
        step.caret(position, place + rest)
        if kind is not entry.paragraph.kind:
            settle(step)
    return True


def _ended(typed: str) -> bool:
    """Whether the sign after an opening ends it; after a Chinese one any does."""
    return typed[-1] in _AFTER_OPENING or "\u4e00" <= typed[-2:-1] <= "\u9fff"


def _left_roman(entry: Entry, typed: str, start: int) -> bool:
    """Whether a shorter opening stands there without italics: it was undone, and is to stay as it was typed."""
    words = typed[:-1].rsplit(None, 1)
    shorter = opening(words[0]) if len(words) == 2 else None
    return shorter is not None and not all_marked(
        entry.paragraph.runs, start, place_of(entry.paragraph.runs, shorter.end), "italic"
    )


def _kind_by(entries: Entries, position: int, known: Opening, *, whole: bool) -> Kind | None:
    """What a paragraph with such an opening is at its place; None: it is no paragraph that opens so."""
    entry = entries[position]
    kind = entry.paragraph.kind
    before = border_before(entries, position)
    verb, participle = known.operative and not known.preambular, known.preambular and not known.operative
    if kind in HEADS:
        if not whole:
            return kind
        if verb and not preamble_follows(entries, position + 1):
            return Kind.OPERATIVE
        return Kind.PREAMBULAR if participle and before in (Kind.ENACTING, Kind.PREAMBULAR) else kind
    if not whole:
        return None
    if kind is Kind.MASTHEAD:
        # A title may begin like a paragraph; the first words of an empty text are a paragraph.
        alone = not any(other.length for other in entries if other is not entry)
        return (Kind.OPERATIVE if verb else Kind.PREAMBULAR) if alone else None
    if kind is not Kind.TEXT or before is Kind.ANNEX:
        return None
    if verb:
        return None if preamble_follows(entries, position + 1) else Kind.OPERATIVE
    return Kind.PREAMBULAR if before in (Kind.ENACTING, Kind.PREAMBULAR, Kind.MASTHEAD, None) else None


def is_annex_heading(text: str) -> bool:
    """Whether a line is the heading of an annex and nothing else: "Annex", "Annex II"."""
    return _ANNEX.fullmatch(text) is not None
