"""What references that came with a copy mean where it is pasted: in the same text, or in another.

A paragraph or note of the copy itself is meant by the copy; another by its words, so that it is found in any text that
has it. What is in no copy and in no text did not come along, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from models.draft import Footnote, Paragraph
from models.draft.named_parts import may_name_note
from models.editing.edit import Entry
from models.editing.references.referring_notes import as_entry, note_of
from models.editing.references.remembered import ELSEWHERE, Held, Known, Signs

if TYPE_CHECKING:
    from models.editing.step import Step

Target = int | str | None
"""A paragraph by its place in the copy, or a note by its id there; else by what its words are known by; None: nothing
that is known."""
_ENDS = " ,;:.\u00a0"


class Lead(NamedTuple):
    """What the references of one paragraph or note are known by, and what each part of some of them leads to."""

    signs: Signs
    meant: Mapping[int, tuple[Target, ...]]


Leading = Mapping[int, Lead]
"""By the place of a paragraph in the copy, or by a note as an entry."""


@dataclass(frozen=True, slots=True)
class Leads:
    """Where references of a copy lead: to paragraphs, to notes, and those that no figure follows."""

    referring: Leading = field(default_factory=dict)
    naming: Leading = field(default_factory=dict)
    unfollowed: Leading = field(default_factory=dict)

    def to_numbered(self, paragraphs: Sequence[Paragraph]) -> Leads:
        """The same, with those to a paragraph of the copy that came without its number known to mean nothing."""
        numbered = [bool(one.number or one.set_label) for one in paragraphs]

        def sure(leading: Leading) -> Leading:
            found = {}
            for key, lead in leading.items():
                meant = {
                    number: tuple(one if isinstance(one, int) and numbered[one] else None for one in targets)
                    for number, targets in lead.meant.items()
                }
                found[key] = lead._replace(meant=meant)
            return found

        return replace(self, referring=sure(self.referring), unfollowed=sure(self.unfollowed))


@dataclass(frozen=True, slots=True)
class Brought:
    """What references that a step brought in mean in the text they came into."""

    referring: Known = field(default_factory=dict)
    naming: Known = field(default_factory=dict)
    unfollowed: Known = field(default_factory=dict)

    @property
    def to_paragraphs(self) -> bool:
        """Whether any of them means paragraphs."""
        return bool(self.referring or self.unfollowed)


def refer(paragraphs: Iterable[Paragraph], notes: Iterable[Footnote]) -> bool:
    """Whether paragraphs or notes may refer to anything in their text."""
    return any(
        may_name_note(one.text) or (entry := Entry(0, one)).mentions or entry.unfollowed for one in paragraphs
    ) or any(may_name_note(note.text) or as_entry(note) is not None for note in notes)


def bring(step: Step, leads: Leads, holders: Sequence[int], notes: Mapping[int, int], fresh: Iterable[int]) -> None:
    """Let a step know what references mean that came with it.

    `holders` are the keys of the paragraphs in which those of the copy stand now, `notes` the ids of its notes here, of
    which `fresh` were not here before.
    """
    working = step.working
    new = set(fresh)

    def here(leading: Leading, meaning: Callable[[Target], int | None]) -> Known:
        found: dict[int, Held] = {}
        for key, lead in leading.items():
            note = note_of(key)
            if note is not None and notes.get(note) not in new:
                continue
            holder = holders[key] if note is None else -1 - notes[note]
            found[holder] = Held(
                lead.signs, {number: tuple(map(meaning, targets)) for number, targets in lead.meant.items()}
            )
        return found

    paragraphs = _unique((known_by(one.text), one.key) for one in working.entries if one.key not in holders)
    sources = _unique((known_by(working.notes[one].text), one) for one in working.cited() if one in working.notes)

    def paragraph(target: Target) -> int | None:
        if isinstance(target, str):
            return paragraphs.get(target, ELSEWHERE) if target else ELSEWHERE
        return None if target is None else holders[target]

    def note(target: Target) -> int | None:
        if isinstance(target, str):
            return sources.get(target, ELSEWHERE) if target else ELSEWHERE
        return None if target is None else notes.get(target, ELSEWHERE)

    step.brought = Brought(
        here(leads.referring, paragraph), here(leads.naming, note), here(leads.unfollowed, paragraph)
    )


def _unique(found: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Those that one alone is known by."""
    known: dict[str, int] = {}
    twice = set()
    for words, key in found:
        if words in known:
            twice.add(words)
        known[words] = key
    return {words: key for words, key in known.items() if words not in twice}


def known_by(text: str) -> str:
    """What a paragraph or a source is known by in any text: its last mark, and an "and" behind that, follow from its
    place."""
    bare = " ".join(text.removesuffix(" and").rstrip(_ENDS).split())
    return blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest() if bare else ""
