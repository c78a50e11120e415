"""The numbers of lists: those that Word prints into its HTML, and those that a browser would count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from lxml import etree

from models.clipboard.looks import name_of
from models.draft.numbering import to_letters, to_roman

_WORD_LEVEL = re.compile(r"\blevel(\d)\b")
_LEVEL_OF_GOOGLE = re.compile(r"\blst-kix_\w+-(\d)\b")
BULLET = "•"
_TYPES = {
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
    "1": "decimal",
}
_QUOTED = re.compile(r"(?:^|;)\s*list-style-type:\s*([\"'])([^\"'\\]{1,20})\1", re.IGNORECASE)
_BULLETS = {"disc", "circle", "square"}
_MOST = 100_000
_LEVELS = frozenset("123456789")


@dataclass(frozen=True, slots=True)
class Number:
    """A list number as it stands before a paragraph, and its level from 0."""

    text: str
    level: int


def word_level(style: dict[str, str]) -> int | None:
    """The level, from 0, that Word tells of a paragraph in a list ("mso-list:l0 level2 lfo1"), or None."""
    match = _WORD_LEVEL.search(style.get("mso-list", ""))
    return max(0, int(match[1]) - 1) if match else None


def told_level(element: etree._Element) -> int | None:
    """The level, from 0, that an item says it has, or its list: Word's page in a browser makes a list of each item, a
    page that Google Docs saved one of each run of items."""
    told = element.get("data-aria-level") or element.get("aria-level") or ""
    if told in _LEVELS:
        return int(told) - 1
    around = element.getparent()
    list_of_google = _LEVEL_OF_GOOGLE.search(around.get("class") or "") if around is not None else None
    return int(list_of_google[1]) if list_of_google else None


def word_number(text: str) -> str:
    """The number that Word printed; a letter of a symbol font is a bullet."""
    bare = " ".join(text.split())
    return BULLET if bare in ("·", "o", "§", "Ø", "ü", "v", "q", "¨", "à", "\uf0b7", "\uf0a7", "\uf0d8") else bare


@dataclass(slots=True)
class _List:
    kind: str
    next: int = 1
    step: int = 1


@dataclass(slots=True)
class Lists:
    """The lists that are open while a page is read."""

    open: list[_List] = field(default_factory=list)

    def enter(self, element: etree._Element, style: Mapping[str, str]) -> None:
        """A list begins; `style` is what its page says of it."""
        kind = style.get("list-style-type") or _TYPES.get(element.get("type") or "")
        if not kind:
            kind = "decimal" if name_of(element) == "ol" else "disc"
        backward = element.get("reversed") is not None
        start = _whole(element.get("start"))
        self.open.append(_List(kind, start if start is not None else 1, -1 if backward else 1))

    def leave(self) -> None:
        """The innermost list ends."""
        if self.open:
            self.open.pop()

    def item(self, element: etree._Element, style: Mapping[str, str]) -> Number | None:
        """The number of the next item, or None where it shows none; `style` is what its page says of it."""
        if not self.open:
            return None
        inner = self.open[-1]
        value = _whole(element.get("value"))
        if value is not None:
            inner.next = value
        kind = style.get("list-style-type") or inner.kind
        text = _quoted(element) or _shown(kind, inner.next)
        if kind not in _BULLETS:
            inner.next += inner.step
        return Number(text, len(self.open) - 1) if text else None


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"\s*-?\d{1,6}\s*", text) else None


def _quoted(element: etree._Element) -> str:
    """The number that an item says in so many letters, as Outlook in a browser writes "(a) "; "" where it says none."""
    said = _QUOTED.search(element.get("style") or "")
    number = said[2].strip() if said else ""
    return number if any(letter.isalnum() for letter in number) else ""


def _shown(kind: str, value: int) -> str:
    """A number as resolutions print it: HTML knows no "(a)", and no resolution has "a." at its first level."""
    if kind == "none":
        return ""
    if kind in _BULLETS:
        return BULLET
    if not 0 < value < _MOST or kind.startswith("decimal"):
        return f"{value}."
    if kind in ("lower-alpha", "lower-latin"):
        return f"({to_letters(value)})"
    if kind == "lower-roman":
        return f"({to_roman(value)})"
    if kind in ("upper-alpha", "upper-latin"):
        return f"{to_letters(value).upper()}."
    if kind == "upper-roman":
        return f"{to_roman(value).upper()}."
    return f"{value}." if kind.isascii() and kind.replace("-", "").isalpha() else BULLET


class Numbered(Protocol):
    """What may have a list number."""

    number: Number | None


def deepen_bullets(blocks: Iterable[Numbered]) -> None:
    """Let what stands under bullets of the first level be one level deeper than they: no bullet numbers a paragraph of
    the text, so that they are items themselves, unlike numbers of that level."""
    under_bullet = False
    for block in blocks:
        number = block.number
        if number is None:
            continue
        if number.level == 0:
            under_bullet = number.text == BULLET
        if under_bullet:
            block.number = Number(number.text, number.level + 1)
