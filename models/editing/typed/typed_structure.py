"""What is typed becomes structure: numbers, an opening, an organ's line. Each is a step of its own, so that one undo
gives back the letters as they were typed; they then stay letters."""

from __future__ import annotations

import contextlib
import re

from models.draft import Draft, Kind
from models.draft.alphabets import CHINESE
from models.draft.brackets import CLOSING, OPENING
from models.draft.columns import begins_chinese
from models.draft.labels import ANNEX_WORDS
from models.draft.masthead_lines import masthead_roles
from models.draft.ordinals import ARABIC_ORDINAL
from models.editing.acts.kinds import step_kind
from models.editing.acts.settling import settle
from models.editing.edit import Entry, Selection
from models.editing.places import (
    HEADS,
    Entries,
    border_before,
    fitting,
    is_item,
    preamble_follows,
)
from models.editing.runs import all_marked, cut, marked, offset_of, place_of, shown
from models.editing.step import Step
from models.editing.table_cells import in_cell, may_leave, out_of_table
from models.editing.typed.adverbs_before import adverb_typed
from models.editing.typed.behind_lists import leaves_list
from models.editing.typed.bound_spaces import space_bound
from models.editing.typed.openings import italic_opening, leads_to_verb, opening_places
from models.editing.typed.quotation_marks import quotes_typed
from models.editing.typed.typed_blanks import blank_typed
from models.editing.typed.typed_dashes import dash_typed
from models.editing.typed.typed_lines import (
    organ_above,
    organ_typed,
    recommended_organ,
    step_organ,
    step_organ_above,
)
from models.editing.typed.typed_numbers import (
    number_typed,
    take_label,
    take_number,
    unspaced_typed,
)
from models.editing.typed.typed_sections import may_be_title, title_before
from models.editing.working import WorkingText
from models.reading.cyrillic_labels import with_latin_labels
from models.reading.literals import Literal, end_mark, literal
from models.reading.opened_lines import begins_with_noun, seldom_opens
from models.reading.openings import Opening, opening, words_begin

_LOOKED_AT = 120
"""Numbers and openings end before this place."""
_AFTER_OPENING = f" \u00a0,،，:{CLOSING}"
_BEFORE_OPENING = re.compile(
    r"[\s\[]*(?:(?P<value>\d{1,3})(?:\)[ \u00a0]*|[.–—-])|(?P<label>(?P<of>PP|OP)[ \u00a0]?\d{1,3})[ \u00a0]+)(?=\w)"
)
"""What numbers a paragraph only where a known opening follows: "1) Decides", "1.Decides", "1-Decides", "PP1
Recalling"."""
_ABOVE_PREAMBLE = (Kind.ENACTING, Kind.PREAMBULAR, Kind.SECTION)
"""Behind what a paragraph that opens as a PP is one; a section may have a preamble of its own. Behind an OP it may well
be one, as those are that begin "Acting under Chapter VII of the Charter", or "Recognizing" in an outcome."""
_ANNEX = re.compile(
    rf"\s*{ANNEX_WORDS}(?:\s*{CHINESE}|\s+(?:[IVXLC]+|\d{{1,2}}|[A-Z]|{ARABIC_ORDINAL}))?\s*", re.IGNORECASE
)


def recognise_typed(working: WorkingText, position: int, place: int, since: int | None = None) -> bool:
    """Look at what was just typed before a place; whether it became structure.

    "1. ", "(a) ", "(a)Fo", "a) ", "(i) ", "a. ", "I. ", "OP3 bis. ", "（一）", "1、", "أ - " at the start become kind,
    level and number; a known opening, once a space or comma follows, is set in italics and may make a new paragraph a
    PP or the first OP;
    "The General Assembly," becomes the organ's line. What an input method, dictation or a paste of plain words wrote in
    one piece, from the place `since` on, is looked at sign by sign, as if it had been typed so. In the cells of a table
    nothing is, save behind what the last one holds: there it comes after the table.
    """
    if not 0 <= position < len(working.entries):
        return False
    place = quotes_typed(working, position, place, place - 1 if since is None else since)
    space_bound(working, position, place, place - 1 if since is None else since)
    if in_cell(working.entries[position]):
        return may_leave(working.entries, position) and _after_table(working, position, place, since)
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


class _Nothing(Exception):
    """What was typed is no structure."""


def _after_table(working: WorkingText, position: int, place: int, since: int | None) -> bool:
    """Whether what was typed at the end of a table is structure, and so a paragraph after it."""
    typed = working.entries[position].text[: offset_of(working.entries[position].paragraph.runs, place)]
    if len(typed) > _LOOKED_AT or not (typed[-1:] in _AFTER_OPENING or typed[-1:].isspace()):
        return False
    with contextlib.suppress(_Nothing):
        with working.step("Paragraph after the table", Selection.at(position, place)) as step:
            step.put(position, out_of_table(working.entries, position))
            if not recognise_typed(working, position, place, since):
                raise _Nothing
        return True
    return False


