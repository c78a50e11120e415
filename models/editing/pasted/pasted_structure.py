"""What pasted paragraphs become where they stand: opened as if typed there, or more of what they were put into."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from models.draft import Kind, Paragraph, Run
from models.draft.numbering import has_suffix, value_of
from models.editing.edit import Caret, Entry
from models.editing.pasted.copied import Extent
from models.editing.pasted.pasted_cells import stands_alone
from models.editing.places import (
    HEADS,
    block_end,
    border_before,
    count_around,
    fitting,
    head_of,
    is_item,
    list_goes_on,
    preamble_follows,
)
from models.editing.runs import marked
from models.editing.step import Step
from models.editing.typed.openings import ORGAN_ENDS, italic_opening, opening_places, with_opening, without_bold
from models.editing.typed.typed_lines import is_end_of_resolution
from models.editing.typed.typed_numbers import whose_list
from models.editing.typed.typed_sections import may_be_title
from models.editing.typed.typed_structure import kind_by, step_opening
from models.editing.working import WorkingText
from models.reading.letter_around import of_letter
from models.reading.literals import end_mark

_COUNTED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_NUMBERED = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION)
_NAMED = re.compile(r"OP(?P<number>\d{1,4}) ?(?P<item>(?:\([a-z]{1,4}\) ?)+)")
"""The label of an item that is named by the paragraph it is of."""


def with_own_heads(working: WorkingText, at: Caret, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Pasted paragraphs in which an item of another paragraph than the one whose list it would come into, "OP3 (a)"
    behind the list of OP2, is the next paragraph, whose words begin so; as where it is typed."""
    entries = working.entries
    if not any(_named(one) for one in paragraphs) or not entries:
        return paragraphs
    at = fitting(at, entries)
    position = at.position + (at.place > 0)
    own = whose_list(working, position).removeprefix("OP")
    if not own or preamble_follows(entries, position):
        return paragraphs
    made: list[Paragraph] = []
    for paragraph in paragraphs:
        named = _named(paragraph)
        if named is not None and named["number"] != own:
            own, begun = named["number"], Run(f"{named['item'].strip()} ")
            made.append(Paragraph(Kind.OPERATIVE, (begun, *paragraph.runs), 0, own))
            continue
        if paragraph.kind is Kind.OPERATIVE and paragraph.number is not None:
            own = paragraph.number.strip(". ")
        made.append(paragraph)
    return made


