"""Where text stands in brackets, kept up as paragraphs change: what is tinted, and brackets without a partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from models.draft import Paragraph, bracket_characters, may_hold_brackets
from models.editing.runs import NOTE_MARK, shown
from widgets.theme.utf16 import utf16

_Signs = tuple[tuple[int, str], ...]
Ahead = dict[int, _Signs]


@dataclass(frozen=True, slots=True)
class Span:
    """UTF-16 places inside a block."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _State:
    """Whether a paragraph begins inside a pair; of each of its brackets whether it has a partner, and whether that
    pair lies in no other."""

    inside: bool = False
    matched: tuple[bool, ...] = ()
    outer: tuple[bool, ...] = ()


_NONE, _INSIDE = _State(), _State(inside=True)
_NEW = _State()
"""Of a paragraph that is put in and of which nothing is known yet."""


class Bracketed:
    """The brackets of a text. Pairs are sought anew only where brackets came, went or changed places.

    What is known of a paragraph holds no positions, so that paragraphs may come and go before it.
    """

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._paragraphs = list(paragraphs)
        self._signs = list(map(_signs_of, self._paragraphs))
        """Each paragraph's brackets as (UTF-16 place, character)."""
        self._ahead: Ahead = {}
        """By the identity of paragraphs that are about to come, their brackets."""
        self._states: list[_State] = []
        self.pairs = self.unmatched = self.paragraphs = 0
        """`paragraphs` are those that hold an end of a pair, or lie within one."""
        self._pair()

    @contextmanager
    def knowing(self, ahead: Ahead) -> Iterator[None]:
        """Of the paragraphs that come meanwhile the brackets are known: what `signs_ahead` gives."""
        self._ahead = ahead
        try:
            yield
        finally:
            self._ahead = {}

    def splice(self, start: int, gone: int, new: Iterable[Paragraph]) -> set[int]:
        """Paragraphs give way to others; positions of further ones that look otherwise now."""
        return set() if self._put(start, gone, list(new)) else self._paired_anew()

    def splice_all(self, places: Iterable[tuple[int, int, Sequence[Paragraph]]]) -> set[int]:
        """The same from several places on, each in what the one before left; pairs are sought once, when all are in."""
        known = True
        for start, gone, new in places:
            known = self._put(start, gone, new, known=known) and known
        return set() if known else self._paired_anew()

    def _put(self, start: int, gone: int, paragraphs: Sequence[Paragraph], *, known: bool = True) -> bool:
        """Put paragraphs in the place of others; whether all is known of their brackets, as before for the others.

        `known`: whether it was of those that stood there.
        """
        old = self._signs[start : start + gone]
        signs = self._found_in(start, gone, paragraphs)
        old_states = self._states[start : start + gone]
        self._paragraphs[start : start + gone] = paragraphs
        self._signs[start : start + gone] = signs
        if signs == old:
            return True
        if known and not any(old) and not any(signs):
            # As in most paragraphs: whatever comes and goes, it lies inside a pair or does not.
            inside = old_states[0].inside if old_states else self._inside_after(start - 1)
            self._states[start : start + gone] = [_INSIDE if inside else _NONE] * len(signs)
            self.paragraphs += (len(signs) - gone) * inside
            return True
        if not known or _pattern(old) != _pattern(signs):
            self._states[start : start + gone] = [_NEW] * len(signs)
            return False
        inside = old_states[0].inside if old_states else self._inside_after(start - 1)
        states = _shared_out(signs, old_states, inside)
        self._states[start : start + gone] = states
        self.paragraphs += _with_pairs(states) - _with_pairs(old_states)
        return True

    def _paired_anew(self) -> set[int]:
        """Find all pairs again; positions of paragraphs that are not new and look otherwise."""
        before = self._states
        self._pair()
        pairs = enumerate(zip(before, self._states, strict=True))
        return {at for at, (one, two) in pairs if one is not two and one is not _NEW and one != two}

    def _found_in(self, start: int, gone: int, new: Sequence[Paragraph]) -> list[_Signs]:
        """The brackets of paragraphs; where as many stood there, one of the same words has the same."""
        if len(new) != gone:
            return [self._signs_in(paragraph) for paragraph in new]
        before = zip(self._paragraphs[start : start + gone], self._signs[start : start + gone], strict=True)
        return [
            signs
            if one is two or (signs and one.text == two.text and one.footnotes == two.footnotes == ())
            else self._signs_in(two)
            for (one, signs), two in zip(before, new, strict=True)
        ]

    def _signs_in(self, paragraph: Paragraph) -> _Signs:
        known = self._ahead.get(id(paragraph))
        return _signs_of(paragraph) if known is None else known

    def spans(self, position: int) -> list[Span]:
        """The outermost stretches in brackets of a paragraph; a bracket without partner is one alone."""
        signs, state = self._signs[position], self._states[position]
        found = []
        start = 0 if state.inside else -1
        for (place, sign), matched, outer in zip(signs, state.matched, state.outer, strict=True):
            if not matched:
                found.append(Span(place, place + 1))
            elif outer and sign == "[":
                start = place
            elif outer:
                found.append(Span(start, place + 1))
                start = -1
        if start >= 0:
            found.append(Span(start, utf16(shown(self._paragraphs[position].runs))))
        return sorted(found, key=lambda span: span.start)

    def signs(self, position: int) -> Iterator[tuple[int, bool]]:
        """The UTF-16 place of each bracket of a paragraph and whether it has its partner."""
        if position < len(self._signs):
            for (place, _), matched in zip(self._signs[position], self._states[position].matched, strict=True):
                yield place, matched

    def has_any(self, position: int) -> bool:
        """Whether a paragraph holds brackets or lies between them."""
        if not 0 <= position < len(self._states):
            return False
        return self._states[position].inside or bool(self._signs[position])

    def within_pairs(self) -> Iterator[int]:
        """The paragraphs that begin inside a pair."""
        return (at for at, state in enumerate(self._states) if state.inside) if self.pairs else iter(())

    @property
    def unmatched_positions(self) -> list[int]:
        """The paragraphs in which a bracket has no partner."""
        return [at for at, state in enumerate(self._states) if not all(state.matched)] if self.unmatched else []

    def _inside_after(self, position: int) -> bool:
        if position < 0:
            return False
        state = self._states[position]
        inside = state.inside
        for (_, sign), outer in zip(self._signs[position], state.outer, strict=True):
            if outer:
                inside = sign == "["
        return inside

    def _pair(self) -> None:
        """Find all pairs and say of every paragraph what is known."""
        holders = [(at, signs) for at, signs in enumerate(self._signs) if signs]
        self._states = [_NONE] * len(self._signs)
        matched = {at: [False] * len(signs) for at, signs in holders}
        unclosed: list[tuple[int, int]] = []
        self.pairs = self.unmatched = self.paragraphs = 0
        for at, signs in holders:
            for number, (_, sign) in enumerate(signs):
                if sign == "[":
                    unclosed.append((at, number))
                elif unclosed:
                    opened, which = unclosed.pop()
                    matched[opened][which] = matched[at][number] = True
                    self.pairs += 1
                else:
                    self.unmatched += 1
        self.unmatched += len(unclosed)
        depth = reached = 0
        for at, signs in holders:
            if depth:
                self._states[reached:at] = [_INSIDE] * (at - reached)
                self.paragraphs += at - reached
            inside, outer = depth > 0, []
            for (_, sign), pairs in zip(signs, matched[at], strict=True):
                outer.append(pairs and depth == (0 if sign == "[" else 1))
                depth += (1 if sign == "[" else -1) if pairs else 0
            self._states[at] = _State(inside, tuple(matched[at]), tuple(outer))
            self.paragraphs += inside or any(matched[at])
            reached = at + 1


