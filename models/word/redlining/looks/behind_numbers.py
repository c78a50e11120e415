"""How a number is typed where the old file has none to go by, and what stands behind it: a tab, a space, the usual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING

from models.draft import Draft, Kind, Paragraph
from models.telling.numbers import HOLD_NOTHING
from models.word.redlining.letters.atoms import Matched, atoms_in
from models.word.redlining.letters.notes_at_numbers import Places, places
from models.word.redlining.looks.typed_numbers import in_one_manner

if TYPE_CHECKING:
    from models.word.redlining.looks.looks import OldParagraph
    from models.word.redlining.things.things import NewThings

_CLAUSES = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT)
_ASKED = 20  # numbered paragraphs that tell what is usual in a file


class BehindNumbers:
    """What stands behind the typed numbers of new paragraphs: as in their own file, else as mostly in the old one."""

    def __init__(self, draft: Draft, old: Sequence[OldParagraph], source: Callable[[], NewThings | None]) -> None:
        """`source` gives the new draft's own file, if there is any."""
        self._draft, self._old, self._source = draft, old, source
        self._known: dict[int, Matched | None] = {}

    def of(self, new: int) -> str:
        """What stands behind the number of a new paragraph that is typed: a tab where neither file tells."""
        own = self._in_own_file(new)
        return self._usual if own is None else own

    def as_in_own_file(self, new: int) -> str:
        """The number of a new paragraph as its own file has it typed, with what stands behind it; "" where it is not.

        "(1)" that begins a series is the number 1: how it is printed is known in that file alone.
        """
        paragraph, matched = self._draft.paragraphs[new], self._matched(new)
        if matched is None or HOLD_NOTHING.match(paragraph.text):
            return ""
        return matched.typed if (paragraph.number or "") in matched.typed and _behind(matched.typed) else ""

    def notes_at_number(self, new: int) -> Places | None:
        """Where the notes at the head of a new paragraph stand beside its number in its own file, typed there."""
        noted = any(run.footnote is not None for run in self._draft.paragraphs[new].runs[:1])
        matched = self._matched(new) if noted else None
        return places(matched) if matched is not None else None

    def among_several(self, new: int, like: str) -> str:
        """The number of a new paragraph as its own file has it typed, where that types some as `like` and others not.

        "2 - " among "1. " and "3. " is meant: words of another language. "" where the file has one manner for all.
        """
        matched = self._matched(new)
        if matched is None or HOLD_NOTHING.match(self._draft.paragraphs[new].text):
            return ""
        if in_one_manner(matched.typed, like) or (self._draft.paragraphs[new].number or "") not in matched.typed:
            return ""
        cut = str if in_one_manner(matched.typed.rstrip(), like.rstrip()) else str.rstrip
        around = chain.from_iterable(zip_longest(self._beside(new, -1), self._beside(new, 1)))
        others = (one.typed for at in around if at is not None and (one := self._matched(at)) is not None)
        return matched.typed if any(in_one_manner(cut(one), cut(like)) for one in others) else ""

    def _beside(self, new: int, step: int) -> Iterator[int]:
        """The nearest paragraphs that may have a number typed, on one side of a new one."""
        paragraphs = self._draft.paragraphs
        places = range(new + step, len(paragraphs) if step > 0 else -1, step)
        return islice((at for at in places if _is_typed_clause(paragraphs[at])), _ASKED)

    def put_right(self, new: int, number: str, old: OldParagraph) -> str:
        """The number of a new paragraph as an old one has it typed, with what only the new one has behind it.

        The words of the paragraph have changed: a tab that went with the first of them comes back with others.
        """
        paragraph = self._draft.paragraphs[new]
        if not number or number != number.rstrip() or old.paragraph.text == paragraph.text:
            return number
        return number if HOLD_NOTHING.match(paragraph.text) else number + (self._in_own_file(new) or "")

    def _in_own_file(self, new: int) -> str | None:
        matched = self._matched(new)
        return _behind(matched.typed) if matched is not None else None

    def _matched(self, new: int) -> Matched | None:
        """A new paragraph's letters in its own file, which nobody changes, where its number is typed there."""
        if new not in self._known:
            self._known[new] = self._match(new)
        return self._known[new]

    def _match(self, new: int) -> Matched | None:
        source = self._source() if _is_typed_clause(self._draft.paragraphs[new]) else None
        node = source.element(new) if source is not None else None
        matched = atoms_in(self._draft.paragraphs[new], node) if node is not None else None
        return matched if matched is not None and matched.typed.strip() else None

    @cached_property
    def _usual(self) -> str:
        numbered = (one for one in self._old if one.paragraph.kind in _CLAUSES and one.paragraph.number is not None)
        found = Counter(_behind(one.typed) for one in islice(numbered, _ASKED) if one.typed)
        del found[""]
        return max(found, key=found.__getitem__, default="\t")


def _is_typed_clause(paragraph: Paragraph) -> bool:
    return paragraph.kind in _CLAUSES and paragraph.number is not None


def _behind(typed: str) -> str:
    return typed[len(typed.rstrip()) :]