def _recognise_at(working: WorkingText, position: int, place: int, rest: int) -> bool:
    """Look at what stands before a place; `rest`: how many places were written behind it in the same piece."""
    entry = working.entries[position]
    typed = entry.text[: offset_of(entry.paragraph.runs, place)]
    if unspaced_typed(working, position, place, typed, rest):
        return True
    # A Latin letter behind another ends nothing, and nearly every key is one.
    if not typed or (typed[-2:].isalnum() and typed.isascii()):
        return False
    return (
        blank_typed(working, position, place, typed)
        or dash_typed(working, position, place, typed)
        or adverb_typed(working, position, place, typed)
        or number_typed(working, position, place, typed, rest)
        or (_ended(typed) and number_by_opening(working, position, place, typed, typed[:-1], rest))
        or (not rest and organ_typed(working, position, place, typed))
        or _opening(working, position, place, typed, rest)
    )


def number_by_opening(
    working: WorkingText,
    position: int,
    place: int,
    typed: str,
    opened: str,
    rest: int = 0,
    *,
    stays: Selection | None = None,
) -> bool:
    """ "1) Decides ", "OP1 Decides ": the number is one once the opening stands there; both are one step.

    `opened` is what was typed before the place up to the end of the opening; `stays` is where the caret stays that is
    not behind what was typed.
    """
    match = _BEFORE_OPENING.match(with_latin_labels(opened))
    words = opened[match.end() :] if match else ""
    known = italic_opening(words)
    if match is None or known is None or known.end != len(words):
        return False
    # Russian paragraphs begin with a small letter.
    if (words[0] != words[0].upper() and not "\u0400" <= words[0] <= "\u04ff") or _opened_before(words):
        return False
    whole = place + rest == working.entries[position].length
    value = match["value"]
    kind = Kind.PREAMBULAR if match["of"] == "PP" else Kind.OPERATIVE
    # Who writes "PP3" before an opening of the preamble, or "3" before a verb, says what the paragraph is, wherever it
    # stands.
    said = whole and (known.preambular if kind is Kind.PREAMBULAR else known.operative and not known.preambular)
    if is_item(working.entries[position]) and kind is Kind.OPERATIVE:
        said = known.operative and whole and leaves_list(working, position, verb=True, numbered=True)
    if not said:
        by_place = kind_by(working, position, known, whole=whole)
        if by_place is not kind and (by_place is not Kind.PREAMBULAR or not value):
            return False
        kind = by_place
    with working.step(f"Number {value or match['label']}", stays or Selection.at(position, place + rest)) as step:
        behind = len(typed) - match.end()
        digits = Literal("digit", value or "", value or "", match.start("value"), match.end())
        found = digits if value else literal(typed[: match.end()])
        if found is None:
            return False
        take = take_number if found.style == "digit" else take_label
        take(working, position, place - behind, found, behind + rest)
        places = opening_places(working.entries[position].paragraph.runs)
        if places is not None:
            step_opening(step, position, kind, places)
        if stays is not None:
            entries = working.entries
            step.selection = Selection(fitting(stays.anchor, entries), fitting(stays.head, entries))
    return True


def _opened_before(words: str) -> bool:
    """Whether an opening stood there before its last word was typed; what it made was undone then."""
    shorter = opening(words.rsplit(None, 1)[0]) if len(words.split()) > 1 else None
    return shorter is not None


# Openings


def _opening(working: WorkingText, position: int, place: int, typed: str, rest: int) -> bool:
    entry = working.entries[position]
    # Most signs end nothing, and what begins a paragraph need not be looked up for them.
    known = italic_opening(typed) if _ended(typed) else None
    if known is None or known.end != len(typed) - 1:
        return False
    # What was written in one piece with it may make a noun of it: “商定结论”.
    if rest and opening(entry.text) is None:
        return False
    kind = kind_by(working, position, known, whole=place + rest == entry.length)
    found = opening_places(cut(entry.paragraph.runs, 0, place))
    if kind is None or found is None or _left_roman(entry, typed, found[0]):
        return False
    if kind is Kind.OPERATIVE and entry.paragraph.kind is kind and leads_to_verb(typed):
        return False
    done = all_marked(entry.paragraph.runs, *found, "italic")
    if done and kind is entry.paragraph.kind:
        return False
    with working.step(f"Opening {typed[: known.end].lstrip()}", Selection.at(position, place + rest)) as step:
        step_opening(step, position, kind, found)
        step.caret(position, place + rest)
        if kind is not entry.paragraph.kind:
            settle(step)
    return True


