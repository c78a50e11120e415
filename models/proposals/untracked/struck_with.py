"""Words typed without tracking in what somebody takes out whole: they go with it.

On the draft his deletion has its place without them, as they are none there: so it strikes them beside that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from models.draft import Draft
from models.proposals.proposal import END, Edit, Point, Proposal
from models.proposals.untracked.edited_words import OF_A_LETTER, RANKS
from models.proposals.untracked.file_order import typed_at

_Span = tuple[int, int]


def struck_with_paragraphs(
    made: Sequence[Proposal],
    cut: Sequence[Proposal],
    tracked: Sequence[Proposal],
    lost: Collection[str],
    base: Draft,
) -> Iterator[Proposal]:
    """The proposals of what was typed, and what each of those that take out ends of paragraphs strikes of it.

    `made` are they by themselves, which `cut` has as others amend them. All that is `tracked` has its place on `base`,
    the file without it, but what is `lost` (by keys) has none on the draft.
    """
    file = _File(base)
    gone = {one.key: file.gone_with_ends(one) for one in tracked if one.key not in lost}
    hosts = {one.key: one for one in made} if any(gone.values()) else {}
    for now in cut:
        yield now
        host = hosts.get(now.key)
        if host is None or host.tracked:
            continue
        typed = [(edit, file.typed(edit)) for edit in host.edits if edit.come]
        for one in tracked:
            struck = [edit for edit, there in typed if _is_in(there, gone.get(one.key, ()))]
            strikes = [n for n, edit in enumerate(now.edits) if any(_is_of(edit, was) for was in struck)]
            if strikes:
                words = " ".join(edit.come_text.replace(END, " ").strip() for edit in struck)
                yield _striking(one, now, strikes, words)


def _striking(one: Proposal, host: Proposal, strikes: Iterable[int], words: str) -> Proposal:
    place = replace(host.place, words=words)
    return replace(
        one,
        kind="reword",
        place=place,
        edits=(),
        to=None,
        footnotes=(),
        against=host.key,
        strikes=tuple(strikes),
        key="",
    )


class _File:
    """Where something stands in the file without its tracked changes, letters from its beginning."""

    def __init__(self, base: Draft) -> None:
        self.text = END.join(one.text for one in base.paragraphs)
        self.begins = [0, *accumulate(len(one.text) + 1 for one in base.paragraphs)]

    def place(self, point: Point) -> int:
        return self.begins[min(point.paragraph, len(self.begins) - 1)] + point.offset

    def gone_with_ends(self, one: Proposal) -> list[_Span]:
        """What a proposal takes out that takes out ends of paragraphs, too."""
        if one.place.note is not None or not any(edit.ends_gone for edit in one.edits):
            return []
        return [(self.place(edit.start), self.place(edit.end)) for edit in one.edits if edit.gone and edit.look is None]

    def typed(self, edit: Edit) -> _Span | None:
        """The words of an edit that were typed; None where they are not there."""
        if edit.rank < 0 or edit.rank // RANKS >= len(self.begins):
            return None
        start, come = typed_at(edit, self.begins), edit.come_text
        return (start, start + len(come)) if come and self.text[start : start + len(come)] == come else None


def _is_in(there: _Span | None, spans: Iterable[_Span]) -> bool:
    return there is not None and any(start <= there[0] and there[1] <= end for start, end in spans)


def _is_of(edit: Edit, was: Edit) -> bool:
    """Whether an edit puts in what another did, or a piece of it."""
    return bool(edit.come) and was.rank <= edit.rank < was.rank + OF_A_LETTER * len(was.come_text)
