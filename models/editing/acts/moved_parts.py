"""Moved paragraphs take the kind of the part they come into: among PPs an OP becomes a PP, and among OPs a PP an OP.

By keys, from one part into the other is a step of its own, as the end of the preamble and the beginning of the OPs are
one place: the last PP becomes the first OP where it stands, and the same the other way takes it back.
"""

from __future__ import annotations

from models.draft import Kind
from models.editing.acts.kinds import step_kind
from models.editing.places import HEADS, Entries, block_end, border_after, border_before, depth, head_of
from models.editing.step import Step

_OTHER = {Kind.PREAMBULAR: Kind.OPERATIVE, Kind.OPERATIVE: Kind.PREAMBULAR}
_BORDERS = (Kind.ENACTING, Kind.SECTION, Kind.ANNEX, Kind.MASTHEAD)


class PartsOfMoved:
    """Which PPs and OPs a group had when it began to move, to tell which of them became the other."""

    def __init__(self, step: Step, group: range) -> None:
        self._step = step
        self._before = {
            step.working.entries[at].key: (step.working.entries[at].paragraph.kind, step.working.label(at))
            for at in _heads(step.working.entries, group)
        }

    def turned(self, group: range, by: int) -> bool:
        """Let a group that stands where preamble and OPs meet come into the other part; whether it did."""
        entries = self._step.working.entries
        kind = entries[group.start].paragraph.kind
        if kind not in HEADS or kind is not (Kind.OPERATIVE if by < 0 else Kind.PREAMBULAR):
            return False
        beside = _head_above(entries, group.start) if by < 0 else group.stop
        if beside is None or beside >= len(entries) or entries[beside].paragraph.kind is not _OTHER[kind]:
            return False
        self._make(group, _OTHER[kind])
        return True

    def follow(self, group: range) -> None:
        """Let a group be of the part it came into."""
        entries = self._step.working.entries
        before, after = border_before(entries, group.start), border_after(entries, group.stop)
        if before is Kind.SECTION and after is not Kind.PREAMBULAR:
            before = _above_sections(entries, group.start)
        if before is Kind.OPERATIVE and after is Kind.PREAMBULAR:
            return  # the text has no parts in their order there
        borders = [at for at in group if entries[at].paragraph.kind in _BORDERS]
        if before is Kind.OPERATIVE:
            self._make(range(group.start, borders[0] if borders else group.stop), Kind.OPERATIVE)
        if after is Kind.PREAMBULAR:
            self._make(range(borders[-1] if borders else group.start, group.stop), Kind.PREAMBULAR)

    def _make(self, group: range, kind: Kind) -> None:
        for at in _heads(self._step.working.entries, group):
            if self._step.working.entries[at].paragraph.kind is not kind:
                step_kind(self._step, at, kind)

    def told(self, group: range) -> str:
        """What became of those that are of another kind now, "" where none is."""
        working = self._step.working
        heads = _heads(working.entries, group)
        turned = [
            (was[1] or "", working.label(at) or "")
            for at in heads
            if (was := self._before.get(working.entries[at].key)) is not None
            and was[0] is not working.entries[at].paragraph.kind
        ]
        if not turned:
            return ""
        old, now = (_first_to_last(names) for names in zip(*turned, strict=True))
        one = len(turned) == 1
        if len(turned) == len(heads):
            return f"{'it is' if one else 'they are'} {now} now"
        return f"{old} {'is' if one else 'are'} {now} now"


def _first_to_last(names: tuple[str, ...]) -> str:
    return " and ".join(names) if len(names) < 3 else f"{names[0]} to {names[-1]}"


def _heads(entries: Entries, group: range) -> list[int]:
    return [at for at in group if depth(entries[at]) == 0 and entries[at].paragraph.cell is None]


def _head_above(entries: Entries, place: int) -> int | None:
    """The PP or OP whose block ends at a place."""
    head = head_of(entries, place - 1) if place else None
    return head if head is not None and block_end(entries, head) == place else None


def _above_sections(entries: Entries, place: int) -> Kind | None:
    """The kind of the nearest paragraph before a place that is of a part, headings of sections passed over."""
    at = place - 1
    while at >= 0 and border_before(entries, at + 1) is Kind.SECTION:
        while entries[at].paragraph.kind is not Kind.SECTION:
            at -= 1
        at -= 1
    return border_before(entries, at + 1)
