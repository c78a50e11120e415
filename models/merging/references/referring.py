"""What of a merged text refers, its lines and its footnotes, with the words that stand there on each side.

A footnote refers from where it is cited first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from models.comparison.references.mentions_abroad import followed_in
from models.comparison.references.said import form_of
from models.comparison.references.unfollowed import Unfollowed, may_be_of_another, unfollowed_in, unfollowed_in_note
from models.draft import Draft, Footnote
from models.draft.mentions import Mention, may_refer
from models.draft.named_parts import NamedPart, may_name_part, named_parts
from models.merging.conflict import Row
from models.merging.layout import cites
from models.merging.sheet import Line, Sheet
from models.merging.sides import Side
from models.merging.told.edits import Edit
from models.merging.words.called import quoted

_BEFORE, _AFTER = 16, 12
"""So many letters before or after a reference say that it is the same one."""
_AROUND = 40
_FIGURES = re.compile(r"\d+")
_R = TypeVar("_R", Mention, NamedPart, Unfollowed)


@dataclass(eq=False)
class Text:
    """The words of a paragraph, or of a note that a paragraph cites, and where that stands in its draft."""

    at: int
    words: str
    citing: str | None = None

    @cached_property
    def followed(self) -> tuple[Mention, ...]:
        """The references to paragraphs of the text whose figures follow, but for those that name a part with them."""
        found = followed_in(self.words)
        if self.citing is not None:
            found = tuple(one for one in found if not may_be_of_another(self.words, one, self.citing))
        if any(one.division for one in found):
            whole = [part.paragraph.start for part in self.named if part.paragraph is not None]
            found = tuple(one for one in found if not any(one.start <= sign < one.end for sign in whole))
        return found

    @cached_property
    def named(self) -> Sequence[NamedPart]:
        """The footnotes, sections, annexes and articles of the text that it names."""
        return named_parts(self.words)

    @cached_property
    def unfollowed(self) -> tuple[Unfollowed, ...]:
        """The references that no figure follows."""
        if not may_refer(self.words):
            return ()
        every = followed_in(self.words)
        if self.citing is None:
            return unfollowed_in(self.words, every)
        found = unfollowed_in_note(self.words, every)
        return tuple(one for one in found if not may_be_of_another(self.words, one, self.citing))


@dataclass(eq=False)
class Referring:
    """A line of the merged text or one of its notes, all that stands with it, and what each side has of that.

    `edits` take what follows; a note has no row and no line.
    """

    here: Text
    label: str
    beside: Sequence[Text]
    sides: tuple[Sequence[Text], Sequence[Text], Sequence[Text]]
    edits: list[Edit]
    row: Row | None = None
    line: Line | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return self.label or quoted(self.here.words)

    def on_sides(self, of: Callable[[Text], Sequence[_R]]) -> Iterator[list[tuple[Text, _R] | None]]:
        """For each side where the references that stand here stand there, whatever their figures."""
        whole = self.line.whole[0] if self.line is not None and self.line.whole is not None else None
        for side, texts in enumerate(self.sides):
            here = [(text, one) for text in ([self.here] if side == whole else self.beside) for one in of(text)]
            there = [(text, one) for text in texts for one in of(text)]
            found = _paired(here, there)
            yield [other for (text, _), other in zip(here, found, strict=True) if text is self.here]


def _paired(here: Sequence[tuple[Text, _R]], there: Sequence[tuple[Text, _R]]) -> Sequence[tuple[Text, _R] | None]:
    """The same references: as many, alike in form, in their order; else each that stands beside the same words."""
    forms = [_form(one) for _, one in here], [_form(one) for _, one in there]
    if forms[0] == forms[1]:
        return there
    near = [
        [_near(one, other) if form == its else 0 for other, its in zip(there, forms[1], strict=True)]
        for one, form in zip(here, forms[0], strict=True)
    ]
    found: list[tuple[Text, _R] | None] = []
    for own in near:
        best = max(own, default=0)
        same = [at for at, score in enumerate(own) if best and score == best == max(one[at] for one in near)]
        found.append(there[same[0]] if len(same) == 1 else None)
    return found


def _near(one: tuple[Text, _R], other: tuple[Text, _R]) -> int:
    """On how many sides, before and behind, two references have the same words, whatever figures are in these."""
    (before, after), (there, behind) = _around(*one), _around(*other)
    return (before == there and len(before) > 1) + (after == behind and len(after) > 1)


def _around(text: Text, one: _R) -> tuple[str, str]:
    stands = one.says if isinstance(one, Unfollowed) else one.sign if isinstance(one, NamedPart) else one
    before, after = text.words[: stands.start][-_AROUND:], text.words[stands.end :][:_AROUND]
    return _FIGURES.sub("#", before)[-_BEFORE:], _FIGURES.sub("#", after)[:_AFTER]


def _form(one: Mention | NamedPart | Unfollowed) -> object:
    """What stays the same of a reference whose figures change; of one that nothing follows, all of it."""
    if isinstance(one, Unfollowed):
        return one.words
    return form_of(one) if isinstance(one, Mention) else (one.sort, one.paragraph is not None)


def lines_that_refer(sheet: Sheet, names: Callable[[], Sequence[str | None]]) -> Iterator[Referring]:
    """The lines of a merged text that may refer; `names` are what its paragraphs are called."""
    for row in sheet.rows:
        texts: list[Text] | None = None
        for at in row.merged:
            line = sheet.lines[at]
            if not _may(line.text(sheet.sides)):
                continue
            if texts is None:
                texts = [Text(one, sheet.lines[one].text(sheet.sides)) for one in row.merged]
                sides = [
                    [*_texts(side, its)]
                    for side, its in zip(sheet.sides, (row.base, row.ours, row.theirs), strict=True)
                ]
            its = list(sides)
            if line.whole is not None:
                side, place = line.whole
                its[side] = [*_texts(sheet.sides[side], [place])]
            yield Referring(
                texts[at - row.merged[0]], names()[at] or "", texts, (its[0], its[1], its[2]), line.edits, row, line
            )


def _texts(side: Side, places: Sequence[int]) -> Iterator[Text]:
    return (Text(at, side.draft.paragraphs[at].text) for at in places)


def notes_that_refer(sheet: Sheet, draft: Draft, ids: Mapping[str, int]) -> Iterator[tuple[Footnote, Referring]]:
    """The footnotes of a merged text that may refer; none of which the words are asked about."""
    keys = {number: key for key, number in ids.items()}
    for note in draft.footnotes:
        if not _may(note.text) or "[ours: " in note.text or note.id not in keys:
            continue
        key = keys[note.id]
        at = next((at for at, line in enumerate(sheet.lines) if key in cites(sheet.sides, line)), None)
        if at is None:
            continue
        here = Text(at, note.text, sheet.lines[at].text(sheet.sides))
        base, ours, theirs = ([*text_of_note(side, key)] for side in sheet.sides)
        yield note, Referring(here, f"Footnote {note.mark}", [here], (base, ours, theirs), [])


def text_of_note(side: Side, key: str) -> Iterator[Text]:
    """A note of a side, where it is cited first."""
    if key in side.notes:
        cited = (
            at for at, one in enumerate(side.draft.paragraphs) if any(side.key(note) == key for note in one.footnotes)
        )
        for at in [*cited][:1]:
            yield Text(at, side.notes[key].text, side.draft.paragraphs[at].text)


def _may(text: str) -> bool:
    return may_refer(text) or may_name_part(text)
