"""On which side of a reference its paragraph stands: "paragraph 3 above" is written where OP3 stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from models.draft.mentions import Mention
from models.draft.whose import STANDS_AR

_PAIRS = (
    ("above", "below"),
    ("supra", "infra"),
    ("ci-dessus", "ci-dessous"),
    ("más arriba", "más abajo"),
    ("anteriores", "siguientes"),
    ("anterior", "siguiente"),
    ("أعلاه", "أدناه"),
    ("выше", "ниже"),
)
_CHINESE = (("上文", "下文"), ("上述", "下述"), ("以上", "以下"), ("上面", "下面"), ("前文", "后文"))
"""Words that stand in front of a reference: "上文第3段"."""
_ALSO_BEFORE = {"precedentes": "siguientes", "precedente": "siguiente", "前述": "下述"}
_ALSO_BEHIND = {"ci-après": "ci-dessus"}
"""Words that are written as well, with the word for the other side."""


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {one: other for before, after in pairs for one, other in ((before, after), (after, before))}


_OTHER = _both_ways((*_PAIRS, *_CHINESE)) | _ALSO_BEFORE | _ALSO_BEHIND
_BEFORE = frozenset((*(before for before, _ in (*_PAIRS, *_CHINESE)), *_ALSO_BEFORE))
_IN_FRONT = "|".join((*_both_ways(_CHINESE), "前述"))
_SPACE = "[ \u00a0\u202f]"
_BEHIND = re.compile(
    rf"(?:,?{_SPACE}+|{_SPACE}*\({_SPACE}*){STANDS_AR}?(?P<word>{'|'.join(_OTHER)})(?!\w)", re.IGNORECASE
)
_FIRST = re.compile(rf"(?P<word>{_IN_FRONT})")
_TO_SEE = re.compile(
    rf"(?<=[.\w]{_SPACE})(?P<word>{'|'.join(_OTHER)})[,،]?{_SPACE}+(?:(?:in|aux?|en{_SPACE}el|el|los|в|في){_SPACE}+)?\Z",
    re.IGNORECASE,
)
"""Before a reference, "see above, paragraph 3"."""
_BEFORE_A_NOTE = re.compile(
    rf"(?P<word>(?<!\w)(?:supra|infra)(?={_SPACE})|{_IN_FRONT})(?:的|{_SPACE}+)?\Z", re.IGNORECASE
)


class Direction:
    """The word beside a reference that says on which side its paragraphs stand: where it is, in places, and the word
    for the other side."""

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end = match.span("word")
        self.word = match["word"]
        small = self.word.lower()
        other = _OTHER[small]
        self.other = other.upper() if self.word.isupper() else other.capitalize() if self.word.istitle() else other
        self._before = small in _BEFORE

    @property
    def other_side(self) -> str:
        """The side that it does not say, in English."""
        return "below" if self._before else "above"

    def holds(self, here: int, targets: Sequence[int]) -> bool:
        """Whether all paragraphs stand where it says, as seen from a position."""
        return all(target < here if self._before else target > here for target in targets)

    def is_other(self, here: int, targets: Sequence[int]) -> bool:
        """Whether all paragraphs stand on the other side."""
        return all(target > here if self._before else target < here for target in targets)


def direction(shown: str, mention: Mention) -> Direction | None:
    """The word beside a reference in the places of a paragraph; None where there is none."""
    if mention.reach != "near":
        return None
    match = (
        _FIRST.match(shown, mention.start)
        or _BEHIND.match(shown, mention.end)
        or _TO_SEE.search(shown, max(0, mention.start - 20), mention.start)
    )
    return Direction(match) if match else None


def note_direction(shown: str, start: int, figures: int, end: int) -> Direction | None:
    """The same beside footnotes that are named from one place of a paragraph to another, and their figures end at a
    third: "footnote 3 above", "supra note 3"."""
    match = _BEHIND.search(shown, figures, end) or _BEFORE_A_NOTE.search(shown, max(0, start - 10), start)
    return Direction(match) if match else None
