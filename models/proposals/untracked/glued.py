"""Words that stand glued to others because a change beside them was accepted: "LimitedGeneral", of which one is to go.

Word sets the new word right behind the old one. Where somebody accepts the one alone, a comparison of words sees
another word; here the letters are told apart, so that the change that is left has its place. So it is where a word goes
without tracking with the spaces on either side of it, because something is put in there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.comparison.change import Change, Comparison
from models.comparison.words.marked import Words
from models.proposals.proposal import Proposal


def glued_apart(comparison: Comparison, proposals: Iterable[Proposal], *, in_new: bool = False) -> Comparison:
    """The comparison with such words apart in the paragraphs in which proposals on its old side stand, or `in_new`."""
    spans = (range(one.place.first, max(one.place.after, one.place.first + 1)) for one in proposals)
    places = {at for span in spans for at in span}

    def apart(change: Change) -> Change:
        own = change.new if in_new else change.old
        if len(change.old) != 1 or len(change.new) != 1 or own[0] not in places:
            return change
        return change._replace(words=_apart(change.words))

    changes = tuple(map(apart, comparison.changes))
    return comparison if changes == comparison.changes else replace(comparison, changes=changes)


def _apart(words: Words) -> Words:
    found: list[tuple[str, str]] = []
    for op, text in words:
        before = found.pop() if found and {op, found[-1][0]} == {"delete", "insert"} else None
        found += [(op, text)] if before is None else _letters(before, (op, text))
    joined: list[tuple[str, str]] = []
    for op, text in found:
        if joined and joined[-1][0] == op:
            text = joined.pop()[1] + text
        joined.append((op, text))
    return tuple(joined)


def _letters(one: tuple[str, str], other: tuple[str, str]) -> list[tuple[str, str]]:
    """Two words, one in the place of the other: what they share stays where one begins or ends with the other."""
    shorter, (op, longer) = sorted((one, other), key=lambda piece: len(piece[1]))
    said = shorter[1]
    if not said.strip() or longer == said:
        return [one, other]
    if "".join(said.split()) == "".join(longer.split()):
        return _but_spaces(one, other)
    if longer.startswith(said):
        return [("equal", said), (op, longer[len(said) :])]
    if longer.endswith(said):
        return [(op, longer[: -len(said)]), ("equal", said)]
    begins = next((n for n, (a, b) in enumerate(zip(said, longer, strict=False)) if a != b), len(said))
    between = longer[begins : len(longer) - len(said) + begins]
    # A word that went with both spaces beside it leaves its neighbours glued.
    if longer.endswith(said[begins:]) and between[:1].isspace() and between[-1:].isspace():
        return [("equal", said[:begins]), (op, between), ("equal", said[begins:])]
    return [one, other]


def _but_spaces(one: tuple[str, str], other: tuple[str, str]) -> list[tuple[str, str]]:
    """The same words with other spaces between them: these alone differ."""
    found: list[tuple[str, str]] = []
    letters = iter(other[1])
    ahead = next(letters, "")
    for letter in one[1]:
        while ahead.isspace() and not letter.isspace():
            found.append((other[0], ahead))
            ahead = next(letters, "")
        if letter == ahead:
            found.append(("equal", letter))
            ahead = next(letters, "")
        else:
            found.append((one[0], letter))
    return [*found, *((other[0], letter) for letter in (ahead, *letters) if letter)]
