"""On which side of a reference its paragraph stands: "paragraph 3 above" is written where OP3 stands before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.draft.mentions import Mention

_PAIRS = (
    ("above", "below"),
    ("supra", "infra"),
    ("ci-dessus", "ci-dessous"),
    ("más arriba", "más abajo"),
    ("أعلاه", "أدناه"),
    ("выше", "ниже"),
)
_ALSO = {"ci-après": "ci-dessus"}
"""Words that are written behind as well, with the word for the other side."""
_OTHER = _ALSO | {one: other for before, after in _PAIRS for one, other in ((before, after), (after, before))}
_BEFORE = frozenset(before for before, _ in _PAIRS)
_WORD = re.compile(rf",?[ \u00a0\u202f]+(?P<word>{'|'.join(_OTHER)})(?!\w)")


class Direction:
    """The word behind a reference that says on which side its paragraphs stand: where it is, in places, and the word
    for the other side."""

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end = match.span("word")
        self.word = match["word"]
        self.other = _OTHER[self.word]
        self._before = self.word in _BEFORE

    def holds(self, here: int, targets: Sequence[int]) -> bool:
        """Whether all paragraphs stand where it says, as seen from a position."""
        return all(target < here if self._before else target > here for target in targets)

    def is_other(self, here: int, targets: Sequence[int]) -> bool:
        """Whether all paragraphs stand on the other side."""
        return all(target > here if self._before else target < here for target in targets)


def direction(shown: str, mention: Mention) -> Direction | None:
    """The word behind a reference in the places of a paragraph; None where there is none."""
    match = _WORD.match(shown, mention.end) if mention.reach == "near" else None
    return Direction(match) if match else None


def direction_in(shown: str, start: int, end: int) -> Direction | None:
    """The first such word in some places of a paragraph."""
    match = _WORD.search(shown, start, end)
    return Direction(match) if match else None
