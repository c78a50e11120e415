"""Numbers and openings that look marked because all of them are set so, bold or underlined, in the text itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from lxml import etree

from models.proposals.by_hand.looks import Look
from models.reading.literals import literal
from models.reading.openings import opening

_WEAK = ("underlined", "bold", "highlighted")
_BEHIND = " \t\u00a0.,:：，،"
Looking = tuple[etree._Element, Look]


def but_heads(there: list[Looking], shown: Callable[[etree._Element], str]) -> list[Looking]:
    """Runs with their looks, the number and the opening of a paragraph with none where plain words stand behind.

    Every paragraph has them: new ones come with their words, beside struck ones, or before another opening.
    """
    texts = [shown(run) for run, _ in there]
    first = next((n for n, text in enumerate(texts) if there[n][1].kind or any(map(str.isalnum, text))), 0)
    kind = there[first][1].kind if there else ""
    if kind not in _WEAK:
        return there
    alike = takewhile(lambda n: there[n][1].kind == kind or not texts[n].strip(), range(first, len(there)))
    behind = first + sum(1 for _ in alike)
    rest = "".join(texts[behind:])
    if not any(map(str.isalnum, rest)) or there[behind][1].kind or not _is_head(texts[:behind], rest):
        return there
    return [(run, Look() if n < behind else look) for n, (run, look) in enumerate(there)]


def _is_head(before: Sequence[str], rest: str) -> bool:
    """Whether words are the number of a paragraph, its opening or both, and no other opening stands behind."""
    words = "".join(before)
    number = literal(words + rest)
    after = number.end if number is not None else 0
    if number is not None and _alike(words, (words + rest)[:after]):
        return True
    found = opening(words[after:])
    return found is not None and _alike(words, words[: after + found.end]) and opening(rest.lstrip()) is None


def _alike(one: str, other: str) -> bool:
    return one.rstrip(_BEHIND) == other.rstrip(_BEHIND)