def words_in_cell(working: WorkingText, at: Caret, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Pasted paragraphs as they come into a cell of a table, where an opening tells nothing, as where it is typed."""
    entries = working.entries
    at = fitting(at, entries)
    if not entries or entries[at.position].paragraph.cell is None or stands_alone(entries, at.position):
        return paragraphs
    return [replace(one, kind=Kind.TEXT) if is_line(one) else one for one in paragraphs]


def closing_by_place(working: WorkingText, at: Caret, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Pasted lines that name a meeting and its date as typed ones are where no resolution ends: they are text there."""
    entries = working.entries
    if not entries or any(one.kind is not Kind.CLOSING for one in paragraphs):
        return paragraphs
    at = fitting(at, entries)
    first = at.position + (at.place > 0)
    length = entries[at.position].length
    closes = is_end_of_resolution(entries, first, first + (not length))
    return paragraphs if closes and at.place in (0, length) else [replace(one, kind=Kind.TEXT) for one in paragraphs]


def kinds_by_place(working: WorkingText, at: Caret, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Pasted lines whose opening tells another part than the one they come into, as where they are typed: what acts is
    preambular while the preamble goes on, behind OPs a participle opens what stands there, and nothing leaves an empty
    item that is the first of its list or in the middle of it. A text that came with both its parts, PPs and then OPs,
    keeps them, as one that came with its numbers does."""
    entries = working.entries
    if not entries or not all(map(is_line, paragraphs)) or _has_both_parts(paragraphs):
        return paragraphs
    at = fitting(at, entries)
    here, behind = entries[at.position], at.position + (at.place > 0)
    before = Kind.SECTION if may_be_title(working, behind - 1) else border_before(entries, behind)
    preamble = preamble_follows(entries, behind + (not here.length))
    among = list_goes_on(entries, at.position)
    if not here.length and (among or _begins_list(entries, at.position)):
        own, level = here.paragraph.kind, here.paragraph.level
        return [replace(one, kind=own, level=level) if one.kind in HEADS else one for one in paragraphs]
    if not preamble and before is not Kind.OPERATIVE:
        return paragraphs
    other, own, level = Kind.OPERATIVE if preamble else Kind.PREAMBULAR, here.paragraph.kind, here.paragraph.level
    if own is Kind.SUBPARAGRAPH and preamble:
        return paragraphs
    if own not in (Kind.TEXT, Kind.SUBPARAGRAPH) or (own is Kind.TEXT and here.length):
        own, level = Kind.PREAMBULAR if preamble else Kind.OPERATIVE, 0
    return [replace(one, kind=own, level=level) if one.kind is other else one for one in paragraphs]


def _begins_list(entries: Sequence[Entry], position: int) -> bool:
    """Whether an item is the only one of its paragraph."""
    if not is_item(entries[position]) or (head := head_of(entries, position)) is None:
        return False
    return position == head + 1 and block_end(entries, head) == position + 1


def _has_both_parts(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether PPs come first and OPs behind them."""
    kinds = [one.kind for one in paragraphs if one.kind in HEADS]
    preambular = kinds.count(Kind.PREAMBULAR)
    return 0 < preambular < len(kinds) and Kind.OPERATIVE not in kinds[:preambular]


def goes_on_from_words(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether an item is the second of a list whose first stands in the words of a paragraph: "3. (a) Act", "(b)"."""
    in_words = before.kind is Kind.OPERATIVE or (before.kind is Kind.SUBPARAGRAPH and before.number is None)
    begun = re.match(r"\(([a-y])\) ", before.text) if in_words else None
    second = f"({chr(ord(begun[1]) + 1)})" if begun else None
    return paragraph.kind is Kind.SUBPARAGRAPH and second is not None and paragraph.number == second


def stay_printed(
    paragraphs: Sequence[Paragraph], extent: Extent | None, *, alone: bool, goes_on: bool = False
) -> list[bool]:
    """Whether the number of each pasted paragraph stands as it is, else it is counted.

    Bis and ter stay, and what stands before a heading, a quoted paragraph or a note, which nothing counts. Of what was
    printed, where that is known, so does what nothing counts, and what comes with all that stands before it in its
    count: an item with what its list belongs to, a paragraph with the organ's line or a heading behind which the count
    begins; all of it where it is `alone` in the text. What came from elsewhere and counts anew behind its headings does
    so here, but where it comes into a count that `goes_on` behind its own.
    """
    stay: list[bool] = []
    anew = _counted_anew(paragraphs, goes_on=goes_on) if extent is None else []
    above: int | None = 0 if alone else None  # the level of what the list that goes on belongs to, where that came too
    counted: bool | None = alone  # whether the count began among the pasted; None: the next number tells
    for at, one in enumerate(paragraphs):
        stays = has_suffix(one.number) or at in anew or (at > 0 and goes_on_from_words(paragraphs[at - 1], one))
        stays = stays or (one.number is not None and one.kind not in (Kind.PREAMBULAR, *_NUMBERED))
        if one.kind is Kind.OPERATIVE and counted is None:
            counted = one.number is not None and value_of(one.number, 0) == 1
        if extent is not None and extent.printed[at]:
            in_list = one.kind is Kind.SUBPARAGRAPH and above is not None and above < one.level
            in_count = one.kind in (Kind.OPERATIVE, Kind.SECTION) and counted is True
            stays = stays or in_list or in_count or one.kind not in _NUMBERED
        stay.append(stays)
        if one.kind in (Kind.ENACTING, Kind.ANNEX):
            counted = True
        elif one.kind in (Kind.HEADING, Kind.SECTION) and not counted:
            counted = None
        if one.kind in HEADS:
            above = 0
        elif one.kind is Kind.SUBPARAGRAPH:
            above = one.level if above is None else min(above, one.level)
        elif one.kind not in (Kind.QUOTE, Kind.TEXT):
            above = 0 if alone else None
    return stay


def _counted_anew(paragraphs: Sequence[Paragraph], *, goes_on: bool) -> list[int]:
    """The first paragraphs behind headings where each is number 1, as in the articles of a treaty; what begins with 1
    alone may be a part of any text. None up to the first that begins a count of its own, where the count here `goes_on`
    behind its headings."""
    firsts: list[int] = []
    headed = counted = again = False
    for at, one in enumerate(paragraphs):
        if one.kind in (Kind.SECTION, Kind.ANNEX, Kind.ENACTING):
            goes_on = headed = counted = False  # behind these the count begins by itself
        elif one.kind is Kind.OPERATIVE and one.number is not None and not goes_on:
            if headed and value_of(one.number, 0) == 1:
                firsts.append(at)
                again = again or counted
            headed, counted = False, True
        headed = headed or one.kind is Kind.HEADING
    return firsts if again else []


def count_goes_on(working: WorkingText, at: Caret) -> bool:
    """Whether paragraphs stand in the count a place is in, and no two of them are number 1."""
    if not working.entries:
        return False
    at = fitting(at, working.entries)
    numbers = [
        working.number(position) or ""
        for position in count_around(working.entries, at.position + (at.place > 0))
        if working.entries[position].length and working.entries[position].paragraph.kind is Kind.OPERATIVE
    ]
    return bool(numbers) and sum(value_of(one, 0) == 1 and not has_suffix(one) for one in numbers) < 2


def _named(paragraph: Paragraph) -> re.Match[str] | None:
    return _NAMED.fullmatch(paragraph.set_label or "") if paragraph.kind is Kind.SUBPARAGRAPH else None


def is_begun_anew(working: WorkingText, at: Caret) -> bool:
    """Whether a paragraph is empty and yet to be told what it is."""
    here = working.entries[fitting(at, working.entries).position] if working.entries else None
    return here is None or (not here.length and here.paragraph.kind is not Kind.TEXT)


def open_first(step: Step, begun: set[int], stay: Collection[int]) -> None:
    """What opens as a paragraph and came without structure is what it would be if it had been typed here; a paste of
    many is looked at up to the first that does not open so, or whose key is one of those that `stay`."""
    for position in range(step.selection.head.position + 1):
        entry = step.working.entries[position]
        if entry.key in begun or entry.paragraph.cell is not None or not entry.length:
            continue
        if entry.key in stay:
            return
        runs, known = entry.paragraph.runs, italic_opening(entry.text)
        places = opening_places(runs)
        first = next((sign for sign in entry.text if sign.isalpha()), "")
        if known is None or places is None or first.islower():
            return
        kind = kind_by(step.working, position, known, whole=True)
        if entry.paragraph.kind is Kind.MASTHEAD and not begun:
            kind = Kind.PREAMBULAR if known.preambular else Kind.OPERATIVE
        if kind is not None and kind is not entry.paragraph.kind:
            step_opening(step, position, kind, places)


def set_openings(step: Step, begun: set[int]) -> None:
    """Set the openings of the paragraphs that a paste made or filled: those that had words before are left alone."""
    from_here = step.selection.head.position
    entries = step.working.entries
    for position in range(from_here + 1):
        if entries[position].key not in begun:
            opened = _opened(entries[position])
            if opened is not entries[position]:
                step.put(position, opened)


def _opened(entry: Entry) -> Entry:
    if entry.paragraph.kind in HEADS:
        return with_opening(without_bold(entry))
    if entry.paragraph.kind is Kind.ENACTING and entry.length:
        entry = without_bold(entry)
        end = entry.length - (entry.text[-1:] in ORGAN_ENDS)
        return entry.with_runs(marked(entry.paragraph.runs, 0, end, italic=True))
    return entry


def counted_as(working: WorkingText, at: Caret) -> Paragraph | None:
    """The paragraph at the caret, where it is one of those of a resolution that are counted."""
    here = working.entries[fitting(at, working.entries).position].paragraph if working.entries else None
    return here if here is not None and here.kind in _COUNTED else None


def is_line(paragraph: Paragraph) -> bool:
    """Whether a pasted paragraph came as words alone; how they open may tell what it is."""
    unnumbered = paragraph.number is None and paragraph.set_label is None
    return paragraph.kind in (Kind.TEXT, *HEADS) and unnumbered and paragraph.cell is None


def introduces(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the first of some pasted lines says with a colon whose text the next is, which opens as a paragraph."""
    one, after = paragraphs[0], paragraphs[1:2]
    says = one.kind is Kind.TEXT and end_mark(one.text) == ":" and not one.text[:1].islower()
    return says and bool(after) and after[0].kind in HEADS


def go_on_as_before(step: Step, pasted: int, above: Paragraph | None) -> None:
    """Paragraphs without structure that were pasted into one that is counted are counted too, as Enter makes them;
    `above`: as the paragraph above which the first of them stands. What introduces another, "New text from Fiji:", and
    the letter around them are none of the text."""
    entries, last = step.working.entries, step.selection.head.position
    kind, level = (Kind.TEXT, 0) if above is None else (above.kind, above.level)
    counted: dict[int, Entry] = {}
    first = max(0, last - pasted + 1)
    letter = of_letter([entry.paragraph for entry in entries[first : last + 1]])
    for position in range(first, last + 1):
        entry, two = entries[position], entries[position : min(position + 2, last + 1)]
        if position - first in letter or introduces([one.paragraph for one in two]):
            continue
        if entry.paragraph.kind is Kind.TEXT and kind in _COUNTED:
            counted[position] = replace(entry, paragraph=replace(entry.paragraph, kind=kind, level=level))
        else:
            kind, level = entry.paragraph.kind, entry.paragraph.level
    step.put_all(counted)
