"""References to paragraphs as they are written: "paragraph 4 above", "paragraphs 3 to 5", "OP4", "subparagraph (b)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from models.draft.brackets import CLOSING, OPENING, may_hold_brackets
from models.draft.late_pattern import late_pattern
from models.draft.numbering import SUFFIXES
from models.draft.whose import Reach, is_made, may_be_own, names_anybody, names_document, quoted, reach_of

Part = Literal["OP", "PP", "item"]

_BRACKETS = frozenset(OPENING + CLOSING)
_SPACE = "[ \u00a0\u202f]"
_DOUBLES = "|".join(2 * letter for letter in "abcdefghijklmnopqrstuvwxyz")
_LETTER = rf"(?:[ivxl]{{1,6}}|{_DOUBLES}|[a-z])"
_NUMBER = late_pattern(
    rf"(?P<number>\d{{1,3}}(?![\d/|]|[.,]\d)(?:{_SPACE}?(?:{'|'.join(SUFFIXES)})\b)?)", re.IGNORECASE
)
_ITEM = late_pattern(rf"{_SPACE}*\((?P<inner>{_LETTER})\)|{_SPACE}(?P<half>{_LETTER})\)")
_FIRST_ITEM = late_pattern(rf"\((?P<inner>{_LETTER})\)|(?P<half>{_LETTER})\)")
_AND = "(?:and(?:/or)?|or|et(?:/ou)?|ou|y(?:/o)?|o)"
_ARABIC_AND = "(?:و|أو)"
_LINK = late_pattern(
    rf"(?P<range>{_SPACE}+(?:to|through|à|au|al?|إلى){_SPACE}+|{_SPACE}*[-–—]{_SPACE}*)"
    rf"|{_SPACE}*,{_SPACE}*(?:{_AND}{_SPACE}+)?|{_SPACE}+{_AND}{_SPACE}+"
    # The Arabic "and" is written together with what follows.
    rf"|{_SPACE}*،{_SPACE}*(?:{_ARABIC_AND}{_SPACE}*)?|{_SPACE}+{_ARABIC_AND}{_SPACE}*"
)
_SHARED = late_pattern(
    rf"(?:{_SPACE}*,{_SPACE}*|{_SPACE}+(?=(?:{_AND}|as well as|ainsi que|así como){_SPACE}))"
    rf"(?:(?:{_AND}|as well as|ainsi que|así como){_SPACE}+)?"
    rf"(?:(?:of|in|under|to|with|by|from|de|du|des|del|au|aux|en|dans|los?|les?){_SPACE}+)*"
    rf"|{_SPACE}*،?{_SPACE}+{_ARABIC_AND}{_SPACE}*(?:في{_SPACE}+)?",
    re.IGNORECASE,
)
"""Between two references of which the second says for both which text they mean."""
_HEAD = late_pattern(
    rf"(?<!\w)(?:(?P<of_part>operative|(?P<preambular>preambular)){_SPACE}+)?"
    rf"(?:(?:sub-?|sous-)?(?:paragraph|paragraphe|párrafo)(?P<many>s)?|para(?P<paras>s)?\."
    rf"|(?P<list>alinéa|apartado|inciso)(?P<lists>s)?"
    rf"|(?-i:(?P<label>OP|PP))(?P<labels>s)?|و?(?:[بكف]?ال|لل)فقر(?:ة|(?P<arabic>ات|تين|تان))){_SPACE}?(?=[\d(]|(?<={_SPACE}){_LETTER}\))",
    re.IGNORECASE,
)
_OWNED = late_pattern(rf"{_SPACE}+(?:of|du|del){_SPACE}+", re.IGNORECASE)
_BEGINS = late_pattern(r"[\s.:)\]]*(?:\Z|[.:)]|[\[“(]*[^\W\d_a-zß-ÿ])")


class Sign(NamedTuple):
    """A figure or letter of a reference: where it stands, in places, and what it says, "4 bis" or "a"."""

    start: int
    end: int
    text: str


class Item(NamedTuple):
    """One paragraph of a reference: 4, 4 (a), or (b) after 4 (a); `ranges`: it is the end of a range from the last."""

    number: Sign | None
    letters: tuple[Sign, ...]
    ranges: bool = False

    @property
    def signs(self) -> tuple[Sign, ...]:
        """All that can be another figure or letter."""
        return ((self.number,) if self.number else ()) + self.letters


class Mention(NamedTuple):
    """One reference to one paragraph or several.

    `reach`: "near" says above or below, "present" the present resolution, "annex" its annex, "bare" nothing. `owner` is
    the paragraph of "subparagraph (b) of paragraph 4".
    """

    part: Part
    items: tuple[Item, ...]
    reach: Reach
    start: int
    end: int
    owner: Item | None = None


def mentions_in(text: str) -> tuple[Mention, ...]:
    """References in a text to paragraphs of the same text, those to other documents and in quoted words left out.

    One that says neither above nor below nor of which text counts only where the words before lead to a paragraph of
    the text itself, and nothing that may be another document is named beside it.
    """
    if not may_refer(text):
        return ()
    if may_hold_brackets(text):
        return tuple(_in_brackets(text))
    return tuple(_own(text))


def unsure_in(text: str) -> tuple[Mention, ...]:
    """References by number to paragraphs of a text that names nobody else, where nothing says that they are of the
    same text: nobody should change them unasked."""
    if not may_refer(text) or may_hold_brackets(text):
        return ()
    in_quotes = quoted(text)
    return tuple(
        mention
        for mention, reach in _read(text, None)
        if reach is None
        and mention.part == "OP"
        and not any(start <= mention.start < end for start, end in in_quotes)
        and may_be_own(text, mention.start, mention.end)
    )


def _in_brackets(text: str) -> Iterator[Mention]:
    """Those of a text with square brackets, which part no word of a reference: "paragraph [1] above".

    Figures side by side, "[1][2]", are two ways to say it, and which is meant nobody knows; so of "1[0]".
    """
    places: list[int] = []
    bare: list[str] = []
    for at, letter in enumerate(text):
        if letter not in _BRACKETS:
            bare.append(letter)
            places.append(at)
        elif (letter in CLOSING and text[at + 1 : at + 2] in (*OPENING,)) or (
            bare and bare[-1].isdigit() and text[at + 1 : at + 2].isalnum()
        ):
            bare.append("|")
            places.append(at)
    without = "".join(bare)
    for mention in _own(without, places):
        either = without[mention.end : mention.end + 2].strip().isdigit()  # "[4] [5]"
        placed = None if either else _placed(mention, places)
        if placed is not None:
            yield placed


def _placed(mention: Mention, places: Sequence[int]) -> Mention | None:
    """A reference with its places among all characters; None where a bracket stands inside a figure."""
    items = [_placed_item(item, places) for item in mention.items]
    owner = None if mention.owner is None else _placed_item(mention.owner, places)
    if None in items or (mention.owner is not None and owner is None):
        return None
    start, end = places[mention.start], places[mention.end - 1] + 1
    return mention._replace(items=tuple(filter(None, items)), start=start, end=end, owner=owner)


def _placed_item(item: Item, places: Sequence[int]) -> Item | None:
    signs = [Sign(places[sign.start], places[sign.end - 1] + 1, sign.text) for sign in item.signs]
    if any(new.end - new.start != old.end - old.start for new, old in zip(signs, item.signs, strict=True)):
        return None
    number = signs.pop(0) if item.number else None
    return Item(number, tuple(signs), item.ranges)


def _own(text: str, places: Sequence[int] | None = None) -> Iterator[Mention]:
    in_quotes = quoted(text)
    document: bool | None = None
    name: bool | None = None
    for mention, reach in _read(text, places):
        if reach is None or any(start <= mention.start < end for start, end in in_quotes):
            continue
        if reach == "bare" and mention.part != "PP" and not _is_label(text, mention):
            if document is None:
                document = names_document(text)
            if document:
                continue
            if not is_made(text, mention.start):
                if name is None:
                    name = names_anybody(text)
                if name:
                    continue
        yield mention


def may_refer(text: str) -> bool:
    """Whether a text holds a word that references have; quick, for all of a long text."""
    # Written out: every paragraph of every comparison is asked, and a loop takes five times as long. What several
    # begin with is looked for first, for most texts do not even hold that.
    if "ara" in text and ("aragraph" in text or "aras." in text or "ara. " in text):
        return True
    if "P" in text and ("OP" in text or "PP" in text):
        return True
    if "partado" in text or "nciso" in text:
        return True
    return not text.isascii() and ("árrafo" in text or "linéa" in text or "فقر" in text)


def _is_label(text: str, mention: Mention) -> bool:
    return text.startswith(("OP", "PP"), mention.start)


def _read(text: str, places: Sequence[int] | None) -> Iterator[tuple[Mention, Reach | None]]:
    """All references, with None for those to another document; `places` as in `_shares`."""
    raw = [(match, items) for match in _HEAD.finditer(text) if (items := _items(text, match))]
    owned = [
        items[0].number is None and _OWNED.fullmatch(text, _end(items), following[0].start()) is not None
        for (_, items), following in pairwise(raw)
    ]
    reaches: list[Reach | None] = [None] * len(raw)
    shared: Reach | None = None
    for at, (match, items) in reversed(list(enumerate(raw))):
        leads = raw[at - 1][0].start() if at and owned[at - 1] else match.start()
        label, of_part = bool(match["label"]), bool(match["of_part"])
        if not _shares(text, _end(items), raw[at + 1][0] if at + 1 < len(raw) else None, places):
            shared = None
        reaches[at] = reach_of(text, match.start(), _end(items), leads, shared, label=label, of_part=of_part)
        reach = reaches[at + 1] if at + 1 < len(raw) and owned[at] else reaches[at]
        shared = reach if reach in ("near", "present") else None
    for at, (match, items) in enumerate(raw):
        part: Part = "item" if items[0].number is None else "PP" if _is_preambular(match) else "OP"
        end, reach, owner = _end(items), reaches[at], None
        if at + 1 < len(raw) and owned[at]:
            owner, reach = raw[at + 1][1][0], reaches[at + 1]
            if owner.number is None or len(raw[at + 1][1]) > 1 or _is_preambular(raw[at + 1][0]):
                reach = None
        if part == "item" and match["label"]:
            continue
        yield Mention(part, items, reach or "bare", match.start(), end, owner), reach


def _shares(text: str, end: int, following: re.Match[str] | None, places: Sequence[int] | None) -> bool:
    """Whether a reference that ends at a place may share what is said behind the one that follows; not across a
    bracket, which may go with all that is in it: `places` are those of the letters in the text with its brackets."""
    if following is None:
        return False
    start = following.start()
    if places is not None and places[start] - places[end - 1] != start - end + 1:
        return False
    return _SHARED.fullmatch(text, end, start + 1 if text[start] == "و" else start) is not None


def _items(text: str, head: re.Match[str]) -> tuple[Item, ...]:
    many = any(head[name] for name in ("many", "paras", "lists", "labels", "arabic"))
    items: list[Item] = []
    at, ranges = head.end(), False
    while (item := _item(text, at, first=not items)) is not None:
        if items and (item.number is not None) and (not many or items[0].number is None):
            break
        items.append(Item(item.number, item.letters, ranges))
        link = _LINK.match(text, _end(items))
        if link is None:
            break
        at, ranges = link.end(), link["range"] is not None
    if items and head["label"] and not text[: head.start()].strip(" \u00a0[](*") and _BEGINS.match(text, _end(items)):
        return ()  # the label of the paragraph itself
    return tuple(items)


def _item(text: str, at: int, *, first: bool) -> Item | None:
    number = _NUMBER.match(text, at)
    letters: list[Sign] = []
    if number:
        at = number.end()
    elif (found := _FIRST_ITEM.match(text, at)) is not None and (first or text[at] == "(" or found["half"]):
        letters.append(_letter(found))
        at = found.end()
    else:
        return None
    while (found := _ITEM.match(text, at)) is not None:
        letters.append(_letter(found))
        at = found.end()
    sign = Sign(number.start(), number.end(), " ".join(_spaced(number["number"]).split())) if number else None
    return Item(sign, tuple(letters))


def _spaced(number: str) -> str:
    return re.sub(r"(\d)(?=[a-z])", r"\1 ", number.lower())


def _letter(found: re.Match[str]) -> Sign:
    group = "inner" if found["inner"] else "half"
    return Sign(found.start(group), found.end(group), found[group].lower())


def _end(items: tuple[Item, ...] | list[Item]) -> int:
    """Where the last sign ends, with its closing bracket."""
    last = items[-1]
    return last.letters[-1].end + 1 if last.letters else last.signs[-1].end


def _is_preambular(head: re.Match[str]) -> bool:
    return bool(head["preambular"]) or head["label"] == "PP"
