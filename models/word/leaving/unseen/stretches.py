"""Stretches of letters that nobody sees: long ones tell themselves, others are told by what stands beside them: short
ones, and those that everybody reads elsewhere in their file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from models.draft.plain_letters import plain_letters
from models.word.namespaces import CHOICE, DELETED, INSERTED, m, w
from models.word.signs import TEXT

if TYPE_CHECKING:
    from lxml import etree

RUNS = (w("r"), m("r"))
"""The runs of a text, and those of its formulas."""
WORTH = 4
"""Letters: a stretch of fewer stands in any text."""
_BESIDE = 8  # letters on one side of a short stretch that make it one of its kind
_MOST = 1_000  # such stretches of a file that are looked at: one is enough to stop what would leave
_PARAGRAPH, _OLDER = w("p"), f"{{{CHOICE}}}Fallback"
_BETWEEN = frozenset((w("tab"), w("br"), w("cr")))


class Short(NamedTuple):
    """A stretch of less than WORTH letters, or one that stands in sight too.

    `forms` are its letters with those beside them, each with how often a reader of its Word file sees the same. A line
    feed stands for an end of its paragraph.
    """

    words: str
    forms: tuple[tuple[str, int], ...]

    def stands(self, texts: Iterable[str]) -> bool:
        """Whether it is in any of some texts, given as letters `in_lines`."""
        return any(text.count(form) > seen for text in texts for form, seen in self.forms)


class Stretches(NamedTuple):
    """The stretches of a Word file, each once: long ones as they read, and short ones."""

    long: tuple[str, ...] = ()
    short: tuple[Short, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What all of them say."""
        return (*self.long, *(one.words for one in self.short))


def said_by(run: etree._Element) -> str:
    """The letters of a run, deleted ones too, with a space where it has a tab or an end of a line; no box's in it."""
    boxed = {one for paragraph in run.iter(_PARAGRAPH) for one in paragraph.iter("*")}
    return "".join(
        (one.text or "") if one.tag in TEXT else " " if one.tag in _BETWEEN else ""
        for one in run.iter("*")
        if one not in boxed
    )


def words_of(runs: Iterable[etree._Element]) -> str:
    """What some runs say, with one space wherever they have white space."""
    return " ".join("".join(map(said_by, runs)).split())


def in_lines(paragraphs: Iterable[str]) -> str:
    """The letters of some paragraphs, each with line feeds of its own around it."""
    return "".join(f"\n{letters}\n" for letters in paragraphs)


def stretches(found: Sequence[Sequence[etree._Element]], roots: Iterable[etree._Element]) -> Stretches:
    """The stretches in some rows of runs of a file; `roots` are all its parts with text."""
    said = [(words, runs) for runs in found if plain_letters(words := words_of(runs))]
    if not said:
        return Stretches()
    sight = _in_sight(roots, {run for runs in found for run in runs})
    first = dict(islice({words: plain_letters(words) for words, _ in said}.items(), _MOST))
    beside = {words for words, letters in first.items() if len(letters) < WORTH or letters in sight}
    long = dict.fromkeys(words for words, _ in said if words not in beside and len(plain_letters(words)) >= WORTH)
    short = [(words, runs) for words, runs in said if words in beside][:_MOST]
    own = _OwnRuns()
    every = (Short(words, tuple((form, sight.count(form)) for form in own.forms(runs))) for words, runs in short)
    return Stretches(tuple(long), tuple(dict.fromkeys(every)))


class _OwnRuns:
    """The runs of paragraphs, each listed once however many short stretches it has."""

    def __init__(self) -> None:
        self._runs: dict[etree._Element | None, tuple[list[etree._Element], dict[etree._Element, int]]] = {}

    def forms(self, runs: Sequence[etree._Element]) -> Iterator[str]:
        """The letters of a short stretch with those before or behind it, without what was deleted or what came."""
        every, at = self._of(next(runs[0].iterancestors(_PARAGRAPH), None))
        places = [at[run] for run in runs if run in at] or [0]
        own, found = plain_letters(words_of(runs)), dict[str, None]()
        for passed in (DELETED, INSERTED):
            left = (every[place] for place in range(places[0] - 1, -1, -1))
            right = (every[place] for place in range(places[-1] + 1, len(every)))
            before = f"\n{''.join(reversed(_beside(left, passed)))}"[-_BESIDE:]
            after = f"{''.join(_beside(right, passed))}\n"[:_BESIDE]
            sides = [one for one, side in ((before + own, before), (own + after, after)) if len(side) == _BESIDE]
            found.update(dict.fromkeys(sides or [before + own + after]))
        yield from found

    def _of(self, paragraph: etree._Element | None) -> tuple[list[etree._Element], dict[etree._Element, int]]:
        if paragraph not in self._runs:
            runs = list(own_runs(paragraph)) if paragraph is not None else []
            self._runs[paragraph] = runs, {run: place for place, run in enumerate(runs)}
        return self._runs[paragraph]


def _beside(runs: Iterable[etree._Element], passed: tuple[str, ...]) -> list[str]:
    """The letters of some runs, as many as tell a short stretch."""
    said: list[str] = []
    for run in runs:
        if not _is_within(run, passed) and (letters := plain_letters(_plain(run))):
            said.append(letters)
            if sum(map(len, said)) >= _BESIDE:
                break
    return said


def _in_sight(roots: Iterable[etree._Element], unseen: set[etree._Element]) -> str:
    """The letters that a reader of a Word file sees, in lines, with spaces where others stand."""
    said: list[str] = []
    for paragraph in (one for root in roots for one in root.iter(_PARAGRAPH)):
        if next(paragraph.iterancestors(_OLDER), None) is None:
            own = (run for run in own_runs(paragraph) if not _is_within(run, DELETED))
            said.append("".join(" " if run in unseen else plain_letters(_plain(run)) for run in own))
    return in_lines(said)


def own_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph but for those of boxes in it."""
    return (run for run in paragraph.iter(*RUNS) if next(run.iterancestors(_PARAGRAPH), None) is paragraph)


def _plain(run: etree._Element) -> str:
    return "".join(one.text or "" for one in run if one.tag in TEXT)


def _is_within(run: etree._Element, tags: tuple[str, ...]) -> bool:
    return next(run.iterancestors(*tags), None) is not None
