"""Numbers and labels of the working text, worked out where they are asked for and kept until something before moves."""

from __future__ import annotations

from models.draft import Kind
from models.draft.labels import Naming
from models.editing.stretch import Stretch
from models.editing.stretches import Stretches

_OPERATIVE = Kind.OPERATIVE
_DECIDES_ALONE = (Kind.OPERATIVE, Kind.SECTION, Kind.ANNEX, Kind.ENACTING)


class LiveNumbers:
    """Answers as `computed_numbers` and `labels` do, for one paragraph at a time.

    How the counts stand before each stretch is kept. It is right as long as the stretches before are the same, or
    bring the counts to where they stood; so after an edit they are followed only until they agree with what was.
    """

    def __init__(self, stretches: Stretches) -> None:
        self._stretches = stretches
        # The set is one and the same in all standings; which sections count anew is said by their keys.
        self._restarting: set[int] = set()
        self._standings: list[Naming | None] = [Naming(self._restarting)]
        self._standings += [None] * (len(stretches.parts) - 1)
        self._follows = [True] + [False] * (len(stretches.parts) - 1)
        """Whether each standing is what the stretch before makes of the one before."""
        self._knows_sections = False
        self._known: dict[int, list[tuple[str | None, str | None]]] = {}

    def replaced(self, first: int, went: int, came: int, *, otherwise: bool) -> None:
        """From a stretch on, some stand in the place of others; `otherwise`: their structure is another."""
        if went != came:
            fresh = came - 1
            self._standings[first : first + went] = [self._standings[first], *[None] * fresh][:came]
            self._follows[first : first + went] = [self._follows[first], *[False] * fresh][:came]
        if went != came or otherwise:
            for at in range(first + 1 if came else first, min(first + came + 1, len(self._follows))):
                self._follows[at] = False
            if not came and not first and len(self._follows) > 1:
                self._follows[1] = False  # the stretch that is the first now stood elsewhere
            self._standings[0], self._follows[0] = Naming(self._restarting), True
            self._known = {}
            self._knows_sections = False

    def number(self, position: int) -> str | None:
        """The number shown at a paragraph: as printed, else computed."""
        return self.at(position)[0]

    def label(self, position: int) -> str | None:
        """What people call a paragraph."""
        return self.at(position)[1]

    def at(self, position: int) -> tuple[str | None, str | None]:
        """Number and label of a paragraph."""
        at = self._stretches.at(position)
        if at not in self._known:
            self._known[at] = self._work_out(at)
        return self._known[at][position - self._stretches.starts[at]]

    def _work_out(self, at: int) -> list[tuple[str | None, str | None]]:
        standing = self._standing(at).copy()
        found = []
        stretch = self._stretches.parts[at]
        several = stretch.counts_on and len(stretch.operatives) > 1
        for position, entry in enumerate(stretch.entries, self._stretches.starts[at]):
            paragraph = entry.paragraph
            alone = paragraph.kind is _OPERATIVE and not several and self._is_alone(position)
            found.append(standing.go_by(entry.key, paragraph, alone=alone, filled_in=not entry.printed))
        return found

    def _standing(self, at: int) -> Naming:
        """How the counts stand before a stretch."""
        if not self._knows_sections:
            self._find_sections()
        while False in self._follows[: at + 1]:
            breaks = self._follows.index(False)
            before = self._standings[breaks - 1]
            assert before is not None
            now = before.copy()
            _pass_by(self._stretches.parts[breaks - 1], now)
            self._follows[breaks] = True
            if now != self._standings[breaks]:
                self._standings[breaks] = now
                if breaks + 1 < len(self._follows):
                    self._follows[breaks + 1] = False
        standing = self._standings[at]
        assert standing is not None
        return standing

    def _find_sections(self) -> None:
        """Which sections count anew; where that is another matter than before, the counts are followed again."""
        self._knows_sections = True
        found = self._stretches.restarting()
        others = found ^ self._restarting
        self._restarting.clear()
        self._restarting.update(found)
        if others:
            for at, part in enumerate(self._stretches.parts[:-1]):
                if any(entry.key in others for entry in part.openings):
                    self._follows[at + 1] = False

    def _is_alone(self, position: int) -> bool:
        """Whether an operative paragraph is the only one of its section, annex or resolution."""
        text = self._stretches
        nearest = (text.before(position, _DECIDES_ALONE), text.after(position, _DECIDES_ALONE))
        return all(at is None or text[at].paragraph.kind is not Kind.OPERATIVE for at in nearest)


def _pass_by(stretch: Stretch, standing: Naming) -> None:
    """Let a stretch go by; only from its last OP or PP on does it matter what its paragraphs are."""
    entries = stretch.entries
    last = max((*stretch.operatives[-1:], *stretch.preambulars[-1:]), default=None)
    if stretch.counts_on and last is not None:
        entries = entries[last:]
        standing.count.operative += len(stretch.operatives) - (last in stretch.operatives[-1:])
        standing.preambular += len(stretch.preambulars) - (last in stretch.preambulars[-1:])
    for entry in entries:
        # Being alone changes the number that is shown, never the label nor the count.
        standing.go_by(entry.key, entry.paragraph, alone=False, filled_in=not entry.printed)
