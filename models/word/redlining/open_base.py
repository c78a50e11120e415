"""The old draft's own Word file opened to be written on: its tracked changes settled, its paragraphs found and known.

It waits for no comparison, so that a long file can be opened while the texts are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lxml import etree

from models.draft import Draft, DraftError
from models.reading.reading import Origin
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.broken_ranges import broken_ranges
from models.word.redlining.letters.revision_marks import highest_id
from models.word.redlining.looks.looks import old_paragraphs
from models.word.redlining.things.simple_fields import spell_out
from models.word.resolve import resolve, text_parts, tracked_parts
from models.word.resolving.kept import KeptChanges
from models.word.showing import hollow

BaseChanges = Literal["accept", "reject", "keep"]
"""What becomes of tracked changes that the old file has already."""


class OpenBase:
    """A base opened for one attempt: `root` is its text, `old` its paragraphs, `kept` the changes that stay.

    `broken` is what was wrong with its ranges as it came; `hollow`, how many fields and controls show nothing in it;
    `spelled` are its fields that are spelled out while it is written on.
    """

    def __init__(
        self, draft: Draft, base: bytes, origins: Sequence[Origin], base_changes: BaseChanges = "accept"
    ) -> None:
        """`origins` say where the paragraphs of the draft stand in it. Raises DraftError where they do not fit."""
        self.base, self.base_changes = base, base_changes
        self.package = Package(base)
        parts = [self.package.root(name) for name in text_parts(self.package)]
        self.first_id = highest_id(parts) + 1
        self.broken = {fault for part in parts for fault in broken_ranges(part)}
        self.spelled = spell_out(parts)
        self.kept: dict[str, KeptChanges] = {}
        if base_changes == "keep":
            for kind in (None, "footnotes", "endnotes"):
                name = self.package.main if kind is None else self.package.related(kind)
                if name is not None and name in tracked_parts(self.package):
                    self.kept[name] = KeptChanges(self.package.edit(name))
        else:
            resolve(self.package, base_changes)
        self.root = self.package.edit(self.package.main)
        self.hollow = hollow(self.package, text_parts(self.package))
        self.old = old_paragraphs(draft.paragraphs, self._nodes(draft, origins))

    def _nodes(self, draft: Draft, origins: Sequence[Origin]) -> list[etree._Element]:
        every = list(self.root.iter(w("p")))
        known = len(origins) == len(draft.paragraphs)
        if not known or any(origin.element >= len(every) for origin in origins):
            raise DraftError("The old draft does not belong to this Word file; compare it with the file it came from.")
        return [every[origin.element] for origin in origins]
