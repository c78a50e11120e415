"""What stands around a place of the working text: blocks, lists, the part it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Kind, Paragraph
from models.editing.edit import Caret, Entry, Selection

DEEPEST = 4
"""The deepest level there is: (a) 1, (i) 2, a. 3, i. 4."""

HEADS = (Kind.PREAMBULAR, Kind.OPERATIVE)
"""Kinds that may have subparagraphs."""

_ITEM = Kind.SUBPARAGRAPH
"""Asked for again and again; to look a kind up in its class takes several times as long."""
_COUNT_BEGINS = (Kind.ENACTING, Kind.SECTION, Kind.ANNEX)
_MOST_INTRODUCED = 400
"""So many paragraphs, and cells of tables, are looked at for the colon that introduces them."""
_BORDERS = (Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SECTION, Kind.ANNEX, Kind.MASTHEAD)
AMONG_ITEMS = (Kind.QUOTE, Kind.TEXT)
"""What may stand between the items of a list."""
Entries = Sequence[Entry]

FIRST_KIND = Kind.MASTHEAD
"""What the first paragraph of an empty text is: its title, until what is typed tells otherwise."""


def is_item(entry: Entry) -> bool:
    """Whether it is a subparagraph."""
    return entry.paragraph.kind is _ITEM


def is_quote(entry: Entry) -> bool:
    """Whether it is part of a quoted block."""
    return entry.paragraph.kind is Kind.QUOTE


def depth(entry: Entry) -> int | None:
    """0 for PP and OP, the level of a subparagraph, None for what takes no part in lists."""
    paragraph = entry.paragraph
    if paragraph.kind is _ITEM:
        return max(paragraph.level, 1)
    return 0 if paragraph.kind in HEADS else None


def block_end(entries: Entries, position: int) -> int:
    """Where the block of a paragraph ends: after the deeper subparagraphs, the quoted block and what colons introduce
    that belong to it."""
    own, cell = depth(entries[position]), entries[position].paragraph.cell
    end = position + 1
    if own is None:
        return end
    last = position  # the paragraph of the list that was last
    while end < len(entries):
        one = entries[end]
        below = is_item(one) and (depth(one) or 0) > own
        if (is_quote(one) or below) and one.paragraph.cell == cell:  # what stands in a table belongs to its cell
            last = end if below else last
        elif not may_be_introduced(one) or end - last >= _MOST_INTRODUCED or not _introduces(entries[last]):
            break
        end += 1
    return end


def list_goes_on(entries: Entries, position: int) -> bool:
    """Whether an item stands in the middle of its list: another, of whatever level, stands right behind it."""
    own, behind = entries[position], entries[position + 1 : position + 2]
    return is_item(own) and any(is_item(one) and one.paragraph.cell == own.paragraph.cell for one in behind)


def divides_list(entries: Entries, position: int) -> bool:
    """Whether an item that became a paragraph would have others of its list behind it, which are then its own."""
    if not is_item(entries[position]):
        return False
    behind = entries[(end := block_end(entries, position)) : end + 1]
    return any(is_item(one) and one.paragraph.cell == entries[position].paragraph.cell for one in behind)


def is_introduced(entries: Entries, position: int) -> bool:
    """Whether a colon of the paragraph above introduces plain text, a quotation or a table that stands somewhere."""
    return may_be_introduced(entries[position]) and introduces_there(entries, position)


def introduces_there(entries: Entries, place: int) -> bool:
    """Whether the paragraph above a place would introduce, with its colon, plain text that came to stand there."""
    at = place - 1
    while at > 0 and place - at < _MOST_INTRODUCED and may_be_introduced(entries[at]):
        at -= 1
    return at >= 0 and _introduces(entries[at])


def _introduces(entry: Entry) -> bool:
    return depth(entry) is not None and entry.paragraph.cell is None and entry.end.mark == ":"


def may_be_introduced(entry: Entry) -> bool:
    """Whether it is plain text, a quotation or in a table, as what a colon introduces."""
    return entry.paragraph.cell is not None or entry.paragraph.kind in (Kind.TEXT, Kind.QUOTE)


def positions(selection: Selection, entries: Entries) -> range:
    """The paragraphs a selection touches; one it only reaches the beginning of is not meant."""
    if not entries:
        return range(0)
    first, last = selection.start.position, selection.end.position
    if last > first and selection.end.place == 0:
        last -= 1
    return range(max(first, 0), min(last, len(entries) - 1) + 1)


def with_blocks(entries: Entries, wanted: range) -> range:
    """The same paragraphs and what belongs to the last of them."""
    end = wanted.stop
    for position in wanted:
        end = max(end, block_end(entries, position))
    return range(wanted.start, end)


def list_before(entries: Entries, position: int) -> int | None:
    """The paragraph of the list that goes on at a position, quotes and plain text between set aside, or None."""
    for before in range(position - 1, -1, -1):
        if depth(entries[before]) is not None:
            return before
        if entries[before].paragraph.kind not in AMONG_ITEMS:
            return None
    return None


def head_of(entries: Entries, position: int) -> int | None:
    """The PP or OP a subparagraph belongs to, or None."""
    at: int | None = position
    while at is not None and depth(entries[at]) != 0:
        at = list_before(entries, at)
    return at


def border_before(entries: Entries, position: int) -> Kind | None:
    """The kind of the nearest paragraph before a position that decides which part of the text this is."""
    kinds = (entries[at].paragraph.kind for at in range(position - 1, -1, -1))
    return next((kind for kind in kinds if kind in _BORDERS), None)


def border_after(entries: Entries, position: int) -> Kind | None:
    """The kind of the nearest paragraph from a position on that decides which part of the text this is."""
    kinds = (entries[at].paragraph.kind for at in range(position, len(entries)))
    return next((kind for kind in kinds if kind in _BORDERS), None)


def count_around(entries: Entries, position: int) -> range:
    """The paragraphs that are counted together with what would stand at a position."""
    first, last = position, position
    while first > 0 and entries[first - 1].paragraph.kind not in _COUNT_BEGINS:
        first -= 1
    while last < len(entries) and entries[last].paragraph.kind not in _COUNT_BEGINS:
        last += 1
    return range(first, last)


def preamble_follows(entries: Entries, position: int) -> bool:
    """Whether what stands from a position on is still preamble."""
    return border_after(entries, position) is Kind.PREAMBULAR


def part_kind(entries: Entries, position: int) -> Kind:
    """Whether a whole paragraph put at a position is a PP or an OP; in an annex it is text until it has a number."""
    before = border_before(entries, position)
    if before is Kind.ANNEX:
        return Kind.TEXT
    if before is Kind.ENACTING or preamble_follows(entries, position):
        return Kind.PREAMBULAR
    return Kind.OPERATIVE


def of_kind(paragraph: Paragraph, kind: Kind, level: int = 0) -> Paragraph:
    """A paragraph as another kind or level; the number and label it had belonged to the old one."""
    level = min(max(level, 1), DEEPEST) if kind is Kind.SUBPARAGRAPH else 0
    if (paragraph.kind, paragraph.level) == (kind, level):
        return paragraph
    return replace(paragraph, kind=kind, level=level, number=None, set_label=None)


def entry_of_kind(entry: Entry, kind: Kind, level: int = 0) -> Entry:
    """An entry as another kind or level, its number computed again; the same entry where it is that already."""
    paragraph = of_kind(entry.paragraph, kind, level)
    return entry if paragraph is entry.paragraph else replace(entry, paragraph=paragraph, printed=False)


def shifted(entry: Entry, by: int) -> Entry:
    """A subparagraph some levels deeper or higher, within what there is."""
    return entry_of_kind(entry, Kind.SUBPARAGRAPH, min(max((depth(entry) or 0) + by, 1), DEEPEST))


def closed_gaps(entries: Entries, position: int) -> list[Entry]:
    """The subparagraphs from a position on that stand too deep after what is before it, raised together; quotations and
    plain text among them are set aside, as their list goes on behind those.

    Gives the entries that take the place of as many from `position` on; none where nothing has to change.
    """
    begun = _first_item(entries, position)
    if begun is None or (depth(entries[begun]) or 0) <= 1:
        return []  # nothing stands too deep there, whatever is before it, which may be far away
    before = list_before(entries, begun)
    above = (depth(entries[before]) or 0) if before is not None else 0
    raised, first, by = [*entries[position:begun]], DEEPEST + 1, 0
    for entry in entries[begun:]:
        own = depth(entry) if is_item(entry) else None
        if own is None and entry.paragraph.kind not in AMONG_ITEMS:
            break
        if own is not None and own < first:
            first, by = own, above + 1 - own
            if by >= 0:
                break
        raised.append(entry if own is None else shifted(entry, by))
        above = above if own is None else own + by
    while raised and raised[-1].paragraph.kind in AMONG_ITEMS:
        raised.pop()
    return raised


def _first_item(entries: Entries, position: int) -> int | None:
    """The item that goes on with a list at a position, behind quotations and plain text there."""
    for at in range(position, min(position + _MOST_INTRODUCED, len(entries))):
        if entries[at].paragraph.kind not in AMONG_ITEMS:
            return at if is_item(entries[at]) else None
    return None


def fitting(caret: Caret, entries: Entries) -> Caret:
    """The caret, or the nearest place there is."""
    if not entries:
        return Caret()
    if 0 <= caret.position < len(entries) and 0 <= caret.place <= entries[caret.position].length:
        return caret
    if caret.position >= len(entries):
        return Caret(len(entries) - 1, entries[-1].length)
    position = max(caret.position, 0)
    return Caret(position, min(max(caret.place, 0), entries[position].length))
