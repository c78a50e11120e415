"""What there is to say of items of one side that stand under a chapeau that has other words than that side gave it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from models.comparison.words.openings import ADDITIVE_WORDS
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.draft import Draft
from models.draft.divisions import HEADINGS
from models.draft.end_marks import SIGNS
from models.draft.mentions import mentions_in
from models.merging.order.lists import Lists
from models.merging.order.under_headings import places_of
from models.merging.sheet import Sheet
from models.merging.told.said_of_words import in_short, instead_of, items_named
from models.telling.sentences import listed

_MARKS = "".join(SIGNS) + " "


def told(
    sheet: Sheet, draft: Draft, lists: Lists, names: Sequence[str | None], known: Collection[int]
) -> Iterator[str]:
    """A sentence for each chapeau and each side that put in or changed what stands under it; not of items `known`."""
    differs = cache(lambda head, side: _differs(sheet, draft, lists, head, side))
    found: dict[tuple[int, str], dict[int, bool]] = {}
    for at, head, side, came in lists.of_one_side():
        if at not in known and (said := differs(head, side)):
            found.setdefault((head, said), {})[at] = came
    # Sorted: of one item and one chapeau what there is to say of ours came first.
    for (head, said), items in sorted(found.items(), key=lambda one: (min(one[1]), -one[0][0], one[0][1])):
        done = " or ".join(["put in"] * any(items.values()) + ["changed"] * (not all(items.values())))
        which, above = items_named(names, [*items]), names[head] or f"“{in_short(draft.paragraphs[head].text)}”"
        them, belong = ("it", "it still belongs") if len(items) == 1 else ("them", "they still belong")
        yield f"One side {done} {which}, and {above} over {them} has {said}: look whether {belong} there."


def _differs(sheet: Sheet, draft: Draft, lists: Lists, head: int, side: int) -> str:
    """What a chapeau says otherwise than on a side; "" where it is asked about, or for what follows from its place."""
    row = sheet.rows[lists.row_of[head]]
    places = places_of(row, side)
    unsure = any(one.choice is None for one in sheet.conflicts if one.key in row.conflicts)
    if unsure or len(row.merged) != 1 or len(places) != 1 or draft.paragraphs[head].kind in HEADINGS:
        return ""
    old, new = sheet.sides[side].draft.paragraphs[places[0]].text, draft.paragraphs[head].text
    changes = [*_changes(_as_cited(old, new), new)]
    turned = {one[::-1] for one in changes}
    # Words that went elsewhere in it are none that it has otherwise; what it has no more is told last.
    said = sorted((instead_of(*one) for one in changes if one not in turned), key=lambda one: not one.startswith("“"))
    return listed([*dict.fromkeys(filter(None, said))])


def _as_cited(old: str, new: str) -> str:
    """A text with its references written as in another one: their figures follow what they mean."""
    before, now = mentions_in(old), mentions_in(new)
    for was, one in reversed([*zip(before, now, strict=True)]) if len(before) == len(now) else ():
        old = old[: was.start] + new[one.start : one.end] + old[was.end :]
    return old


def _changes(old: str, new: str) -> Iterator[tuple[str, str]]:
    """What a text has at each place where it differs from another, and what that has there, but for an "also"."""
    put, gone = "", ""
    for op, text in (*readable(word_diff(old, new)), ("equal", "")):
        if op == "insert":
            put += text
        elif op == "delete":
            gone += text
        elif put or gone:
            if _without_also(put) != _without_also(gone):
                yield put.strip(_MARKS), gone.strip(_MARKS)
            put, gone = "", ""


def _without_also(text: str) -> list[str]:
    """The words of a text, but for those that follow from what stands before it."""
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in ADDITIVE_WORDS]