def step_opening(step: Step, position: int, kind: Kind, places: tuple[int, int]) -> None:
    """A paragraph of the kind that its opening at these places makes it, as part of a step."""
    if step.working.entries[position].paragraph.kind is Kind.MASTHEAD:
        step_organ_above(step, position)
    elif kind is Kind.PREAMBULAR and (organ := recommended_organ(step.working, position)) is not None:
        step_organ(step, organ)
    title_before(step, position)
    step_kind(step, position, kind)
    changed = step.working.entries[position]
    step.put(position, changed.with_runs(marked(changed.paragraph.runs, *places, italic=True)))


def _ended(typed: str) -> bool:
    """Whether the sign after an opening ends it; after a Chinese one any does."""
    return typed[-1] in _AFTER_OPENING or "\u4e00" <= typed[-2:-1] <= "\u9fff"


def _left_roman(entry: Entry, typed: str, start: int) -> bool:
    """Whether a shorter opening stands there without italics: it was undone, and is to stay as it was typed."""
    words = typed[:-1].rsplit(None, 1)
    shorter = opening(words[0]) if len(words) == 2 else None
    runs = entry.paragraph.runs
    start += shown(runs)[start : start + 1] in (*OPENING,)  # before the shorter one a bracket is in roman letters
    return shorter is not None and not all_marked(runs, start, place_of(runs, shorter.end), "italic")


def kind_by(working: WorkingText, position: int, known: Opening, *, whole: bool) -> Kind | None:
    """What a paragraph with such an opening is at its place; None: it is no paragraph that opens so.

    What acts is operative behind the preamble; within it, it is what it was, as nobody writes an OP among PPs.
    """
    entries = working.entries
    entry = entries[position]
    kind = entry.paragraph.kind
    before = Kind.SECTION if may_be_title(working, position - 1) else border_before(entries, position)
    verb, participle = known.operative and not known.preambular, known.preambular and not known.operative
    if kind in HEADS:
        if not whole:
            return kind
        follows = preamble_follows(entries, position + 1)
        if verb and not follows:
            return Kind.OPERATIVE
        return Kind.PREAMBULAR if participle and (follows or before in _ABOVE_PREAMBLE) else kind
    if not whole:
        return None
    if kind is Kind.MASTHEAD:
        # A title may begin like a paragraph; the first words of an empty text are a paragraph.
        alone = not any(other.length for other in entries if other is not entry)
        begins = (
            alone
            or organ_above(entries, position) is not None
            or (known.preambular and _ends_masthead(entries, position))
        )
        return (Kind.OPERATIVE if verb else Kind.PREAMBULAR) if begins else None
    if kind is Kind.SUBPARAGRAPH:
        if known.preambular and recommended_organ(working, position) is not None:
            return Kind.PREAMBULAR
        if not (verb or (participle and before is Kind.PREAMBULAR)) or not leaves_list(working, position, verb=verb):
            return None
        return Kind.OPERATIVE if verb else Kind.PREAMBULAR
    if kind not in (Kind.TEXT, Kind.CLOSING) or before is Kind.ANNEX:
        return None
    if verb:
        return None if preamble_follows(entries, position + 1) else Kind.OPERATIVE
    if kind is Kind.CLOSING and before is Kind.OPERATIVE:
        return Kind.OPERATIVE  # as behind any other of its paragraphs
    return Kind.PREAMBULAR if before in (*_ABOVE_PREAMBLE, Kind.MASTHEAD, None) else None


def _ends_masthead(entries: Entries, position: int) -> bool:
    """Whether a line below all others opens as no title does, so that the preamble begins there: "Recalling", not
    "Supporting", nor with a small letter but in Russian. Where none above is the title, one that may be is: "Taking
    stock of progress", but with a comma at its end, which no title has."""
    words = entries[position].text[words_begin(entries[position].text) :]
    small = words[:1].islower()
    if (small and not "\u0400" <= words[:1] <= "\u04ff") or seldom_opens(words) or begins_with_noun(words):
        return False
    if any(other.length for other in entries[position + 1 :]):
        return False
    above = Draft(tuple(other.paragraph for other in entries[:position]))
    may_be_title = (words[:1].isupper() or begins_chinese(words)) and end_mark(words) != ","
    return not may_be_title or "title" in masthead_roles(above).values()


def is_annex_heading(text: str) -> bool:
    """Whether a line is the heading of an annex and nothing else: "Annex", "Annex II"."""
    return _ANNEX.fullmatch(text) is not None
