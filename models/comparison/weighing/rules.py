"""The rules that explain why two texts of one paragraph differ, without a word of it being meant otherwise."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from models.comparison.words.openings import Opening
from models.comparison.words.text_parts import TextParts, are_read_otherwise
from models.comparison.words.tokens import is_word
from models.draft.first_letter import with_capital

_CHINESE = "\u2e80"
"""From here on stand the signs that are written without spaces."""
_HYPHENS = frozenset("-\u2010\u2011")
Span = tuple[int, int]
Spans = tuple[list[Span], list[Span]]


@dataclass(frozen=True, slots=True)
class Explained:
    """What the rules make of two texts: those that apply, whether brackets differ, what no rule explains.

    `notes` is true where a note's mark stands at other words.
    """

    rules: tuple[str, ...] = ()
    brackets: bool = False
    reworded: bool = False
    notes: bool = False


def explained(
    one: TextParts,
    two: TextParts,
    also: bool,
    joins: bool,
    following: Callable[[], Spans],
    numbers: tuple[Span, Span] | None = None,
) -> Explained:
    """What the rules make of two texts; `numbers` are the places of typed ones that follow from where they stand.

    `joins`: an "and" at the end that came or went is the one before the last item. `also`: what stands around the
    paragraphs asks for the additive word of the new one. `following` gives the places of figures that differ and point
    to the same paragraphs as before; it is asked only where words differ.
    """
    rules: list[str] = []
    end_differs = one.words[one.end :] != two.words[two.end :]
    if end_differs and not joins:
        return Explained(reworded=True)
    if end_differs:
        rules.append("end")
    left, right = _Left(one), _Left(two)
    capitals = one.capitals ^ two.capitals
    if capitals:
        left.in_small_letters(capitals)
        right.in_small_letters(capitals)
    if numbers is not None:
        left.stand_in(numbers[:1])
        right.stand_in(numbers[1:])
    if also:
        rules.append("also")
        left.without(one.opening)
        right.without(two.opening)
    if left.words != right.words:
        spans = following()
        if spans[0]:
            left.stand_in(spans[0])
            right.stand_in(spans[1])
        if left.words != right.words:
            return Explained(("end",) if rules == ["end"] else (), reworded=True)
        rules.append("cross-reference")
    pairs = list(zip(left.places, right.places, strict=True))
    if _parted(one, two, pairs) or any(are_read_otherwise(one.words[a], two.words[b]) for a, b in pairs):
        return Explained(reworded=True)
    if any(one.words[a] != two.words[b] and (one.folded[a] == two.folded[b] or a in capitals) for a, b in pairs):
        rules.append("typography")
    if _spacing_differs(one, two, pairs) or (not end_differs and one.spaces[one.end :] != two.spaces[two.end :]):
        rules.append("spacing")
    rules += _format(one, two, pairs)
    brackets = left.brackets(two) != right.brackets(one)
    if not (brackets or rules or numbers) and one.paragraph.text != two.paragraph.text:
        rules.append("spacing")  # beside brackets
    notes = one.note_places(left.places) != two.note_places(right.places)
    return Explained(tuple(rules), brackets, notes=notes)


class _Left:
    """The words of a text, its end left out, that are still to be explained."""

    def __init__(self, part: TextParts) -> None:
        self.part = part
        self.places = list(range(part.end))
        self.words = part.folded[: part.end]

    def in_small_letters(self, places: Collection[int]) -> None:
        """Let some words be the same in whichever letters they are set."""
        self.words = [word.casefold() if at in places else word for at, word in enumerate(self.words)]

    def without(self, opening: Opening) -> None:
        """Take the additive word out; the word that begins the paragraph after it is written as at the start."""
        first = self.part.leading
        self._keep([at for at in self.places if not opening.start <= at < opening.end])
        if opening.start < opening.end and opening.start == first:
            word = self.words[first] if first < len(self.words) else ""
            self.words[first : first + 1] = [with_capital(word)] if word else []

    def stand_in(self, spans: Sequence[Span]) -> None:
        """Let each stretch of the text, "4 bis" for one, be one word that is the same on both sides."""
        part, held = self.part, set(self.places)
        ends = [start + len(word) for start, word in zip(part.starts, part.words, strict=True)]
        signs: dict[int, str] = {}
        for start, end in spans:
            inside = [at for at in range(bisect_right(ends, start), bisect_left(part.starts, end)) if at in held]
            if inside:
                before = part.paragraph.text[part.starts[inside[0]] : start]  # the OP of "OP4"
                signs[inside[0]] = f"{before}\N{REPLACEMENT CHARACTER}"
                held -= set(inside[1:])
        left = [(at, word) for at, word in zip(self.places, self.words, strict=True) if at in held]
        self.places = [at for at, _ in left]
        self.words = [signs.get(at, word) for at, word in left]

    def _keep(self, places: list[int]) -> None:
        self.places = places
        self.words = [self.part.folded[at] for at in places]

    def brackets(self, other: TextParts) -> list[tuple[int, int, bool, str]]:
        """Each bracket: how many words stand before it, how much of a word it cuts, and whether the last mark does.

        The last mark counts where both texts have one.
        """
        end = self.part.end
        both = end < len(self.part.words) and other.end < len(other.words)
        return [
            (bisect_left(self.places, at), inside, both and at > end, character)
            for at, inside, character in self.part.brackets
        ]


def _parted(one: TextParts, two: TextParts, pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether two words are one on the other side, as "measure[s]" and "measure [s]" are, or a hyphen makes them one.

    Chinese is written without spaces; there they part nothing. Of two pairs of brackets that touch, "[may][be]", each
    holds a word of its own. A dash that stands at the figure behind it alone makes a minus of it.
    """
    if any(one.folded[a] == "-" and _is_minus(one, a) != _is_minus(two, b) for a, b in pairs):
        return True
    return any(
        one.spaces[a] != two.spaces[b]
        and (
            {_joins(one, a), _joins(two, b)} == {True, False}
            if one.folded[a] == "-"
            else (bool(one.spaces[a]) or a in one.touching) != (bool(two.spaces[b]) or b in two.touching)
            and _are_two(one.words[a - 1], one.words[a])
            and _are_two(two.words[b - 1], two.words[b])
        )
        for a, b in pairs
        if a and b
    )


