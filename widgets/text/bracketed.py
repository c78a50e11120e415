"""Where text stands in brackets, kept up as paragraphs change: what is tinted, and brackets without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.draft import Paragraph, bracket_characters
from models.editing.runs import NOTE_MARK, shown

_Signs = tuple[tuple[int, str], ...]
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """UTF-16 places inside a block."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph's brackets as (UTF-16 place, character), and how long it is."""

    signs: _Signs
    length: int

    @property
    def pattern(self) -> str:
        return "".join(sign for _, sign in self.signs)


_PLAIN = _Block((), 0)


class Bracketed:
    """The brackets of a text. Pairs are sought anew only where brackets came, went or changed places."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._blocks = [_block(paragraph) for paragraph in paragraphs]
        self._any = any(block.signs for block in self._blocks)
        self._spans: dict[int, list[tuple[_Place, _Place]]] = {}
        self._unmatched: dict[int, list[int]] = {}
        self._counts = (0, 0)
        self._pair()

    def splice(self, start: int, gone: int, new: Iterable[Paragraph]) -> set[int]:
        """Paragraphs give way to others; positions whose spans may look otherwise now, those themselves apart."""
        blocks = [_block(paragraph) for paragraph in new]
        old = self._blocks[start : start + gone]
        if not self._any and not any(block.signs for block in blocks):
            self._blocks[start : start + gone] = blocks
            return set()
        if [block.signs for block in old] == [block.signs for block in blocks]:
            self._blocks[start : start + gone] = blocks
            return set()
        more = len(blocks) - gone
        was = {
            at if at < start else at + more: self._looks(at)
            for at in self._spans.keys() | self._unmatched.keys()
            if not start <= at < start + gone
        }
        self._blocks[start : start + gone] = blocks
        self._any = True
        self._pair()
        touched = was.keys() | self._spans.keys() | self._unmatched.keys()
        rest = {at for at in touched if not start <= at < start + len(blocks)}
        return {at for at in rest if was.get(at, ([], [])) != self._looks(at)}

    def _looks(self, position: int) -> tuple[list[Span], list[int]]:
        return self.spans(position), self._unmatched.get(position, [])

    def spans(self, position: int) -> list[Span]:
        """The outermost stretches in brackets of a paragraph; a bracket without partner is one alone."""
        found = []
        for first, last in self._spans.get(position, ()):
            start = first[1] if first[0] == position else 0
            end = last[1] + 1 if last[0] == position else self._blocks[position].length
            found.append(Span(start, end))
        alone = [Span(place, place + 1) for place in self._unmatched.get(position, ())]
        return sorted(found + alone, key=lambda span: span.start)

    def signs(self, position: int) -> Iterator[tuple[int, bool]]:
        """Each bracket of a paragraph and whether it has its partner."""
        alone = self._unmatched.get(position, ())
        for place, _ in self._blocks[position].signs if position < len(self._blocks) else ():
            yield place, place not in alone

    def has_any(self, position: int) -> bool:
        """Whether a paragraph holds brackets or lies between them."""
        return position in self._spans or position in self._unmatched or bool(self._blocks[position].signs)

    @property
    def pairs(self) -> int:
        """How many pairs there are."""
        return self._counts[0]

    @property
    def unmatched(self) -> int:
        """How many brackets are without partner."""
        return sum(map(len, self._unmatched.values()))

    @property
    def paragraphs(self) -> int:
        """How many paragraphs hold brackets."""
        return self._counts[1]

    @property
    def unmatched_positions(self) -> list[int]:
        """The paragraphs in which a bracket has no partner."""
        return sorted(self._unmatched)

    def _pair(self) -> None:
        self._spans, self._unmatched = {}, {}
        pairs: list[tuple[_Place, _Place]] = []
        unclosed: list[_Place] = []
        holders = 0
        for position, block in enumerate(self._blocks if self._any else ()):
            if not block.signs:
                continue
            holders += 1
            for place, sign in block.signs:
                if sign == "[":
                    unclosed.append((position, place))
                elif unclosed:
                    pairs.append((unclosed.pop(), (position, place)))
                else:
                    self._unmatched.setdefault(position, []).append(place)
        for position, place in unclosed:
            self._unmatched.setdefault(position, []).append(place)
        self._any = holders > 0
        self._counts = len(pairs), holders
        end: _Place = (-1, -1)
        for first, last in sorted(pairs):
            if first > end:
                end = last
                for position in range(first[0], last[0] + 1):
                    self._spans.setdefault(position, []).append((first, last))


def _block(paragraph: Paragraph) -> _Block:
    text = paragraph.text
    if "[" not in text and "]" not in text:
        return _PLAIN if not text else _Block((), utf16(shown(paragraph.runs)))
    places = _places(paragraph)
    signs = tuple((places[offset], sign) for offset, sign in bracket_characters(text))
    return _Block(signs, utf16(shown(paragraph.runs)))


def _places(paragraph: Paragraph) -> list[int]:
    """The UTF-16 place in the block of each code point of a paragraph's text."""
    places, at = [], 0
    for character in shown(paragraph.runs):
        if character != NOTE_MARK:
            places.append(at)
        at += 2 if character > "\uffff" else 1
    return places


def utf16(text: str) -> int:
    """How many places a text takes in Qt."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


_WIDE = re.compile("[\U00010000-\U0010ffff]")
