"""Which paragraphs of a draft one proposal takes out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

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


def ends_first(draft: Draft, one: Proposal) -> Proposal:
    """The proposal, whole paragraphs that go with the end before the first of them gone with their own ends instead.

    So Word takes out the last paragraph of a text.
    """
    if one.place.note is not None or not any(edit.ends_gone for edit in one.edits):
        return one
    texts = draft.paragraphs
    found = []
    for edit in one.edits:
        start, end = edit.start, edit.end
        if (
            edit.ends_gone
            and not edit.come
            and start.offset
            and end.paragraph < len(texts)
            and start.offset == len(texts[start.paragraph].text)
            and end.offset == len(texts[end.paragraph].text)
        ):
            first, after = Point(start.paragraph + 1, 0), Point(end.paragraph + 1, 0)
            edit = replace(edit, start=first, end=after, gone=edit.gone[1:] + edit.gone[0])
        found.append(edit)
    return replace(one, edits=tuple(found))


def reach(draft: Draft, edit: Edit) -> Point:
    """From where on an edit may touch what others do: where paragraphs go with the end before them, that end.

    So goes the last paragraph of a text, and in Word also one with a note.
    """
    at = edit.start
    last = edit.end.paragraph >= len(draft.paragraphs)
    if not edit.ends_gone or at.offset or not at.paragraph or not (last or edit.gone_notes):
        return at
    return Point(at.paragraph - 1, len(draft.paragraphs[at.paragraph - 1].text))
