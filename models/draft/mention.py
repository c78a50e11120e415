"""One reference to paragraphs, and its places in a text with square brackets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from models.draft.brackets import CLOSING, OPENING
from models.draft.mentioned_items import Item, Sign, end_of, in_round_brackets
from models.draft.number_words import as_written
from models.draft.whose import Reach, Side

Part = Literal["OP", "PP", "item"]

_BRACKETS = frozenset(OPENING + CLOSING)
_CLOSING = ")）"
"""Behind a letter."""


class Mention(NamedTuple):
    """One reference to one paragraph or several.

    `reach`: "near" says above or below, "present" the present resolution, "whole" the resolution that an
    annex belongs to, "annex" an annex of it and "section" a
    section, which `division` names (models.draft.whose.division_of), "bare" nothing. `side` is "above" or "below"
    where it says so.
    """

    part: Part
    items: tuple[Item, ...]
    reach: Reach
    start: int
    end: int
    division: str = ""
    side: Side = ""

    def written(self, item: Item) -> str:
        """How one of its paragraphs is written: "paragraph 4 (a)"."""
        letters = " ".join(in_round_brackets(letter.text) for letter in item.letters)
        if item.number is None:
            return f"subparagraph {letters}"
        word = "PP" if self.part == "PP" else "paragraph "
        return f"{word}{item.number.text} {letters}".strip()


def written(text: str, mention: Mention, item: Item) -> str:
    """How a text has one of the paragraphs of a reference: "paragraph 4 (a)", or all of its words where no figure says
    it: “the second preambular paragraph”."""
    words = text[mention.start : mention.end].strip()
    figures = " ".join(sign.text for sign in item.signs).split()
    return mention.written(item) if all(one in words for one in figures) else f"“{words}”"


def renamed(text: str, sign: Sign, name: str) -> list[Sign] | None:
    """What a figure or letter of a reference in a text is to be where it says another name, with its closing bracket
    where a suffix comes or goes; None where it cannot say it."""
    if sign.text[:1].isdigit() or " " not in sign.text + name:
        said = as_written(text[sign.start : sign.end], name)
        return None if said is None else [Sign(sign.start, sign.end, said)] if sign.text != name else []
    letter, space, suffix = name.partition(" ")
    stop, end = sign.start + len(sign.text.partition(" ")[0]), end_of(sign)
    if text[stop : stop + 1] not in (*_CLOSING,) or text[sign.start - 1].isdigit():
        return None
    both = Sign(sign.start, stop, letter), Sign(stop, end, f"{text[stop]}{space}{suffix}")
    return [one for one in both if text[one.start : one.end] != one.text]


def without_signs(text: str, mentions: Sequence[Mention], start: int = 0) -> str:
    """What a text reads from a place on but for the figures and letters of its references, which may follow others."""
    signs = sorted(sign for mention in mentions for item in mention.items for sign in item.signs)
    for sign in reversed(signs):
        if start <= sign.start and sign.end <= len(text):
            text = text[: sign.start] + text[sign.end :]
    return text[start:]


def has_own_label(text: str, item: Item) -> bool:
    """Whether a part of a reference says its label, "OP3" in "OP1 and OP3": it means that without the others, too."""
    start = item.number.start if item.number is not None else 0
    return text[max(start - 3, 0) : start].strip().endswith(("OP", "PP"))


def in_brackets(text: str, read: Callable[[str, Sequence[int]], Iterator[Mention]]) -> Iterator[Mention]:
    """Those of a text with square brackets, which part no word of a reference: "paragraph [1] above".

    Figures side by side, "[1][2]", are two ways to say it, and which is meant nobody knows; so of "1[0]".
    """
    without, places = without_brackets(text, "|")
    for mention in read(without, places):
        either = without[mention.end : mention.end + 2].strip().isdigit()  # "[4] [5]"
        placed = None if either else _placed(mention, places)
        if placed is not None:
            yield placed


def without_brackets(text: str, between: str) -> tuple[str, list[int]]:
    """A text without its square brackets, with a sign between figures that they part, and the place of each letter."""
    places: list[int] = []
    bare: list[str] = []
    for at, letter in enumerate(text):
        if letter not in _BRACKETS:
            bare.append(letter)
            places.append(at)
        elif (letter in CLOSING and text[at + 1 : at + 2] in (*OPENING,)) or (
            bare and bare[-1].isdigit() and text[at + 1 : at + 2].isalnum()
        ):
            bare.append(between)
            places.append(at)
    return "".join(bare), places


def _placed(mention: Mention, places: Sequence[int]) -> Mention | None:
    """A reference with its places among all characters; None where a bracket stands inside a figure."""
    items = [_placed_item(item, places) for item in mention.items]
    if None in items:
        return None
    start, end = places[mention.start], places[mention.end - 1] + 1
    return mention._replace(items=tuple(filter(None, items)), start=start, end=end)


def _placed_item(item: Item, places: Sequence[int]) -> Item | None:
    signs = [Sign(places[sign.start], places[sign.end - 1] + 1, sign.text) for sign in item.signs]
    if any(new.end - new.start != old.end - old.start for new, old in zip(signs, item.signs, strict=True)):
        return None
    number = signs.pop(0) if item.number else None
    return item._replace(number=number, letters=tuple(signs))
