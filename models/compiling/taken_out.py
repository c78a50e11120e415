"""Which paragraphs of a draft one proposal takes out, and what goes with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from models.compiling.joint_wishes import names_in
from models.draft import Draft
from models.proposals.proposal import Edit, Point, Proposal


@dataclass(frozen=True)
class Taking:
    """What a proposal takes out of the paragraphs of a draft.

    `emptied` are those it takes out whole, `ended` those whose ends it takes out, be it that they are joined to others.
    """

    draft: Draft = field(repr=False)
    proposal: Proposal = field(repr=False)
    emptied: frozenset[int] = field(init=False)
    ended: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        spans: dict[int, list[tuple[int, int]]] = {}
        ended = set[int]()
        texts = self.draft.paragraphs
        for edit in self.proposal.edits:
            for at in range(edit.start.paragraph, edit.end.paragraph + 1) if edit.look is None else ():
                if at < len(texts):
                    first = edit.start.offset if at == edit.start.paragraph else 0
                    last = edit.end.offset if at == edit.end.paragraph else len(texts[at].text)
                    spans.setdefault(at, []).append((first, last))
                    if at < edit.end.paragraph:
                        ended.add(at)
        emptied = {at for at in ended if _cover(spans[at], len(texts[at].text))}
        object.__setattr__(self, "ended", frozenset(ended))
        object.__setattr__(self, "emptied", frozenset(emptied))


def _cover(spans: list[tuple[int, int]], length: int) -> bool:
    reached = 0
    for first, last in sorted(spans):
        if first > reached:
            return False
        reached = max(reached, last)
    return reached >= length


class Reach:
    """From where on edits may touch what others do: where paragraphs go with the end before them, that end.

    So go the last paragraphs of a text that one takes out, and in Word also one with a note.
    """

    def __init__(self, draft: Draft, wishes: Iterable[tuple[str, Proposal]]) -> None:
        """`wishes` are what each asks for, with its name."""
        self._texts = draft.paragraphs
        emptied: dict[str, set[int]] = {}
        for name, one in wishes:
            if one.place.note is None and one.against is None:
                for own in names_in(name):
                    emptied.setdefault(own, set()).update(Taking(draft, one).emptied)
        self._last: dict[str, int] = {}
        for name, gone in emptied.items():
            at = len(self._texts)
            while at - 1 in gone:
                at -= 1
            self._last[name] = at

    def of(self, name: str, edit: Edit) -> Point:
        """The place from which on an edit that stands in a name touches what others do."""
        at = edit.start
        last = edit.end.paragraph >= min(self._last.get(own, len(self._texts)) for own in names_in(name))
        if not edit.ends_gone or at.offset or not at.paragraph or not (last or edit.gone_notes):
            return at
        return Point(at.paragraph - 1, len(self._texts[at.paragraph - 1].text))