def _are_two(before: str, word: str) -> bool:
    """Whether a space between them parts words."""
    return before[-1].isalnum() and before[-1] < _CHINESE and is_word(word) and word[0] < _CHINESE


def _joins(part: TextParts, at: int) -> bool | None:
    """Whether a sign is a hyphen, which makes one word of two ("State-led"), and no dash between them ("State – led").

    None for what may be both: a dash without spaces, and anything between figures.
    """
    if not 0 < at < len(part.words) - 1:
        return None
    apart = bool(part.spaces[at]), bool(part.spaces[at + 1])
    beside = part.words[at - 1][-1], part.words[at + 1][0]
    if all(apart):
        return False
    hyphen = part.words[at] in _HYPHENS
    joined = any(sign.isalpha() and not space for sign, space in zip(beside, apart, strict=True))
    return True if hyphen and joined else None


def _is_minus(part: TextParts, at: int) -> bool:
    """Whether a dash is the sign of the figure behind it, as in "5 –10" and not in "5–10" or "5 – 10"."""
    if not (0 < at < len(part.words) - 1 and part.spaces[at]) or part.spaces[at + 1]:
        return False
    return part.words[at + 1][0].isdecimal()


def _spacing_differs(one: TextParts, two: TextParts, pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether spacing differs, spacing beside brackets and what the other rules took away apart."""
    texts = one.paragraph.text, two.paragraph.text
    if texts[0].strip() != texts[0] or texts[1].strip() != texts[1]:
        if texts[0][: len(texts[0]) - len(texts[0].lstrip())] != texts[1][: len(texts[1]) - len(texts[1].lstrip())]:
            return True
        if texts[0][len(texts[0].rstrip()) :] != texts[1][len(texts[1].rstrip()) :]:
            return True
    near = {at for part in (one, two) for at, inside, _ in part.brackets if not inside}
    last_one = last_two = -1
    for a, b in pairs:
        # Where a word was taken out before this one, its space went with it.
        beside = a != last_one + 1 or b != last_two + 1 or a in near or b in near
        space_one, space_two = one.spaces[a], two.spaces[b]
        last_one, last_two = a, b
        if a and b and space_one != space_two and not (beside and bool(space_one) == bool(space_two)):
            return True
    return False


def _format(one: TextParts, two: TextParts, pairs: Sequence[tuple[int, int]]) -> list[str]:
    """`italics` where only those of the opening differ, `format` where other marks do; marks of punctuation never."""
    opening = max(one.opening_italics, two.opening_italics)
    found = set()
    for a, b in pairs:
        if one.marks[a] != two.marks[b] and is_word(one.words[a]):
            only_italics = one.marks[a][1:] == two.marks[b][1:]
            found.add("italics" if only_italics and a < opening else "format")
    return sorted(found, reverse=True)