def _with_pairs(states: Iterable[_State]) -> int:
    return sum(state.inside or any(state.matched) for state in states)


def _pattern(blocks: Iterable[_Signs]) -> str:
    return "".join([sign for signs in blocks for _, sign in signs])


def _shared_out(blocks: Iterable[_Signs], known: Iterable[_State], inside: bool) -> list[_State]:
    """What is known of some brackets, for the paragraphs they stand in now."""
    flags = iter([pair for state in known for pair in zip(state.matched, state.outer, strict=True)])
    states = []
    for signs in blocks:
        plain = _INSIDE if inside else _NONE
        if not signs:
            states.append(plain)
            continue
        mine = [next(flags) for _ in signs]
        matched, outer = tuple(one for one, _ in mine), tuple(one for _, one in mine)
        states.append(_State(inside, matched, outer))
        for (_, sign), is_outer in zip(signs, outer, strict=True):
            if is_outer:
                inside = sign == "["
    return states


def signs_ahead(paragraphs: Iterable[Paragraph]) -> Ahead:
    """The brackets of paragraphs by their identity; in whatever thread."""
    return {id(paragraph): _signs_of(paragraph) for paragraph in paragraphs}


def _signs_of(paragraph: Paragraph) -> _Signs:
    text = paragraph.text
    if not may_hold_brackets(text):
        return ()
    in_order = text.isascii() and not paragraph.footnotes
    places: Sequence[int] = range(len(text)) if in_order else text_places(paragraph)
    return tuple((places[offset], sign) for offset, sign in bracket_characters(text))


def text_places(paragraph: Paragraph) -> list[int]:
    """The UTF-16 place in the block of each code point of a paragraph's text."""
    places, at = [], 0
    for character in shown(paragraph.runs):
        if character != NOTE_MARK:
            places.append(at)
        at += 2 if character > "\uffff" else 1
    return places
