"""An opening that is typed behind the items of a list: whether it begins another one, or the next paragraph."""

from __future__ import annotations

from models.editing.places import depth, head_of, is_item, list_goes_on, preamble_follows
from models.editing.references.before import had_words, stood_before
from models.editing.working import WorkingText
from models.reading.literals import literal
from models.reading.openings import opening, words_begin

_CHINESE_OPS = ("又", "还", "再", "请", "促请", "敦促", "决定")
"""What begins no item of a Chinese list: what was said is taken up, or an organ decides, or turns to others."""


def leaves_list(working: WorkingText, position: int, *, verb: bool, numbered: bool = False) -> bool:
    """Whether a new item whose words open as an OP does, or as a PP, is the next one: behind all others of its list,
    which do not open so themselves, and with a number that nobody typed; or behind some, with that of an OP."""
    entries, entry = working.entries, working.entries[position]
    above = entries[head_of(entries, position) or 0 : position]
    items = [other for other in above if is_item(other)]
    if had_words(working, entry) or not any(depth(item) == depth(entry) for item in items):
        return False
    if not numbered and (
        item_typed(working, position) or list_goes_on(entries, position) or not _opens_no_item(entry.text)
    ):
        return False
    if verb and not numbered and preamble_follows(entries, position + 1):
        return False
    known = filter(None, (opening(item.text) for item in items))
    return not any(one.operative if verb else one.preambular for one in known)


def item_typed(working: WorkingText, position: int) -> bool:
    """Whether a number was typed before an item."""
    return any(literal(old.text) for old in stood_before(working, working.entries[position]))


def _opens_no_item(text: str) -> bool:
    """Whether an opening begins no item of a list: it is written large, or in letters that are not and whose items
    begin otherwise, in Russian and Arabic with a noun. In Chinese they may begin with the verb of an OP."""
    words = text[words_begin(text) :]
    return words[:1].isupper() or "\u0400" <= words[:1] <= "\u06ff" or words.startswith(_CHINESE_OPS)
